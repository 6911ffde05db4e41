import { describe, expect, test } from 'vitest';

import { makeArchive } from '../entries.ts';

const archive = makeArchive({
  records: {
    people: {
      'ada-lind': { name: 'Ada Lind', sortName: 'Lind, Ada', variants: ['A. Lind', '林安'] },
      'wang-yi': { name: 'Wang Yi', sortName: 'Wang, Yi' },
      'bo-ek': { name: 'Bo Ek' },
      assad: { name: 'Bashar al-Assad', sortName: 'Assad, Bashar al-' },
      pair: { name: 'Ida and Max Roe', sortName: 'Roe, Ida and Max' },
      first: { name: 'Eve Stone', sortName: 'Stone, Eve' },
      second: { name: 'Eve Stone', sortName: 'Eve, Stone' },
    },
    organizations: { board: { name: 'Harbour Board', variants: ['Board, Harbour'] } },
  },
  articles: { 'undated/a': { byline: ['Ada Lind', 'Nobody Known'] } },
});
const authorOf = (name: string) => {
  const [article] = archive.articles;
  return article && archive.authorsOf({ ...article, byline: [name] })[0];
};

describe('authorsOf', () => {
  test.for([
    ['Ada Lind', 'Lind', 'Ada'],
    ['A. Lind', 'Lind', 'A.'],
    ['Wang Yi', 'Wang', 'Yi'],
  ])('takes the name %s apart as its record has it, in the letters printed', ([name = '', family, given]) => {
    expect(authorOf(name)).toEqual({ name, parts: { family, given }, isOrganization: false });
  });

  test.for(['Nobody Known', 'Bo Ek', '林安', 'Bashar al-Assad', 'Ida and Max Roe', 'Eve Stone'])(
    'leaves %s whole, of which no record says how it is built',
    (name) => {
      expect(authorOf(name)).toEqual({ name, isOrganization: false });
    },
  );

  test('knows organizations', () => {
    expect(authorOf('Board, Harbour')).toEqual({ name: 'Board, Harbour', isOrganization: true });
  });

  test('keeps the order of the byline', () => {
    const [article] = archive.articles;
    const names = article && archive.authorsOf(article).map(({ name }) => name);
    expect(names).toEqual(['Ada Lind', 'Nobody Known']);
  });
});
