import { isAccountName, isSameName, isSlug, withoutMail } from '../../records/authors/account-names.ts';
import { readByline, type Byline } from '../../records/authors/read-byline.ts';
import { toLine } from '../text/lines.ts';
import type { Draft, LeftOut } from './draft.ts';

/** The beginning of a name may be lower-case (`de Vries`), its end is not. */
const nameWord =
  /^(?:\p{Lu}|\p{Lo}|['’‘“"(]\p{Lu}|(?:de|da|di|do|du|del|della|den|der|des|dos|el|la|le|van|von|vom|zu|zur|af|av|bin|ibn|bint|al|y|e|ap|ter|ten|te)$|(?:d|l|al|el|ul)['’-]\p{Lu}|\p{Ll}\p{Lu})/u;

/**
 * Reads a line of a text as a byline if it can be nothing else: `By` and names, which have capitals, and no more.
 *
 * @returns `undefined` for any other line
 */
export function findByline(line: string): Byline | undefined {
  const text = toLine(line);
  if (text.length > 200 || !/^(?:(?:words|story|text|report|written|reported) )?by:?\s/i.test(text))
    return undefined;
  const byline = readByline(text);
  const isName = (name: string) => {
    const words = name.split(/[\s,]+/).filter(Boolean);
    return (
      words.length > 1 &&
      words.length < 7 &&
      words.every((word) => nameWord.test(word)) &&
      !/[.!?]$/.test(name.replace(/\b\p{Lu}\.$|(?:Jr|Sr)\.$/u, ''))
    );
  };
  return byline.names.length > 0 && byline.names.every(isName) ? byline : undefined;
}

/**
 * The byline of a draft, each name by itself, and what of it is no author's name: mail addresses, the account of a program or
 * of the site itself, short names for addresses, and what is said of the authors.
 */
export function completeByline({ byline, publisher }: Pick<Draft, 'byline' | 'publisher'>): {
  byline: string[];
  leftOut: LeftOut[];
} {
  const names: string[] = [];
  const leftOut: LeftOut[] = [];
  for (const written of byline.map(toLine)) {
    const readable = withoutMail(written);
    if (readable !== written) leftOut.push({ what: 'a mail address or handle in a byline', text: written });
    const read = readByline(readable);
    leftOut.push(...read.roles.map((text) => ({ what: 'what a byline says of its authors', text })));
    for (const name of read.names) {
      if (!/[\p{L}\p{N}]/u.test(name)) continue;
      if (isSlug(name)) leftOut.push({ what: 'an author of whom only a short name is given', text: name });
      else if (isAccountName(name) || (publisher !== undefined && isSameName(name, publisher)))
        leftOut.push({ what: 'the name of an account, as author', text: name });
      else names.push(name);
    }
  }
  return { byline: [...new Set(names)], leftOut };
}
