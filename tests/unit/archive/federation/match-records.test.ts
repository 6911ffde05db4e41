import { describe, expect, test } from 'vitest';

import {
  identifyAddress,
  matchRecords,
  type MatchedArchive,
} from '../../../../src/archive/federation/match-records.ts';
import { mapVocabularies } from '../../../../src/records/vocabularies.ts';

interface Entry {
  id: string;
  data: { sameAs: string[]; replacedBy?: string };
}

/** An archive with people: their ids, with the names of what each is the same as. */
function archive(
  name: string,
  people: Record<string, string[] | { replacedBy: string; sameAs?: string[] }>,
): MatchedArchive<Entry> {
  const entries = Object.entries(people).map(([id, given]): Entry => {
    const { sameAs = [], ...data } = Array.isArray(given) ? { sameAs: given } : given;
    return { id, data: { ...data, sameAs: sameAs.map((each) => `https://names.example.org/${each}`) } };
  });
  return { name, records: mapVocabularies((vocabulary) => (vocabulary === 'people' ? entries : [])) };
}

/** The people of a federation: their ids, each with where it is from. */
function match(...archives: MatchedArchive<Entry>[]): Record<string, string[]> {
  const { records } = matchRecords(archives);
  return Object.fromEntries(
    records.people.map(({ id, sources }) => [
      id,
      sources.map(({ archive: name, entry }) => `${name}/${entry.id}`),
    ]),
  );
}

describe('records of several archives', () => {
  test('are one where they share an address, also by way of others', () => {
    expect(
      match(
        archive('gazette', { ada: ['1'], ben: ['4'] }),
        archive('herald', { lind: ['2', '3'] }),
        archive('courrier', { 'a-lind': ['3', '1'] }),
      ),
    ).toEqual({ ada: ['gazette/ada', 'herald/lind', 'courrier/a-lind'], ben: ['gazette/ben'] });
  });

  test('stay apart where they share none, even if their ids are the same', () => {
    expect(
      match(
        archive('gazette', { ada: ['1'] }),
        archive('herald', { ada: ['2'] }),
        archive('post', { ada: [] }),
      ),
    ).toEqual({ ada: ['gazette/ada'], 'ada-herald': ['herald/ada'], 'ada-post': ['post/ada'] });
  });

  test('get ids that no other record has', () => {
    expect(
      match(
        archive('gazette', { ada: [] }),
        archive('herald', { ada: [], 'ada-herald': [], 'ada-herald-2': [] }),
      ),
    ).toEqual({
      ada: ['gazette/ada'],
      'ada-herald-3': ['herald/ada'],
      'ada-herald': ['herald/ada-herald'],
      'ada-herald-2': ['herald/ada-herald-2'],
    });
  });

  test('that were merged are what they were merged into, and so are those that are the same as they', () => {
    const matched = matchRecords([
      archive('gazette', { ada: { replacedBy: 'lind', sameAs: ['1'] }, lind: [] }),
      archive('herald', { 'a-l': ['1'] }),
    ]);
    expect(matched.records.people.map(({ id, sources }) => [id, sources.length])).toEqual([['lind', 2]]);
    expect(matched.idOf('gazette', 'people', 'ada')).toBe('lind');
    expect(matched.idOf('herald', 'people', 'a-l')).toBe('lind');
  });
});

test.each([
  ['https://www.wikidata.org/wiki/Q42', 'http://www.wikidata.org/entity/Q42/', true],
  ['https://m.wikidata.org/wiki/Q42', 'https://wikidata.org/entity/Q42', true],
  ['https://viaf.org/viaf/1', 'http://viaf.org/viaf/1/', true],
  ['https://viaf.org/viaf/1', 'https://viaf.org/viaf/12', false],
  ['https://example.org/?id=1', 'https://example.org/?id=2', false],
  ['https://example.org/a', 'https://example.org/A', false],
])('%s and %s stand for the same: %s', (one, other, isSame) => {
  expect(identifyAddress(one) === identifyAddress(other)).toBe(isSame);
});
