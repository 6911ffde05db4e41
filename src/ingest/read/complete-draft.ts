import { DateError } from '../../records/date/archive-date.ts';
import { findDateInPath } from '../dates/path-date.ts';
import { inLanguage } from '../dates/first-date.ts';
import { readSourceDate, type DateReading } from '../dates/source-date.ts';
import { completeByline } from '../drafts/byline.ts';
import type { Draft, Term } from '../drafts/draft.ts';

/**
 * Completes what a reader made of an item with what holds for all formats: a byline is parted into names, a day among its
 * categories is no topic, and where the text has no date, that of its file's name or folders is proposed, else that day.
 *
 * @param notice what there is to say about the file as a whole
 */
export function completeDraft(draft: Draft, reading: DateReading, notice: string | undefined): Draft {
  const { terms, days } = partDays(draft.terms, inLanguage(reading, draft.language));
  const notices = [...(notice === undefined ? [] : [notice]), ...draft.notices];
  const { byline, leftOut } = completeByline(draft);
  leftOut.push(...days.map((text) => ({ what: 'a day among the categories', text })));
  const completed = { ...draft, byline, terms, leftOut: [...draft.leftOut, ...leftOut], notices };
  if (draft.date !== undefined) return completed;
  // One of several texts in a file has not the date of the file.
  const named = draft.origin.item === undefined ? findDateInPath(draft.origin.file) : undefined;
  const [day, ...otherDays] = days;
  if (!named && day !== undefined) {
    if (otherDays.length > 0) {
      const listed = days.map((each) => `"${each}"`).join(' and ');
      notices.push(`It has no date, but the categories ${listed}: add the one that is its day.`);
      return completed;
    }
    const date = readSourceDate(day, inLanguage(reading, draft.language));
    notices.push(`It has no date; ${date} is taken from the category "${day}": check it.`);
    return { ...completed, date };
  }
  if (!named) return completed;
  notices.push(`It has no date; ${named.date} is taken from ${named.where}: check it.`);
  return { ...completed, date: named.date };
}

/** Sets apart the terms that are whole days, or months with their year. */
function partDays(terms: readonly Term[], reading: DateReading): { terms: Draft['terms']; days: string[] } {
  const isDay = ({ name, vocabulary }: Term) =>
    vocabulary !== 'people' &&
    vocabulary !== 'organizations' &&
    name.length <= 40 &&
    /\d{4}/.test(name) &&
    /\D\d|\d\D/.test(name) &&
    isDate(name, reading);
  return { terms: terms.filter((term) => !isDay(term)), days: terms.filter(isDay).map(({ name }) => name) };
}

function isDate(text: string, reading: DateReading): boolean {
  try {
    return readSourceDate(text, reading).length > 4;
  } catch (error) {
    if (error instanceof DateError) return false;
    throw error;
  }
}
