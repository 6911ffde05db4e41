import { DateError } from '../../records/date/archive-date.ts';
import type { Position } from '../../records/problem.ts';
import { SourceError } from '../sources/source-error.ts';
import { locateText } from '../text/locate-text.ts';
import { readSourceDate, type DateReading } from './source-date.ts';

/** A date that a source has for an article. */
export interface DateCandidate {
  /** As written. */
  text: string;
  /** The element or key that holds it: `<pubDate>`. */
  where: string;
  /** A notice for the archivist when this date is used: a whole sentence. */
  notice?: string;
}

/**
 * Reads the first candidate that is a readable date.
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
): { date?: string; notices: string[] } {
  const errors: DateError[] = [];
  const notices: string[] = [];
  const dateReading = inLanguage(reading, language);
  for (const { text: written, where, notice } of candidates) {
    try {
      const date = readSourceDate(written, dateReading);
      return { date, notices: [...notices, ...(notice ? [notice] : [])] };
    } catch (error) {
      if (!(error instanceof DateError)) throw error;
      errors.push(error);
      notices.push(`Ignored: date ${error.message} in ${where}.`);
    }
  }
  const [[first], [error]] = [candidates, errors];
  if (!first || !error) return { notices: [] };
  throw unreadableDate(error, first.where, locateText(first.text, text));
}

/**
 * Reads a date at a known position of the source.
 *
 * @throws {SourceError} when it is not a readable date
 */
export function readDateAt(text: string, where: string, reading: DateReading, position: Position): string {
  try {
    return readSourceDate(text, reading);
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    throw unreadableDate(error, where, position);
  }
}

/** Dates of an article are most likely written in its own language. */
export function inLanguage(reading: DateReading, language: string | undefined): DateReading {
  return { ...reading, languages: [language ?? [], reading.languages].flat() };
}

function unreadableDate(error: DateError, where: string, position: Position): SourceError {
  const fix = 'Correct the date, or remove it: an article may be undated.';
  return new SourceError(`date ${error.message} in ${where}`, 'a date like 2021-07-18', fix, position);
}
