import type { ParseArgsOptionsConfig } from 'node:util';

import { type Values } from './run-command.ts';
import { UsageError } from '../system/command-error.ts';
import type { NewArticle } from '../ingest/new/new-article.ts';
import type { NewPicture } from '../ingest/new/new-pictures.ts';
import type { NewRecord } from '../ingest/new/new-record.ts';
import { lineFields, offeredFields, type LineKey, type OfferedField } from '../records/article-fields.ts';
import { mapVocabularies, vocabularies, type VocabularyDefinition } from '../records/vocabularies.ts';
import { presentLines, toLine } from '../ingest/text/lines.ts';

export const usage =
  'npm run new -- --title "…" --date 2021-07-20 [--text FILE] [options], or npm run new -- --person "…" --description "…"';

const [firstTag, ...otherTags] = vocabularies.map(({ name }) => `--${name}`);
// The first is the title, which has a line of its own.
const [, ...plainOptions] = lineFields.map(({ option }) => `--${option}`);

/** The text of `--help`. */
export const help = `
Creates an article or an authority record. Existing files are never changed, and nothing is created that the check would
reject.

An article. Its text is Markdown, from a file, from standard input, or pasted into the terminal.
  --title TEXT              the headline as printed; add --title-supplied when you have devised it
  --date DATE               as far as it is known: 2021-07-20, 2021-07, 2021, 2021~ (about), 2021-07/2021-09
  --undated                 instead of --date: nothing is known about it
  --text FILE               the file of its text; - for standard input
  ${`${firstTag} ID,…`.padEnd(24)}  tags: ids of records; also ${otherTags.join(', ')}
  --byline NAME             who wrote it; repeat it for several
  --picture FILE            a picture, which is copied to media/; repeat it for several, and with each its
  --alt TEXT                description for those who do not see it ("" if the caption says all), and
  --caption TEXT, --credit TEXT   the words printed under it, and who made it ("" for none)
  ${plainOptions.join(', ')}

A record: ${vocabularies.map(({ singular }) => `--${singular} NAME`).join(', ')}.
  --description TEXT        who or what it is, in a neutral phrase
  --sort-name NAME          as the index files it: Doe, Jane
  --variant NAME            another name; repeat it for several

  --slug NAME               the last part of the URL; derived from the title or name by default

Exit codes: 0 created, 1 not created because of the archive or the text, 2 invalid options.

Examples:
  npm run new -- --title "Harbour reopens" --date 2021-07-20 --people jane-doe --text harbour.md
  npm run new -- --person "Jane Doe" --sort-name "Doe, Jane" --description "Harbour master, 2015–2024"
`;

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;

/** How the value of each kind of field is given. */
const kinds = { line: text, id: texts, text, date: text, list: texts, flag: { type: 'boolean' } } as const;

const articleOptions = Object.fromEntries(
  offeredFields.map(({ option, kind }) => [option, kinds[kind]]),
) as unknown as { [Field in OfferedField as Field['option']]: (typeof kinds)[Field['kind']] };

const recordOptions = {
  description: text,
  'sort-name': text,
  variant: texts,
} as const satisfies ParseArgsOptionsConfig;

/** The first picture has the first of each, and so on. */
const pictureOptions = {
  picture: texts,
  alt: texts,
  caption: texts,
  credit: texts,
} as const satisfies ParseArgsOptionsConfig;

/** The options that name a record to be made, one a vocabulary. */
type Singular = VocabularyDefinition['singular'];
const recordNames = Object.fromEntries(vocabularies.map(({ singular }) => [singular, text])) as Record<
  Singular,
  typeof text
>;

/** The command's options. */
export const options = {
  ...recordNames,
  slug: text,
  ...articleOptions,
  ...pictureOptions,
  ...recordOptions,
} as const satisfies ParseArgsOptionsConfig;

/** @throws {UsageError} when the options do not say what to create, or contradict each other */
export function readOptions(given: Values<typeof options>): NewArticle | NewRecord {
  const asked = ['title', ...vocabularies.map(({ singular }) => singular)].filter((name) =>
    Object.hasOwn(given, name),
  );
  const [option, other] = asked;
  if (option === undefined) {
    throw new UsageError('Nothing to create: give --title for an article, --person for a person …');
  }
  if (other !== undefined) {
    throw new UsageError(
      `--${option} and --${other} would create two things: run the command once for each. Tags are --people, --places …`,
    );
  }
  const foreign = Object.keys(
    option === 'title' ? recordOptions : { ...articleOptions, ...pictureOptions },
  ).find((name) => Object.hasOwn(given, name));
  if (foreign !== undefined) {
    throw new UsageError(
      `--${foreign} cannot be used with --${option}: it is for ${option === 'title' ? 'records' : 'articles'} only.`,
    );
  }
  return option === 'title' ? readArticle(given) : readRecord(given, option);
}

function readArticle(given: Values<typeof options>): NewArticle {
  const { title, date, undated = false } = given;
  if (toLine(title) === '')
    throw new UsageError('--title is empty. If the text has no title, devise one and add --title-supplied.');
  if (date === undefined && !undated) {
    throw new UsageError('--date is missing; use --undated when nothing is known about the date.');
  }
  if (date !== undefined && undated)
    throw new UsageError('--date and --undated contradict each other: leave one of them out.');
  const tags = mapVocabularies((name) =>
    (given[name] ?? []).flatMap((list) => list.split(',').map((id) => id.trim())).filter((id) => id !== ''),
  );
  const several = vocabularies.find(
    ({ name, sourceKey }) => sourceKey !== undefined && tags[name].length > 1,
  );
  if (several)
    throw new UsageError(`--${several.name} has several ids: an article is from one ${several.singular}.`);
  const lines = lineFields.map(({ draftKey, option }) => [draftKey, given[option]]);
  return {
    kind: 'article',
    lines: presentLines(Object.fromEntries(lines) as Record<LineKey, string | undefined>),
    titleSupplied: given['title-supplied'] ?? false,
    date,
    tags,
    byline: readNames(given.byline),
    text: given.text,
    pictures: readPictures(given),
    slug: given.slug,
  };
}

function readPictures({
  picture = [],
  alt = [],
  caption = [],
  credit = [],
}: Values<typeof options>): NewPicture[] {
  const [first] = picture;
  if (first !== undefined && alt.length < picture.length)
    throw new UsageError(
      `--alt is missing for ${picture[alt.length]}: say what it shows, or give --alt "" if its caption says all there is to say.`,
    );
  for (const [option, values] of Object.entries({ alt, caption, credit })) {
    if (values.length === 0 || values.length === picture.length) continue;
    throw new UsageError(
      `There are ${values.length} --${option} for ${picture.length} --picture. Give one with each; "" for none.`,
    );
  }
  return picture.map((from, index) => ({
    from,
    alt: toLine(alt[index]),
    caption: toLine(caption[index]) || undefined,
    credit: toLine(credit[index]) || undefined,
  }));
}

function readRecord(given: Values<typeof options>, option: string): NewRecord {
  const vocabulary = vocabularies.find(({ singular }) => singular === option);
  const name = toLine(given[option as Singular]);
  const description = toLine(given.description);
  if (!vocabulary || name === '') throw new UsageError(`--${option} is empty: give the name.`);
  if (description === '') {
    throw new UsageError(`--description is missing: describe in a neutral phrase who or what ${name} is.`);
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
