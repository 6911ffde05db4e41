import type { ParseArgsOptionsConfig } from 'node:util';

import { UsageError, type Values } from './run-command.ts';
import {
  mapVocabularies,
  vocabularies,
  type Vocabulary,
  type VocabularyName,
} from '../records/vocabularies.ts';
import { presentOf, toLine } from '../ingest/text/lines.ts';

export const usage =
  'npm run new -- --title "…" --date 2021-07-20 [--text FILE] [options], or npm run new -- --person "…" --description "…"';

/** What the command says of itself. */
export const help = `
Makes an article, or the record of a name. Nothing that is there is changed, and nothing is made that the check refuses.

An article. Its text is Markdown; it comes from a file, from standard input, or is pasted into the terminal.
  --title TEXT              the headline as printed; --title-supplied when it is yours
  --date DATE               as far as it is known: 2021-07-20, 2021-07, 2021, 2021~ (about), 2021-07/2021-09
  --undated                 instead of --date: nothing is known of it
  --text FILE               the file of its text; - for standard input
  --people ID,…             tags: ids of records; also --places, --organizations, --topics
  --byline NAME             who wrote it; several times for several
  --subtitle, --dateline, --language, --summary, --source-name, --source-url, --rights

A record: --person NAME, --place NAME, --organization NAME or --topic NAME.
  --description TEXT        who or what it is, in a neutral phrase
  --sort-name NAME          as the index files it: Doe, Jane
  --variant NAME            another name; several times for several

  --slug NAME               the last part of the address; made of the title or name when left out

Exit codes: 0 made, 1 not made, because of what is in the archive or in the text, 2 the options are not understood.

Examples:
  npm run new -- --title "Harbour reopens" --date 2021-07-20 --people jane-doe --text harbour.md
  npm run new -- --person "Jane Doe" --sort-name "Doe, Jane" --description "Harbour master, 2015–2024"
`;

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;

const articleOptions = {
  'title-supplied': { type: 'boolean' },
  date: text,
  undated: { type: 'boolean' },
  text,
  people: texts,
  places: texts,
  organizations: texts,
  topics: texts,
  byline: texts,
  subtitle: text,
  dateline: text,
  language: text,
  summary: text,
  'source-name': text,
  'source-url': text,
  rights: text,
} as const satisfies ParseArgsOptionsConfig;

const recordOptions = {
  description: text,
  'sort-name': text,
  variant: texts,
} as const satisfies ParseArgsOptionsConfig;

/** The command's options. */
export const options = {
  title: text,
  person: text,
  place: text,
  organization: text,
  topic: text,
  slug: text,
  ...articleOptions,
  ...recordOptions,
} as const satisfies ParseArgsOptionsConfig;

/** An article to be made. */
export interface AskedArticle {
  kind: 'article';
  /** The keys that are one line each, and were given. */
  lines: Partial<
    Record<
      'title' | 'subtitle' | 'dateline' | 'language' | 'summary' | 'publisher' | 'url' | 'rights',
      string
    >
  >;
  titleSupplied: boolean;
  /** As it was given; `undefined` for an undated article. */
  date: string | undefined;
  tags: Record<VocabularyName, string[]>;
  byline: string[];
  /** Where its text is: `-` for standard input. */
  text: string | undefined;
  slug: string | undefined;
}

/** An authority record to be made. */
export interface AskedRecord {
  kind: 'record';
  vocabulary: Vocabulary;
  name: string;
  description: string;
  sortName: string | undefined;
  variants: string[];
  slug: string | undefined;
}

/** @throws {UsageError} when it is not clear what is to be made */
export function readOptions(given: Values<typeof options>): AskedArticle | AskedRecord {
  const asked = ['title', ...vocabularies.map(({ singular }) => singular)].filter((name) =>
    Object.hasOwn(given, name),
  );
  const [option, other] = asked;
  if (option === undefined) {
    throw new UsageError('What is to be made is missing: --title for an article, --person for a person …');
  }
  if (other !== undefined) {
    throw new UsageError(
      `--${option} and --${other} make two things: run the command for each. Tags are --people, --places …`,
    );
  }
  const foreign = Object.keys(option === 'title' ? recordOptions : articleOptions).find((name) =>
    Object.hasOwn(given, name),
  );
  if (foreign !== undefined) {
    throw new UsageError(
      `--${foreign} does not go with --${option}: it is said of ${option === 'title' ? 'records' : 'articles'}.`,
    );
  }
  return option === 'title' ? readArticle(given) : readRecord(given, option);
}

function readArticle(given: Values<typeof options>): AskedArticle {
  const { title, subtitle, date, undated = false, dateline, language, summary, rights } = given;
  if (toLine(title) === '')
    throw new UsageError('--title is empty. A text without a title gets one from you: --title-supplied.');
  if (date === undefined && !undated) {
    throw new UsageError('--date is missing; --undated when nothing is known of the date.');
  }
  if (date !== undefined && undated)
    throw new UsageError('--date and --undated say two things: leave one of them out.');
  const [publisher, url] = [given['source-name'], given['source-url']];
  return {
    kind: 'article',
    lines: presentOf({ title, subtitle, dateline, language, summary, publisher, url, rights }),
    titleSupplied: given['title-supplied'] ?? false,
    date,
    tags: mapVocabularies((name) =>
      (given[name] ?? []).flatMap((list) => list.split(',').map((id) => id.trim())).filter((id) => id !== ''),
    ),
    byline: readNames(given.byline),
    text: given.text,
    slug: given.slug,
  };
}

function readRecord(given: Values<typeof options>, option: string): AskedRecord {
  const vocabulary = vocabularies.find(({ singular }) => singular === option);
  const name = toLine(given[option as 'person']);
  const description = toLine(given.description);
  if (!vocabulary || name === '') throw new UsageError(`--${option} is empty: give the name.`);
  if (description === '') {
    throw new UsageError(`--description is missing: say in a neutral phrase who or what ${name} is.`);
  }
  const sortName = toLine(given['sort-name']) || undefined;
  return {
    kind: 'record',
    vocabulary,
    name,
    description,
    sortName,
    variants: readNames(given.variant),
    slug: given.slug,
  };
}

function readNames(names: readonly string[] = []): string[] {
  return names.map(toLine).filter((name) => name !== '');
}
