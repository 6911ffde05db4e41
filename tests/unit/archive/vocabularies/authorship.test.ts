import { describe, expect, test } from 'vitest';

import { findAuthorType } from '../../../../src/archive/vocabularies/authorship.ts';
import { ids, makeArchive } from '../entries.ts';

const archive = makeArchive({
  site: { publisher: { name: 'Quay Press' } },
  records: {
    people: {
      'ada-lind': { name: 'Ada Lind', sortName: 'Lind, Ada', variants: ['A. Lind', 'Ada Berg'] },
      'bo-ek': { name: 'Bo Ek' },
    },
    organizations: { board: { name: 'Harbour Board' } },
  },
  articles: {
    '2001/a': { date: '2001', byline: ['Ada Lind', 'Nils Sund'] },
    '2002/b': { date: '2002', byline: ['By A. Lind and NILS SUND'] },
    '2003/c': { date: '2003', byline: ['Nils Sund'], people: ['bo-ek'] },
    '2004/d': { date: '2004', byline: ['Harbour Board', 'Quay Press', 'Staff Writers', '李明', 'Nils'] },
    '2005/e': {
      date: '2005',
      byline: ['Gone Lind'],
      withdrawn: { date: '2006', reason: 'error' },
    },
  },
  published: ['ada-lind', 'ada-berg', 'bo-ek', 'gone-lind', 'nils-sund'].map((id) => `authors/${id}/`),
});
const authorAt = (id: string) => {
  const author = archive.records.authors.find((each) => each.id === id);
  if (!author) throw new Error(`There is no author ${id}`);
  return author;
};

describe('the authors of an archive', () => {
  test('are those whom bylines of articles that are shown name, by sort name', () => {
    expect(archive.records.authors.map(({ sortName }) => sortName)).toEqual([
      'Harbour Board',
      'Lind, Ada',
      'Nils',
      'Nils Sund',
      'Quay Press',
      'Staff Writers',
      '李明',
    ]);
  });

  test('have the articles of all spellings of their names, newest first', () => {
    expect(ids(authorAt('ada-lind').articles)).toEqual(['2002/b', '2001/a']);
    expect(authorAt('ada-lind').variants).toEqual(['A. Lind']);
    expect(ids(authorAt('nils-sund').articles)).toEqual(['2003/c', '2002/b', '2001/a']);
    expect(authorAt('nils-sund').name).toBe('Nils Sund');
    expect(authorAt('nils-sund').variants).toEqual(['NILS SUND']);
  });

  test('and their records know each other', () => {
    const author = authorAt('ada-lind');
    const [person] = archive.records.people.filter(({ id }) => id === 'ada-lind');
    expect(author.counterpart).toBe(person);
    expect(person?.counterpart).toBe(author);
    expect(authorAt('nils-sund').counterpart).toBeUndefined();
    expect(archive.records.people.find(({ id }) => id === 'bo-ek')?.counterpart).toBeUndefined();
  });

  test('stand in the byline as it is printed', () => {
    const article = archive.articles.find(({ id }) => id === '2002/b');
    const parts = article ? archive.bylineOf(article) : [];
    expect(parts.map(({ text, author }) => [text, author?.id])).toEqual([
      ['By ', undefined],
      ['A. Lind', 'ada-lind'],
      [' and ', undefined],
      ['NILS SUND', 'nils-sund'],
    ]);
  });

  test.for([
    ['ada-lind', 'Person'],
    ['nils-sund', 'Person'],
    ['harbour-board', 'Organization'],
    ['quay-press', 'Organization'],
    ['staff-writers', undefined],
    ['nils', undefined],
  ] as const)('are taken for a person only where that is known: %s is %s', ([id, type]) => {
    expect(findAuthorType(authorAt(id), ['Quay Press'])).toBe(type);
  });
});

describe('an address of an author that was published', () => {
  const former = new Map(archive.formerAuthors.map(({ id, by }) => [id, by?.key]));

  test('leads to the author whose record has the name', () => {
    expect(former.get('ada-berg')).toBe('authors/ada-lind');
  });

  test('leads to the record where it is the author of nothing', () => {
    expect(former.get('bo-ek')).toBe('people/bo-ek');
  });

  test('stays where no byline has the name any more', () => {
    expect(former.has('gone-lind')).toBe(true);
    expect(former.get('gone-lind')).toBeUndefined();
  });

  test('is no former one while the author has articles', () => {
    expect([...former.keys()]).toEqual(['ada-berg', 'bo-ek', 'gone-lind']);
  });
});

test('an archive without bylines has no index of authors', () => {
  const { records, vocabularyPages } = makeArchive({ articles: { 'undated/a': {} } });
  expect(records.authors).toEqual([]);
  expect(vocabularyPages.map(({ href }) => href)).not.toContain('/authors/');
});
