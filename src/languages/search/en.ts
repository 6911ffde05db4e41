import { createCounting } from '../counting.ts';

/** The language of these messages (BCP 47), for the names of months. */
export const language: string = 'en';

// Separate exports, so that each script contains only the messages that it uses.

const counting = /* @__PURE__ */ createCounting('en');
const articles = (total: number) => counting.count(total, { one: 'article', other: 'articles' });

/** The static texts of the search page. */
export const searchPage = {
  title: 'Search',
  description: (site: string) => `Search ${site} by words, names, topics and years.`,
  compare: 'Compare over time',
  browse: 'The same articles can be found by browsing:',
  pictures: 'Pictures',
  withPictures: 'with pictures',
  text: 'Text',
  recognized: 'recognized text',
  needsScript:
    'Searching needs JavaScript, which is switched off here. The same articles can be found by browsing:',
  year: 'Year',
  section: 'Section',
  language: 'Language',
  skip: 'Skip to the results',
  progress: 'Loading the search index',
  retry: 'Try again',
  narrow: 'Filters',
  dates: 'Dates',
  from: 'From',
  to: 'To',
  set: 'Apply',
  order: 'Sort by',
  relevance: 'Relevance',
  newest: 'Newest first',
  oldest: 'Oldest first',
  names: 'Names',
  articles: 'Articles',
  more: 'Show more',
  help: 'How to search',
  helpLines: [
    'Every result has all your words, in any of their forms or at the start of a longer word: ferry also finds ferries. Accents and capitals make no difference.',
    'Use quotation marks for exact words: "harbour master" finds that phrase, "ferries" only that form.',
    'ferry OR tram (or ferry | tram) finds either; -strike leaves out articles with that word.',
    'Hyphens, apostrophes and full stops are optional: wellbeing finds well-being, US finds U.S. Other signs are ignored.',
    'The middle or end of a word does not find it, but longer words are suggested when there are few results. For other spellings, use OR.',
  ],
  export: 'Export',
  citations: 'Text',
  allData: 'Download the data of the whole archive',
  exporting: 'Loading the articles to export',
};

/** The facet value of undated articles. */
export const undatedName = 'Undated';

/** Punctuation and terms of citations. */
export const citing = { open: '“', close: '”', undated: 'n.d.' };

/** Messages about a search and its results. */
export const search = {
  number: (value: number) => counting.number(value),
  articles,
  loading: 'Loading the search index …',
  notLoaded: 'The search index could not be loaded.',
  /** @param possible the number of articles that may or may not be in the date range */
  found: (total: number, words: string, possible: number) =>
    (total === 0 ? 'No article' : articles(total)) +
    (words ? ` with ${search.quote(words)}` : '') +
    (possible > 0 ? `, ${counting.number(possible)} with an uncertain date` : ''),
  /** Stands before the words of a caption. */
  caption: 'Caption',
  possible: 'date uncertain',
  quote: (text: string) => `“${text}”`,
  /** The noun for a value of each facet, within a sentence. */
  kinds: {
    person: 'person',
    place: 'place',
    organization: 'organization',
    topic: 'topic',
    publication: 'publication',
    section: 'section',
    author: 'author',
    year: 'year',
    language: 'language',
    picture: 'articles',
  } as Readonly<Record<string, string>>,
  remove: (what: string) => `Remove ${what}`,
  /** Between chosen values. */
  or: 'or',
  and: 'and',
  range: (from: string, to: string) => [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' '),
  dates: (range: string) => `dates ${range}`,
  theDates: 'the dates',
  notUnderstood: (part: string) => `Ignored in this link: ${part}`,
  notHere: (value: string) => `Ignored, as it is not in this archive: ${value}`,
  noBound: 'not a year, month or day',
  noDate: 'no such date',
  endsBefore: 'ends before it begins',
  /** The extent of the archive; the last year is 0 when no article is dated. */
  covers: ({ first, last, undated }: { first: number; last: number; undated: number }) => {
    const dated = last > 0 ? [first === last ? `${first}` : `${first} to ${last}`] : [];
    const others = undated > 0 ? [`${articles(undated)} without a date`] : [];
    return `This archive covers ${[...dated, ...others].join(', and has ')}.`;
  },
  /** @param signs with spaces between them */
  noMeaning: (signs: string) => `Ignored in your search: ${signs}`,
  notAllLonger: (words: readonly string[]) =>
    `Too many words begin with ${words.map(search.quote).join(', ')}: not all of the longer ones were looked for.`,
  shownWithout: (term: string) => `These results are without ${search.quote(term.replaceAll('"', ''))}.`,
  facet: (title: string, names: readonly string[]) => `${title}: ${names.join(', ')}`,
};

/** Messages of the name suggestions in the header. */
export const suggestions = {
  list: 'Names',
  found: (total: number) => `${total} ${counting.form(total, { one: 'name', other: 'names' })}`,
  vocabularies: {
    people: 'person',
    places: 'place',
    organizations: 'organization',
    topics: 'topic',
    publications: 'publication',
    authors: 'author',
  } as Readonly<Record<string, string>>,
  remark: (kind: string, total: number) => `${kind} · ${articles(total)}`,
};

/** Messages of the bar in an article that was followed from a search. */
export const fromResult = {
  title: 'Search result',
  match: (position: number, total: number) =>
    `Match ${counting.number(position)} of ${counting.number(total)}`,
  previousMatch: 'Previous match',
  nextMatch: 'Next match',
  result: (position: number, total: number) =>
    `Result ${counting.number(position)} of ${counting.number(total)}`,
  previousResult: 'Previous result',
  nextResult: 'Next result',
  back: 'Back to results',
  close: 'Close',
  /** How many words of the search are outlined on a printed page. */
  outlined: (total: number) =>
    `${counting.count(total, { one: 'word', other: 'words' })} outlined on the page image`,
};

/** Messages of the field that narrows a list of names. */
export const narrowing = {
  left: (shown: number, total: number) => `${shown} of ${total}`,
};

/** Endings of words that stand for one another; of several lists the first one that has a word's ending. */
export const inflections: readonly (readonly string[])[] = [
  ['ies', 'ied', 'ying', 'y'],
  ['sses', 'ss', 'ssed', 'ssing'],
  ['xes', 'x', 'xed', 'xing'],
  ['ches', 'ch', 'ched', 'ching'],
  ['shes', 'sh', 'shed', 'shing'],
  ['ing', 'ed', '', 's', 'e', 'es'],
  ['es', 'e', 'ed', 'ing', '', 's'],
  ['s', '', 'ed', 'ing', 'e'],
];
