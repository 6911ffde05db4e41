import { DateError } from '../../../records/date/archive-date.ts';
import { SourceError } from '../../drafts/draft.ts';
import { readSourceDate, type DateReading } from '../../drafts/source-date.ts';
import type { Written } from '../web-page/json-ld.ts';

/**
 * Reads the first readable date of some.
 *
 * @param language of the article, where its source says one (BCP 47)
 * @param text where they stand, for the place of one that is none
 * @throws {SourceError} when there are dates, and none of them can be read
 */
export function readFirstDate(
  dates: readonly Written[],
  reading: DateReading,
  language: string | undefined,
  text: string,
): { date?: string; notices: string[] } {
  const errors: string[] = [];
  const inLanguage = withLanguage(reading, language);
  for (const { text: written, where, notice } of dates) {
    try {
      const date = readSourceDate(written, inLanguage);
      return {
        date,
        notices: [...errors.map((error) => `Passed over: ${error}.`), ...(notice ? [notice] : [])],
      };
    } catch (error) {
      if (!(error instanceof DateError)) throw error;
      errors.push(`date ${error.message} in ${where}`);
    }
  }
  const [first] = dates;
  if (first === undefined) return { notices: [] };
  const fix = 'Correct the date, or take it out: an article may have none.';
  throw new SourceError(errors[0] ?? '', 'a date like 2021-07-18', fix, placeOf(first.text, text));
}

/** Dates of an article are most likely in its own language. */
export function withLanguage(reading: DateReading, language: string | undefined): DateReading {
  return { ...reading, languages: [language ?? [], reading.languages].flat() };
}

/** Where a text first stands within another; the beginning when it is written otherwise there. */
export function placeOf(part: string, text: string): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, text.indexOf(part))).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
