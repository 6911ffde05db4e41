import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';

import { readArchive } from '../../src/records/read/read-archive.ts';
import { makeContent } from './content-folder.ts';
import { makeFolder } from './temporary-folder.ts';
import { runWarm } from './warm-commands.ts';

/**
 * Ingests a folder into an archive without articles, which has to be valid then.
 *
 * @param received the files of the folder, by path
 * @param site further lines of `site.yaml`
 * @returns the former URLs of each article of 2015 and 2016, by the last part of its id, and what the run printed
 */
export async function ingestFormerUrls(
  received: Readonly<Record<string, string>>,
  options: readonly string[],
  site = '',
): Promise<{ found: Record<string, string[]>; said: string }> {
  const root = await makeContent({
    'site.yaml': `title: A\ndescription: B\nlanguage: en\nurl: https://example.org/\n${site}`,
  });
  const folder = await makeFolder(received);
  const { code, stderr, stdout } = await runWarm('ingest', root, [...options, folder]);
  expect(code, stderr + stdout).toBe(0);
  const articles = join(root, 'articles');
  const found: Record<string, string[]> = {};
  for (const file of await readdir(articles, { recursive: true })) {
    if (!/201[56].*\.md$/.test(file)) continue;
    const [, list = ''] =
      /^formerUrls:\n((?: {2}- .*\n)+)/m.exec(await readFile(join(articles, file), 'utf8')) ?? [];
    found[file.replace(/^.*\/|\.md$/g, '')] = list
      .split('\n')
      .flatMap((line) => line.replace(/^ *- |"/g, '') || []);
  }
  const { problems } = await readArchive(root);
  expect(problems).toEqual([]);
  return { found, said: stderr + stdout };
}
