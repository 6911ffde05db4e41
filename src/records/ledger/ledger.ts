import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'astro/zod';

import { ledgerFile } from '../content-root.ts';
import { isDay } from '../date/archive-date.ts';
import { decodeText } from '../read/decode-text.ts';
import { identifyFormerUrl, normalizeFormerUrl } from '../former-urls/normalize-former-url.ts';
import { startOfFile, type Problem } from '../problem.ts';
import type { Entry } from '../read/read-archive.ts';
import type { ArticleData } from '../schemas/schemas.ts';
import { nameIndexes } from '../name-indexes.ts';

/**
 * A line of the ledger: what has been published at an address since a certain day. Each changed text and each correction
 * that is published adds a line; the last line of an address is the current one. Lines are never removed, with one
 * exception: the line of a retired address takes the place of those that had the address (see `retire-addresses.ts`).
 */
const ledgerEntry = z.strictObject({
  /**
   * The address, relative to the site's: `articles/2021/07/18/name/`, `people/wang-yi/` or `authors/jane-holm/`; a former URL
   * from the root of the host, normalized: `/2015/11/lock-reopened/`; `retired/1/` for the first one that was retired, which
   * is no address and says nothing of it.
   */
  path: z.string().regex(addressPattern()),
  /** The day on which it was published: `2021-07-18`. */
  date: z.string().refine(isDay),
  /** For an article that is not withdrawn: see {@link digestText}. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** For an article that is not withdrawn: the number of its corrections, if any. */
  corrections: z.number().int().positive().optional(),
  /** For an article that is not withdrawn: the number of its redactions, if any. */
  redactions: z.number().int().positive().optional(),
  /** The line had a checksum, of a text of which something was taken out later: it would confirm a guess at what that was. */
  withheld: z.literal(true).optional(),
  /** For a retired address: the number of lines that had it. */
  lines: z.number().int().positive().optional(),
});

/** See {@link ledgerEntry}. */
export type LedgerEntry = z.infer<typeof ledgerEntry>;

/** A line that was read from the ledger. */
export interface LedgerLine extends LedgerEntry {
  /** 1-based. */
  line: number;
  /** The line as written, without its line end. */
  text: string;
}

/** Reads the ledger of a content folder. It does not exist before anything has been published. */
export async function readLedger(root: string): Promise<{ lines: LedgerLine[]; problems: Problem[] }> {
  const file = join(root, ledgerFile);
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) {
    if (bytes.code === 'ENOENT') return { lines: [], problems: [] };
    const found = `a ledger that cannot be read (${bytes.code})`;
    const fix = 'Make it readable, or restore it from a backup.';
    return { lines: [], problems: [{ file, ...startOfFile, found, expected: 'a readable file', fix }] };
  }
  const { text, problems } = decodeText(bytes);
  if (problems.length === 0 && text.trim() === '') return { lines: [], problems: [emptyLedger(file)] };
  if (problems.length > 0) return { lines: [], problems: problems.map((problem) => ({ file, ...problem })) };
  const lines: LedgerLine[] = [];
  const invalid: Problem[] = [];
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    if (written === '') continue;
    const { data, found } = readLine(written);
    if (data) lines.push({ ...data, line: index + 1, text: written });
    else invalid.push(invalidLine(file, index + 1, found));
  }
  return { lines, problems: invalid };
}

function emptyLedger(file: string): Problem {
  return {
    file,
    ...startOfFile,
    found: 'an empty ledger',
    expected: 'a line for each published address',
    fix: 'Restore it from a backup or from version control; remove the file if nothing has ever been published.',
  };
}

function readLine(text: string): { data?: LedgerEntry; found: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { found: /^(?:<{7}|={7}|>{7})/.test(text) ? 'a merge conflict marker' : 'invalid JSON' };
  }
  const { success, data, error } = ledgerEntry.safeParse(value);
  if (success) return { data, found: '' };
  const [{ path = [], message = '' } = {}] = error.issues;
  return { found: path.length > 0 ? `an invalid "${path.join('.')}"` : `an invalid entry (${message})` };
}

function invalidLine(file: string, line: number, found: string): Problem {
  return {
    file,
    line,
    column: 1,
    found,
    expected: '{"path":"…/","date":"YYYY-MM-DD","sha256":"…"}',
    fix: 'Restore the line from a backup or from version control. Of two versions of the ledger, keep all lines of both.',
  };
}

/** The last line of each address. */
export function latestLines(lines: readonly LedgerLine[]): Map<string, LedgerLine> {
  return new Map(lines.map((line) => [line.path, line]));
}

/** Whether a line is that of a retired address. */
export function isRetired({ path }: Pick<LedgerEntry, 'path'>): boolean {
  return path.startsWith('retired/');
}

/** Whether a line is that of a former URL. */
export function isFormer({ path }: Pick<LedgerEntry, 'path'>): boolean {
  return path.startsWith('/');
}

/**
 * A former URL as in the ledger: without its host, and without the final slash, with which it is the same. Empty for a text
 * that is none.
 */
export function formerAddress(written: string): string[] {
  const url = normalizeFormerUrl(written);
  return url ? [identifyFormerUrl(url)] : [];
}

/** The address of an article, as in the ledger. */
export function articleAddress(id: string): string {
  return `articles/${id}/`;
}

/**
 * The SHA-256 of an article's printed parts, in hexadecimal: of a JSON array (RFC 8259, in UTF-8, without spaces) of its
 * date (or null), title (null when the archive has supplied it), subtitle (or null), byline (an array), dateline (or
 * null) and Markdown text and, if it has pictures, of the caption and credit of each (an array of arrays, null for what is
 * missing). Line ends are normalized to `\n`; empty lines around the text are ignored.
 */
export function digestText({ data, body }: Pick<Entry<ArticleData>, 'data' | 'body'>): string {
  const { date, title, titleSupplied, subtitle, byline, dateline, pictures } = data;
  const printed = [
    date?.edtf ?? null,
    titleSupplied ? null : title,
    subtitle ?? null,
    byline,
    dateline ?? null,
    printedText(body),
    // Added only where there are any: the sums of all other articles have been recorded without.
    ...(pictures.length > 0
      ? [pictures.map(({ caption, credit }) => [caption ?? null, credit ?? null])]
      : []),
  ];
  return createHash('sha256').update(JSON.stringify(printed)).digest('hex');
}

/** An article's Markdown as it is digested: line ends as `\n`, without the empty lines around it. */
export function printedText(body: string): string {
  return body.replaceAll('\r\n', '\n').trimEnd().replace(/^\n+/, '');
}

/**
 * Finds what was last published of an article: at its own address or, if that is new, at a former one.
 *
 * @param latest from {@link latestLines}
 */
export function publishedAs(
  { id, data }: { id: string; data: Pick<ArticleData, 'formerIds'> },
  latest: ReadonlyMap<string, LedgerLine>,
): LedgerLine | undefined {
  const own = latest.get(articleAddress(id));
  if (own) return own;
  const former = data.formerIds.flatMap((each) => latest.get(articleAddress(each)) ?? []);
  const shown = former.filter(({ sha256 }) => sha256 !== undefined);
  return shown.sort((a, b) => (a.date < b.date ? -1 : 1)).at(-1);
}

function addressPattern(): RegExp {
  const folders = ['articles', ...nameIndexes.map(({ name }) => name)];
  return new RegExp(`^(?:${folders.join('|')})/(?:[^/\\s]+/)+$|^retired/\\d+/$|^/\\S*$`);
}
