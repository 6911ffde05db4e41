import { enUS } from 'date-fns/locale/en-US';

import { createCounting } from './counting.ts';
import { dataPage } from './data/en.ts';
import { federation } from './federation/en.ts';
import { issues } from './issues/en.ts';
import { createNaming } from './naming.ts';
import { citing, searchPage } from './search/en.ts';

const { number, form, count } = createCounting('en');
const { list, percent, language } = createNaming('en');
const article = { one: 'article', other: 'articles' };
const vocabulary = (title: string, one: string, other: string) => ({
  title,
  singular: one,
  plural: other,
  count: (total: number) => count(total, { one, other }),
});
const notYet = 'This archive has no articles yet.';

/** The interface in English. Messages with parameters are functions. */
export const en = {
  /** BCP 47. */
  language: 'en',
  number,
  list,
  nameLanguage: language,
  articles: (total: number) => count(total, article),
  /** The noun alone, for a number that is set beside it. */
  articleNoun: (total: number) => form(total, article),
  undated: 'Undated',
  /** The years of an archive: `1999–2021`. */
  years: (first: string, last: string) => (first === last ? first : `${first}–${last}`),

  /** Patterns are those of date-fns, with its locale. */
  dates: {
    locale: enUS,
    long: 'EEEE, d MMMM y',
    short: 'd MMMM y',
    month: 'MMMM y',
    monthOfYear: 'MMMM',
    dayOfYear: 'd MMMM',
    dayOfMonth: (_day: number) => 'EEEE d',
    about: (date: string, _isDay: boolean) => `about ${date}`,
    /** @param _areDays whether both ends are days that are exactly known */
    interval: (start: string, end: string, _areDays: boolean) => `${start} to ${end}`,
  },

  vocabularies: {
    people: vocabulary('People', 'person', 'people'),
    places: vocabulary('Places', 'place', 'places'),
    organizations: vocabulary('Organizations', 'organization', 'organizations'),
    topics: vocabulary('Topics', 'topic', 'topics'),
    publications: vocabulary('Publications', 'publication', 'publications'),
    authors: vocabulary('Authors', 'author', 'authors'),
    sections: vocabulary('Sections', 'section', 'sections'),
  },

  /** Header, navigation and footer of every page. */
  frame: {
    skip: 'Skip to the content',
    searchLabel: 'Search the archive',
    search: 'Search',
    sections: 'Sections',
    articles: 'Articles',
    about: 'About',
    publishedBy: 'Published by',
    ownWords: 'The archive’s own words:',
    readingList: 'Reading list',
    data: 'Data',
    feeds: 'Feeds',
    articlesByDate: 'articles by date',
  },

  /** Navigation between pages. */
  ways: {
    breadcrumb: 'Breadcrumb',
    pages: 'Pages',
    page: (current: number, total: number) => `Page ${number(current)} of ${number(total)}`,
    titleOfPage: (title: string, page: number) => `${title}, page ${number(page)}`,
    previous: 'Previous',
    next: 'Next',
    previousAndNext: 'Previous and next',
    previousAndNextArticles: 'Previous and next articles',
  },

  chart: {
    byYear: 'Articles by year',
    byMonth: 'Articles by month',
    allYears: 'All years',
    allMonths: 'All months',
    bar: (period: string, articles: string) => `${period}: ${articles}`,
    most: (period: string, total: number) => `most in ${period}: ${number(total)}`,
    decade: (first: number) => `${first}s`,
  },

  home: {
    articles: 'Articles',
    years: 'Years',
    languages: (total: number) => form(total, { one: 'Language', other: 'Languages' }),
    listLanguages: (names: readonly string[], others: number) =>
      list(names) + (others > 0 ? ` and ${number(others)} more` : ''),
    newest: 'Latest articles',
    allArticles: (total: number) => `All ${count(total, article)}`,
    all: (what: string) => `All ${what}`,
    notYet,
    onThisDay: (day: string) => `On ${day} of other years`,
    waysIn: 'Browse',
    gaps: 'Gaps',
    noDate: (part: number, whole: number) => `Date unknown: ${share(part, whole)}`,
    noDay: (part: number, whole: number) => `Day unknown: ${share(part, whole)}`,
    noTags: (part: number, whole: number) => `Not yet tagged: ${share(part, whole)}`,
    noGaps: 'Every article is dated to the day and tagged.',
  },

  about: {
    title: 'About this archive',
    description: (site: string) => `What ${site} holds and how it is kept.`,
    licenses: 'Licences of the software on this site',
    holds: 'What it holds',
    holdings: (articles: number, years: { first: string; last: string } | undefined, records: string[]) => {
      const span = years && (years.first === years.last ? years.first : `${years.first} to ${years.last}`);
      return `${count(articles, article)}${span ? ` from ${span}` : ''}, indexed under ${list(records)}.`;
    },
  },

  compare: {
    title: 'Compare over time',
    description: (site: string) => `How often words and names occur in ${site} over time.`,
    what: 'Up to five words, phrases or names as lines over time.',
    needsScript:
      'Comparing needs JavaScript, which is switched off here. The numbers of all articles by year are on their own page.',
    line: 'Word, phrase or name',
    add: 'Add',
    measure: 'Measure',
    numbers: 'Number of articles',
    shares: 'Share of all articles',
    save: 'Save as CSV',
    table: 'The numbers as a table',
    uncertain: 'An article whose date is uncertain is counted in every year or month that it may be from.',
  },

  readingList: {
    title: 'Reading list',
    description: (site: string) => `A list of articles of ${site} that a reader puts together.`,
    add: 'Add to reading list',
    needsScript:
      'The reading list needs JavaScript, which is switched off here. Every article can be cited without it: open “Cite this article” on its page and save the citation as BibTeX, RIS or CSL-JSON.',
    progress: 'Loading the articles',
    articles: 'Articles',
    copyLink: 'Copy a link to this list',
    link: 'Link to this list',
    keep: 'Keep in this browser',
    empty: 'Empty the list',
    export: 'Export',
    text: 'Text',
  },

  notFound: {
    title: 'Page not found',
    heading: 'There is no page at this address',
    description: 'There is no page at this address.',
    advice:
      'The archive keeps the addresses of its articles, so the address was probably cut off or mistyped. The address of a day can be shortened by hand to that of its month or year.',
    browse: 'Use the search box above, or browse:',
    searchLabel: 'Or search the archive for these words',
    sameTime: 'What is there from that time:',
    nearest: 'Articles with these words',
  },

  /** Redirects and tombstones. A link or date goes between the two parts of a sentence. */
  gone: {
    moved: 'This page has moved',
    movedTo: ['It is now at', '.'],
    withdrawnTitle: 'Withdrawn article',
    aWithdrawnArticle: 'a withdrawn article',
    description: 'An article that is no longer shown.',
    article: 'Article',
    author: 'Author',
    noAuthor: 'No articles by this author',
    noAuthorReason:
      'Articles were listed here whose bylines had this name. No byline of this archive has it now. This address stays, so that what cites it can be understood.',
    heading: 'This article has been withdrawn',
    withdrawn: {
      legal: 'It was withdrawn for legal reasons, on',
      privacy: 'It was withdrawn to protect someone’s privacy, on',
      error: 'It was withdrawn because it should not have been published, on',
      rights: 'It was withdrawn because the archive has no right to show it, on',
    },
    addressStays: '. Its address stays, so that what cites it can be understood.',
  },

  /** Lists of articles by date. */
  periods: {
    title: 'Articles by date',
    description: (total: number) => `${count(total, article)} by year, month and day.`,
    articles: 'Articles',
    notYet,
    descriptionOf: (title: string, total: number) => `${title}: ${count(total, article)} in this archive.`,
    monthNotKnown: 'Month unknown',
    dayNotKnown: 'Day unknown',
    partOf: (list: string, period: string) => `${list}, ${period}`,
    untagged: 'Not yet tagged',
    untaggedDescription: (total: number) =>
      `${count(total, article)} without a person, place, organization or topic.`,
    months: 'Months',
    calendar: (month: string) => `Articles of ${month} by day`,
  },

  article: {
    printed: 'Page as printed',
    manifest: 'The page for other viewers (IIIF manifest)',
    attachments: 'Attachments',
    supplied: 'Title supplied by the archive; the text had none.',
    corrections: (total: number) => form(total, { one: 'Correction', other: 'Corrections' }),
    /** In feeds. */
    correctionOf: (day: string, note: string) => `Correction, ${day}: ${note}`,
    redactions: (total: number) => form(total, { one: 'Redaction', other: 'Redactions' }),
    /** In feeds. */
    redactionOf: (day: string, what: string) => `Redaction, ${day}: ${what}`,
    redacted: {
      legal: 'Something has been removed from this article for legal reasons.',
      privacy: 'Something has been removed from this article to protect someone’s privacy.',
      error: 'Something has been removed from this article because it should not have been published.',
      rights: 'Something has been removed from this article because the archive has no right to show it.',
    },
    colon: ': ',
    about: 'About this article',
    tags: 'In this article',
    related: 'Related articles',
    shares: (names: readonly string[]) => `also about ${list(names)}`,
    report: 'Report an error',
    provenance: 'Provenance',
    source: 'Source',
    /** Where in a publication a text was printed. */
    printedAt: {
      issue: (number: string) => `issue ${number}`,
      /** @param areSeveral whether the text names several pages: `12–13` */
      page: (page: string, areSeveral: boolean) => `${areSeveral ? 'pages' : 'page'} ${page}`,
      column: (column: string) => `column ${column}`,
    },
    archivedCopy: 'Archived copy',
    ofThePage: 'of the page at the source',
    pageAtSource: 'Page at the source',
    received: 'Received',
    text: 'Text',
    asReceived: 'As received, word for word:',
    sourceText: 'source text',
    /** Beside an article in a list: a program recognized its text on a picture. */
    recognizedText: 'recognized text',
    /** @param sure how sure a program is of the words that it recognized on a picture, 0 to 1; undefined when unknown */
    recognized: (sure?: number) =>
      `Text recognized by machine${sure === undefined ? '' : `, ${percent(sure, 1)} sure`}; may hold errors`,
    withheld: {
      withdrawn: 'Kept as received, but not shown, because another article in it has been withdrawn',
      redacted: 'Not shown, because something has been removed from this article',
      otherRedacted: 'Not shown, because something has been removed from another article in it',
      document:
        'Kept as received, but not shown, because such a file may hold comments, deleted text and names',
    },
    zoom: 'Zoom',
    zoomButtons: { in: 'Larger', out: 'Smaller', whole: 'Whole page', close: 'Close' },
    zoomFailed: 'The page could not be loaded. Close this window and try again.',
    files: 'Files',
    withheldFiles: (count: number) =>
      count === 1
        ? 'One scan or attachment is not shown, because it may contain something that has been removed or withdrawn.'
        : `${count} scans or attachments are not shown, because they may contain something that has been removed or withdrawn.`,
    links: 'Links',
    formerLinks: (count: number) =>
      count === 1
        ? 'One link in the text leads to this archive’s own page; it led to a site before this one.'
        : `${count} links in the text lead to this archive’s own pages; they led to a site before this one.`,
    title: 'Title',
    suppliedBy: 'Supplied by the archive',
    rights: 'Rights',
  },

  cite: {
    title: 'Cite this article',
    copy: 'Copy citation',
    paragraph: 'Paragraph',
    notCopied: 'The paragraph number is not copied; copy this page’s address.',
    save: 'Save as BibTeX, RIS or CSL-JSON',
    saveAs: (format: string) => `Save as ${format}`,
    saved: 'Citations for reference managers',
    savedDescription: (total: number) =>
      `The citations of ${count(total, article)} in BibTeX, RIS and CSL-JSON.`,
  },

  /** Labels that rendering adds to article texts. */
  text: {
    enlargePicture: 'Enlarge the picture',
    notes: 'Editor’s notes',
    backToText: (note: number, place: number) =>
      `Back to the text at note ${note}${place > 1 ? `, place ${place}` : ''}`,
    table: 'Table',
    paragraph: (paragraph: number) => `Paragraph ${paragraph}`,
  },

  record: {
    description: (name: string, what: string, total: number) =>
      `${name}: ${what}. ${count(total, article)} in this archive.`,
    searchWithin: 'Search within',
    feed: 'Feed (RSS)',
    firstArticle: 'First article',
    oldestFirst: 'Oldest first',
    tagged: (own: number, name: string, isPlace: boolean) =>
      `${count(own, article)} tagged ${name} itself, the others ${isPlace ? 'places within it' : 'narrower topics'}.`,
    noArticle: 'No article of this archive is tagged with it.',
    by: (name: string) => `Articles by ${name}`,
    describeAuthor: (name: string, total: number) =>
      `Articles by ${name}: ${count(total, article)} in this archive.`,
    spellings: 'Also printed as',
    allBy: (total: number) => `${total === 1 ? '' : 'All '}${count(total, article)} by this author`,
    aboutAuthor: 'About the author',
    about: (name: string) => `About ${name}`,
    variants: 'Also called',
    roles: 'Roles',
    roleSpan: (from: string | undefined, to: string | undefined) => `${from ?? 'until'} – ${to ?? ''}`,
    broaderPlaces: 'Located in',
    narrowerPlaces: 'Contains',
    broader: 'Broader',
    narrower: 'Narrower',
    coordinates: 'Coordinates',
    compass: { north: 'N', south: 'S', east: 'E', west: 'W' },
    onMap: (name: string) => `${name} on a map of the world`,
    elsewhere: 'External links',
    alsoWith: 'Appears with',
    inTheseArticles: 'In these articles',
    publishedIn: 'Published in',
    continues: 'Continues',
    continuedBy: 'Continued by',
    appeared: 'Appeared',
    homepage: 'Own site',
    articlesWith: (total: number, name: string) => `${count(total, article)} with ${name}`,
    then: (roles: readonly string[]) => `At the time: ${roles.join('; ')}`,
    through: (name: string, whole: string, isPlace: boolean) =>
      `Tagged ${name}, ${isPlace ? 'within' : 'a part of'} ${whole}`,
    inCaption: 'In a caption:',
    unnamed: 'Tagged by the archive; name not found in the text.',
    mostlyUnnamed: (unnamed: number, total: number) =>
      `Tagged by the archive; name not found in ${unnamed === total ? 'these texts' : `${number(unnamed)} of these ${number(total)} texts`}.`,
  },

  index: {
    byLetter: (title: string, letter: string) => `${title} ${letter}`,
    byArticles: (title: string) => `${title} by number of articles`,
    description: (title: string, total: string) =>
      `${title}: ${total} in this archive, with the articles that each is in.`,
    order: 'Sort by',
    byName: 'By name',
    byNumber: 'By number of articles',
    letters: 'Letters',
    names: 'Names',
    excerpt: (shown: number) => `The ${number(shown)} in most articles; all others are under their letters.`,
    narrow: 'Filter this list',
    map: 'Map',
    mapTitle: (name: string, total: number) => `${name}, ${count(total, article)}`,
    mapJoined: (names: readonly string[], others: number) =>
      `${list(names)}${others > 0 ? ` and ${number(others)} more` : ''}`,
    mapExcerpt: (shown: number, total: number) =>
      `${number(shown)} of ${count(total, { one: 'place', other: 'places' })}: those in most articles, as far as their coordinates are known.`,
    mapScale: 'Larger dots mean more articles; a number is that of places close together.',
  },

  search: searchPage,
  citing,
  data: dataPage,
  issues,
  federation,
};

function share(part: number, whole: number): string {
  return `${number(part)} of ${number(whole)} (${percent(part, whole)})`;
}
