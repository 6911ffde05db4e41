import { describe, expect, test } from 'vitest';

import { createNameFinder, type NamedRecord } from '../../../src/markdown/name-finder.ts';

const record = (hyphenJoins: boolean, ...names: string[]): NamedRecord => ({ key: 'x', names, hyphenJoins });
const found = (records: NamedRecord[], text: string) =>
  createNameFinder(records)(text, 'en').map(({ start, end }) => text.slice(start, end));

describe('createNameFinder', () => {
  test.for<[string, boolean, string, string, string[]]>([
    ['a whole word', false, 'China', 'China, Chinatown and MaChina.', ['China']],
    ['not the beginning of a word', false, 'Syria', 'Syrian aid, Syria1 and Syria_x.', []],
    ['not a word with another accent', false, 'Jose', 'José and Jose\u0301.', []],
    [
      'with the same letters, or all in capitals',
      false,
      'China',
      'CHINA china cHINA China',
      ['CHINA', 'China'],
    ],
    ['in capitals with all that belongs to it', true, "Ada O'Lind", 'ADA O’LIND, ADA O’Lind', ['ADA O’LIND']],
    ['in capitals, though not one that makes another word', false, 'Who', 'WHO asked Who?', ['Who']],
    [
      'with an apostrophe of any kind',
      true,
      "Ada O'Lind",
      'Ada OʼLind, Ada O‘Lind, Ada O`Lind',
      ['Ada OʼLind', 'Ada O‘Lind', 'Ada O`Lind'],
    ],
    [
      'with a hyphen of any kind',
      true,
      'Jean-Luc',
      'Jean‐Luc, Jean‑Luc, Jean–Luc',
      ['Jean‐Luc', 'Jean‑Luc', 'Jean–Luc'],
    ],
    [
      'with soft hyphens',
      false,
      'Norhaven',
      'Nor\u00adha\u00adven, \u00adNorhaven',
      ['Nor\u00adha\u00adven', 'Norhaven'],
    ],
    [
      'with ligatures and letters of full width',
      false,
      'Cliff',
      'Cli\ufb00, Ｃｌｉｆｆ',
      ['Cli\ufb00', 'Ｃｌｉｆｆ'],
    ],
    ['with a decomposed letter', false, 'José', 'Jose\u0301', ['Jose\u0301']],
    ['before an apostrophe and s', false, 'China', "China’s and China's", ['China', 'China']],
    ['a place beside a hyphen', false, 'China', 'China-based, Indo-China', ['China', 'China']],
    ['no person beside a hyphen', true, 'Wang Yi', 'Wang Yi-fan, Li-Wang Yi, Wang Yi‑fan', []],
    [
      'a person before a dash',
      true,
      'Wang Yi',
      'Wang Yi—who, Wang Yi - who, Wang Yi-',
      Array(3).fill('Wang Yi'),
    ],
    ['within a Chinese text', true, '王毅', '外长王毅说王毅', ['王毅', '王毅']],
    ['with edges where a name ends in Latin', true, '王Yi', '外王Yi，王Yis', ['王Yi']],
    ['in Latin within a Chinese text', false, 'WHO', '因此WHO说，WHOs', ['WHO']],
    ['in Latin beside the long vowel mark of Katakana', false, 'WHO', 'ドクターWHOー', ['WHO']],
    ['not before a combining tilde, which Thai shares with Latin', false, 'Pen', 'Pen\u0303a', []],
    ['in Thai, which has no spaces', false, 'ไทย', 'ประเทศไทยวันนี้', ['ไทย']],
    ['a whole word in Arabic', false, 'الصين', 'الصين والصين', ['الصين']],
    ['a whole word in Korean', false, '중국', '중국 외교, 중국인', ['중국']],
    ['beside a letter of two code units', false, '𐐀b', '𐐀b 𐐁𐐀b 𐐀b𐐁', ['𐐀b']],
    [
      'with the signs of regular expressions',
      false,
      'A.B (c)? [d]* $^|\\',
      'A.B (c)? [d]* $^|\\ AxB c',
      ['A.B (c)? [d]* $^|\\'],
    ],
    ['with any white space', false, 'Port of Call', 'Port\nof\u00A0Call', ['Port\nof\u00A0Call']],
    ['with several spaces', false, 'Port of Call', 'Port  of \tCall', ['Port  of \tCall']],
    ['after several spaces', false, 'Port of Call', ' \n In  the   Port  of Call ', ['Port  of Call']],
    ['with either apostrophe', false, "Port d'Or", "Port d’Or, Port d'Or", ['Port d’Or', "Port d'Or"]],
    [
      'that the record writes with a curly one',
      false,
      'Port d’Or',
      "Port d’Or, Port d'Or",
      ['Port d’Or', "Port d'Or"],
    ],
  ])('finds a name %s', ([, hyphenJoins, name, text, expected]) => {
    expect(found([record(hyphenJoins, name)], text)).toEqual(expected);
  });

  test('takes the longest name of those that begin at one place, and knows a part of a longer one', () => {
    const finder = createNameFinder([
      { key: 'short', names: ['Port'], hyphenJoins: false },
      { key: 'long', names: ['Port of Call'], hyphenJoins: false },
      { key: 'middle', names: ['Port of'], hyphenJoins: false },
    ]);
    expect(finder('Port of Call, Port of Callao, Port', 'en')).toEqual([
      { key: 'long', start: 0, end: 12, isPart: false },
      { key: 'middle', start: 14, end: 21, isPart: true },
      { key: 'short', start: 30, end: 34, isPart: false },
    ]);
  });

  test('finds no name within another', () => {
    const finder = createNameFinder([
      { key: 'first', names: ['Bank of Norhaven'], hyphenJoins: false },
      { key: 'second', names: ['Norhaven Board'], hyphenJoins: false },
    ]);
    expect(finder('Bank of Norhaven Board', 'en')).toEqual([
      { key: 'first', start: 0, end: 16, isPart: false },
    ]);
  });

  test('gives a name of two records to the first', () => {
    const records = ['a', 'b'].map((key) => ({ key, names: ['Osmark'], hyphenJoins: false }));
    expect(createNameFinder(records)('Osmark', 'en')).toEqual([
      { key: 'a', start: 0, end: 6, isPart: false },
    ]);
  });

  test('finds nothing when there is nothing to look for', () => {
    expect(createNameFinder([])('Osmark', 'en')).toEqual([]);
    expect(createNameFinder([record(false, 'Osmark')])('', 'en')).toEqual([]);
  });
});
