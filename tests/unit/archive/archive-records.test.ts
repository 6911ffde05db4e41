import { describe, expect, test } from 'vitest';

import { ids, makeArchive } from './entries.ts';

describe('records', () => {
  test('are sorted by sort name, as the site’s language sorts', () => {
    const people = {
      zorn: { name: 'Aa Zorn', sortName: 'Zorn, Aa' },
      ostby: { name: 'Østby' },
      elan: { name: 'Élan' },
      emma: { name: 'Emma' },
      eric: { name: 'eric' },
    };
    expect(ids(makeArchive({ records: { people } }).records.people)).toEqual([
      'elan',
      'emma',
      'eric',
      'ostby',
      'zorn',
    ]);
    expect(ids(makeArchive({ site: { language: 'nb' }, records: { people } }).records.people)).toEqual([
      'elan',
      'emma',
      'eric',
      'zorn',
      'ostby',
    ]);
  });

  test('of one sort name are in the order of their ids', () => {
    const people = { b: { name: 'Ada' }, a: { name: 'Ada' } };
    expect(ids(makeArchive({ records: { people } }).records.people)).toEqual(['a', 'b']);
  });

  test('that were replaced are in no list, and told with those that replace them', () => {
    const archive = makeArchive({
      records: { people: { old: { replacedBy: 'new' }, new: {} }, places: { new: {} } },
    });
    expect(ids(archive.records.people)).toEqual(['new']);
    expect(archive.replaced.map(({ record, by }) => [record.key, by.key])).toEqual([
      ['people/old', 'people/new'],
    ]);
  });

  test('are not replaced by one whose id happens to be "undefined"', () => {
    const archive = makeArchive({ records: { topics: { undefined: {}, trade: {} } } });
    expect(archive.replaced).toEqual([]);
  });
});

describe('mostNamed', () => {
  const archive = makeArchive({
    articles: {
      a: { date: '2021', topics: ['trade', 'war'] },
      b: { date: '2021', topics: ['trade', 'aid'] },
      c: { date: '2021', topics: ['trade', 'war', 'aid'] },
      gone: {
        date: '2021',
        topics: ['peace', 'aid'],
        withdrawn: { date: '2021-06-01', reason: 'error' },
      },
    },
    records: { topics: { trade: {}, war: {}, aid: {}, peace: {}, unused: {} } },
  });

  test('has the most frequent first, those of one count by name, and none without articles', () => {
    expect(ids(archive.mostNamed('topics', 10))).toEqual(['trade', 'aid', 'war']);
  });

  test('has no more than were asked for', () => {
    expect(ids(archive.mostNamed('topics', 2))).toEqual(['trade', 'aid']);
    expect(archive.mostNamed('people', 2)).toEqual([]);
  });

  test('leaves the index in its own order', () => {
    archive.mostNamed('topics', 10);
    expect(ids(archive.records.topics)).toEqual(['aid', 'peace', 'trade', 'unused', 'war']);
  });
});

describe('hierarchy', () => {
  test('joins places with what they lie in, one step at a time', () => {
    const archive = makeArchive({
      records: {
        places: {
          osmark: {},
          norhaven: { within: 'osmark' },
          'old-quay': { within: 'norhaven' },
          borgby: { within: 'osmark' },
        },
      },
    });
    const steps = archive.records.places.map(({ id, broader, narrower }) => [
      id,
      ids(broader),
      ids(narrower),
    ]);
    expect(steps).toEqual([
      ['borgby', ['osmark'], []],
      ['norhaven', ['osmark'], ['old-quay']],
      ['old-quay', ['norhaven'], []],
      ['osmark', [], ['borgby', 'norhaven']],
    ]);
  });

  test('joins topics with all that they are a part of, those below by sort name', () => {
    const archive = makeArchive({
      records: {
        topics: {
          trade: {},
          water: {},
          shipping: { broader: ['trade', 'water'] },
          z: { sortName: 'Angling', broader: ['water'] },
        },
      },
    });
    const [z, shipping, trade, water] = archive.records.topics;
    expect([z, shipping, trade, water].map((record) => record?.id)).toEqual([
      'z',
      'shipping',
      'trade',
      'water',
    ]);
    expect(ids(shipping?.broader ?? [])).toEqual(['trade', 'water']);
    expect(ids(water?.narrower ?? [])).toEqual(['z', 'shipping']);
    expect(ids(trade?.narrower ?? [])).toEqual(['shipping']);
  });

  test('leaves replaced records out', () => {
    const archive = makeArchive({
      records: {
        places: { osmark: {}, old: { within: 'osmark', replacedBy: 'new' }, new: { within: 'osmark' } },
      },
    });
    expect(ids(archive.records.places.find(({ id }) => id === 'osmark')?.narrower ?? [])).toEqual(['new']);
  });
});
