import { spawn } from 'node:child_process';
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';

import { change, fillContent } from '../support/content-folder.ts';
import { runWarm } from '../support/warm-commands.ts';
import { sumFiles } from '../support/read-site.ts';

/** A small archive, and the folder that it is published in. */
export interface Published {
  content: string;
  dist: string;
}

let shared: Promise<Published> | undefined;

/**
 * The published archive that the tests of a file have in common, since what each does to it is another change: a test leaves
 * it valid and published. It is named `The first` at first.
 */
export function openPublished(): Promise<Published> {
  return (shared ??= publish());
}

afterAll(async () => {
  if (shared) await rm(join((await shared).content, '..'), { recursive: true });
});

async function publish(): Promise<Published> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'dateline-published-')));
  const published = { content: join(root, 'content'), dist: join(root, 'site/dist') };
  await fillContent(published.content);
  await nameArchive(published.content, 'The first');
  await build(published);
  return published;
}

export function nameArchive(content: string, title: string): Promise<void> {
  const site = `title: ${title}\ndescription: Made up\nlanguage: en\nurl: http://localhost/\n`;
  return change(content, { 'site.yaml': site });
}

export async function build({ content, dist }: Published): Promise<void> {
  const { code, stderr } = await runWarm('build', content, ['--out-dir', dist]);
  expect(code, stderr).toBe(0);
}

/** Starts a build. @returns its process, and how it ends */
export function startBuild({ content, dist }: Published, env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, ['src/commands/build.ts', '--out-dir', dist], {
    env: { ...process.env, ARCHIVE_CONTENT: content, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, said })),
  );
  return { child, ended };
}

/** The title of a complete published site: one whose files are those of its manifest, with the same checksums. */
export async function titleOfWhole(dist: string): Promise<string> {
  const { 'manifest-sha256.txt': _own, ...sums } = await sumFiles(dist);
  const lines = (await readFile(join(dist, 'manifest-sha256.txt'), 'utf8')).trimEnd().split('\n');
  expect(sums).toEqual(Object.fromEntries(lines.map((line) => [line.slice(66), line.slice(0, 64)])));
  return /<title>([^<]*)/.exec(await readFile(join(dist, 'index.html'), 'utf8'))?.[1] ?? '';
}
