import { expect, test } from 'vitest';

import { foldWord } from '../../../../src/search/browser/text/fold-for-search.ts';
import { findPhrase } from '../../../../src/search/text-index/find-phrase.ts';
import { functionWords, numberOfFunctionWord } from '../../../../src/search/text-index/function-words.ts';
import type { LoadedWord } from '../../../../src/search/text-index/load-words.ts';
import { mergeWords } from '../../../../src/search/text-index/merge-words.ts';
import { encodePartWords, type Occurrences } from '../../../../src/search/text-index/part-words.ts';
import { createRandom } from '../../../../src/system/random.ts';

const random = createRandom(23);
const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? '';
const words = ['the', 'of', 'à', 'in', 'ministry', 'finance', 'ferry', 'séance', 'office', 's'];

/** How many words each title has; a mark, which no phrase reaches over, stands between it and the text. */
const titleLength = 6;

/** Titles and texts of 40 words together, of which half are function words. */
const texts = Array.from({ length: 60 }, () => Array.from({ length: 40 }, () => pick(words)));

/** The words of some texts, and which of them had their positions loaded. */
function indexTexts(texts: readonly (readonly string[])[]) {
  const found = new Map<string, Occurrences[]>();
  for (const [article, text] of texts.entries())
    for (const word of new Set(text)) {
      const at = text.flatMap((each, position) => (each === word ? [position] : []));
      const positions = at.map((position) => (position < titleLength ? position : position + 1));
      const inTitle = at.filter((position) => position < titleLength).length;
      found.set(word, [...(found.get(word) ?? []), { article, inTitle, positions }]);
    }
  const lengths = texts.map(({ length }) => length);
  const encoded = encodePartWords(found, lengths);
  const readBytes = (start: number, length: number) => encoded.subarray(start, start + length);
  const part = { readBytes, articles: texts.length };
  const loaded: string[] = [];
  const all = [...mergeWords([part])].map((word): LoadedWord => ({
    ...word,
    folded: foldWord(word.form),
    loadPositions: async () => {
      loaded.push(word.form);
      return word.positions;
    },
  }));
  const loader = {
    loadTable: async () => ({ functionWords }),
    findWord: async (word: string) => all.filter(({ folded }) => folded === word),
  };
  return { loaded, loader };
}

/** The numbers of the texts that have a phrase. */
async function findTexts(phrase: readonly string[], { loader } = indexTexts(texts)): Promise<number[]> {
  const scores = await findPhrase(phrase, loader, new Float32Array(texts.length));
  return Array.from(scores.keys()).filter((number) => (scores[number] ?? 0) > 0);
}

function scanTexts(phrase: readonly string[]): number[] {
  const sought = ` ${phrase.map(foldWord).join(' ')} `;
  const join = (words: readonly string[]) => ` ${words.map(foldWord).join(' ')} `;
  return texts.flatMap((text, number) => {
    const sections = [join(text.slice(0, titleLength)), join(text.slice(titleLength))];
    return sections.some((section) => section.includes(sought)) ? [number] : [];
  });
}

test('phrases are found where texts have them, with function words at any place in them', async () => {
  const index = indexTexts(texts);
  let found = 0;
  for (let time = 0; time < 600; time++) {
    const phrase = Array.from({ length: 2 + (time % 4) }, () => pick(words));
    const numbers = await findTexts(phrase, index);
    expect(numbers, phrase.join(' ')).toEqual(scanTexts(phrase));
    found += numbers.length;
  }
  expect(found).toBeGreaterThan(1000);
});

test('function words before another word are not loaded, those at the end are', async () => {
  const [before, after] = [indexTexts(texts), indexTexts(texts)];
  await findTexts(['the', 'ministry', 'of', 'the', 'ferry'], before);
  expect(before.loaded).toEqual(['ministry', 'ferry']);
  await findTexts(['the', 'ferry', 'of', 'the'], after);
  expect(after.loaded).toEqual(['ferry', 'of', 'the']);
});

test('function words have numbers that fit into a byte, whatever their diacritics', () => {
  expect(numberOfFunctionWord('the')).toBe(1);
  expect(numberOfFunctionWord(foldWord('für'))).toBe(numberOfFunctionWord('fur'));
  expect(numberOfFunctionWord('ferry')).toBe(0);
  expect(functionWords.length).toBeLessThan(256);
});
