import { DateError } from '../../../records/date/archive-date.ts';
import { nearest } from '../../../records/check/nearest.ts';
import { vocabularies } from '../../../records/vocabularies.ts';
import { SourceError, type Draft } from '../../drafts/draft.ts';
import { toLine } from '../../text/lines.ts';
import { readSourceDate, type DateReading } from '../../drafts/source-date.ts';
import { withLanguage } from '../shared/first-date.ts';

/**
 * The keys of an entry, and the names that columns, frontmatter and headers commonly have for each, the surest first;
 * without case, spaces and signs (`Publication date`, `publication_date` and `publicationDate` are one name).
 */
export const keyNames = {
  /** The text, in one of three forms; of the names that are there, the form that says most is guessed. */
  markdown: ['markdown', 'md', 'bodymarkdown', 'contentmarkdown', 'textmarkdown'],
  html: ['html', 'bodyhtml', 'contenthtml', 'texthtml', 'htmlbody', 'htmlcontent'],
  text: ['text', 'fulltext', 'body', 'bodytext', 'content', 'articletext', 'articlebody', 'article', 'story'],
  title: ['title', 'headline', 'heading'],
  subtitle: ['subtitle', 'subheadline', 'subheading', 'subhead', 'standfirst', 'deck'],
  // Beside a date of publication, a mere "date" is that of something else, mostly.
  date: [
    ...[
      'published',
      'publishdate',
      'publisheddate',
      'publishedat',
      'publishedon',
      'pubdate',
      'publicationdate',
    ],
    ...['datepublished', 'dateofpublication', 'postdate', 'issued', 'date'],
  ],
  byline: ['byline', 'author', 'authors', 'authorname', 'by', 'writer', 'writers', 'reporter', 'creator'],
  dateline: ['dateline'],
  language: ['language', 'lang', 'locale'],
  summary: ['summary', 'description', 'abstract', 'excerpt', 'teaser'],
  publisher: ['publisher', 'source', 'sourcename', 'publication', 'newspaper', 'outlet', 'agency'],
  url: ['url', 'sourceurl', 'canonical', 'canonicalurl', 'permalink', 'link', 'weburl'],
  rights: ['rights', 'copyright', 'license', 'licence'],
  people: ['people', 'persons', 'person'],
  places: ['places', 'place', 'locations', 'location'],
  organizations: ['organizations', 'organisations', 'organization', 'organisation', 'orgs'],
  topics: ['topics', 'topic', 'subjects', 'subject'],
  /** Names of which the source does not say what they are. */
  tags: ['tags', 'tag', 'labels'],
  categories: ['categories', 'category', 'section'],
  keywords: ['keywords', 'keyword'],
} as const satisfies Record<string, readonly string[]>;

/** A key of an entry; of `text`, `html` and `markdown` an entry has one. */
export type EntryKey = keyof typeof keyNames;

const keys = Object.keys(keyNames) as EntryKey[];
const textKeys: readonly EntryKey[] = ['markdown', 'html', 'text'];
const termKeys: readonly EntryKey[] = [
  ...(['people', 'places', 'organizations', 'topics'] as const),
  ...(['tags', 'categories', 'keywords'] as const),
];

/** The keys of an entry but its text. */
export const metadataKeys: readonly EntryKey[] = keys.filter((key) => !textKeys.includes(key));

/** Keys that can have several values. */
export const listKeys: ReadonlySet<EntryKey> = new Set(['byline', ...termKeys]);

/** Which column of a table is which key of an entry. */
export interface ColumnPlan {
  /** Columns by key. */
  columns: Map<EntryKey, string>;
  /** The keys whose columns were told by their names. */
  guessed: EntryKey[];
  /** Columns that nothing is taken from. */
  unused: string[];
}

/**
 * Decides which column of a table is which key of an entry: those that are given, and of the other keys those that a
 * column has a name for (see {@link keyNames}).
 *
 * @param header the columns' names
 * @param given names of columns by key, as from `--map title=Headline`
 * @throws {SourceError} when a key or column that is given does not exist, a column is
 *   there twice, or there is none for the text
 */
export function planColumns(header: readonly string[], given: ReadonlyMap<string, string>): ColumnPlan {
  const columns = new Map<EntryKey, string>();
  for (const [key, column] of given) {
    if (!isEntryKey(key)) throw unknown(`the key "${key}" in --map`, 'a key of an entry', key, keys);
    if (!header.includes(column))
      throw unknown(`no column "${column}", which --map has for "${key}"`, 'a column', column, header);
    columns.set(key, column);
  }
  const taken = new Set(columns.values());
  const hasText = textKeys.some((key) => columns.has(key));
  const free = keys.filter((key) => !columns.has(key) && !(hasText && textKeys.includes(key)));
  const guesses = guessNames(
    header.filter((column) => !taken.has(column)),
    free,
  );
  for (const extra of textKeys.filter((key) => guesses.has(key)).slice(1)) guesses.delete(extra);
  for (const [key, column] of guesses) columns.set(key, column);
  if (!textKeys.some((key) => columns.has(key))) {
    const fix = `Say which column it is: --map text=…, or html=… or markdown=…. The columns are: ${listed(header)}.`;
    throw new SourceError(
      'no column for the text',
      `one that is named so (${keyNames.text.join(', ')})`,
      fix,
    );
  }
  const used = new Set(columns.values());
  const twice = header.find((column, index) => used.has(column) && header.indexOf(column) !== index);
  if (twice !== undefined) {
    const fix = 'Give one of them another name, for nobody can tell which is meant.';
    throw new SourceError(`two columns named "${twice}"`, 'columns with names of their own', fix);
  }
  const unused = header.filter((column) => !used.has(column));
  return { columns, guessed: [...guesses.keys()], unused };
}

/** Tells by their names what some columns, or keys of a source, are; each is one key at most. */
export function guessNames(names: readonly string[], among: readonly EntryKey[]): Map<EntryKey, string> {
  const byFolded = new Map(names.toReversed().map((name) => [foldKey(name), name]));
  const guesses = among.flatMap((key): [EntryKey, string][] => {
    const known = keyNames[key].map((name) => byFolded.get(name)).find((name) => name !== undefined);
    return known === undefined ? [] : [[key, known]];
  });
  return new Map(guesses);
}

/** A name without case, spaces and signs. */
export function foldKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What a source says under a key. */
export interface Said {
  /** One value, or several of {@link listKeys}; as written. */
  values: readonly string[];
  /** Where it says so, in its own terms: `the column "Published"`. */
  where: string;
  /** 1-based. */
  line: number;
  column: number;
}

/** A draft without its text. */
export type DraftFields = Omit<Draft, 'origin' | 'body' | 'received'>;

/**
 * Puts into a draft what a source says under the keys of an entry. What is empty is missing.
 *
 * @throws {SourceError} when the date is none
 */
export function fillDraft(said: ReadonlyMap<EntryKey, Said>, reading: DateReading): DraftFields {
  const draft: DraftFields = { byline: [], terms: [], notices: [] };
  const inLanguage = withLanguage(reading, toLanguageTag(said.get('language')?.values[0]));
  for (const [key, { values, where, line, column }] of said) {
    const lines = values.flatMap((value) => toLine(value) || []);
    const [first, ...others] = lines;
    if (first === undefined || textKeys.includes(key)) continue;
    const vocabulary = vocabularies.find(({ name }) => name === key)?.name;
    if (key === 'byline') draft.byline.push(...lines);
    else if (termKeys.includes(key))
      draft.terms.push(...lines.map((name) => ({ name, ...(vocabulary && { vocabulary }) })));
    else {
      if (others.length > 0)
        draft.notices.push(`Only the first of the ${lines.length} values in ${where} was taken.`);
      const single = key as
        'title' | 'subtitle' | 'date' | 'dateline' | 'language' | 'summary' | 'publisher' | 'url' | 'rights';
      draft[single] = single === 'date' ? readDate(first, where, inLanguage, { line, column }) : first;
      if (single === 'language') draft.language = toLanguageTag(first);
    }
  }
  return draft;
}

/** POSIX writes a language tag with a low line. */
function toLanguageTag(text = ''): string {
  return toLine(text).replaceAll('_', '-');
}

function readDate(
  text: string,
  where: string,
  reading: DateReading,
  place: { line: number; column: number },
): string {
  try {
    return readSourceDate(text, reading);
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    const fix = 'Correct the date, or take it out: an article may have none.';
    throw new SourceError(`date ${error.message} in ${where}`, 'a date like 2021-07-18', fix, place);
  }
}

/**
 * The texts of a value of JSON or YAML: of a text itself, of a thing its name, of a list those of its elements.
 *
 * @returns also whether there is more in it than these texts
 */
export function readTexts(value: unknown): { texts: string[]; isMore: boolean } {
  const elements = Array.isArray(value) ? value : [value];
  let isMore = false;
  const texts = elements.flatMap((element: unknown) => {
    if (element === null || element === undefined) return [];
    if (typeof element !== 'object') return [String(element)];
    const { name, ...others } = element as { name?: unknown };
    isMore ||= typeof name !== 'string' || Object.keys(others).length > 0;
    return typeof name === 'string' ? [name] : [];
  });
  return { texts, isMore };
}

function isEntryKey(key: string): key is EntryKey {
  return Object.hasOwn(keyNames, key);
}

function unknown(found: string, expected: string, name: string, known: readonly string[]): SourceError {
  const close = nearest(name, known);
  const hint = close === undefined ? '' : `Did you mean "${close}"? `;
  return new SourceError(found, expected, `${hint}There are: ${listed(known)}.`);
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 50).map((name) => (name === '' ? '(no name)' : name));
  return shown.join(', ') + (names.length > 50 ? ' …' : '');
}
