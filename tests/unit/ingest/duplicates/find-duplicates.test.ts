import { describe, expect, test } from 'vitest';

import {
  createTextCollection,
  fingerprintOf,
  threshold,
} from '../../../../src/ingest/duplicates/find-duplicates.ts';

const words = Array.from({ length: 400 }, (_, index) => `word${(index * 7919) % 1009}`);
const text = (list: readonly string[]) => fingerprintOf(list.join(' '));

/** The share of runs of five words that two texts have in common, counted. */
function likenessOf(a: readonly string[], b: readonly string[]): number {
  const runs = (list: readonly string[]) =>
    new Set(list.slice(0, -4).map((_, index) => list.slice(index, index + 5).join(' ')));
  const [one, other] = [runs(a), runs(b)];
  return one.intersection(other).size / one.union(other).size;
}

describe('createTextCollection', () => {
  test('knows the same words, whatever signs, case, mark-up and notes are about them', () => {
    const texts = createTextCollection();
    texts.add(
      '2021/a',
      fingerprintOf(
        'The *harbour* was closed.[^gap] “Nobody knew,” he said.\n\n[^gap]: A word\n    is lost.\n',
      ),
    );
    const same = fingerprintOf('THE HARBOUR\nwas closed. "Nobody knew", he said');
    expect(texts.find(same)).toEqual({ id: '2021/a', likeness: 1 });
    expect(texts.find(fingerprintOf('The harbour was closed. Somebody knew, he said'))?.likeness).not.toBe(1);
  });

  test('never says that words are the same of which one is another', () => {
    const texts = createTextCollection();
    const long = Array.from({ length: 20_000 }, (_, index) => `word${(index * 7919) % 10_007}`);
    texts.add('one', text(long));
    for (let place = 100; place < 20_000; place += 500)
      expect(texts.find(text(long.with(place, 'other')))?.likeness).toBe(0.99);
  });

  test('knows each of thousands of texts again', () => {
    const texts = createTextCollection();
    for (let number = 0; number < 3000; number++)
      texts.add(`text-${number}`, fingerprintOf(`Text ${number}`));
    for (let number = 0; number < 3000; number++)
      expect(texts.find(fingerprintOf(`text, ${number}`))).toEqual({ id: `text-${number}`, likeness: 1 });
  });

  test.for([1, 3, 5])('says how near a text is in which %i words are others', (changed) => {
    const texts = createTextCollection();
    texts.add('one', text(words));
    const near = words.map((word, index) => (index < changed * 40 && index % 40 === 20 ? 'other' : word));
    const found = texts.find(text(near));
    expect(found?.id).toBe('one');
    expect(found?.likeness).toBeGreaterThanOrEqual(threshold);
    expect(Math.abs((found?.likeness ?? 0) - likenessOf(words, near))).toBeLessThan(0.1);
  });

  test('passes over what is not near', () => {
    const texts = createTextCollection();
    texts.add('one', text(words));
    const other = words.map((word, index) => (index % 10 === 5 ? 'other' : word));
    expect(likenessOf(words, other)).toBeLessThan(threshold - 0.2);
    expect(texts.find(text(other))).toBeUndefined();
  });

  test('tells of the nearest of several', () => {
    const texts = createTextCollection();
    texts.add('far', text([...words.slice(0, 350), ...words.slice(0, 50).map((word) => `x${word}`)]));
    texts.add('near', text([...words.slice(0, 395), 'a', 'b', 'c', 'd', 'e']));
    expect(texts.find(text(words))?.id).toBe('near');
  });

  test('takes neither texts without words for the same nor texts on one subject for near', () => {
    const texts = createTextCollection();
    texts.add('none', fingerprintOf('🚢 … —'));
    texts.add('one', text(words));
    expect(texts.find(fingerprintOf('🚀 !'))).toBeUndefined();
    expect(texts.find(text(words.toReversed()))).toBeUndefined();
  });

  test.for([
    ['zh', '港口于星期日因大风关闭渡轮停航数百名旅客滞留码头', '。完'],
    ['lo', 'ທ່າເຮືອຖືກປິດໃນວັນອາທິດຍ້ອນລົມແຮງ', ' ຈົບ'],
    ['my', 'လေပြင်းတိုက်ခတ်မှုကြောင့်ဆိပ်ကမ်းကိုပိတ်ခဲ့သည်', '။ ပြီး'],
  ])(
    'compares characters where words have no spaces between them: %s',
    ([language = '', sentence = '', end = '']) => {
      const texts = createTextCollection();
      texts.add(language, fingerprintOf(sentence.repeat(3)));
      expect(texts.find(fingerprintOf(`${sentence.repeat(3)}${end}`))?.id).toBe(language);
    },
  );
});
