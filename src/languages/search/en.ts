import { createCounting } from '../counting.ts';

// Separate exports, so that each script contains only the messages that it uses.

const counting = /* @__PURE__ */ createCounting('en');
const articles = (total: number) => counting.count(total, { one: 'article', other: 'articles' });

/** The static texts of the search page. */
export const searchPage = {
  title: 'Search',
  description: (site: string) => `Search ${site} by words, names, topics and years.`,
  browse: 'The same articles can be found by browsing:',
  pictures: 'Pictures',
  withPictures: 'with pictures',
  needsScript:
    'Searching needs JavaScript, which is switched off here. The same articles can be found by browsing:',
  year: 'Year',
  language: 'Language',
  progress: 'Loading the search index',
  retry: 'Try again',
  narrow: 'Narrow the search',
  dates: 'Dates',
  from: 'From',
  to: 'To',
  set: 'Set',
  order: 'Order',
  relevance: 'by relevance',
  newest: 'newest first',
  oldest: 'oldest first',
  names: 'Names',
  articles: 'Articles',
  more: 'Show more',
  help: 'How to search',
  helpLines: [
    'Words are all looked for, each in its other forms, too, and as the beginning of longer words: ferry also finds ferries. Accents and capitals make no difference.',
    'Quotation marks: "harbour master" finds these words one after another, "ferries" just this word.',
    'ferry OR tram (or ferry | tram) finds either; -strike leaves out articles with that word.',
    'Hyphens, apostrophes and full stops may be left out: wellbeing finds well-being, US finds U.S. Other signs are ignored.',
    'The middle and the end of a word do not find it; when little is found, longer words are offered. Other spellings are not found by themselves: try them with OR.',
  ],
  export: 'Take away',
  csv: 'Save as CSV',
  citations: 'Save citations',
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
    (possible > 0 ? `, ${counting.number(possible)} possibly in these dates` : ''),
  /** Stands before the words of a caption. */
  caption: 'Caption',
  possible: 'possibly in these dates',
  quote: (text: string) => `“${text}”`,
  /** The noun for a value of each facet, within a sentence. */
  kinds: {
    person: 'person',
    place: 'place',
    organization: 'organization',
    topic: 'topic',
    year: 'year',
    language: 'language',
    picture: 'articles',
  } as Readonly<Record<string, string>>,
  remove: (what: string) => `Remove ${what}`,
  with: (name: string) => `with ${name}`,
  range: (from: string, to: string) => [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' '),
  dates: (range: string) => `dates ${range}`,
  theDates: 'the dates',
  notUnderstood: (part: string) => `Not understood in the address, and left out: ${part}`,
  notHere: (value: string) => `Not in this archive, and left out: ${value}`,
  noBound: 'not a year, month or day',
  noDate: 'no such date',
  wrongDate: (fault: string) => `This is ${fault}: write 2021, 2021-07 or 2021-07-18.`,
  backwards: 'The range ends before it begins.',
  endsBefore: 'ends before it begins',
  /** The extent of the archive; the last year is 0 when no article is dated. */
  covers: ({ first, last, undated }: { first: number; last: number; undated: number }) => {
    const dated = last > 0 ? [first === last ? `${first}` : `${first} to ${last}`] : [];
    const others = undated > 0 ? [`${articles(undated)} without a date`] : [];
    return `This archive covers ${[...dated, ...others].join(' and ')}.`;
  },
  /** @param signs with spaces between them */
  noMeaning: (signs: string) => `Ignored, since it means nothing here: ${signs}`,
  shownWithout: (term: string) => `Shown here are those without ${search.quote(term.replaceAll('"', ''))}.`,
  inNone: (word: string) => `${search.quote(word.replaceAll('"', ''))} is in no article.`,
  similar: (word: string) => `Similar to ${search.quote(word.replaceAll('"', ''))}:`,
  shownContaining: 'Shown here are the articles with these words.',
  containing: (word: string) => `Words with ${search.quote(word.replaceAll('"', ''))} in them:`,
  leaveOut: 'There would be articles with one of these left out:',
  facet: (title: string, names: readonly string[]) => `${title}: ${names.join(', ')}`,
  narrow: (title: string) => `Narrow ${title.toLowerCase()}`,
  more: (total: number) => `${counting.number(total)} more`,
  byYear: 'Articles by year',
  inYear: (year: number, total: number) => `${year}: ${counting.number(total)}`,
  exported: (shown: number, total: number) =>
    `${articles(shown)}: ${shown === total ? 'all found' : `those shown here, of ${articles(total)} found`}.`,
};

/** Messages of the name suggestions in the header. */
export const suggestions = {
  list: 'Names',
  found: (total: number) => `${total} ${counting.form(total, { one: 'name', other: 'names' })}`,
  vocabularies: {
    people: 'people',
    places: 'places',
    organizations: 'organizations',
    topics: 'topics',
  } as Readonly<Record<string, string>>,
  remark: (vocabulary: string, total: number) => `${vocabulary} · ${counting.number(total)}`,
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
