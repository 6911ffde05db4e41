import { afterEach, describe, expect, test, vi } from 'vitest';

import type { Authority } from '../../../src/archive/vocabularies/authority.ts';
import { findNamed } from '../../../src/search/browser/names/name-cards.ts';
import { fileOfPrefix, findNames } from '../../../src/search/browser/names/find-names.ts';
import { authors as authorIndex } from '../../../src/records/name-indexes.ts';
import { createNameTree } from '../../../src/search/name-tree.ts';

function record(id: string, name: string, count: number, variants: string[] = []): Authority {
  return {
    key: `people/${id}`,
    id,
    name,
    variants,
    description: `${name}.`,
    articles: Array(count),
  } as unknown as Authority;
}

const few = [
  record('assad', 'Bashar al-Assad', 3, ['بشار الأسد']),
  record('wang', 'Wang Yi', 5, ['王毅']),
  record('wang-bo', 'Wang Bo', 9),
  record('elodie', 'Élodie Brøgger', 1),
];
const many = Array.from({ length: 3000 }, (_, index) =>
  record(`p${index}`, `${'abcdefgh'[index % 8]}${index} Smith${index % 2 ? '' : ` ${index}`}`, 3000 - index),
);

let folders = 0;

/** Serves the files of some records. */
function serve(
  people: Authority[],
  authors: Authority[] = [],
): { folder: string; asked: string[]; missing: string[]; files: number; largest: number } {
  const records = { people, places: [], organizations: [], topics: [], publications: [], authors };
  const tree = new Map(
    createNameTree({ records }).map(({ file, node }) => [`${file}.json`, JSON.stringify(node)]),
  );
  // The module keeps files by their addresses.
  const folder = `https://site.test/${++folders}/`;
  const asked: string[] = [];
  const missing: string[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    const file = address.slice(folder.length);
    asked.push(file);
    const text = tree.get(file);
    if (text === undefined) missing.push(file);
    return Promise.resolve(new Response(text ?? '', { status: text === undefined ? 404 : 200 }));
  });
  return {
    folder,
    asked,
    missing,
    files: tree.size,
    largest: Math.max(...Array.from(tree.values(), ({ length }) => length)),
  };
}

afterEach(() => vi.unstubAllGlobals());
const idsOf = async (found: ReturnType<typeof findNames>) =>
  (await found).map(([, key]) => key.split('/')[1]);

describe('a few names', () => {
  test('are one file', async () => {
    const { folder, asked, files } = serve(few);
    await findNames(folder, 'wang yi');
    expect(files).toBe(1);
    expect(asked).toEqual(['all.json']);
  });

  test.for([
    ['assad', ['assad']],
    ['al-Assad', ['assad']],
    ['Bashar al', ['assad']],
    ['بشار', ['assad']],
    ['王毅', ['wang']],
    ['wang', ['wang-bo', 'wang']],
    ['elodie brogger', ['elodie']],
    ['ang', []],
    ['', ['wang-bo', 'wang', 'assad', 'elodie']],
  ] as const)('are found by words, variants, any script and without diacritics: %s', async ([text, ids]) => {
    expect(await idsOf(findNames(serve(few).folder, text))).toEqual(ids);
  });

  test('have a card when words are a whole name, or whole words of one', async () => {
    const named = (text: string) => idsOf(findNamed(serve(few).folder, text));
    expect(await named('wang yi')).toEqual(['wang']);
    expect(await named('Assad')).toEqual(['assad']);
    expect(await named('wang')).toEqual(['wang-bo', 'wang']);
    expect(await named('wan')).toEqual([]);
    expect(await named('')).toEqual([]);
    expect(await named('wang yi ferry')).toEqual([]);
  });
});

test('authors are found by their names, unless they have a record, which is found', async () => {
  const [wang] = few;
  const named = { ...record('jane', 'Jane Holm', 2), vocabulary: authorIndex, key: 'authors/jane' };
  const known = { ...record('wang', 'Wang Yi', 2), vocabulary: authorIndex, counterpart: wang };
  const { folder } = serve(few, [named, known]);
  expect(await idsOf(findNames(folder, 'holm'))).toEqual(['jane']);
  expect(await idsOf(findNames(folder, 'wang yi'))).toEqual(['wang']);
});

describe('thousands of names', () => {
  test('are small files, of which a few are asked for', async () => {
    const { folder, asked, files, largest } = serve(many);
    expect(await idsOf(findNames(folder, 'b2993'))).toEqual(['p2993']);
    expect(files).toBeGreaterThan(20);
    expect(largest).toBeLessThan(20_000);
    expect(asked.length).toBeLessThanOrEqual(6);
  });

  test('ask for no file that is not there', async () => {
    const { folder, asked, missing } = serve(many);
    for (const text of ['zebra', 'a9 x', 'smyth', 'smith 4x', '王'])
      expect(await findNames(folder, text), text).toEqual([]);
    expect(asked.length).toBeGreaterThan(2);
    expect(missing).toEqual([]);
  });

  test('are each found by every word of theirs that tells them apart', async () => {
    const { folder } = serve(many);
    for (const { id, name } of many.filter((_, index) => index % 97 === 0)) {
      expect(await idsOf(findNames(folder, name)), name).toContain(id);
      if (Number(id.slice(1)) % 2 === 0) {
        expect(await idsOf(findNames(folder, `smith ${id.slice(1)}`)), name).toContain(id);
      }
    }
  });

  test('give those of most articles for what many begin with', async () => {
    const { folder } = serve(many);
    expect((await idsOf(findNames(folder, 'smith'))).slice(0, 3)).toEqual(['p0', 'p1', 'p2']);
    expect((await idsOf(findNames(folder, ''))).slice(0, 2)).toEqual(['p0', 'p1']);
  });
});

describe.for([
  ['letters', 'The permanent subcommittee on the inspection of harbours, quays and landing stages of '],
  ['Chinese characters', '港口碼頭常設檢查小組委員會'.repeat(6)],
  ['characters of four bytes', '𐐷'.repeat(90)],
] as const)('names that have many %s in common', ([, start]) => {
  const records = Array.from({ length: 400 }, (_, index) =>
    record(`p${index}`, `${start}${index}`, 400 - index),
  );

  test('are in files whose names every file system takes', () => {
    const tree = createNameTree({
      records: { people: records, places: [], organizations: [], topics: [], publications: [], authors: [] },
    });
    for (const { file } of tree) expect(`${file}.json`.length).toBeLessThanOrEqual(255);
    const longest = Math.max(...tree.map(({ file }) => file.split('-').length));
    expect(longest).toBe(32);
  });

  test('are found', async () => {
    const { folder } = serve(records);
    expect(await idsOf(findNames(folder, `${start}399`))).toEqual(['p399']);
    expect(await idsOf(findNames(folder, start.slice(0, 50)))).toContain('p0');
  });
});

describe('fileOfPrefix', () => {
  test('is in ASCII whatever the script', () => {
    expect(fileOfPrefix('')).toBe('all');
    expect(fileOfPrefix('wa')).toBe('77-61');
    expect(fileOfPrefix('王 b')).toBe('738b-20-62');
  });
});
