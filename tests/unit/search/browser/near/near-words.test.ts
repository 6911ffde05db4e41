import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

import { findNearWords } from '../../../../../src/search/browser/near/near-words.ts';
import { createWordList } from '../../../../../src/search/text-index/word-list.ts';

describe('findNearWords', () => {
  const list = 'harbour inflation\nflughafen stoltenberg volcker winterhafen\nvolcer\n';

  test.for([
    ['inflaton', ['inflation'], []],
    ['stoltenburg', ['stoltenberg'], []],
    ['volker', ['volcer', 'volcker'], []],
    ['harbor', ['harbour'], []],
    ['hafen', [], ['flughafen', 'winterhafen']],
    ['xylophone', [], []],
  ] as const)('of %s', ([word, similar, containing]) => {
    const near = findNearWords(word, list);
    expect(near.similar.toSorted()).toEqual(similar);
    expect(near.containing).toEqual(containing);
  });

  test('does not offer the word itself', () => {
    expect(findNearWords('harbour', list)).toEqual({ similar: [], containing: [] });
  });
});

describe('createWordList', () => {
  test('has the words of the most articles first, without numbers and short ones', () => {
    const list = createWordList();
    for (const [word, articles] of [
      ['ferry', 3],
      ['harbour', 120],
      ['the', 500],
      ['1987', 40],
      ['bridge', 7],
    ] as const)
      list.add(word, articles);
    expect(list.write()).toBe('harbour\nbridge ferry\n');
  });

  test('leaves out the rarest words of a large index', () => {
    const list = createWordList();
    for (let number = 0; number < 40_000; number++)
      list.add(
        `w${(number * 7919).toString(26).replace(/\d/g, 'z')}${'abcdefgh'[number % 8]}rt`,
        40_000 - number,
      );
    const written = list.write();
    expect(gzipSync(written).length).toBeLessThan(38_001);
    expect(written.split(/\s/).length).toBeGreaterThan(1_000);
  });
});
