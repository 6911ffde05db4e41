import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';

import { readSourceText, sizeLimit } from '../../text/decode-source.ts';
import { SourceError, type ReceivedFile } from '../../drafts/draft.ts';

/** The most elements of a page; long pages of news have some five thousand. */
const elementLimit = 15_000;

/**
 * Reads a file of mark-up, which may say itself in which encoding it is.
 *
 * @throws {SourceError} as {@link readSourceText}; the way out of a wrong encoding is the one that the file names
 */
export async function readMarkedUpText(
  file: ReceivedFile,
  encoding: string | undefined,
): Promise<{ bytes: Uint8Array; text: string }> {
  try {
    return await readSourceText(file, encoding);
  } catch (error) {
    if (!(error instanceof SourceError) || encoding !== undefined || file.size > sizeLimit) throw error;
    const bytes = await readFile(file.path);
    const start = bytes.subarray(0, 1 << 14).toString('latin1');
    const named = /<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1];
    if (isUtf8(bytes) || named === undefined || !isEncoding(named)) throw error;
    const { found, expected, line, column } = error.problem;
    const fix = `It says itself that it is in another: give --encoding ${named.toLowerCase()}.`;
    throw new SourceError(found, expected, fix, { line, column });
  }
}

/** A tag with more attributes, or a longer name, than any page has: such a one takes minutes to read. */
const crowdedTag =
  /<[a-z][^\s<>]*(?:\s+[^\s<>="']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s<>"']+))?){1000}|<[a-z][^\s<>]{1000}/i;

/** @throws {SourceError} when mark-up has a tag that takes more than a few seconds to read */
export function checkTags(markUp: string): void {
  if (!crowdedTag.test(markUp)) return;
  const found = 'a tag with more than a thousand attributes, or a name as long';
  throw new SourceError(found, 'mark-up as it is usual', 'Take it out, or give the text as a plain text.');
}

/** @throws {SourceError} when a text in HTML has more elements, or greater tags, than can be read in a few seconds */
export function checkSize(html: string): void {
  checkTags(html);
  const tag = /<[a-z]/gi;
  let tags = 0;
  while (tag.test(html)) tags++;
  if (tags <= elementLimit) return;
  const limit = elementLimit.toLocaleString('en');
  const fix = 'Take the article out of it, and give that.';
  throw new SourceError(
    `${tags.toLocaleString('en')} elements`,
    `the mark-up of one article: at most ${limit}`,
    fix,
  );
}

function isEncoding(name: string): boolean {
  try {
    return !new TextDecoder(name).encoding.startsWith('utf-');
  } catch {
    return false;
  }
}
