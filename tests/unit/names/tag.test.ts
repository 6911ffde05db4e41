import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { digestText } from '../../../src/records/ledger/ledger.ts';
import { readArchive } from '../../../src/records/read/read-archive.ts';
import { runWarm } from '../../support/warm-commands.ts';
import { makeFolder } from '../../support/temporary-folder.ts';
import { ingest, makeArchive, readFolder, writeFiles } from '../ingest/run-ingest.ts';

const article = (frontmatter: string, text: string) => `---\n${frontmatter}\n---\n\n${text}\n`;
const untagged = 'title: A ferry\ndate: 2021-07-20\npeople: [] # nobody yet\nplaces: []\ntopics: []';
const ferry = 'articles/2021/07/20/a-ferry.md';
const person = (name: string, more = '') => `---\nname: ${name}\ndescription: A pilot\n${more}---\n`;

/** Makes an archive, runs `npm run tag` on it, and reads the files that it has changed. */
async function tag(files: Readonly<Record<string, string>>, ...options: string[]) {
  const root = await makeArchive(files);
  const before = await readFolder(root);
  const result = await runWarm('tag', root, options);
  const after = await readFolder(root);
  const changed = [...after.keys()].filter((path) => after.get(path) !== before.get(path));
  const read = async (path: string) => readFile(join(root, path), 'utf8');
  return { ...result, root, changed, read };
}

describe('npm run tag', () => {
  test('tags texts that were taken in before their person had a record, and a second run changes nothing', async () => {
    const root = await makeArchive();
    const received = await makeFolder({
      'a.txt': 'Title: Pilots\nDate: 2021-07-20\n\nThe pilots left, Ada Lind said.\n',
    });
    await ingest(root, [received]);
    await writeFiles(root, { 'people/ada-lind.md': person('Ada Lind') });
    expect((await runWarm('tag', root)).stdout).toBe('1 tag added in 1 article of 1.\n');
    const tagged = await readFolder(root);
    expect(tagged.get('articles/2021/07/20/pilots.md')).toContain('\npeople: [ada-lind]\n');
    expect((await runWarm('check', root, ['--tags'])).stdout).toContain('no errors, 0 warnings');
    expect((await runWarm('tag', root)).stdout).toBe('0 tags added in 0 articles of 1.\n');
    expect(await readFolder(root)).toEqual(tagged);
  });

  test('changes nothing of a file but its list', async () => {
    const text = article(untagged, 'Ada Lind left.').replaceAll('\n', '\r\n');
    const { read } = await tag({ [ferry]: text, 'people/ada-lind.md': person('Ada Lind') });
    expect(await read(ferry)).toBe(text.replace('people: []', 'people: [ada-lind]'));
  });

  test('only adds tags, unless it is told to remove those of names that are not in the text', async () => {
    const files = {
      [ferry]: article(
        untagged
          .replace('[] # nobody yet', '[eva-stone, tom-berg, ida-rask]')
          .replace('topics: []', 'topics: [sea]'),
        'Berg left with Ida Rasks.',
      ),
      'people/eva-stone.md': person('Eva Stone'),
      'people/tom-berg.md': person('Tom Berg'),
      'people/ida-rask.md': person('Ida Rask'),
      'topics/sea.md': person('Sea'),
    };
    expect((await tag(files)).changed).toEqual([]);
    const { read, stdout } = await tag(files, '--remove-unnamed');
    expect(stdout).toBe('0 tags added and 2 tags removed in 1 article of 1.\n');
    expect(await read(ferry)).toContain('people: [tom-berg]\nplaces: []\ntopics: [sea]\n');
  });

  test('shows what it would change, and changes nothing, with --dry-run', async () => {
    const files = { [ferry]: article(untagged, 'Ada Lind left.'), 'people/ada-lind.md': person('Ada Lind') };
    const { stdout, changed } = await tag(files, '--dry-run');
    expect(stdout).toMatch(/a-ferry\.md: \+ people: ada-lind\n1 tag would be added in 1 article of 1\.\n$/);
    expect(changed).toEqual([]);
  });

  test('tags only the articles that are given, by file or id', async () => {
    const other = 'articles/2021/07/20/other.md';
    const files = {
      [ferry]: article(untagged, 'Ada Lind left.'),
      [other]: article(untagged, 'Ada Lind left again.'),
      'people/ada-lind.md': person('Ada Lind'),
    };
    expect((await tag(files, '2021/07/20/a-ferry')).changed).toEqual([ferry]);
    expect((await tag(files, 'articles/2021/07/20/other.md')).changed).toEqual([other]);
    const { code, stderr } = await tag(files, '2021/07/20/a-fery');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(
        'There is no article 2021/07/20/a-fery. Did you mean 2021/07/20/a-ferry?',
      ) as unknown,
    });
  });

  test('leaves withdrawn articles, and articles that are tagged with a merged record, as they are', async () => {
    const withdrawn = `${untagged}\nwithdrawn:\n  date: 2022-01-01\n  reason: privacy`;
    const { changed } = await tag({
      [ferry]: article(withdrawn, 'Ada Lind left.'),
      'articles/2021/07/20/merged.md': article(untagged.replace('[] #', '[a-lind] #'), 'Ada Lind left.'),
      'people/ada-lind.md': person('Ada Lind'),
      'people/a-lind.md': person('A. Lind', 'replacedBy: ada-lind\n'),
    });
    expect(changed).toEqual([]);
  });

  test('needs no correction of a published article: tags are no part of the text that the ledger keeps', async () => {
    const root = await makeArchive({
      [ferry]: article(untagged, 'Ada Lind left.'),
      'people/ada-lind.md': person('Ada Lind'),
    });
    await runWarm('ledger', root, ['--date', '2021-08-01']);
    const digest = async () => (await readArchive(root)).content?.articles.map(digestText);
    const before = await digest();
    expect((await runWarm('tag', root)).stdout).toBe('1 tag added in 1 article of 1.\n');
    expect(await digest()).toEqual(before);
    expect((await runWarm('check', root, ['--published'])).code).toBe(0);
  });

  test('lists ambiguous names in a table, with which a decision is applied', async () => {
    const files = {
      [ferry]: article(untagged, 'The mate asked Jackson. He was in Jackson.'),
      'people/jackson.md': person('Jackson'),
      'places/jackson.md': person('Jackson'),
    };
    const out = join(await makeFolder(), 'ambiguous.csv');
    const { stdout, root, changed } = await tag(files, '--out', out);
    expect(changed).toEqual([]);
    expect(stdout).toContain('1 ambiguous name not tagged: decide in');
    const table = await readFile(out, 'utf8');
    expect(table).toContain(
      '\r\n,person,Jackson,,,,,,,,,1,2,The mate asked Jackson. [2021/07/20/a-ferry],,,"a name of several records: people/jackson, places/jackson"\r\n',
    );
    await writeFiles(root, { '../decided.csv': table.replace('\r\n,', '\r\nsame as places/jackson,') });
    expect((await runWarm('names', root, ['--apply', join(root, '../decided.csv')])).code).toBe(0);
    expect(await readFile(join(root, ferry), 'utf8')).toContain('places: [jackson]');
    expect((await runWarm('tag', root)).stdout).toBe('0 tags added in 0 articles of 1.\n');
  });

  test('applies the names that sources give besides the text with --sources', async () => {
    const root = await makeArchive();
    const received = await makeFolder({
      'a.txt': 'Title: Pilots\nDate: 2021-07-20\nTopics: Seafaring\n\nThe pilots left.\n',
    });
    await ingest(root, [received]);
    await writeFiles(root, { 'topics/seafaring.md': person('Seafaring') });
    expect((await runWarm('tag', root)).stdout).toBe('0 tags added in 0 articles of 1.\n');
    expect((await runWarm('tag', root, ['--sources'])).stdout).toBe('1 tag added in 1 article of 1.\n');
    expect((await readFolder(root)).get('articles/2021/07/20/pilots.md')).toContain('topics: [seafaring]');
  });

  test('writes nothing when the archive has errors', async () => {
    const { code, stderr, changed } = await tag({
      [ferry]: article(untagged.replace('places: []', 'places: [nowhere]'), 'Ada Lind left.'),
      'people/ada-lind.md': person('Ada Lind'),
    });
    expect({ code, changed }).toEqual({ code: 1, changed: [] });
    expect(stderr).toContain('found the place "nowhere", which has no record');
  });

  test('tells of a list that cannot be edited in place', async () => {
    const { code, stderr, changed } = await tag({
      [ferry]: article(
        untagged.replace('[] # nobody yet', '&none []').replace('places: []', 'places: *none'),
        'Ada Lind left.',
      ),
      'people/ada-lind.md': person('Ada Lind'),
    });
    expect({ code, changed }).toEqual({ code: 1, changed: [] });
    expect(stderr).toMatch(/a-ferry\.md:1:1: found "people" is written in a way/);
  });
});
