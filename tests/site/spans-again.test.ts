import { access, cp, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { change, record } from '../support/content-folder.ts';
import { makeEnding } from '../support/ended-program.ts';
import { makePartEnds } from '../support/index-parts.ts';
import { sumFiles } from '../support/read-site.ts';
import { runCommand } from '../support/run-command.ts';
import { runWarm } from '../support/warm-commands.ts';
import { makeSpannedArchive, noTags, spans, type SpannedArchive } from './spanned-archive.ts';

let archive: SpannedArchive;

const content = () => archive.content;
const site = () => archive.site;
const folderOf = (span: string) => archive.folderOf(span);
const inRoot = (name: string) => join(archive.root, name);

beforeAll(async () => {
  archive = await makeSpannedArchive(async (root) => {
    await cp('tests/fixtures/variety', root, { recursive: true });
    await change(root, {
      'articles/1951/03/01/lamp.md': record('title: A lamp', 'date: 1951-03-01', ...noTags),
      // So that the index has parts that are made with a span.
      ...makePartEnds(3, '1975-02-03'),
      ...makePartEnds(3, '2021-08-15'),
    });
  });
  expect(await archive.join()).toMatchObject({ code: 0 });
});

afterAll(() => archive.remove());

/** What the last build of a span had to do. */
const isUnchanged = (said: string) => said.includes('has changed since the last build');

test('only the spans are built again of which something has changed', async () => {
  const edited = 'articles/1950/03/01/lighthouse.md';
  await archive.change({
    [edited]: record(
      'title: A lighthouse at night',
      'date: 1950-03-01',
      ...noTags,
      'formerUrls: [/old/lighthouse]',
    ),
    'articles/1960/01/02/added.md': record('title: Added', 'date: 1960-01-02', ...noTags),
  });
  const said = [];
  for (const span of spans) said.push(await archive.buildSpan(span));
  expect(said.map(isUnchanged)).toEqual([false, false, true, true]);
  // What is changed after its span was built is taken as it is now.
  await archive.change({
    'articles/1960/01/02/added.md': record('title: Added, and changed', 'date: 1960-01-02', ...noTags),
  });
  expect(await archive.join()).toMatchObject({ code: 0 });
  expect(await sumFiles(site())).toEqual(await archive.sumWhole());
});

describe('a join is refused, with everything that is wrong,', () => {
  const refuse = async (parts: string[]) => {
    const before = await sumFiles(site());
    const { code, stderr } = await archive.join(parts);
    expect(code).toBe(1);
    expect(await sumFiles(site())).toEqual(before);
    return stderr.replaceAll(archive.root, '');
  };

  test('when a part is missing, foreign, unfinished or of another program', async () => {
    const [unfinished, other, foreign] = [inRoot('unfinished'), inRoot('other'), inRoot('site')];
    const { articles: _, ...part } = JSON.parse(
      await readFile(join(folderOf('1960-1994'), 'part.json'), 'utf8'),
    ) as Record<string, unknown>;
    await change(unfinished, { 'part.json': JSON.stringify(part) });
    await change(other, { 'part.json': JSON.stringify({ ...part, code: 'another', articles: 1 }) });
    const said = await refuse([folderOf('undated'), folderOf('1995-2100'), unfinished, other, foreign]);
    expect(said).toContain(
      '/unfinished (1960-1994) was not finished. Build it again: npm run build -- --span',
    );
    expect(said).toContain('/other (1960-1994) was built by another version of the program.');
    expect(said).toContain('/site is not a part of an archive.');
    for (const years of ['0987', '1950-1951'])
      expect(said).toContain(
        `The articles of ${years} are in none of the parts. Build them: npm run build -- --span ${years}`,
      );
  });

  test('when a file of a part is damaged', async () => {
    const copy = inRoot('damaged');
    await cp(folderOf('1995-2100'), copy, { recursive: true });
    const parts = spans.map((span) => (span === '1995-2100' ? copy : folderOf(span)));
    // Where nothing has changed, no part is looked at.
    await change(content(), {
      'articles/1960/01/02/late.md': record('title: Late', 'date: 1960-01-02', ...noTags),
    });
    const table = join(copy, 'renderings.ndjson');
    await truncate(table, 1000);
    expect(await refuse(parts)).toContain('/damaged/renderings.ndjson is missing or damaged. Build the part');
    await cp(join(folderOf('1995-2100'), 'renderings.ndjson'), table);
    for (const each of await readdir(join(copy, 'search')))
      await writeFile(join(copy, 'search', each, 'words.bin'), 'damaged');
    expect(await refuse(parts)).toMatch(/\/damaged\/search\/[^/]+\/words\.bin is missing or damaged\./);
  });

  test('when its options are not those of a join', async () => {
    const say = async (...options: string[]) => (await runWarm('build', content(), options)).stderr;
    expect(await say('--join')).toContain('--join needs the folders of the parts.');
    expect(await say('parts')).toContain('What is "parts" for?');
    expect(await say('--span', '1994-1960')).toContain('--span 1994-1960 is no span of years');
    expect(await say('--span', '1960', '--host', 'netlify')).toContain('--span has no other option');
    expect(await say('--span', '1960', '--out-dir', content())).toContain('it is the content folder');
    expect(await say('--span', '1960', '--out-dir', join(content(), 'a'))).toContain('in the content folder');
    expect(await say('--span', '1960', '--out-dir', 'src/a')).toContain('part of the project');
    expect(await say('--span', '1960', '--out-dir', site())).toContain('neither empty nor a part');
    expect(await say('--span', '1960', '--out-dir', folderOf('undated'))).toContain('has the span undated');
  });
});

test('a span and a join that were killed are finished by another try', async () => {
  const killed = inRoot('killed');
  const parts = spans.map((each) => (each === '1960-1994' ? killed : folderOf(each)));
  const outDir = inRoot('after');
  /** Kills a build when it is about to write a file, and runs it again. */
  const kill = async (options: readonly string[], file: RegExp, look: () => Promise<void>) => {
    const run = (ending: NodeJS.ProcessEnv) => runCommand('build', content(), options, ending);
    const ending = await makeEnding(inRoot('changes'), { change: file, signal: 'SIGKILL' });
    expect((await run(ending)).code).not.toBe(0);
    await look();
    expect(await run({})).toMatchObject({ code: 0 });
  };
  // When its articles have been rendered, and the parts of its index are made.
  await kill(['--span', '1960-1994', '--out-dir', killed], /words\.bin/, async () => {
    expect((await readdir(killed)).sort()).toContain('renderings.ndjson');
    expect((await archive.join(parts)).stderr).toContain('was not finished');
  });
  // When all pages are there, and what names them is written.
  await kill(['--join', ...parts, '--out-dir', outDir], /manifest-sha256\.txt/, async () => {
    await expect(access(outDir)).rejects.toThrow('ENOENT');
  });
  await cp(join(content(), 'articles'), join(archive.root, 'whole/articles'), { recursive: true });
  expect(await sumFiles(outDir)).toEqual(await archive.sumWhole());
});
