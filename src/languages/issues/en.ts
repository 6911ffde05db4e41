import { createCounting } from '../counting.ts';

const { count } = createCounting('en');
const issue = { one: 'issue', other: 'issues' };

/** The messages about issues of publications in English. */
export const issues = {
  kind: 'Issue',
  count: (total: number) => count(total, issue),
  byYear: 'Issues by year',
  byMonth: 'Issues by month',
  description: (issue: string, articles: string) => `${issue}: what this archive holds of it, ${articles}.`,
  /** @param printed as printed: `4,312`, or `No. 4,312`, which says it already */
  number: (printed: string) => (/^\p{Nd}/u.test(printed) ? `No. ${printed}` : printed),
  page: (page: string, areSeveral: boolean) => `${areSeveral ? 'Pages' : 'Page'} ${page}`,
  numberNotKnown: 'Number not known',
  editionNotKnown: 'Edition not known',
  pageNotKnown: 'Page not known',
  printedPages: 'Pages as printed',
  manifest: 'The pages for other viewers (IIIF manifest)',
  first: 'First issue',
  last: 'Latest issue',
  previous: 'Previous issue',
  next: 'Next issue',
  previousAndNext: 'Previous and next issue',
  /** @param days `13 March 1998`, or `13 March 1998 to 15 March 1998` */
  gap: (days: string, _areSeveral: boolean) => `No issue of ${days} in this archive.`,
  inThisIssue: 'In this issue:',
  previousInIssue: 'Previous in this issue',
  nextInIssue: 'Next in this issue',
};

/** The messages about issues of publications, in any language. */
export type IssueMessages = typeof issues;
