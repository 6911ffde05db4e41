import { hash } from 'node:crypto';

import { longestSlug, slugOf } from './choose-id.ts';
import { normalizeUnicode } from './normalize-unicode.ts';

/**
 * The id of what has no file but a name in articles, by the name alone, so that it is the same whatever else is named: an
 * address never goes over to another name. Names that differ in nothing but case, accents and punctuation have one id. A name
 * that loses more than those on the way to `a-z`, since it is in another script or too long, has a digest at the end.
 *
 * @param kind used in place of a name that has no characters for addresses
 *
 * @example
 * idOfName('JANE HOLM', 'author') // 'jane-holm'
 * idOfName('李明', 'author') // 'li-ming-5d1a07'
 */
export function idOfName(name: string, kind: string): string {
  const slug = slugOf(name, kind);
  const letters = normalizeUnicode(name, 'NFKC').toLowerCase();
  const isLatin = !/[^\p{Script=Latin}\P{L}]/v.test(letters);
  if (isLatin && slug.length < longestSlug - 10 && !slug.startsWith(kind)) return slug;
  const digest = hash('sha256', letters.replace(/\s+/gu, ' ')).slice(0, 6);
  return `${slug}-${digest}`;
}
