// Patterns of the parts of a date, as sources of regular expressions.

const hour = String.raw`(?:[01]?\d|2[0-4])`;
const meridiem = String.raw` ?[AaPp]\.?[Mm]\b\.?`;
const clock = String.raw`(?:${hour}[:h][0-5]\d(?::[0-6]\d(?:[.,]\d+)?)?(?:${meridiem}| ?[Uu]hr)?|${hour}(?:[:.][0-5]\d)?(?:${meridiem}| ?[Uu]hr))`;
const compactClock = String.raw`[0-2]\d(?:[0-5]\d(?:[0-6]\d(?:[.,]\d+)?)?)?`;
const zone = String.raw`(?:[Zz]|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?|[A-Z]{2,5}|[A-Z][a-z]{1,20}\/[A-Z][\w/]{1,40})`;
const comment = String.raw`(?: ?\([^()]*\)| ?\[[\w/]+\])`;
/**
 * What may follow a date without changing it: a time and its zone, which are ignored, or a zone alone as in XML Schema.
 * Anything else might make it the beginning of an interval, or less exact than it looks.
 */
const tail = String.raw`(?:(?:[Tt]${compactClock}|(?:[Tt]|,? (?:(?:at|um|à|às|a las|alle|ore|om|kl\.?|@|[-–—|·]) )?)${clock})(?: ?${zone}){0,2}${comment}?|[Zz]|[+-]\d{2}:\d{2})?`;
const cjkTail = String.raw`(?: ?[（(]?(?:星期|周|週)?[一二三四五六日天月火水木金土](?:曜日?)?[）)]?)?(?: ?(?:上午|下午|午前|午後)?${hour}(?::|時|时|点)(?:[0-5]\d分?)?(?::[0-5]\d)?)?`;
/** The name of a month. */
const name = String.raw`(?<name>\p{L}[\p{L}\p{M}]*)`;

/**
 * The ways in which sources write a date whose parts are unambiguous. The named groups are `year` or `shortYear` (two
 * digits), `month` (a number) or `name` (of a month), and `day`; a date may lack the day, or month and day.
 */
export const datePatterns: readonly RegExp[] = [
  // 2021-07-18, 2021-07, with or without a time (ISO 8601, RFC 3339)
  String.raw`(?<year>\d{4})-(?<month>\d{2})(?:-(?<day>\d{2}))?${tail}`,
  // 20210718
  String.raw`(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})${tail}`,
  // 2021/7/18, 2021.7.18
  String.raw`(?<year>\d{4})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})${tail}`,
  // 2021年7月18日
  String.raw`(?<year>\d{4})年(?:(?<month>\d{1,2})月(?:(?<day>\d{1,2})日${cjkTail})?)?`,
  // 18 July 2021; Sun, 18 Jul 2021 23:30:00 -0500 (RFC 5322, section 3.3); 18. Juli 2021; 18 июля 2021 г.
  String.raw`(?:(?<day>\d{1,2})(?:\.|st|nd|rd|th|er|º)? (?:de |of )?)?${name}\.?,? (?:de )?(?<year>\d{4})(?:\.| г\.?| года)?${tail}`,
  // July 18, 2021; Saturday July 17 2021
  String.raw`${name}\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})${tail}`,
  // 18-Jul-2021, 18/Jul/2021
  String.raw`(?<day>\d{1,2})(?<sign>[-/])${name}\k<sign>(?<year>\d{4})${tail}`,
  // 2021-Jul-18, 2021 July 18
  String.raw`(?<year>\d{4})(?<sign>[- /])${name}\k<sign>(?<day>\d{1,2})${tail}`,
  // Sun Jul 18 10:00:00 UTC 2021, as written by the C library and the command date
  String.raw`${name} (?<day>\d{1,2}) ${clock}(?: ${zone})? (?<year>\d{4})`,
  // A year of two digits is read only where it cannot be mistaken: with a time and zone (RFC 5322, section 4.3).
  String.raw`(?<day>\d{1,2}) ${name} (?<shortYear>\d{2}) ${clock} ${zone}${comment}?`,
].map((pattern) => new RegExp(`^${pattern}$`, 'u'));

/** A numeric date with the year last: 03/04/2021. Which of `first` and `second` is the day is open. */
export const dayAndMonth = new RegExp(
  String.raw`^(?<first>\d{1,2})(?<sign>[-/.])(?<second>\d{1,2})\k<sign>(?<year>\d{2}|\d{4})${tail}$`,
);

/** A month with one more number, or with a year of two digits: Jul-21, 18 Jul 21. */
export const unclearYear = new RegExp(
  String.raw`^(?:(?<day>\d{1,2})[-. /]+)?${name}\.?[-. /]*['’]?(?<last>\d{1,2})${tail}$|^(?<first>\d{1,2})[-. /]{1,2}(?<month>\p{L}[\p{L}\p{M}]*)$`,
  'u',
);

/** A word at the beginning of a date, which may be a day of the week. */
export const leadingWord = /^(\p{L}[\p{L}\p{M}-]*)\.?,? (?=\S)/u;

/** A word that makes a date approximate. */
export const approximation = /^(?:c\.|ca\.?|circa|about|approximately) ?/i;
