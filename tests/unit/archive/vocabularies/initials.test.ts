import { describe, expect, test } from 'vitest';

import { groupByInitial } from '../../../../src/archive/vocabularies/initials.ts';
import { ids, makeArchive } from '../entries.ts';

/** The groups of records that go by these names, each with its names. */
function grouped(...names: string[]) {
  const people = Object.fromEntries(names.map((name, index) => [`p${index}`, { name }]));
  const { records } = makeArchive({ records: { people } });
  return groupByInitial(records.people).map(({ letter, records: group }) => [
    letter,
    group.map(({ sortName }) => sortName),
  ]);
}

describe('groupByInitial', () => {
  test('files under the first letter, capital or small', () => {
    expect(grouped('Ada', 'bo', 'Berg', 'al')).toEqual([
      ['A', ['Ada', 'al']],
      ['B', ['Berg', 'bo']],
    ]);
  });

  test('files under the letter without its diacritics', () => {
    expect(grouped('Élan', 'Emma', 'Ådne', 'Ada')).toEqual([
      ['A', ['Ada', 'Ådne']],
      ['E', ['Élan', 'Emma']],
    ]);
  });

  test('files under the sort name, not the name', () => {
    const { records } = makeArchive({
      records: { people: { ada: { name: 'Ada Lind', sortName: 'Lind, Ada' }, bo: { name: 'Bo' } } },
    });
    expect(groupByInitial(records.people).map(({ letter, records: group }) => [letter, ids(group)])).toEqual([
      ['B', ['bo']],
      ['L', ['ada']],
    ]);
  });

  test('files digits and signs together', () => {
    expect(grouped('9 May Street', '2nd Quay', '—', 'Ada')).toEqual([
      ['0–9', ['—', '2nd Quay', '9 May Street']],
      ['A', ['Ada']],
    ]);
  });

  test('passes over signs before the first letter', () => {
    expect(grouped('“Norden” line', 'Nils', 'Nyborg')).toEqual([['N', ['Nils', '“Norden” line', 'Nyborg']]]);
  });

  test('has its letters in their order also when a name begins with a sign', () => {
    expect(grouped('“Zebra” line', 'Ada', 'Zorn').map(([letter]) => letter)).toEqual(['A', 'Z']);
  });

  test('files each script under its own letters', () => {
    expect(grouped('Анна', 'Wang', '王毅', 'بشار', 'Ωμέγα').map(([letter]) => letter)).toEqual([
      'W',
      'Ω',
      'А',
      'ب',
      '王',
    ]);
  });

  test('files letters of two code units under themselves', () => {
    expect(grouped('𠮷野', '𞤀𞤣𞤢').map(([letter]) => letter)).toEqual(['𞤀', '𠮷']);
  });

  test('gives each group an anchor of its own', () => {
    const { records } = makeArchive({
      records: { people: { ada: { name: 'Ada' }, two: { name: '2nd' }, wang: { name: '王' } } },
    });
    expect(groupByInitial(records.people).map(({ anchor }) => anchor)).toEqual([
      'letter-0-9',
      'letter-a',
      'letter-u738b',
    ]);
  });

  test('makes no groups of no records', () => {
    expect(groupByInitial([])).toEqual([]);
  });
});
