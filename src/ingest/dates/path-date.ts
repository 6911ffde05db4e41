import { DateError, parseArchiveDate } from '../../records/date/archive-date.ts';

/** A day in the name of a file: at its beginning or parted from other words, as in `1998-05-12-harbour` and `1903-02-28_p1`. */
const inName = /(?<![\d-])(\d{4})([-_.])(\d{2})\2(\d{2})(?![\d])(?!\2\d)|^(\d{4})(\d{2})(\d{2})(?!\d)/;
/** A day in the folders of a file: `2021/07/18/` or `2021-07-18/`. */
const inFolders = /(?:^|\/)(\d{4})[/-](\d{1,2})[/-](\d{1,2})\/[^/]*$/;

/**
 * The day that the path of a file names.
 *
 * @param path with slashes
 * @returns the day as an archive date, and what names it: `the name of its file`
 *
 * @example
 * findDateInPath('posts/1998-05-12-harbour.md') // { date: '1998-05-12', where: 'the name of its file' }
 */
export function findDateInPath(path: string): { date: string; where: string } | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const [, year, , month, day, ...compact] = inName.exec(name) ?? [];
  const ofName = readDay(year ?? compact[0], month ?? compact[1], day ?? compact[2]);
  if (ofName !== undefined) return { date: ofName, where: 'the name of its file' };
  const [, ...folders] = inFolders.exec(path) ?? [];
  const ofFolders = readDay(folders[0], folders[1], folders[2]);
  return ofFolders === undefined ? undefined : { date: ofFolders, where: 'the names of its folders' };
}

/** A day on which there were newspapers, and that has been. */
function readDay(year?: string, month?: string, day?: string): string | undefined {
  if (year === undefined || month === undefined || day === undefined || year < '1500') return undefined;
  try {
    const { edtf } = parseArchiveDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
    return Date.parse(edtf) > Date.now() ? undefined : edtf;
  } catch (error) {
    if (error instanceof DateError) return undefined;
    throw error;
  }
}
