import { expect, test } from 'vitest';

import { foldWord } from '../../../../src/search/browser/text/fold-for-search.ts';
import { findPhrase } from '../../../../src/search/text-index/find-phrase.ts';
import type { LoadedWord } from '../../../../src/search/text-index/load-words.ts';
import { mergeWords } from '../../../../src/search/text-index/merge-words.ts';
import { encodePartWords, type Occurrences } from '../../../../src/search/text-index/part-words.ts';
import { createRandom } from '../../../../src/system/random.ts';

const random = createRandom(23);
const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? '';
const words = ['the', 'of', 'à', 'in', 'ministry', 'finance', 'ferry', 'séance', 'office', 's'];

/** Texts of 40 words. */
const texts = Array.from({ length: 60 }, () => Array.from({ length: 40 }, () => pick(words)));

/** The words of the texts, as a browser loads them. */
function indexTexts(): LoadedWord[] {
  const found = new Map<string, Occurrences[]>();
  for (const [article, text] of texts.entries())
    for (const word of new Set(text)) {
      const inText = text.flatMap((each, position) => (each === word ? [position] : []));
      found.set(word, [...(found.get(word) ?? []), { article, inTitle: [], inText }]);
    }
  const lengths = texts.map(({ length }) => length);
  return [...mergeWords([{ words: encodePartWords(found, lengths), articles: texts.length }])].map(
    (word) => ({
      ...word,
      folded: foldWord(word.form),
      loadPositions: async () => word.positions,
    }),
  );
}

/** The numbers of the texts that have a phrase. */
async function findTexts(phrase: readonly string[], index: readonly LoadedWord[]): Promise<number[]> {
  const spellings = phrase.map((word) => index.filter(({ folded }) => folded === foldWord(word)));
  const scores = await findPhrase(spellings, new Float32Array(texts.length));
  return Array.from(scores.keys()).filter((number) => (scores[number] ?? 0) > 0);
}

function scanTexts(phrase: readonly string[]): number[] {
  const sought = ` ${phrase.map(foldWord).join(' ')} `;
  return texts.flatMap((text, number) =>
    ` ${text.map(foldWord).join(' ')} `.includes(sought) ? [number] : [],
  );
}

test('phrases are found where texts have their words one after another, whatever the diacritics', async () => {
  const index = indexTexts();
  let found = 0;
  for (let time = 0; time < 600; time++) {
    const phrase = Array.from({ length: 2 + (time % 4) }, () => pick(words));
    const numbers = await findTexts(phrase, index);
    expect(numbers, phrase.join(' ')).toEqual(scanTexts(phrase));
    found += numbers.length;
  }
  expect(found).toBeGreaterThan(1000);
});
