import type { UTCDate } from '@date-fns/utc';

import { startOfFile } from '../../../../records/problem.ts';
import { toLine } from '../../../text/lines.ts';
import type { Document } from './locate-document.ts';
import { listLocalDates } from './local-dates.ts';
import { toText, type JekyllSite } from './site.ts';
import { UnknownAddress } from './unknown-address.ts';

/**
 * Finds the date of a document: that of its frontmatter, else of its name.
 *
 * @returns the local dates that it may have been, and why it is not known which, if they make different addresses
 * @throws {UnknownAddress} when it has no date that can be read
 */
export function findDates(
  { file: configuration, timezone }: Pick<JekyllSite, 'file' | 'timezone'>,
  { keys, date, file }: Document,
): { dates: UTCDate[]; ifSeveral: UnknownAddress } {
  const key = keys.get('date');
  const text = toText(key?.value) ?? date;
  const expected = 'a date like 2021-07-18 or 2021-07-18 09:15:00 +0200';
  const fix = 'Write it so, since the address of the post has it, and run this again.';
  const refuse = (found: string) => new UnknownAddress(file, key, { found, expected, fix });
  if (text === undefined) throw refuse('no date');
  const refuseZone = (found: string) =>
    new UnknownAddress(configuration, startOfFile, {
      found,
      expected: '"timezone" with an IANA name like Europe/Berlin, as the addresses of posts have local dates',
      fix: 'Add that of the computer that built the site, and run this again.',
    });
  try {
    const dates = listLocalDates(text, timezone);
    if (!dates) throw refuse(`the date "${toLine(text)}"`);
    const ifSeveral =
      timezone === undefined
        ? refuseZone('no time zone')
        : refuse(`the time "${toLine(text)}", which may be in UTC or local`);
    return { dates, ifSeveral };
  } catch (error) {
    if (error instanceof RangeError) throw refuseZone(`the time zone "${toLine(timezone)}"`);
    throw error;
  }
}
