import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';

import { cacheFolder } from '../../src/records/content-root.ts';
import type { CommandResult } from '../support/run-command.ts';
import { change, record, type Changes } from '../support/content-folder.ts';
import { sumFiles } from '../support/read-site.ts';
import { runWarm } from '../support/warm-commands.ts';

/** The spans that the archive is built in. */
export const spans = ['0001-1959', '1960-1994', '1995-2100', 'undated'];

/** The lines of an article's frontmatter that say of whom and what it is: of nobody and nothing. */
export const noTags = ['people: []', 'places: []', 'topics: []'];

/** An archive that is built in spans, and in one. */
export interface SpannedArchive {
  /** The folder of everything. */
  root: string;
  content: string;
  /** The site that is joined from the parts of {@link spans}. */
  site: string;
  folderOf(span: string): string;
  /** Builds a part. @returns what the build said */
  buildSpan(span: string): Promise<string>;
  join(parts?: readonly string[]): Promise<CommandResult>;
  /** Changes the content, however it is built. */
  change(changes: Changes): Promise<void>;
  /** Builds the same content in one. @returns the checksums of its files */
  sumWhole(): Promise<Record<string, string>>;
  remove(): Promise<void>;
}

/**
 * Makes an archive, and builds its parts.
 *
 * @param fill writes its content into a folder; an article with a former address, and one with a link to that from another
 *   span, are added
 */
export async function makeSpannedArchive(fill: (content: string) => Promise<void>): Promise<SpannedArchive> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'dateline-spans-')));
  // The same content twice, since a content folder has one cache.
  const [whole, content, site] = [join(root, 'whole'), join(root, 'content'), join(root, 'joined')];
  const folderOf = (span: string) => join(root, 'parts', span);
  await fill(whole);
  await change(whole, {
    'articles/1950/03/01/lighthouse.md': record(
      'title: A lighthouse',
      'date: 1950-03-01',
      ...noTags,
      'formerUrls: [/old/lighthouse]',
    ),
    'articles/2001/05/02/again.md': record('title: Again', 'date: 2001-05-02', ...noTags).replace(
      /\n$/,
      '\n\nMore of [the lighthouse](/old/lighthouse).\n',
    ),
  });
  await cp(whole, content, { recursive: true });
  const archive: SpannedArchive = {
    root,
    content,
    site,
    folderOf,
    async buildSpan(span) {
      const { code, stderr } = await runWarm('build', content, ['--span', span, '--out-dir', folderOf(span)]);
      expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
      return stderr;
    },
    join: (parts = spans.map(folderOf)) => runWarm('build', content, ['--join', ...parts, '--out-dir', site]),
    async change(changes) {
      for (const folder of [whole, content]) await change(folder, changes);
    },
    async sumWhole() {
      const outDir = join(root, 'site');
      expect(await runWarm('build', whole, ['--out-dir', outDir])).toMatchObject({ code: 0 });
      return sumFiles(outDir);
    },
    async remove() {
      for (const folder of [root, cacheFolder(whole), cacheFolder(content)])
        await rm(folder, { recursive: true, force: true });
    },
  };
  for (const span of spans) await archive.buildSpan(span);
  return archive;
}
