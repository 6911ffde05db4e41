import { DateError, parseArchiveDate } from '../../records/date/archive-date.ts';
import { language } from '../../records/schemas/fields.ts';
import { dateNamesOf } from './date-names.ts';

/** How the dates of a source are read. */
export interface DateReading {
  /** Languages (BCP 47) in which names of months and days are read besides English, the likeliest first. */
  languages: readonly string[];
  /** Which comes first in a date like 03/04/2021, day or month; without it such a date is refused. */
  dateOrder?: DateOrder | undefined;
}

/** Whether days or months come first. */
type DateOrder = (typeof dateOrders)[number];

export const dateOrders = ['dmy', 'mdy'] as const;

const hour = String.raw`(?:[01]?\d|2[0-4])`;
const half = String.raw` ?[AaPp]\.?[Mm]\b\.?`;
const clock = String.raw`(?:${hour}[:h][0-5]\d(?::[0-6]\d(?:[.,]\d+)?)?(?:${half}| ?[Uu]hr)?|${hour}(?:[:.][0-5]\d)?(?:${half}| ?[Uu]hr))`;
const compactClock = String.raw`[0-2]\d(?:[0-5]\d(?:[0-6]\d(?:[.,]\d+)?)?)?`;
const zone = String.raw`(?:[Zz]|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?|[A-Z]{2,5}|[A-Z][a-z]+\/[A-Z][\w/]+)`;
const comment = String.raw`(?: ?\([^()]*\)| ?\[[\w/]+\])`;
/**
 * What may follow a date and make it no other one: a time and its zone, which are passed over, or a zone alone as XML
 * Schema has it. Anything else may make it the beginning of an interval, or less exact than it looks.
 */
const tail = String.raw`(?:(?:[Tt]${compactClock}|(?:[Tt]|,? (?:(?:at|um|à|às|a las|alle|ore|om|kl\.?|@|[-–—|·]) )?)${clock})(?: ?${zone}){0,2}${comment}?|[Zz]|[+-]\d{2}:\d{2})?`;
const name = String.raw`(?<name>\p{L}[\p{L}\p{M}]*)`;
const cjkTail = String.raw`(?: ?[（(]?(?:星期|周|週)?[一二三四五六日天月火水木金土](?:曜日?)?[）)]?)?(?: ?(?:上午|下午|午前|午後)?${hour}(?::|時|时|点)(?:[0-5]\d分?)?(?::[0-5]\d)?)?`;

const forms = [
  String.raw`(?<year>\d{4})-(?<month>\d{2})(?:-(?<day>\d{2}))?${tail}`,
  String.raw`(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})${tail}`,
  String.raw`(?<year>\d{4})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})${tail}`,
  String.raw`(?<year>\d{4})年(?:(?<month>\d{1,2})月(?:(?<day>\d{1,2})日${cjkTail})?)?`,
  // 18 July 2021; Sun, 18 Jul 2021 23:30:00 -0500 (RFC 5322, section 3.3); 18. Juli 2021; 18 июля 2021 г.
  String.raw`(?:(?<day>\d{1,2})(?:\.|st|nd|rd|th|er|º)? (?:de |of )?)?${name}\.?,? (?:de )?(?<year>\d{4})(?:\.| г\.?| года)?${tail}`,
  // July 18, 2021; Saturday July 17 2021.
  String.raw`${name}\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})${tail}`,
  // Sun Jul 18 10:00:00 UTC 2021, as the C library and the command date write it.
  String.raw`${name} (?<day>\d{1,2}) ${clock}(?: ${zone})? (?<year>\d{4})`,
  // Two digits of a year are read only where nothing can be mistaken: with a time and zone (RFC 5322, section 4.3).
  String.raw`(?<day>\d{1,2}) ${name} (?<shortYear>\d{2}) ${clock} ${zone}${comment}?`,
].map((form) => new RegExp(`^${form}$`, 'u'));

const dayAndMonth = new RegExp(
  String.raw`^(?<first>\d{1,2})(?<sign>[-/.])(?<second>\d{1,2})\k<sign>(?<year>\d{2}|\d{4})${tail}$`,
);
const weekday = /^(\p{L}[\p{L}\p{M}-]*)\.?,? (?=\S)/u;
const about = /^(?:c\.|ca\.?|circa|about|approximately) ?/i;

/**
 * Reads a date as sources write it: EDTF, ISO 8601 and RFC 3339, RFC 5322, in numbers, or in words in English or another
 * language that is likely. The day is the one that the source writes: a time and its zone are passed over, for the day on
 * which an article was published is that of its publisher. What may be less exact than it looks (`May 2020 or earlier`),
 * or can be read in two ways (03/04/2021), is refused.
 *
 * @returns an archive date in EDTF, as exact as what is written
 * @throws {DateError} when it is no date, or an impossible one (31 February)
 *
 * @example
 * readSourceDate('Sun, 18 Jul 2021 23:30:00 -0500', { languages: ['en'] }) // '2021-07-18'
 */
export function readSourceDate(text: string, reading: DateReading): string {
  const written = text.trim().replace(/\s+/gu, ' ');
  const approximate = about.test(written) ? '~' : '';
  return parseArchiveDate(toEdtf(written.replace(about, ''), reading) + approximate).edtf;
}

function toEdtf(date: string, { languages, dateOrder }: DateReading): string {
  const known = ['en', ...languages.filter((tag) => language.safeParse(tag).success)];
  const [prefix = '', first = ''] = weekday.exec(date) ?? [];
  const isWeekday = known.some((tag) => dateNamesOf(tag).weekdays.has(first.toLocaleLowerCase(tag)));
  const rest = isWeekday ? date.slice(prefix.length) : date;
  for (const form of forms) {
    const { year, shortYear, month, name, day } = form.exec(rest)?.groups ?? {};
    const whole = year ?? (shortYear && (shortYear < '50' ? '20' : '19') + shortYear);
    if (whole === undefined) continue;
    if (name === undefined) return join(whole, month, day);
    const number = known.flatMap((tag) => dateNamesOf(tag).months.get(name.toLocaleLowerCase(tag)) ?? [])[0];
    if (number !== undefined) return join(whole, String(number), day);
  }
  return readNumbers(rest, dateOrder) ?? date;
}

/** Reads a date of which the year comes last, and tells day from month where one of them can be only the day. */
function readNumbers(date: string, order: DateOrder | undefined): string | undefined {
  const { first = '', second = '', year = '' } = dayAndMonth.exec(date)?.groups ?? {};
  if (year === '') return undefined;
  if (year.length < 4) throw new DateError(`"${date}", of whose year the first two digits are missing`);
  const [isDayFirst, isDaySecond] = [Number(first) > 12, Number(second) > 12];
  if (isDayFirst || isDaySecond || Number(first) === Number(second))
    return isDayFirst ? join(year, second, first) : join(year, first, second);
  if (order === undefined)
    throw new DateError(`"${date}", of which day and month cannot be told apart without --date-order`);
  return order === 'dmy' ? join(year, second, first) : join(year, first, second);
}

function join(year: string, month?: string, day?: string): string {
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')]
    .filter((part) => part !== undefined)
    .join('-');
}
