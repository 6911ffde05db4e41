import { createCounting } from '../counting.ts';

const counting = /* @__PURE__ */ createCounting('en');
const articles = (total: number) => counting.count(total, { one: 'article', other: 'articles' });
const quote = (text: string) => `“${text}”`;

/** Messages of what the search page loads after its results, or when a reader asks: filters, other words, export. */
export const refining = {
  /** Which of the chosen values an article must have. */
  combinations: { any: 'any of these', all: 'all of these' },
  wrongDate: (fault: string) => `This is ${fault}. Write 2021, July 2021 or 2021-07-18.`,
  backwards: 'The range ends before it begins.',
  inNone: (word: string) => `No article contains ${quote(word.replaceAll('"', ''))}.`,
  similar: (word: string) => `Similar to ${quote(word.replaceAll('"', ''))}:`,
  shownContaining: 'These results have one of these words.',
  containing: (word: string) => `Words that contain ${quote(word.replaceAll('"', ''))}:`,
  leaveOut: 'Try removing one of these:',
  narrow: (title: string) => `Filter ${title.toLowerCase()}`,
  more: (total: number) => `${counting.number(total)} more`,
  byYear: 'Articles by year',
  byMonth: 'Articles by month',
  byDecade: 'Articles by decade',
  decade: (first: number) => `${first}s`,
  allYears: 'All years',
  /** @param period a year, or a month in words */
  inPeriod: (period: string, total: number) => `${period}: ${articles(total)}`,
  exportable: (total: number) =>
    `${total === 1 ? 'The article' : `All ${articles(total)}`} found, as a table or as citations:`,
  tooMany: (total: number, most: number) =>
    `${articles(total)} were found; up to ${counting.number(most)} can be exported here.`,
  notExported: 'The articles could not be loaded.',
  feed: (name: string) => `RSS feed: ${name}`,
};
