import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';

import { makeFolder } from '../support/temporary-folder.ts';
import { change, makeContent } from '../support/content-folder.ts';
import { runWarm } from '../support/warm-commands.ts';
import { sumFiles } from '../support/read-site.ts';

/** A small archive, and the folder that it is published in. */
export interface Published {
  content: string;
  dist: string;
}

export async function makePublished(): Promise<Published> {
  const content = await makeContent();
  const dist = join(await makeFolder(), 'dist');
  await nameArchive(content, 'The first');
  await build({ content, dist });
  return { content, dist };
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
