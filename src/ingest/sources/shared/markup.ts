import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';

import { readSourceText, sizeLimit } from '../../text/decode-source.ts';
import { SourceError } from '../source-error.ts';
import type { ReceivedFile } from '../source.ts';

/** The most elements of a page; long news pages have about five thousand. */
const elementLimit = 15_000;

/**
 * Reads an HTML or XML file, which may declare its own encoding.
 *
 * @throws {SourceError} as {@link readSourceText}; for a wrong encoding, with the one that the file declares
 */
export async function readMarkup(
  file: ReceivedFile,
  encoding: string | undefined,
): Promise<{ bytes: Uint8Array; text: string }> {
  try {
    return await readSourceText(file, encoding);
  } catch (error) {
    if (!(error instanceof SourceError) || encoding !== undefined || file.size > sizeLimit) throw error;
    const bytes = await readFile(file.path);
    const start = bytes.subarray(0, 1 << 14).toString('latin1');
    const named = declaredEncoding(start);
    if (isUtf8(bytes) || named === undefined || !isEncoding(named)) throw error;
    const { found, expected, line, column } = error.problem;
    const fix = `The file declares another encoding: use --encoding ${named.toLowerCase()}.`;
    throw new SourceError(found, expected, fix, { line, column });
  }
}

/** The encoding that an XML declaration or a `meta` element names, at the start of a file. */
function declaredEncoding(start: string): string | undefined {
  const tags = start.match(/<(?:meta|\?xml)\b[^<>]*/gi) ?? [];
  const named = tags.map((tag) => /(?:charset|encoding)\s*=\s*(?:["']\s*)?([\w.:-]+)/i.exec(tag)?.[1]);
  return named.find((name) => name !== undefined);
}

/** A tag with more attributes, or a longer name, than any real page has: such a tag takes minutes to parse. */
const crowdedTag =
  /<[a-z][^\s<>]*(?:\s+[^\s<>="']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s<>"']+))?){1000}|<[a-z][^\s<>]{1000}/i;

/** @throws {SourceError} when a tag takes more than a few seconds to parse */
export function checkMarkupTags(markUp: string): void {
  if (!crowdedTag.test(markUp)) return;
  const found = 'a tag with more than 1,000 attributes, or with a name of more than 1,000 characters';
  throw new SourceError(found, 'ordinary markup', 'Remove it, or ingest the text as plain text.');
}

/** @throws {SourceError} when HTML has more elements, or larger tags, than can be parsed in a few seconds */
export function checkElements(html: string): void {
  checkMarkupTags(html);
  const tag = /<[a-z]/gi;
  let tags = 0;
  while (tag.test(html)) tags++;
  if (tags <= elementLimit) return;
  const limit = elementLimit.toLocaleString('en');
  const fix = 'Copy the article out of it, and ingest that.';
  throw new SourceError(`${tags.toLocaleString('en')} elements`, `at most ${limit} in one article`, fix);
}

/** The most characters of a page that HTML writes as references (`&amp;`, `&lt;`, `&nbsp;`); a book has some thousands. */
const referenceLimit = 30_000;

/**
 * Rejects a page with too many character references: each becomes a text node of its own, of which a million fill the
 * memory.
 *
 * @param html in which a reference stands for each such character
 * @throws {SourceError} when it has more than {@link referenceLimit}
 */
export function checkReferences(html: string): void {
  const count = html.match(/[&\u00a0]/g)?.length ?? 0;
  if (count <= referenceLimit) return;
  const fix = 'Copy the article out of it, and ingest that as plain text.';
  const found = `${count.toLocaleString('en')} characters that are "&", "<" or no-break spaces`;
  throw new SourceError(found, `at most ${referenceLimit.toLocaleString('en')} in one page`, fix);
}

function isEncoding(name: string): boolean {
  try {
    return !new TextDecoder(name).encoding.startsWith('utf-');
  } catch {
    return false;
  }
}
