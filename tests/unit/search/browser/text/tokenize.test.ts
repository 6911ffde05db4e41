import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { tokenize } from '../../../../../src/search/browser/text/tokenize.ts';

const formsOf = (text: string) => {
  const { words, joined } = tokenize(text);
  return [words, joined]
    .map((tokens) => tokens.map(({ form }) => form).join(' '))
    .filter(Boolean)
    .join(' + ');
};

describe('tokenize', () => {
  test.for([
    ['The ferry left.', 'the ferry left'],
    ['a well-being day', 'a well being day + wellbeing'],
    ['state-of-the-art', 'state of the art'],
    ['1939-45, 555‑1234', '1939 45 555 1234'],
    ['O’Brien and OʼBrien’s', 'o brien and o brien + obrien obrien'],
    ['the mayor’s hat', 'the mayor hat'],
    ['Hawaiʻi', 'hawai i + hawaii'],
    ['l’univers d’aujourd’hui', 'l univers d aujourd hui + aujourdhui'],
    ['a har-\nbour, a Per-\nHolm', 'a har bour a per holm + harbour'],
    ['the U.S. and the E.U., i.e. both', 'the us and the eu ie both'],
    ['$1,000.50 or 1.000,50 or 1\u202f000', '1000 50 or 1000 50 or 1000'],
    ['1.05 and 10.5', '1 05 and 10 5'],
    ['C++, C# and C', 'cplusplus csharp and c'],
    ['Büro\u00adkratie', 'bürokratie'],
    ['oﬃcial ﬁle, Congreſs', 'official file congress'],
    ['Łódź Tromsø Søren İzmir Straße', 'lódź tromso soren izmir strasse'],
    ['ＡＢＣ ｶﾞｽ', 'abc ガ ス'],
    ['مُحَمَّدٌ والإسلام', 'محمد والاسلام'],
    ['שָׁלוֹם', 'שלום'],
    ['東京タワー，说船。', '東 京 タ ワ ー 说 船'],
    ['covid19患者', 'covid19 患 者'],
    ['ก็', 'ก็'],
    ['한국어 문장입니다', '한국어 문장입니다'],
    ['under_scored x=y', 'under scored x y'],
    ['!!! — …', ''],
  ] as const)('reads %s', ([text, forms]) => {
    expect(formsOf(text)).toBe(forms);
  });

  test('gives each word where it is printed', () => {
    const pieces = fc.constantFrom(
      'ferry',
      'O’Neill',
      '港口',
      'a-b',
      '1,000.5',
      'U.S.',
      ' ',
      '-',
      '’',
      '\n',
      'é',
      '́',
    );
    fc.assert(
      fc.property(
        fc.array(pieces).map((each) => each.join('')),
        (text) => {
          const { words, joined } = tokenize(text);
          for (const { form, start, end } of [...words, ...joined]) {
            expect(form).not.toBe('');
            expect(start).toBeLessThan(end);
          }
          for (const [index, { start }] of words.entries())
            expect(start).toBeGreaterThanOrEqual(words[index - 1]?.end ?? 0);
        },
      ),
    );
  });

  test('makes words without white space of every letter and digit, some of which stand for a space with a mark', () => {
    const signs = Array.from({ length: 0x32000 }, (_, code) => code)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code))
      .filter((sign) => /[\p{L}\p{N}]/u.test(sign));
    expect(signs.length).toBeGreaterThan(130_000);
    const { words } = tokenize(signs.map((sign) => `a${sign}`).join(' '));
    expect(words.filter(({ form }) => /\s/u.test(form))).toEqual([]);
  });
});
