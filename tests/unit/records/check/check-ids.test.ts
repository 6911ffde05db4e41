import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { checkIds } from '../../../../src/records/check/check-ids.ts';
import {
  contentWith,
  makeContent,
  problemsIn,
  problemsWith,
  record,
} from '../../../support/content-folder.ts';

const article = (...dateLines: string[]) =>
  record('title: A ferry', ...dateLines, 'people: []', 'places: []', 'topics: []');
const wrongFolder = (file: string, found: string, folder: string) =>
  `${file}: found ${found}; expected the folder of its date, ${folder}/. Correct the date, or move the file to ` +
  `${folder}/ and, if it was published, add formerIds: ["${file.split('.md')[0]?.slice('articles/'.length)}"].`;

describe('the folder of an article', () => {
  const file = 'articles/2021/05/04/ferry.md';

  test.for([
    ['year', '2020-05-04', '2020/05/04'],
    ['month', '2021-06-04', '2021/06/04'],
    ['day', '2021-05-05', '2021/05/05'],
  ])('is refused when the %s is another', async ([, date, folder]) => {
    expect(await problemsWith({ [file]: article(`date: ${date}`) })).toEqual([
      wrongFolder(`${file}:3:7`, `the date ${date} in an article of the folder 2021/05/04/`, `${folder}`),
    ]);
  });

  test('is refused when it says more than the date', async () => {
    expect(await problemsWith({ [file]: article('date: 2021-05') })).toEqual([
      wrongFolder(`${file}:3:7`, 'the date 2021-05 in an article of the folder 2021/05/04/', '2021/05'),
    ]);
  });

  test.for(['articles/2021/ferry.md', 'articles/2021/05/ferry.md', file])(
    'may say less than the date: %s',
    async (path) => {
      await contentWith({ [path]: article('date: 2021-05-04') });
    },
  );

  test('is that of what the two ends of an interval share', async () => {
    await contentWith({ 'articles/2021/05/ferry.md': article('date: 2021-05-04/2021-05-09') });
    expect(await problemsWith({ [file]: article('date: 2021-05-04/2021-05-09') })).toHaveLength(1);
  });

  test('is not "undated" when there is a date', async () => {
    const undated = 'articles/undated/ferry.md';
    expect(await problemsWith({ [undated]: article('date: 2021-05-04') })).toEqual([
      wrongFolder(`${undated}:3:7`, 'the date 2021-05-04 in an article of the folder undated/', '2021/05/04'),
    ]);
  });

  test('is "undated" when there is no date', async () => {
    expect(await problemsWith({ [file]: article('undated: true') })).toEqual([
      wrongFolder(`${file}:3:10`, '"undated" in an article of the folder 2021/05/04/', 'undated'),
    ]);
  });

  test.for(['articles/ferry.md', 'articles/2021/5/ferry.md', 'articles/ferries/2021/ferry.md'])(
    'is no date in %s',
    async (path) => {
      const id = path.slice('articles/'.length, -'.md'.length);
      expect(await problemsWith({ [path]: article('date: 2021-05-04') })).toEqual([
        `${path}:1:1: found the id "${id}"; expected a path like 2021/07/18/name, 2021/07/name, ` +
          '2021/name or undated/name, the name with a letter in it and of at most 240 characters. Move or rename the file.',
      ]);
    },
  );

  test('is not followed by a name that reads as a part of the date', async () => {
    const path = 'articles/2021/05/04.md';
    expect(await problemsWith({ [path]: article('date: 2021-05-04') })).toEqual([
      `${path}:1:1: found the id "2021/05/04"; expected a path like 2021/07/18/name, ` +
        '2021/07/name, 2021/name or undated/name, the name with a letter in it and of at most 240 characters. Move or rename the file.',
    ]);
  });
});

describe('the characters of an id', () => {
  test.for([
    ['articles/2021/05/04/ferry boat.md', '" "'],
    ['articles/2021/05/04/fÆrry_é.md', '"Æ", "_", "é"'],
    ['articles/2021/05/04/ferry.v2.md', '"."'],
  ])('refuses %s', async ([path = '', characters]) => {
    const id = path.slice('articles/'.length, -'.md'.length);
    expect(await problemsWith({ [path]: article('date: 2021-05-04') })).toEqual([
      `${path}:1:1: found ${characters} in the id "${id}"; expected a path of a-z, 0-9 and "-". ` +
        'Rename the file or its folder.',
    ]);
  });

  test('are checked in every vocabulary', async () => {
    const named = record('name: X', 'description: Y').replace('The ferry left', 'It left');
    for (const vocabulary of ['people', 'places', 'organizations', 'topics']) {
      expect(await problemsWith({ [`${vocabulary}/Ny.md`]: named })).toEqual([
        `${vocabulary}/Ny.md:1:1: found "N" in the id "Ny"; expected a path of a-z, 0-9 and "-". ` +
          'Rename the file or its folder.',
      ]);
    }
  });

  test('are few enough for the names of files and folders', async () => {
    const name = 'a'.repeat(241);
    const expected =
      'an id of %; expected at most 240 in each part and 1000 in all. Shorten the name of the file or its folder.';
    const path = `articles/2021/05/04/${name}.md`;
    expect(await problemsWith({ [path]: article('date: 2021-05-04') })).toEqual([
      `${path}:1:1: found ${expected.replace('%', '252 characters')}`,
    ]);
    const person = `people/${'abc/'.repeat(250)}b.md`;
    expect(await problemsWith({ [person]: record('name: X', 'description: Y') })).toEqual([
      `${person}:1:1: found ${expected.replace('%', '1001 characters')}`,
    ]);
    expect(checkIds([{ file: '/people/x.md', id: 'a'.repeat(240) }])).toEqual([]);
    const formerIds = `formerIds: ["2021/05/04/${name}"]`;
    const [problem] = await problemsWith({
      'articles/2021/05/04/ferry.md': article('date: 2021-05-04', formerIds),
    });
    expect(problem).toContain('which no article can have had; expected a path like 2021/07/18/name');
  });

  test('leave no part empty', () => {
    expect(checkIds([{ file: '/people/a//b.md', id: 'a//b' }])).toMatchObject([
      { found: 'an empty part in the id "a//b"' },
    ]);
  });

  test('tell a record in a folder from a part of the list of the record above it', async () => {
    const path = 'places/osmark/2.md';
    expect(await problemsWith({ [path]: record('name: Second', 'description: A district') })).toEqual([
      `${path}:1:1: found the id "osmark/2", whose address is that of another page; ` +
        'expected a name with a letter in it, and not "index" or "undated". Rename the file.',
    ]);
  });

  test.for(['people/index.md', 'people/index/ada.md'])(
    'are not those of the lists of a vocabulary: %s',
    async (path) => {
      const [problem] = await problemsWith({ [path]: record('name: X', 'description: Y') });
      expect(problem).toContain('whose address is that of another page');
    },
  );

  test('are not those of the later pages of a date', async () => {
    const [problem] = await problemsWith({ 'articles/2021/05/page-2.md': article('date: 2021-05') });
    expect(problem).toContain(
      'articles/2021/05/page-2.md:1:1: found the id "2021/05/page-2"; expected a path like',
    );
  });
});

describe('two ids that differ only in case', () => {
  const twin = (id: string, other: string) =>
    `people/${id}.md:1:1: found the id "${id}", which differs from "${other}" only in case; ` +
    'expected ids that differ on every file system. Rename one of the two files.';

  test('are refused', async ({ skip }) => {
    const root = await makeContent({ 'people/ada-LIND.md': record('name: X', 'description: Y') });
    skip((await readdir(join(root, 'people'))).length < 3, 'The file system takes the two for one.');
    const problems = await problemsIn(root);
    expect(problems).toHaveLength(2);
    expect(problems).toContain(twin('ada-lind', 'ada-LIND'));
  });

  test('are refused also when only a folder differs', () => {
    const files = ['2021/ferry', '2021/FERRY', '2021/other'].map((id) => ({ file: `/${id}.md`, id }));
    expect(checkIds(files).filter(({ found }) => found.includes('case'))).toMatchObject([
      { file: '/2021/FERRY.md', line: 1, column: 1 },
    ]);
  });
});
