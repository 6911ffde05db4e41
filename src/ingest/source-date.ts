import { DateError, parseArchiveDate } from '../records/archive-date.ts';

/** Names of months, in small letters, by language. */
const months = new Map<string, ReadonlyMap<string, number>>();

const isoDate = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ]\d{2}:?\d{2}.*)?$/;
const compactDate = /^(\d{4})(\d{2})(\d{2})(?:T\d{2}.*)?$/;
const bigEndian = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?: .*)?$/;
const cjkDate = /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?/;
/** `18 July 2021`, `Sun, 18 Jul 2021 23:30:00 -0500` (RFC 5322, section 3.3), `18. Juli 2021`. */
const dayFirst =
  /^(?:\p{L}+\.?,? )?(?:(\d{1,2})(?:\.|st|nd|rd|th|er|º)? (?:de )?)?(\p{L}[\p{L}\p{M}]*)\.?,? (?:de )?(\d{4})(?:[ ,].*)?$/u;
/** `July 18, 2021`, `Sunday, July 18, 2021`. */
const monthFirst =
  /^(?:\p{L}+\.?, )?(\p{L}[\p{L}\p{M}]*)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:[ ,].*)?$/u;
const about = /^(?:c\.|ca\.?|circa|about|approximately) ?/i;

/**
 * Reads a date as sources write it: EDTF, ISO 8601 and RFC 3339, RFC 5322, or in words in English or the site's
 * language. The day is the one that the source writes: a time and its zone are passed over, for the day on which an
 * article was published is that of its publisher. A date that can be read in two ways (03/04/2021) is refused.
 *
 * @param language BCP 47 tag
 * @returns an archive date in EDTF, as exact as what is written
 * @throws {DateError} when it is no date, or an impossible one (31 February)
 *
 * @example
 * readSourceDate('Sun, 18 Jul 2021 23:30:00 -0500', 'en') // '2021-07-18'
 */
export function readSourceDate(text: string, language: string): string {
  const written = text.trim().replace(/\s+/gu, ' ');
  const approximate = about.test(written) ? '~' : '';
  const date = written.replace(about, '');
  return parseArchiveDate(toEdtf(date, language) + approximate).edtf;
}

function toEdtf(date: string, language: string): string {
  const iso = isoDate.exec(date) ?? compactDate.exec(date) ?? bigEndian.exec(date) ?? cjkDate.exec(date);
  if (iso) return join(iso[1], iso[2], iso[3]);
  const [, month = '', day, year] = monthFirst.exec(date) ?? [];
  if (year) return join(year, monthOf(month, date, language), day);
  const [, first, name = '', last] = dayFirst.exec(date) ?? [];
  if (last) return join(last, monthOf(name, date, language), first);
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/.test(date)) {
    throw new DateError(`"${date}", of which day and month cannot be told apart`);
  }
  return date;
}

function join(year = '', month?: string, day?: string): string {
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')]
    .filter((part) => part !== undefined)
    .join('-');
}

function monthOf(name: string, date: string, language: string): string {
  const known = name.toLocaleLowerCase(language);
  const number = monthsOf('en').get(known) ?? monthsOf(language).get(known);
  if (number === undefined) throw new DateError(`"${date}", which is not a date`);
  return String(number);
}

function monthsOf(language: string): ReadonlyMap<string, number> {
  const known = months.get(language);
  if (known) return known;
  const names = new Map<string, number>([['sept', 9]]);
  for (const month of ['long', 'short'] as const) {
    // Beside a day some languages have another form of the name (18 июля).
    for (const day of [undefined, 'numeric'] as const) {
      const format = new Intl.DateTimeFormat(language, { month, day, timeZone: 'UTC', calendar: 'gregory' });
      for (let number = 1; number <= 12; number++) {
        const parts = format.formatToParts(Date.UTC(2000, number - 1, 1));
        const name = parts.find(({ type }) => type === 'month')?.value ?? '';
        names.set(name.replace(/\.$/, '').toLocaleLowerCase(language), number);
      }
    }
  }
  months.set(language, names);
  return names;
}
