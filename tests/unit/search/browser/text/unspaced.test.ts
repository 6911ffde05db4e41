import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { unspacedScripts } from '../../../../../src/records/unspaced-scripts.ts';
import {
  removeSpaces,
  hasUnspaced,
  joiner,
  joinCharacters,
  separateCharacters,
} from '../../../../../src/search/browser/text/unspaced.ts';

describe('separateCharacters', () => {
  test.for([
    ['ferry to Norhaven', 'ferry to Norhaven'],
    ['港口', '港|口'],
    ['港口 news', '港|口 news'],
    ['covid19患者', 'covid19|患|者'],
    ['(王毅)', '(|王|毅)'],
    ['说，船到。', '说，|船|到。'],
    ['ーチ、「港」', 'ー|チ、「|港」'],
    ['ก็', 'ก็'],
    ['Baʼath', 'Baʼath'],
    ['корабли السفينة 한국어', 'корабли السفينة 한국어'],
  ])('separates %s', ([text, parted]) => {
    expect(separateCharacters(text as string)).toBe((parted as string).replaceAll('|', `${joiner} `));
  });

  test('loses nothing of any text', () => {
    const letters = fc.constantFrom('港', '口', 'ー', '。', 'a', ' ', '1', 'ก', '็', '\n', '、', 'é');
    fc.assert(
      fc.property(
        fc.array(letters).map((each) => each.join('')),
        (text) => {
          expect(joinCharacters(separateCharacters(text))).toBe(text);
        },
      ),
    );
  });
});

describe('removeSpaces', () => {
  test.for([
    ['王 毅', '王毅'],
    ['ไ ท ย', 'ไทย'],
    ['东 京 Tower 2', '东京 Tower 2'],
    ['harbour master', 'harbour master'],
  ])('closes %s up', ([parted, text]) => {
    expect(removeSpaces(parted as string)).toBe(text);
  });
});

describe('hasUnspaced', () => {
  test('knows the scripts that are written without spaces', () => {
    expect(['港', 'タ', 'ไทย', 'ខ្មែរ', 'မြန်'].every(hasUnspaced)).toBe(true);
    expect(['a', 'я', 'ب', '한', '1', '—'].some(hasUnspaced)).toBe(false);
  });

  test('misses no character of theirs, wherever Unicode has it', () => {
    const letter = new RegExp(`[${unspacedScripts}&&[\\p{L}\\p{N}]]`, 'v');
    const missed = Array.from({ length: 0x110000 }, (_, code) => code)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code))
      .filter((each) => letter.test(each) !== hasUnspaced(each));
    expect(missed).toEqual([]);
  });
});
