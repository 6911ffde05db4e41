import { afterEach, expect, test, vi } from 'vitest';

import { createWordLoader } from '../../../../src/search/text-index/load-words.ts';
import { encodeWords } from '../../../../src/search/text-index/word-file.ts';

afterEach(() => vi.unstubAllGlobals());

/** Looks for words that begin with "the", where the file that has it is of a size in kilobytes. */
async function findLonger(kilobytes: number) {
  const files = [
    ['the', 'own', kilobytes],
    ['then', 'next', 20],
    ['u', 'other', 1],
  ];
  const requested: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    requested.push(address.replace(/^.*\//, ''));
    if (address.includes('words.json')) return Response.json({ order: 'o', files });
    return new Response(encodeWords([], 0).words as Uint8Array<ArrayBuffer>);
  });
  const loader = createWordLoader(
    'https://example.org/pagefind/',
    Promise.resolve({ order: 'o', hash: 'h' }),
  );
  const { areAll } = await loader.findLonger('the');
  return { areAll, requested: requested.slice(1) };
}

test('longer words are looked for within what a search may load with the word itself', async () => {
  expect(await findLonger(100)).toEqual({ areAll: true, requested: ['own.words', 'next.words'] });
  expect(await findLonger(190)).toEqual({ areAll: false, requested: ['own.words'] });
});
