import { describe, expect, test } from 'vitest';

import { readQuery, writeQuery, type Term } from '../../../../../src/search/browser/state/query.ts';

const shown = ({ words, joined, isExact }: Term) =>
  `${isExact ? '=' : ''}${words.join(' ')}${joined === undefined ? '' : `/${joined}`}`;

/** A query in one line: what all articles have, with `|` between alternatives; what none has; what was ignored. */
function read(text: string): string {
  const { all, none, ignored } = readQuery(text);
  const parts = [
    ...all.map(({ terms }) => terms.map(shown).join(' | ')),
    ...none.map((term) => `NOT ${shown(term)}`),
    ...ignored.map((sign) => `IGNORED ${sign}`),
  ];
  return parts.join('; ');
}

describe('readQuery', () => {
  test.for([
    ['ferry', 'ferry'],
    ['  Ferry   harbour ', 'ferry; harbour'],
    ['"harbour  master"', '=harbour master'],
    ['ferry "harbour master" storm', 'ferry; =harbour master; storm'],
    ['“harbour master” «old town»', '=harbour master; =old town'],
    ['"ferries"', '=ferries'],
    ['"ferry', 'ferry; IGNORED "'],
    ['"" ferry', 'ferry; IGNORED "'],
    ['ferry -strike', 'ferry; NOT strike'],
    ['ferry -"night train"', 'ferry; NOT =night train'],
    ['-strike', 'NOT strike'],
    ['ferry OR tram harbour', 'ferry | tram; harbour'],
    ['ferry|tram | "night train"', 'ferry | tram | =night train'],
    ['ferry AND tram and bus or car', 'ferry; tram; and; bus; or; car'],
    ['OR ferry OR', 'ferry; IGNORED OR'],
    ['ferry & tram - *', 'ferry; tram; IGNORED &; IGNORED -; IGNORED *'],
    ['harb* ferry~2 $5', 'harb; ferry 2; =5; IGNORED *; IGNORED ~; IGNORED $'],
    ['U.S. COVID-19 don’t', 'us; covid 19/covid19; don t/dont'],
    ['l’univers O’Brien’s', 'l univers; o brien/obrien'],
    ['1.05 1,000 AT&T C++', '1 05; 1000; at t; cplusplus'],
    ['!!! —', 'IGNORED !!!; IGNORED —'],
    ['王', '=王'],
    ['王毅', '王 毅'],
    ['ferry 東京タワー', 'ferry; 東 京 タ ワ ー'],
    ['"王毅 访问"', '=王 毅 访 问'],
    ['Łódź ﬂeet ＡＢＣ ｶﾀｶﾅ', 'lódź; fleet; abc; カ タ カ ナ'],
  ] as const)('reads %s', ([text, expected]) => {
    expect(read(text)).toBe(expected);
  });
});

describe('writeQuery', () => {
  test('writes what reads as the same query again', () => {
    for (const text of [
      'ferry "harbour master"',
      '王毅 -ferry',
      '"a b" OR "c d" e -"f g"',
      'a|b AND c',
      '-a',
    ]) {
      const query = readQuery(text);
      expect(readQuery(writeQuery(query))).toEqual(query);
    }
  });
});
