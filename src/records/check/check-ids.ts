import { knownPart, type ArchiveDate } from '../date/archive-date.ts';
import type { RecordFile } from '../read/list-files.ts';
import { startOfFile, type Position, type Problem } from '../problem.ts';

/**
 * The longest part of an id, and the longest id, in characters. Names of files have at most 255 bytes, and a record's file
 * and its folder on the site are named by its id, with a few more characters.
 */
const [longestPart, longestId] = [240, 1000];

const idPattern = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/;
const articleIdPattern = /^(?:undated|(\d{4})(?:\/(\d{2})(?:\/(\d{2}))?)?)\/([a-z0-9-]+)$/;

/** The form of an article's id, for messages: see {@link isArticleId}. */
export const articleIdForm =
  'a path like 2021/07/18/name, 2021/07/name, 2021/name or undated/name, the name with a letter in it and of at most 240 characters';

/** The names of the second and later pages of a date. */
const pageName = /^page-\d+$/;

/**
 * Whether an id can be an article's: its name contains a letter, so that its path cannot be that of a date or a later page,
 * and is short enough for a file.
 */
export function isArticleId(id: string): boolean {
  const name = articleIdPattern.exec(id)?.[4] ?? '';
  return /[a-z]/.test(name) && !pageName.test(name) && name.length <= longestPart;
}

/**
 * Checks that ids can be URL paths on every server and file system: only `a-z`, `0-9`, `-` and `/`, none that is too long,
 * and no two that are the same on a case-insensitive file system.
 */
export function checkIds(files: readonly RecordFile[]): Problem[] {
  const seen = new Map<string, RecordFile>();
  return files.flatMap(({ file, id }) => {
    const problems: Problem[] = [];
    if (!idPattern.test(id)) {
      const bad = [...new Set(id.match(/[^a-z0-9/-]/gu))].map((character) => `"${character}"`).join(', ');
      problems.push({
        file,
        ...startOfFile,
        found: bad ? `${bad} in the id "${id}"` : `an empty part in the id "${id}"`,
        expected: 'a path of a-z, 0-9 and "-"',
        fix: 'Rename the file or its folder.',
      });
    }
    if (isTooLong(id)) {
      problems.push({
        file,
        ...startOfFile,
        found: `an id of ${id.length} characters`,
        expected: `at most ${longestPart} in each part and ${longestId} in all`,
        fix: 'Shorten the name of the file or its folder.',
      });
    }
    const twin = seen.get(id.toLowerCase());
    if (twin) {
      problems.push({
        file,
        ...startOfFile,
        found: `the id "${id}", which differs from "${twin.id}" only in case`,
        expected: 'ids that differ on every file system',
        fix: 'Rename one of the two files.',
      });
    } else seen.set(id.toLowerCase(), { file, id });
    return problems;
  });
}

function isTooLong(id: string): boolean {
  return id.length > longestId || id.split('/').some((part) => part.length > longestPart);
}

/**
 * Checks that a record's address is not that of another page: `/places/china/2021/` has the articles of that year, and the
 * lists of a vocabulary are in `/places/index/`, the sections of a publication in `/publications/evening-post/sections/`.
 */
export function checkAuthorityId({ file, id }: RecordFile): Problem[] {
  const isPublication = file.endsWith(`publications/${id}.md`);
  const isTaken =
    /\/(?:\d+s?|undated)(?:\/page-\d+)?$|^index(?:\/|$)/.test(id) ||
    (isPublication && /\/sections(?:\/|$)/.test(id));
  if (!isTaken) return [];
  return [
    {
      file,
      ...startOfFile,
      found: `the id "${id}", whose address is that of another page`,
      expected: `a name with a letter in it, and not "index" or "undated"${isPublication ? ' or "sections"' : ''}`,
      fix: 'Rename the file.',
    },
  ];
}

/**
 * Checks that an article is in the folder of its date: `2021/07/18/`, or a shorter part of it. Readers take its URL for a
 * date, so that it may be less exact than the date, but not contradict it.
 *
 * @param positionOfDate returns the position of the date in the file
 */
export function checkArticleId(
  { file, id }: RecordFile,
  date: ArchiveDate | undefined,
  positionOfDate: () => Position,
): Problem[] {
  if (!isArticleId(id)) {
    // `checkIds` reports invalid characters and what is too long.
    if (!idPattern.test(id) || isTooLong(id)) return [];
    return [
      {
        file,
        ...startOfFile,
        found: `the id "${id}"`,
        expected: articleIdForm,
        fix: 'Move or rename the file.',
      },
    ];
  }
  const folder = id.slice(0, id.lastIndexOf('/'));
  const known = date ? knownPart(date).replaceAll('-', '/') : 'undated';
  if (known === folder || known.startsWith(`${folder}/`)) return [];
  const found = date
    ? `the date ${date.edtf} in an article of the folder ${folder}/`
    : `"undated" in an article of the folder ${folder}/`;
  const expected = `the folder of its date, ${known}/`;
  const fix = `Correct the date, or move the file to ${known}/ and, if it was published, add formerIds: ["${id}"].`;
  return [{ file, ...positionOfDate(), found, expected, fix }];
}
