import { DateError } from '../../records/date/archive-date.ts';
import type { Position } from '../../records/problem.ts';
import { SourceError } from '../sources/source-error.ts';
import { locateText } from '../text/locate-text.ts';
import { isDefaultDate, listDoubts } from './date-doubts.ts';
import { readSourceDate, weekdayOf, type DateReading } from './source-date.ts';
import { UnclearDate } from './unclear-date.ts';

/** A date that a source has for an article. */
export interface DateCandidate {
  /** As written. */
  text: string;
  /** The element or key that holds it: `<pubDate>`. */
  where: string;
  /** A notice for the archivist when this date is used: a whole sentence. */
  notice?: string;
}

/** A date that was read, with what is doubtful about it; no date where the source writes none. */
interface ReadDate {
  date?: string;
  notices: string[];
}

/**
 * Reads the first candidate that is a readable date. What programs write where they know none is passed over, and told.
 *
 * @param language of the article, where the source gives one (BCP 47)
 * @param text the source, in which the position of an unreadable date is looked up
 * @throws {SourceError} when there are candidates and none is readable
 */
export function readFirstDate(
  candidates: readonly DateCandidate[],
  reading: DateReading,
  language: string | undefined,
  text: string,
): ReadDate {
  const errors: { error: DateError; written: string; where: string }[] = [];
  const notices: string[] = [];
  const dateReading = inLanguage(reading, language);
  for (const { text: written, where, notice } of candidates) {
    try {
      const read = readOne(written, where, dateReading);
      notices.push(...read.notices);
      if (read.date !== undefined)
        return { date: read.date, notices: [...notices, ...(notice ? [notice] : [])] };
    } catch (error) {
      if (!(error instanceof DateError)) throw error;
      errors.push({ error, written, where });
      notices.push(`Ignored: date ${error.message} in ${where}.`);
    }
  }
  const [first] = errors;
  if (!first) return { notices };
  throw unreadableDate(first.error, first.where, locateText(first.written, text));
}

/**
 * Reads a date at a known position of the source.
 *
 * @throws {SourceError} when it is not a readable date
 */
export function readDateAt(text: string, where: string, reading: DateReading, position: Position): ReadDate {
  try {
    return readOne(text, where, reading);
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    throw unreadableDate(error, where, position);
  }
}

/** @throws {DateError} when it is not a readable date */
function readOne(written: string, where: string, reading: DateReading): ReadDate {
  if (isDefaultDate(written)) {
    const notice = `"${written.trim()}" in ${where} is what programs write where they know no date; it was not taken.`;
    return { notices: [notice] };
  }
  const date = readSourceDate(written, reading);
  return { date, notices: listDoubts(written, date, weekdayOf(written, reading), where) };
}

/** Dates of an article are most likely written in its own language. */
export function inLanguage(reading: DateReading, language: string | undefined): DateReading {
  return { ...reading, languages: [language ?? [], reading.languages].flat() };
}

function unreadableDate(error: DateError, where: string, position: Position): SourceError {
  const fix =
    error instanceof UnclearDate ? error.fix : 'Correct the date, or remove it: an article may be undated.';
  return new SourceError(`date ${error.message} in ${where}`, 'a date like 2021-07-18', fix, position);
}
