import { transliterate } from 'transliteration';

import { normalizeUnicode } from './normalize-unicode.ts';
import { isArticleId } from './check/check-ids.ts';

/** The longest id that is made of a name, in characters. */
export const longestSlug = 80;

/** Device names, which Windows reserves whatever their extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * Creates the last part of an id from a title or name in any script: `a-z`, `0-9` and `-` only, truncated between words.
 *
 * @param kind used instead when no character is left, and as a prefix when the id is reserved
 *
 * @example
 * slugOf('Élections à Zürich', 'article') // 'elections-a-zurich'
 */
export function slugOf(name: string, kind: string): string {
  const slug = transliterate(normalizeUnicode(name, 'NFKC'))
    .toLowerCase()
    .replace(/['’`]/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  const cut =
    slug.length > longestSlug ? (/^.{1,80}(?=-)/.exec(slug)?.[0] ?? slug.slice(0, longestSlug)) : slug;
  if (cut === '') return kind;
  // A second record of the name gets a number: a name that is reserved with a number ("page-2") is not used without one.
  const isFree = [cut, `${cut}-2`].every((each) => isArticleId(`undated/${each}`));
  return isFree && !reserved.test(cut) && cut !== 'index' ? cut : `${kind}-${cut}`;
}

/**
 * Creates a function that makes ids unique: the second of the same name gets `-2`.
 *
 * @param isTaken whether an id is in use already
 */
export function createIdChooser(isTaken: (id: string) => boolean): (id: string) => string {
  const next = new Map<string, number>();
  return (wanted) => {
    let [id, number] = [wanted, next.get(wanted) ?? 2];
    if (next.has(wanted) || isTaken(id)) {
      do id = `${wanted}-${number++}`;
      while (next.has(id) || isTaken(id));
    }
    next.set(wanted, number);
    if (id !== wanted) next.set(id, 2);
    return id;
  };
}
