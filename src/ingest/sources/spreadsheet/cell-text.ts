import { dateFromSerial, format, getFormatDateInfo, isDateFormat } from 'numfmt';

/** The days between the epochs of the two systems of dates (ECMA-376 part 1, section 18.17.4.1). */
const from1904 = 1462;

/**
 * The text of a number, as a spreadsheet shows it. A date is written as ISO 8601 has it, as exact as it is shown: a month
 * stays a month. It is counted in days without a time zone, and stays so.
 *
 * @param pattern of its format (ECMA-376 part 1, section 18.8.31): `#,##0.00`, `d mmm yyyy`
 * @param is1904 whether days are counted from 1904
 * @example showNumber(35927, 'd mmm yyyy', false) // '1998-05-12'
 */
export function showNumber(value: number, pattern: string, is1904: boolean): string {
  try {
    return (isDateFormat(pattern) && showDate(value, pattern, is1904)) || format(pattern, value);
  } catch {
    // A format that the program itself does not know: it shows the number.
    return String(value);
  }
}

/** @returns undefined for a time of day, and for what is no day */
function showDate(value: number, pattern: string, is1904: boolean): string | undefined {
  const shows = getFormatDateInfo(pattern);
  const serial = is1904 ? value + from1904 : value;
  if (!(shows.year || shows.month || shows.day) || serial < 1) return undefined;
  const [year, month, day, hour, minute] = dateFromSerial(serial);
  const pad = (number: number, length = 2) => String(number).padStart(length, '0');
  if (!shows.day && !shows.month) return pad(year, 4);
  if (!shows.day) return shows.year ? `${pad(year, 4)}-${pad(month)}` : undefined;
  const time = shows.hours && (hour > 0 || minute > 0) ? `T${pad(hour)}:${pad(minute)}` : '';
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}${time}`;
}
