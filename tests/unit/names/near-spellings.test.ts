import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { keysOf, soundOf } from '../../../src/names/propose/near-spellings.ts';

describe('the sound of a name', () => {
  test.for([
    ['Gaddafi', 'Qaddafi', 'Kadhafi', 'Gadhafi', 'Khadafy'],
    ['Yanukovych', 'Yanukovich', 'Janukowitsch', 'Ianoukovitch'],
    ['Yushchenko', 'Juschtschenko', 'Iouchtchenko'],
    ['Hussein', 'Husein', 'Hussain', 'Houssein'],
    ['Wałęsa', 'Walesa', 'WALESA'],
    ['Gorbachev', 'Gorbatchev'],
  ])('is that of all its spellings in Latin letters: %s, %s …', (spellings) => {
    expect(new Set(spellings.map(soundOf)).size).toBe(1);
  });

  test.for([
    ['Holm', 'Lund'],
    ['Marina', 'Martin'],
    ['Abbas', 'Aziz'],
    ['Harrow', 'Barrow'],
  ])('of %s is not that of %s', ([one = '', other = '']) => {
    expect(soundOf(one)).not.toBe(soundOf(other));
  });

  test('is compared in any order of the words, and without initials', () => {
    expect(keysOf('Yi Wangfan')).toEqual(keysOf('Wangfan Yi'));
    expect(keysOf('Orla B. Venn')).toEqual(keysOf('Orla Venn'));
    expect(keysOf('Holm')).toEqual([]);
  });

  test('is made of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(soundOf(text)).toBe(soundOf(text.toUpperCase().toLowerCase().toUpperCase()));
      }),
    );
  });
});
