import { SourceError } from '../source-error.ts';

/** The most elements of a page; long news pages have about five thousand. */
const elementLimit = 15_000;

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
