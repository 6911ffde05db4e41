import { createCounting } from '../counting.ts';

const counting = /* @__PURE__ */ createCounting('en');
const articles = (total: number) => counting.count(total, { one: 'article', other: 'articles' });

/** Messages of the code of the page that compares. */
export const compare = {
  /** BCP 47. */
  language: 'en' as string,
  nothing: 'Add a word, a phrase in quotation marks, or a name.',
  counting: 'Counting',
  counted: (lines: number) => counting.count(lines, { one: 'line', other: 'lines' }),
  line: (name: string, total: number) => `${name}: ${articles(total)}`,
  remove: 'Remove',
  removeLine: (name: string) => `Remove ${name}`,
  addRecord: (name: string, kind: string) => `Add the ${kind} ${name}`,
  kinds: {
    person: 'person',
    place: 'place',
    organization: 'organization',
    topic: 'topic',
    publication: 'publication',
    author: 'author',
  } as Record<string, string>,
  tooMany: (most: number, ignored: readonly string[]) =>
    `A chart has at most ${most} lines. Ignored in this link: ${ignored.join(', ')}`,
  full: (most: number) => `A chart has at most ${most} lines: remove one first.`,
  failed: 'The search index could not be loaded. Try again later.',
  chart: (names: readonly string[], first: string, last: string) =>
    `Lines over time from ${first} to ${last}: ${names.join('; ')}. The numbers are in the table below.`,
  period: 'Year or month',
  all: 'All articles',
};
