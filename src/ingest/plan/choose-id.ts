import { transliterate } from 'transliteration';

import { isArticleId } from '../../records/check/check-ids.ts';

/** The most letters of a name that an id is made of. */
const longest = 80;

/** Names that Windows keeps for devices, whatever their extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * Makes the last part of an id of a title or name in any script: `a-z`, `0-9` and `-` only, cut between words.
 *
 * @param kind what stands in its place when no letter is left, and before it when it could be another page's
 *
 * @example
 * slugOf('Élections à Zürich', 'article') // 'elections-a-zurich'
 */
export function slugOf(name: string, kind: string): string {
  const letters = transliterate(name.normalize('NFKC'))
    .toLowerCase()
    .replace(/['’`]/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  const cut =
    letters.length > longest ? (/^.{1,80}(?=-)/.exec(letters)?.[0] ?? letters.slice(0, longest)) : letters;
  if (cut === '') return kind;
  // The second of a name gets a number: what is a later page with it ("page-2") is no name for the first either.
  const isFree = [cut, `${cut}-2`].every((each) => isArticleId(`undated/${each}`));
  return isFree && !reserved.test(cut) && cut !== 'index' ? cut : `${kind}-${cut}`;
}

/**
 * Gives ids that nothing has yet: the second of the same name gets `-2`.
 *
 * @param isTaken whether something has an id already
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
