import { describe, expect, test } from 'vitest';

import { listTerms, readQuery } from '../../../../../src/search/browser/state/query.ts';

describe('readQuery', () => {
  test.for([
    ['ferry', ['ferry'], []],
    ['  ferry   harbour ', ['ferry', 'harbour'], []],
    ['"harbour master"', [], ['harbour master']],
    ['ferry "harbour  master" storm', ['ferry', 'storm'], ['harbour master']],
    ['“harbour master” «old town»', [], ['harbour master', 'old town']],
    ['"ferry', ['"ferry'], []],
    ['"" ferry', ['""', 'ferry'].filter((word) => word !== '""'), []],
    ['U.S. COVID-19 don’t', ['U.S.', 'COVID-19', 'don’t'], []],
    ['!!! —', [], []],
    ['王', ['王'], []],
    ['王毅', [], ['王 毅']],
    ['ferry 東京タワー', ['ferry'], ['東 京 タ ワ ー']],
    ['covid19患者', ['covid19'], ['患 者']],
    ['"王毅 访问"', [], ['王 毅 访 问']],
    ['说，船', [], ['说， 船']],
    ['Häuser корабли السفينة', ['Häuser', 'корабли', 'السفينة'], []],
  ] as const)('reads %s', ([text, words, phrases]) => {
    expect(readQuery(text)).toEqual({ words, phrases });
  });
});

describe('listTerms', () => {
  test('gives parts that read as the same query again', () => {
    for (const text of ['ferry "harbour master"', '王毅 ferry', '"a b" "c d" e']) {
      const query = readQuery(text);
      expect(readQuery(listTerms(query).join(' '))).toEqual(query);
    }
  });
});
