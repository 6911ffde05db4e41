import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

import { runCommand } from '../../support/run-command.ts';
import { runWarm } from '../../support/warm-commands.ts';

/** Makes an empty folder that is removed after the test. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-ingest-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Makes a content folder that holds some files besides a `site.yaml`. */
export async function makeArchive(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const root = await makeFolder();
  const site = 'title: Test\ndescription: A test.\nlanguage: en\nurl: https://archive.example/\n';
  await writeFiles(root, { 'site.yaml': site, ...files });
  return root;
}

/** Writes files by their paths below a folder. */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** All files below a folder, by their paths. */
export async function readFolder(folder: string): Promise<Map<string, string>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => !file.isDirectory()).map((file) => join(file.parentPath, file.name));
  const entries = paths.sort().map(async (path): Promise<[string, string]> => {
    return [path.slice(folder.length + 1), await readFile(path, 'latin1')];
  });
  return new Map(await Promise.all(entries));
}

/** Starts `npm run ingest`, to be ended. */
export function startIngest(
  root: string,
  options: readonly string[],
  variables: NodeJS.ProcessEnv,
): ChildProcess {
  const env = { ...process.env, ARCHIVE_CONTENT: root, ...variables };
  return spawn(process.execPath, ['src/commands/ingest.ts', ...received, ...options], { env });
}

/**
 * Runs `npm run ingest`, in a process of its own when it has variables.
 *
 * @param input what it reads from standard input
 */
export function ingest(
  root: string,
  options: readonly string[],
  input: string | Uint8Array = '',
  variables?: NodeJS.ProcessEnv,
) {
  const all = [...received, ...options];
  if (variables) return runCommand('ingest', root, all, variables, input);
  return runWarm('ingest', root, all, { input });
}

/** What is written depends on the day, which therefore is told. */
const received = ['--received', '2024-05-02'];
