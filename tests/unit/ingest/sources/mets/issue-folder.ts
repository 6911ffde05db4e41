import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { parse } from 'yaml';

import { makeJpeg } from '../../../../support/pictures.ts';
import { runWarm } from '../../../../support/warm-commands.ts';
import { ingest, makeArchive, makeFolder, readFolder, writeFiles } from '../../run-ingest.ts';

export const fixture = 'tests/fixtures/ingest/mets';

/** A copy of the issue of four pages, with scans of three of them. */
export async function makeIssue(): Promise<string> {
  const folder = await makeFolder();
  await cp(fixture, folder, { recursive: true });
  const scans = [1, 3, 4].map(
    async (page) => [`images/000${page}.jpg`, await makeJpeg(100, 150 + page)] as const,
  );
  await writeFiles(folder, Object.fromEntries(await Promise.all(scans)));
  return folder;
}

/** Takes a folder in, and has the check and the audit find nothing wrong. */
export async function takeIn(folder: string, named = folder) {
  const root = await makeArchive();
  const report = join(await makeFolder(), 'report.ndjson');
  const { code, stdout, stderr } = await ingest(root, ['--report', report, named]);
  expect(stderr).not.toMatch(/^ {4}at /m);
  const lines = (await readFile(report, 'utf8')).split('\n').filter(Boolean);
  const items = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const files = await readFolder(root);
  const audit = await runWarm('ingest', root, ['--audit', named]);
  const textOf = (path: string) => Buffer.from(files.get(path) ?? '', 'latin1').toString();
  const entryOf = (path: string) => {
    const [, frontmatter = '', body = ''] = /^---\n(.*?)---\n(.*)$/s.exec(textOf(path)) ?? [];
    return { ...(parse(frontmatter) as Record<string, never>), body: body.trim() } as Record<string, unknown>;
  };
  return { root, code, stdout, items, files, audit: audit.stdout.trim(), entryOf };
}

/** Replaces something in a file. */
export const change = async (file: string, from: string | RegExp, to: string) =>
  writeFile(file, (await readFile(file, 'utf8')).replaceAll(from, to));
