import type { ParseArgsOptionsConfig } from 'node:util';

import { UsageError, type Values } from './run-command.ts';
import { DateError, parseArchiveDate } from '../records/date/archive-date.ts';
import { language } from '../records/schemas/fields.ts';
import { nearest } from '../records/check/nearest.ts';
import { vocabularies } from '../records/vocabularies.ts';
import { formats } from '../ingest/read/recognize.ts';
import type { RunOptions } from '../ingest/run.ts';
import { dateOrders } from '../ingest/drafts/source-date.ts';

export const usage = 'npm run ingest -- [options] FILE|FOLDER|-…';

/** The statuses that WordPress itself gives. */
const statuses = ['publish', 'draft', 'auto-draft', 'pending', 'private', 'future', 'trash'] as const;

/** What the command says of itself. */
export const help = `
Turns received texts into entries of the archive: plain text, Markdown, saved web pages, feeds (RSS, Atom, RDF,
JSON Feed), WordPress exports, ninjs, tables (CSV, TSV, NDJSON), and what an archive has published at /data/. What is there
is never changed.

  --dry-run              show what would be written, and stop
  --format FORMAT        ${formats.join(', ')}; recognised by content when left out
  --encoding NAME        the encoding of files that are not in Unicode: windows-1252, shift_jis …
  --map KEY=COLUMN,…     for tables: title=Headline,date=Published,text=Body
  --date-order dmy|mdy   what comes first in dates like 03/04/2021; without it they are refused
  --language TAG         the language of texts that say none (BCP 47)
  --source NAME          the publisher of texts that name none
  --received DATE        the day on which they were received; today when left out
  --status STATUS,…      for WordPress: ${statuses.join(', ')}; publish alone when left out
  --duplicates skip|keep skip texts that are nearly the same as another too, or keep all but those whose source is
                         the same byte for byte; when left out, those with the same title, date and words are skipped,
                         near ones told
  --create-records VOCABULARY,…
                         make a record of each name that the sources give and none has: ${vocabularies.map(({ name }) => name).join(', ')};
                         it is looked for in texts when you have described it
  --report FILE          a line of JSON an item; a FILE that is there is replaced
  --json                 the summary for programs

Exit codes: 0 all taken in or skipped, 1 something failed, 2 the arguments are not understood.

Examples:
  npm run ingest -- --dry-run ~/received
  npm run ingest -- --source "Evening Post" --received 2024-05-02 ~/received/*.txt
  npm run ingest -- --map title=Headline,date=Published,text=Body table.csv
  npm run ingest -- --create-records topics --report report.ndjson export.xml
`;

/** The command's options. */
export const options = {
  'dry-run': { type: 'boolean', default: false },
  format: { type: 'string' },
  encoding: { type: 'string' },
  map: { type: 'string', multiple: true, default: [] as string[] },
  'date-order': { type: 'string' },
  language: { type: 'string' },
  source: { type: 'string' },
  received: { type: 'string' },
  status: { type: 'string', multiple: true, default: ['publish'] as string[] },
  duplicates: { type: 'string' },
  'create-records': { type: 'string', multiple: true, default: [] as string[] },
  report: { type: 'string' },
  json: { type: 'boolean', default: false },
} satisfies ParseArgsOptionsConfig;

/** @throws {UsageError} when a value is none that the option can have */
export function readOptions(given: Values<typeof options>): RunOptions {
  const { encoding, language: tag, received = today() } = given;
  if (tag !== undefined && !language.safeParse(tag).success) {
    throw new UsageError(`--language ${tag} is no language tag: write one like en, fr-CA or zh-Hant.`);
  }
  return {
    dryRun: given['dry-run'],
    format: given.format === undefined ? undefined : oneOf('--format', given.format, formats),
    ...(encoding !== undefined && { encoding: readEncoding(encoding) }),
    columns: readColumns(given.map.flatMap(listOf)),
    statuses: new Set(given.status.flatMap(listOf).map((status) => oneOf('--status', status, statuses))),
    dateOrder:
      given['date-order'] === undefined ? undefined : oneOf('--date-order', given['date-order'], dateOrders),
    language: tag,
    publisher: given.source,
    received: readDay(received),
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
    report: given.report,
  };
}

function listOf(text: string): string[] {
  return text.split(',').map((part) => part.trim());
}

function oneOf<Value extends string>(option: string, value: string, allowed: readonly Value[]): Value {
  const known = allowed.find((each) => each === value);
  if (known !== undefined) return known;
  const close = nearest(value, allowed);
  const hint = close === undefined ? `one of: ${allowed.join(', ')}` : `did you mean "${close}"?`;
  throw new UsageError(`${option} ${value} is not known; ${hint}`);
}

function readEncoding(name: string): string {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    throw new UsageError(
      `--encoding ${name} is not known: write a name like windows-1252, iso-8859-15 or shift_jis.`,
    );
  }
}

function readColumns(pairs: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    pairs.map((pair) => {
      const [, key, column] = /^([^=]+)=(.+)$/.exec(pair) ?? [];
      if (key === undefined || column === undefined) {
        throw new UsageError(`--map ${pair} is not understood: write KEY=COLUMN, as in title=Headline.`);
      }
      return [key.trim(), column.trim()];
    }),
  );
}

function readDay(text: string): string {
  try {
    return parseArchiveDate(text).edtf;
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    throw new UsageError(`--received ${error.message}: write one like 2024-05-02.`);
  }
}

/** The day where the archivist is. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
