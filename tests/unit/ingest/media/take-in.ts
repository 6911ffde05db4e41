import { join } from 'node:path';
import { parse } from 'yaml';
import { expect } from 'vitest';

import { makeJpeg } from '../../../support/pictures.ts';
import { runWarm } from '../../../support/warm-commands.ts';
import { ingest, makeArchive, makeFolder, readFolder, writeFiles } from '../run-ingest.ts';

/** An entry, as far as pictures matter. */
interface TakenEntry {
  pictures: Record<string, string>[];
  attachments: Record<string, string>[];
  body: string;
}

/** What a run has made. */
export interface TakenIn {
  root: string;
  /** The folder of what was received. */
  folder: string;
  code: number;
  stdout: string;
  stderr: string;
  /** All files of the archive, by path. */
  files: Map<string, string>;
  /** Pictures and attachments, by path below `media/`. */
  media: string[];
  /** The lines of the report. */
  report: Record<string, unknown>[];
  entry(path: string): TakenEntry;
}

/**
 * Takes received files in, in an archive of their own, and has the check say that it is in order.
 *
 * @param received by path
 * @param options `{folder}` in them is the folder of what was received
 */
export async function takeIn(
  received: Readonly<Record<string, string | Uint8Array>>,
  options: readonly string[],
  root?: string,
): Promise<TakenIn> {
  const folder = await makeFolder();
  await writeFiles(folder, received);
  return run(folder, options, root ?? (await makeArchive()));
}

/** Takes files in once more. */
export async function run(folder: string, options: readonly string[], root: string): Promise<TakenIn> {
  const reportFile = join(await makeFolder(), 'report.ndjson');
  const given = options.map((option) => option.replace('{folder}', folder));
  const result = await ingest(root, ['--report', reportFile, ...given]);
  expect(result.stderr).not.toMatch(/^ {4}at /m);
  const check = await runWarm('check', root, []);
  expect(check.stdout + check.stderr).toMatch(/: no errors/);
  expect(check.stdout + check.stderr).not.toMatch(/warning|no article names|bytes are those/);
  const files = await readFolder(root);
  const lines = (await readFolder(join(reportFile, '..'))).get('report.ndjson') ?? '';
  return {
    ...{ root, folder, ...result, files },
    media: [...files.keys()].flatMap((path) => (path.startsWith('media/') ? [path.slice(6)] : [])),
    report: lines
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>),
    entry: (path) => readEntry(files.get(`articles/${path}.md`) ?? ''),
  };
}

/** What an audit, with the options of the run, finds in neither the entries nor the report. */
export async function auditOf({ root, folder }: TakenIn, options: readonly string[]): Promise<string> {
  const given = options.map((option) => option.replace('{folder}', folder));
  return (await runWarm('ingest', root, ['--audit', ...given])).stdout.trimEnd();
}

function readEntry(latin: string): TakenEntry {
  const text = Buffer.from(latin, 'latin1').toString('utf8');
  const [, frontmatter = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text) ?? [];
  const { pictures = [], attachments = [] } = parse(frontmatter) as Partial<TakenEntry>;
  const bare = (list: Record<string, string>[]) =>
    list.map(({ sha256, ...rest }) => {
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      return rest;
    });
  return { pictures: bare(pictures), attachments: bare(attachments), body: body.trim() };
}

/** What the report says was left out, as `what: text (address)`. */
export function leftOutOf({ report }: Pick<TakenIn, 'report'>): string[] {
  const all = report.flatMap(
    (line) => (line.leftOut ?? []) as { what: string; text?: string; address?: string }[],
  );
  return all.map(({ what, text = '', address = '' }) => `${what}: ${text} (${address})`);
}

/** JPEGs of different sizes, by path. */
export async function jpegs(...paths: string[]): Promise<Record<string, Uint8Array>> {
  const made = paths.map(async (path, index) => [path, await makeJpeg(60 + index, 40)] as const);
  return Object.fromEntries(await Promise.all(made));
}

/** The bytes of a PDF, as far as it is recognized. */
export const pdf = '%PDF-1.7\n%made for a test\n';
