import { earliest, parseArchiveDate } from '../../records/date/archive-date.ts';

/** What programs write where they know no date: nought, and the days that their calendars begin with. */
const nought =
  /^(?:(?:\p{L}+, )?(?:0{2,4}[-/.]0{1,2}[-/.]0{1,4}|-?0{0,2}0?1[-/](?:11-30|01-01)|30 Nov -0001|1900-01-00|0001-01-01)(?:[T ].*)?)$/iu;

/**
 * Whether a date is only what programs write where they know none: nought (`0000-00-00`), or the moment at which Unix time
 * begins. A plain 1 January 1970 may be meant.
 */
export function isDefaultDate(written: string): boolean {
  const date = written.trim().replace(/\s+/gu, ' ');
  if (nought.test(date) || /^(?:0|-1)$/.test(date)) return true;
  return /19(?:70|69)/.test(date) && /\d[:.]\d\d|T\d/.test(date) && isEpoch(date);
}

/** Without a zone, midnight is the beginning wherever it was written. */
function isEpoch(date: string): boolean {
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2}|\b[A-Z]{2,4})(?: ?\([^()]*\))?$/i.test(date);
  const readings = hasZone ? [date] : [`${date}Z`, `${date} UTC`];
  return readings.some((reading) => Date.parse(reading) === 0);
}

/** The names of the days, by their number. */
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * What is doubtful about a date that can be read: it lies in the future, names a weekday that is not its own, or is the day
 * with which Unix time begins.
 *
 * @param written as the source has it
 * @param edtf the same as an archive date
 * @param weekday the day of the week that it names, 0 for Sunday
 * @param where what holds it: `<pubDate>`
 * @returns whole sentences
 */
export function listDoubts(
  written: string,
  edtf: string,
  weekday: number | undefined,
  where: string,
): string[] {
  const doubts: string[] = [];
  const day = earliest(parseArchiveDate(edtf));
  const name = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()];
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(edtf);
  if (isDay && weekday !== undefined && weekdays[weekday] !== name) {
    doubts.push(
      `The date "${written.trim()}" in ${where} says ${weekdays[weekday]}, but ${edtf} is a ${name}.`,
    );
  }
  // It may be tomorrow already elsewhere.
  if (Date.parse(`${day}T00:00:00Z`) > Date.now() + 14 * 3_600_000)
    doubts.push(`The date ${edtf} in ${where} is in the future.`);
  if (edtf === '1970-01-01')
    doubts.push(`The date 1970-01-01 in ${where} is what programs write where they know none: check it.`);
  return doubts;
}
