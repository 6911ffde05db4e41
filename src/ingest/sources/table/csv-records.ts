import { CsvError, parse } from 'csv-parse/sync';

import { sizeLimit } from '../../text/decode-source.ts';
import { SourceError } from '../source-error.ts';

/** The sign that parts cells. */
export type Delimiter = ',' | ';' | '\t' | '|';

/** The line by which Excel tells the sign that parts cells, before the header. */
export const delimiterLine = /^"?sep=([,;\t|])"?[ \t]*(?:\r\n?|\n)/i;

/**
 * The delimiter that a table declares, or else the most frequent one in its first line.
 *
 * @param start the table's first line, and whatever follows
 */
export function chooseDelimiter(start: string): Delimiter {
  const [, declared] = delimiterLine.exec(start) ?? [];
  if (declared !== undefined) return declared as Delimiter;
  const [line = ''] = start.replace(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const count = (sign: string) => line.split(sign).length;
  const [best] = ([',', ';', '\t', '|'] as const).toSorted((a, b) => count(b) - count(a));
  return best ?? ',';
}

/** A record of a table as it stands in the file, line end and all; without a text when it is too long for one article. */
export interface Cut {
  text?: string;
  /** 1-based. */
  line: number;
}

/**
 * Cuts a table into records. A quotation mark within a quoted cell that is neither doubled nor at its end does not end it:
 * what follows up to the next one that does is the same record, which is refused.
 */
export async function* cutRecords(pieces: AsyncIterable<string>, delimiter: Delimiter): AsyncIterable<Cut> {
  const scan: Scan = { rest: '', at: 0, isQuoted: false, isCellStart: true };
  // Joined at the end of the record only: long strings are slow to lengthen.
  let parts: string[] = [];
  let [length, line] = [0, 1];
  function* take(isLast: boolean): Iterable<Cut> {
    while (scan.rest !== '') {
      const isWhole = findEnd(scan, delimiter, isLast);
      parts.push(scan.rest.slice(0, scan.at));
      length += scan.at;
      scan.rest = scan.rest.slice(scan.at);
      scan.at = 0;
      if (!isWhole) return;
      const text = parts.join('');
      yield { text, line };
      line += text.match(/\r\n?|\n/g)?.length ?? 0;
      [parts, length] = [[], 0];
      Object.assign(scan, { isQuoted: false, isCellStart: true });
    }
    if (isLast && length > 0) yield { text: parts.join(''), line };
  }
  for await (const piece of pieces) {
    scan.rest += piece;
    yield* take(false);
    if (length > sizeLimit) return yield { line };
  }
  yield* take(true);
}

interface Scan {
  /** What has not been cut yet. */
  rest: string;
  /** How far that is known. */
  at: number;
  isQuoted: boolean;
  isCellStart: boolean;
}

/** Advances to the end of the record, or as far as the text allows. @returns whether the record is complete */
function findEnd(scan: Scan, delimiter: Delimiter, isLast: boolean): boolean {
  const { rest } = scan;
  for (; scan.at < rest.length; scan.at++) {
    if (scan.isQuoted) scan.at = rest.indexOf('"', scan.at);
    if (scan.at === -1) scan.at = rest.length;
    const [sign, next] = [rest[scan.at], rest[scan.at + 1]];
    // What a sign means depends on the next one.
    if (next === undefined && !isLast) return false;
    if (sign === undefined) return true;
    if (scan.isQuoted) {
      if (next === '"') scan.at++;
      else
        scan.isQuoted = delimiter !== '\t' && next !== undefined && ![delimiter, '\r', '\n'].includes(next);
    } else if (sign === '\n' || sign === '\r') {
      scan.at += sign === '\r' && next === '\n' ? 2 : 1;
      return true;
    } else scan.isQuoted = sign === '"' && scan.isCellStart;
    scan.isCellStart = sign === delimiter;
  }
  return isLast;
}

/** Whether a record has nothing in its cells. */
export function isBlank(text: string, delimiter: Delimiter): boolean {
  return text.replaceAll(delimiter, '').replaceAll('"', '').trim() === '';
}

/**
 * Reads the cells of a record (RFC 4180). Where no cell begins with a quotation mark, they are signs like others.
 *
 * @throws {SourceError} when it is none
 */
export function readCells(text: string | undefined, delimiter: Delimiter): string[] {
  if (text === undefined) {
    const fix = 'Look for a quotation mark that is not closed: everything after it was read as one cell.';
    throw new SourceError('a row that is too long for an article', 'one article per row', fix);
  }
  const isQuoted = text.startsWith('"') || text.includes(`${delimiter}"`);
  try {
    const isLenient = delimiter === '\t';
    const line = text.replace(/\r\n?$|\n$/, '');
    const [cells = []] = parse(line, { delimiter, quote: isQuoted ? '"' : null, relax_quotes: isLenient });
    return cells;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
    const found = isOpen
      ? 'a quotation mark that is not closed'
      : 'a quotation mark that is neither doubled nor encloses a cell';
    const fix = 'Double quotation marks within a cell, and close those around it.';
    throw new SourceError(found, 'CSV cells (RFC 4180)', fix);
  }
}
