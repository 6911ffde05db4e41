import type { Position, ProblemMessage } from '../../../../records/problem.ts';
import { toLine } from '../../../text/lines.ts';
import type { FrontmatterKey } from '../frontmatter-key.ts';
import { findDefaults } from './defaults.ts';
import { findDates } from './find-dates.ts';
import { locateDocument, type Document } from './locate-document.ts';
import { fillPermalink, listPlaceholders } from './placeholders.ts';
import { describeDocument } from './placeholder-texts.ts';
import { isStyle, toText, type JekyllSite } from './site.ts';
import { UnknownAddress } from './unknown-address.ts';

/** The permalink of a document. */
interface Permalink extends Position {
  text: string;
  /** Absolute path of the file that says it. */
  file: string;
}

/**
 * Works out the address that Jekyll gave a document, by its documentation ("Permalinks"). Nothing is guessed: an address is
 * the only one that is possible by what the site and the document say.
 *
 * @param file absolute path of the document
 * @param keys its frontmatter
 * @returns a path from the root of the host; `undefined` for what had no address as a post, and for a page without a
 *   permalink of its own
 * @throws {UnknownAddress} when it cannot be worked out
 */
export function workOutAddress(
  site: JekyllSite,
  file: string,
  keys: readonly FrontmatterKey[],
): string | undefined {
  const document = locateDocument(site, file, new Map(keys.map((key) => [key.name, key])));
  if (!document) return undefined;
  const permalink = findPermalink(site, document);
  // What is an address on another host is no path.
  if (!permalink || /^https?:/i.test(permalink.text)) return undefined;
  const path = fill(site, document, permalink);
  if (!/\.\.|\.\/|[?#]/.test(path)) return site.baseurl + path;
  throw new UnknownAddress(permalink.file, permalink, {
    found: `the permalink "${toLine(permalink.text)}", which leads to ${path}`,
    expected: 'a path without "..", "./", "?" and "#"',
    fix: byHand,
  });
}

const byHand = 'Add the address to formerUrls of the article.';

function findPermalink(site: JekyllSite, document: Document): Permalink | undefined {
  const key = document.keys.get('permalink');
  const own = toText(key?.value);
  if (key && own !== undefined) return { text: own, file: document.file, line: key.line, column: key.column };
  if (document.collection === undefined) return undefined;
  const byDefault = findDefaults(site, document.path, document.collection).get('permalink');
  const text = toText(byDefault?.value);
  if (byDefault && text !== undefined) return { text, file: site.file, ...byDefault.from.position };
  const ofCollection = site.permalinks.get(document.collection);
  return ofCollection && { ...ofCollection, file: site.file };
}

function fill(site: JekyllSite, document: Document, permalink: Permalink): string {
  const { text, file } = permalink;
  const refuse = (message: ProblemMessage) => new UnknownAddress(file, permalink, message);
  if (isStyle(text)) {
    const expected = 'a path: built-in formats have their names only in "permalink" of _config.yml';
    throw refuse({ found: `the permalink "${text}"`, expected, fix: byHand });
  }
  const { names, unknown, hasDate } = listPlaceholders(text);
  if (names.length === 0) return fillPermalink(text);
  const { collection } = document;
  const [first] = collection === undefined ? names : unknown;
  if (first !== undefined || collection === undefined) {
    const expected = 'the placeholders that Jekyll documents for posts';
    throw refuse({ found: `the placeholder ":${first}"`, expected, fix: byHand });
  }
  if (site.plugin) throw site.plugin;
  const defaults = findDefaults(site, document.path, collection);
  const texts = describeDocument(site, { ...document, collection }, defaults);
  if (!hasDate) return fillPermalink(text, texts);
  const { dates, ifSeveral } = findDates(site, document);
  const [path = '', ...others] = new Set(dates.map((date) => fillPermalink(text, texts, date)));
  if (others.length > 0) throw ifSeveral;
  return path;
}
