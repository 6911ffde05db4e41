import type { ParseArgsOptionsConfig } from 'node:util';

import { type Values } from './run-command.ts';
import { UsageError } from '../system/command-error.ts';
import { today } from './today.ts';
import { DateError, parseArchiveDate } from '../records/date/archive-date.ts';
import { host, language } from '../records/schemas/fields.ts';
import { findNearestName } from '../records/check/nearest-name.ts';
import { vocabularies } from '../records/vocabularies.ts';
import { formats } from '../ingest/read/recognize-format.ts';
import type { RunOptions } from '../ingest/run.ts';
import { dateOrders } from '../ingest/dates/source-date.ts';

export const usage = 'npm run ingest -- [options] FILE|FOLDER|-…';

/** WordPress' own post statuses. */
const statuses = ['publish', 'draft', 'auto-draft', 'pending', 'private', 'future', 'trash'] as const;

/** The text of `--help`. */
export const help = `
Turns received texts into articles of the archive: plain text, Markdown, saved web pages, feeds (RSS, Atom, RDF, JSON
Feed), exports of WordPress, Blogger, Ghost, Movable Type, Medium, Substack and Mastodon, crawls of sites (WARC, WACZ),
ninjs, tables (CSV, TSV, NDJSON), spreadsheets (.xlsx, .ods), documents (.docx, .odt, PDF), recognized pages (ALTO, hOCR,
PAGE-XML, METS), and the data that an archive publishes at /data/. Existing files are never changed.

  --dry-run              show what would be written, and stop
  --format FORMAT        ${formats.join(', ')}; detected by default
  --encoding NAME        the encoding of files that are not Unicode and declare none: windows-1252, shift_jis …
  --map KEY=COLUMN,…     for tables: title=Headline,date=Published,text=Body
  --sheet NAME           for spreadsheets: the sheet to take; the first by default
  --date-order dmy|mdy   whether day or month comes first in dates like 03/04/2021; without it they are rejected
  --language TAG         the language of texts that do not state it (BCP 47)
  --source NAME          the publication of texts that do not name it
  --former-host HOST     a host that the archive succeeds, besides formerHosts of site.yaml: addresses that texts had on
                         it lead to their entries (formerUrls). May be given several times. Of a crawl only the pages
                         of these hosts are taken, if there are any; a folder of such a name is a mirrored site
  --at DATE              for crawls: take each page as it was last captured up to this day, month or year
  --received DATE        the day on which they were received; today by default
  --status STATUS,…      for WordPress: ${statuses.join(', ')}; only publish by default
  --post-type TYPE,…     for WordPress: the types of items to take, such as post,page,article; only post by default.
                         Pages are undated
  --section-from category
                         for WordPress: the primary category of a post is the section in which it was published
  --media FOLDER         where the files of pictures and attachments are, such as wp-content/uploads; may be given
                         several times. Those that texts name are copied to content/media/. Pictures beside a saved
                         page or a Markdown file are found without it; nothing is ever loaded from the network
  --split article        for web pages with several articles: take each by itself
  --duplicates skip|keep skip: also skip texts that are nearly the same as another; keep: skip only those with an
                         identical source text. By default those with the same title, date and words are skipped, and
                         similar ones reported
  --create-records VOCABULARY,…
                         create records for names in the sources that have none: ${vocabularies.map(({ name }) => name).join(', ')}.
                         Names are sorted into these kinds; of doubtful ones none is created, and "npm run names"
                         lists them. A name is looked for in texts once you have described its record. Records of
                         publications that sources name are always created
  --audit                compare files that were taken in with their entries, and list each word and address that is in
                         neither the entry nor the report; nothing is written
  --strict               write nothing if anything of a source would not be in its entry
  --report FILE          write a line of JSON per item; an existing FILE is replaced
  --json                 print the summary as JSON

Exit codes: 0 everything written or skipped, 1 some items failed (or, with --strict, something was left out), 2 invalid
arguments.

Examples:
  npm run ingest -- --dry-run ~/received
  npm run ingest -- --source "Evening Post" --received 2024-05-02 ~/received/*.txt
  npm run ingest -- --map title=Headline,date=Published,text=Body table.csv
  npm run ingest -- --media ~/site/wp-content/uploads export.xml
  npm run ingest -- --create-records topics --report report.ndjson export.xml
`;

/** The command's options. */
export const options = {
  'dry-run': { type: 'boolean', default: false },
  format: { type: 'string' },
  encoding: { type: 'string' },
  map: { type: 'string', multiple: true, default: [] as string[] },
  sheet: { type: 'string' },
  'date-order': { type: 'string' },
  language: { type: 'string' },
  source: { type: 'string' },
  at: { type: 'string' },
  'former-host': { type: 'string', multiple: true, default: [] as string[] },
  received: { type: 'string' },
  status: { type: 'string', multiple: true, default: ['publish'] as string[] },
  'section-from': { type: 'string' },
  'post-type': { type: 'string', multiple: true, default: ['post'] as string[] },
  split: { type: 'string' },
  duplicates: { type: 'string' },
  'create-records': { type: 'string', multiple: true, default: [] as string[] },
  audit: { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
  media: { type: 'string', multiple: true, default: [] as string[] },
  report: { type: 'string' },
  json: { type: 'boolean', default: false },
} satisfies ParseArgsOptionsConfig;

/** @throws {UsageError} when the value of an option is invalid */
export function readOptions(given: Values<typeof options>): RunOptions {
  const { encoding, language: tag, received = today() } = given;
  if (tag !== undefined && !language.safeParse(tag).success) {
    throw new UsageError(`--language ${tag} is not a language tag: use one like en, fr-CA or zh-Hant.`);
  }
  return {
    dryRun: given['dry-run'],
    format: given.format === undefined ? undefined : oneOf('--format', given.format, formats),
    ...(encoding !== undefined && { encoding: readEncoding(encoding) }),
    columns: readColumns(given.map.flatMap(listOf)),
    sheet: given.sheet,
    statuses: new Set(given.status.flatMap(listOf).map((status) => oneOf('--status', status, statuses))),
    postTypes: new Set(given['post-type'].flatMap(listOf).filter((type) => type !== '')),
    sectionFrom:
      given['section-from'] === undefined
        ? undefined
        : oneOf('--section-from', given['section-from'], ['category'] as const),
    dateOrder:
      given['date-order'] === undefined ? undefined : oneOf('--date-order', given['date-order'], dateOrders),
    language: tag,
    split: given.split === undefined ? undefined : oneOf('--split', given.split, ['article'] as const),
    publisher: given.source,
    formerHosts: given['former-host'].map(readFormerHost),
    received: readDay(received),
    at: given.at === undefined ? undefined : readMoment(given.at),
    duplicates:
      given.duplicates === undefined
        ? undefined
        : oneOf('--duplicates', given.duplicates, ['skip', 'keep'] as const),
    createRecords: new Set(
      given['create-records'].flatMap(listOf).map((name) =>
        oneOf(
          '--create-records',
          name,
          vocabularies.map((vocabulary) => vocabulary.name),
        ),
      ),
    ),
    strict: given.strict,
    media: given.media,
    report: given.report,
  };
}

function listOf(text: string): string[] {
  return text.split(',').map((part) => part.trim());
}

function oneOf<Value extends string>(option: string, value: string, allowed: readonly Value[]): Value {
  const known = allowed.find((each) => each === value);
  if (known !== undefined) return known;
  const close = findNearestName(value, allowed);
  const hint = close === undefined ? `one of: ${allowed.join(', ')}` : `did you mean "${close}"?`;
  throw new UsageError(`${option} ${value} is not known; ${hint}`);
}

function readEncoding(name: string): string {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    throw new UsageError(
      `--encoding ${name} is not known: use a name like windows-1252, iso-8859-15 or shift_jis.`,
    );
  }
}

function readColumns(pairs: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    pairs.map((pair) => {
      const [, key, column] = /^([^=]+)=(.+)$/.exec(pair) ?? [];
      if (key === undefined || column === undefined) {
        throw new UsageError(`--map ${pair} is not valid: write KEY=COLUMN, as in title=Headline.`);
      }
      return [key.trim(), column.trim()];
    }),
  );
}

function readFormerHost(name: string): string {
  if (host.safeParse(name).success) return name;
  throw new UsageError(`--former-host ${name} is not the name of a host: write one like news.example.org.`);
}

/** A day, month or year, which the times of captures begin with. */
function readMoment(text: string): string {
  if (/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(text)) return text;
  throw new UsageError(`--at ${text} is not a date: write one like 2021-07-18, 2021-07 or 2021.`);
}

function readDay(text: string): string {
  try {
    return parseArchiveDate(text).edtf;
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    throw new UsageError(`--received ${error.message}: write one like 2024-05-02.`);
  }
}
