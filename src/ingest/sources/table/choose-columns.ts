import { findNearestName } from '../../../records/check/nearest-name.ts';
import {
  fieldNames,
  fields,
  isField,
  matchFieldNames,
  textFields,
  type Field,
} from '../shared/field-names.ts';
import { SourceError } from '../source-error.ts';
import { suggestColumns } from './foreign-names.ts';

/** Which column of a table is which field of an article. */
export interface ColumnChoice {
  /** Columns by field. */
  columns: Map<Field, string>;
  /** The fields whose columns were recognized by their names. */
  guessed: Field[];
  /** Columns that are not used. */
  unused: string[];
}

/**
 * Decides which column of a table is which field: the given ones, and for the other fields the columns with a usual name
 * (see {@link fieldNames}).
 *
 * @param header the names of the columns
 * @param given names of columns by field, as from `--map title=Headline`
 * @throws {SourceError} when a given field or column does not exist, no column holds the text, or the names are those of
 *   another language: which columns are meant has to be said then
 */
export function chooseColumns(header: readonly string[], given: ReadonlyMap<string, string>): ColumnChoice {
  const columns = readGiven(header, given);
  const guesses = guessOthers(header, columns);
  for (const [field, column] of guesses) columns.set(field, column);
  const wanted = fields.filter((field) => !columns.has(field));
  const hasText = textFields.some((field) => columns.has(field));
  const suggested =
    given.size > 0 && hasText
      ? new Map<Field, string>()
      : suggestColumns(
          header.filter((column) => ![...columns.values()].includes(column)),
          wanted.filter((field) => field !== 'text' || !hasText),
        );
  if (!hasText) throw noTextColumn(header, columns, suggested);
  if (suggested.has('title') || suggested.size > 1) throw foreignColumns(columns, suggested);
  const used = new Set(columns.values());
  const unused = header.filter((column) => !used.has(column));
  return { columns, guessed: [...guesses.keys()], unused };
}

function readGiven(header: readonly string[], given: ReadonlyMap<string, string>): Map<Field, string> {
  const columns = new Map<Field, string>();
  for (const [field, column] of given) {
    if (!isField(field)) throw unknown(`the key "${field}" in --map`, 'a key of an article', field, fields);
    if (!header.includes(column)) {
      throw unknown(`no column "${column}", which --map has for "${field}"`, 'a column', column, header);
    }
    columns.set(field, column);
  }
  return columns;
}

function guessOthers(header: readonly string[], given: ReadonlyMap<Field, string>): Map<Field, string> {
  const taken = new Set(given.values());
  const hasText = textFields.some((field) => given.has(field));
  const guesses = matchFieldNames(
    header.filter((column) => !taken.has(column)),
    fields.filter((field) => !given.has(field) && !(hasText && textFields.includes(field))),
  );
  const [, ...others] = textFields.filter((field) => guesses.has(field));
  for (const field of others) guesses.delete(field);
  return guesses;
}

function noTextColumn(
  header: readonly string[],
  columns: ReadonlyMap<Field, string>,
  suggested: ReadonlyMap<Field, string>,
): SourceError {
  const names = fieldNames.text.join(', ');
  const example = suggested.has('text') ? formatMap(columns, suggested) : '--map text=…';
  const fix =
    `Say which column it is: ${example}, or html=… or markdown=…. ` +
    `The columns are: ${formatNames(header)}. If it is no table, say so: --format text.`;
  return new SourceError('no column for the text', `a column with one of the names ${names}`, fix);
}

function foreignColumns(
  columns: ReadonlyMap<Field, string>,
  suggested: ReadonlyMap<Field, string>,
): SourceError {
  return new SourceError(
    `columns with names in another language: ${formatNames([...suggested.values()])}`,
    'names in English, or --map',
    `Say what they are. Probably: ${formatMap(columns, suggested)}.`,
  );
}

/** The option that takes these columns. */
function formatMap(columns: ReadonlyMap<Field, string>, suggested: ReadonlyMap<Field, string>): string {
  const pairs = Array.from([...suggested, ...columns], ([field, column]) => `${field}=${column}`).join(',');
  return `--map ${/[^\p{L}\p{N}=,_-]/u.test(pairs) ? `"${pairs}"` : pairs}`;
}

function unknown(found: string, expected: string, name: string, known: readonly string[]): SourceError {
  const close = findNearestName(name, known);
  const hint = close === undefined ? '' : `Did you mean "${close}"? `;
  return new SourceError(found, expected, `${hint}Available: ${formatNames(known)}.`);
}

function formatNames(names: readonly string[]): string {
  const shown = names.slice(0, 50).map((name) => (name === '' ? '(no name)' : name));
  return shown.join(', ') + (names.length > 50 ? ' …' : '');
}
