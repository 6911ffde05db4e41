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
 * @throws {SourceError} when a given field or column does not exist, two used columns have the same name, or no column
 *   holds the text
 */
export function chooseColumns(header: readonly string[], given: ReadonlyMap<string, string>): ColumnChoice {
  const columns = readGiven(header, given);
  const guesses = guessOthers(header, columns);
  for (const [field, column] of guesses) columns.set(field, column);
  if (!textFields.some((field) => columns.has(field))) throw noTextColumn(header);
  const used = new Set(columns.values());
  const repeated = header.find((column, index) => used.has(column) && header.indexOf(column) !== index);
  if (repeated !== undefined) {
    const fix = 'Rename one of them: it is not clear which one is meant.';
    throw new SourceError(`two columns named "${repeated}"`, 'a different name for each column', fix);
  }
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

function noTextColumn(header: readonly string[]): SourceError {
  const names = fieldNames.text.join(', ');
  const fix = `Say which column it is: --map text=…, or html=… or markdown=…. The columns are: ${formatNames(header)}.`;
  return new SourceError('no column for the text', `a column with one of the names ${names}`, fix);
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
