import { describe, expect, test } from 'vitest';

import type { Archive } from '../../../../src/archive/archive.ts';
import type { Issue } from '../../../../src/archive/issues/issues.ts';
import type { MediaFile } from '../../../../src/records/media/inspect-media.ts';
import { ids, makeArchive, type Contents } from '../entries.ts';

type Printed = Record<string, string>;

const sha256 = '0'.repeat(64);

/** An article of the paper on a day, with a picture of each of its pages if these are named. */
function article(date: string, source: Printed, ...files: string[]) {
  const facsimiles = files.map((file) => ({ file, sha256, label: file }));
  return { date, source: { publication: 'post', ...source }, facsimiles };
}

type Articles = NonNullable<Contents['articles']>;

function makePaper(articles: Articles): Archive {
  const files = Object.values(articles).flatMap(({ facsimiles = [] }) => facsimiles);
  const about = {
    sha256,
    kind: 'picture',
    type: 'image/png',
    extension: '.png',
    size: 1,
    frames: 1,
  } as const;
  return makeArchive({
    articles,
    records: { publications: { post: {} } },
    media: new Map(files.map(({ file }): [string, MediaFile] => [file, { ...about, width: 9, height: 9 }])),
  });
}

function issuesOf(archive: Archive) {
  const [post] = archive.records.publications;
  return post && archive.issuesOf(post);
}

/** The only issue of an archive. */
function onlyIssue(articles: Articles): Issue {
  const archive = makePaper(articles);
  const [first] = archive.articles;
  const issue = first && archive.issueOf(first);
  if (!issue) throw new Error('no issue');
  return issue;
}

/** An issue as text: `4,312 > late edition > 1 > Business > a, b`. */
function outline({ numbers }: Issue): string[] {
  return numbers.flatMap(({ number, editions }) =>
    editions.flatMap(({ edition, pages }) =>
      pages.flatMap(({ page, sections }) =>
        sections.map(({ section, articles }) =>
          [
            number,
            edition,
            page,
            section,
            ids(articles)
              .map((id) => id.slice(11))
              .join(', '),
          ]
            .map((part) => part ?? '–')
            .join(' > '),
        ),
      ),
    ),
  );
}

const day = '1998-03-12';

describe('the issue of a day', () => {
  test('has editions, pages, sections and columns in order, and what names no page at the end', () => {
    expect(
      outline(
        onlyIssue({
          '1998/03/12/a': article(day, { edition: 'late edition', page: '1' }),
          '1998/03/12/b': article(day, { edition: 'early edition', page: 'A12', section: 'Business' }),
          '1998/03/12/c': article(day, { edition: 'early edition', page: '1', column: '10' }),
          '1998/03/12/d': article(day, { edition: 'early edition', page: '1', column: '2' }),
          '1998/03/12/e': article(day, { edition: 'early edition', page: '1', section: 'News' }),
          '1998/03/12/f': article(day, { edition: 'early edition' }),
          '1998/03/12/g': article(day, {}),
        }),
      ),
    ).toEqual([
      '– > early edition > 1 > – > d, c',
      '– > early edition > 1 > News > e',
      '– > early edition > A12 > Business > b',
      '– > early edition > – > – > f',
      '– > late edition > 1 > – > a',
      '– > – > – > – > g',
    ]);
  });

  test('has the number that some of its articles name', () => {
    expect(
      outline(
        onlyIssue({
          '1998/03/12/a': article(day, { page: '2' }),
          '1998/03/12/b': article(day, { page: '3', issue: '4,312' }),
          '1998/03/12/c': article(day, { page: '1', issue: '4,312' }),
        }),
      ),
    ).toEqual(['4,312 > – > 1 > – > c', '4,312 > – > 2 > – > a', '4,312 > – > 3 > – > b']);
  });

  test('is two where two numbers are named, and what names none is in neither', () => {
    const issue = onlyIssue({
      '1998/03/12/a': article(day, { edition: 'late edition', page: '1', issue: '10' }),
      '1998/03/12/b': article(day, { edition: 'late edition', page: '1', issue: '9' }),
      '1998/03/12/c': article(day, { edition: 'late edition', page: '1' }),
    });
    expect(outline(issue)).toEqual([
      '9 > late edition > 1 > – > b',
      '10 > late edition > 1 > – > a',
      '– > late edition > 1 > – > c',
    ]);
  });

  test('has the picture of each page once, in the order of pages', () => {
    const { facsimiles } = onlyIssue({
      '1998/03/12/a': article(day, { page: '1, 3' }, 'p1.png', 'p3.png'),
      '1998/03/12/b': article(day, { page: '2' }, 'p2.png'),
      '1998/03/12/c': article(day, { page: '3' }, 'p3.png'),
      '1998/03/12/d': article(day, {}, 'unknown.png'),
    });
    expect(
      facsimiles.map(({ facsimile, articles }) => [
        facsimile.file,
        ...ids(articles.map((each) => each.article)),
      ]),
    ).toEqual([
      ['p1.png', '1998/03/12/a'],
      ['p2.png', '1998/03/12/b'],
      ['p3.png', '1998/03/12/a', '1998/03/12/c'],
      ['unknown.png', '1998/03/12/d'],
    ]);
  });
});

describe('the issues of a publication', () => {
  test('are none where no article was printed: a website has days, and no issues', () => {
    const archive = makePaper({ '1998/03/12/a': article(day, { section: 'News' }) });
    expect(issuesOf(archive)).toBeUndefined();
    expect(archive.articles.map(archive.issueOf)).toEqual([undefined]);
  });

  test('are of days that are known exactly', () => {
    const archive = makePaper({
      '1998/03/12/a': article(day, { page: '1' }),
      '1998/03/14/b': article('1998-03-14~', { page: '1' }),
      '1998/03/c': article('1998-03', { page: '1' }),
      'undated/d': { source: { publication: 'post', page: '1' } },
    });
    expect(issuesOf(archive)?.days.map(({ key }) => key)).toEqual([day]);
    expect(archive.articles.filter(archive.issueOf).map(({ id }) => id)).toEqual(['1998/03/12/a']);
    const month = issuesOf(archive)?.parts.find('1998-03');
    expect(ids(month?.directArticles ?? []).sort()).toEqual(['1998/03/14/b', '1998/03/c']);
  });

  test('are counted by their numbers', () => {
    const archive = makePaper({
      '1998/03/12/a': article(day, { issue: '1' }),
      '1998/03/12/b': article(day, { issue: '2' }),
      '1998/03/13/c': article('1998-03-13', { page: '1' }),
    });
    const issues = issuesOf(archive);
    expect(issues?.parts.calendar.years.map(issues.count)).toEqual([3]);
  });

  test('know the issues before and after each', () => {
    const archive = makePaper({
      '1998/03/12/a': article(day, { page: '1' }),
      '1998/03/16/b': article('1998-03-16', { page: '1' }),
    });
    expect(issuesOf(archive)?.days.map(({ key, previous, next }) => [previous?.key, key, next?.key])).toEqual(
      [
        [day, '1998-03-16', undefined],
        [undefined, day, '1998-03-16'],
      ],
    );
  });
});

test('the articles of a day are in the order of print, those that were not printed by title', () => {
  const archive = makeArchive({
    records: { publications: { post: {}, gazette: {} } },
    articles: {
      '1998/03/12/a': { date: day, title: 'B' },
      '1998/03/12/b': { date: day, title: 'A' },
      '1998/03/12/c': { date: day, title: 'C', source: { publication: 'post', page: '10' } },
      '1998/03/12/d': { date: day, title: 'D', source: { publication: 'post', page: '9' } },
      '1998/03/12/e': { date: day, title: 'E', source: { publication: 'gazette', page: '11' } },
    },
  });
  expect(archive.articles.map(({ title }) => title)).toEqual(['E', 'D', 'C', 'A', 'B']);
});
