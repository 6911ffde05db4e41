import { UTCDate } from '@date-fns/utc';

/** A date of YAML (1.1, "Timestamp Language-Independent Type"), or one in the form that Jekyll's documentation has. */
const written =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|[ \t]+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d*)?)?[ \t]*(Z|UTC|GMT|[-+]\d{1,2}(?::?\d{2})?)?)?$/;

/** The outermost offsets from UTC that are in use, and one that is not of whole hours, in minutes. */
const someOffsets = [-12 * 60, 5 * 60 + 45, 14 * 60];

const minute = 60_000;

/**
 * The local times, each as a UTC date, that a date may have been where a site was built, which its addresses are made of.
 * A day alone is that day everywhere; a time is converted to the time zone of the site, or of the computer that built it if
 * the site says none. A time without an offset is in UTC where YAML has it as a time, and local where it is quoted.
 *
 * @param timezone IANA name
 * @returns `undefined` if it is no date in a known form
 * @throws {RangeError} if there is no such time zone
 */
export function listLocalDates(text: string, timezone: string | undefined): UTCDate[] | undefined {
  const [, year, month, day, hours, minutes = 0, seconds = 0, offset] = written.exec(text) ?? [];
  if (year === undefined) return undefined;
  const parts = [Number(year), Number(month) - 1, Number(day)] as const;
  const date = new UTCDate(...parts, Number(hours ?? 0), Number(minutes), Number(seconds));
  if (date.getMonth() !== parts[1] || date.getDate() !== parts[2]) return undefined;
  if (hours === undefined) return [date];
  const instant = date.getTime() - (offset === undefined ? 0 : readOffset(offset)) * minute;
  const converted =
    timezone === undefined
      ? someOffsets.map((each) => new UTCDate(instant + each * minute))
      : [toLocal(instant, timezone)];
  return offset === undefined ? [date, ...converted] : converted;
}

/** @returns minutes */
function readOffset(offset: string): number {
  const [, sign, hours = 0, minutes = 0] = /^([-+])(\d{1,2}):?(\d{2})?$/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function toLocal(instant: number, timeZone: string): UTCDate {
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601', {
    timeZone,
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' },
  });
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  return new UTCDate(
    ...([part('year'), part('month') - 1, part('day')] as const),
    ...([part('hour'), part('minute'), part('second')] as const),
  );
}
