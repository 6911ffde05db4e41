/** Words that say nothing of what a page is about. */
const technical =
  /^(?:index|default|html?|php|aspx?|jsp|amp|www|page|node|articles?|story|news|archives?|category|tag)$/i;

/** The most words that are of use in a search. */
const most = 8;

/**
 * The words of an address that readers may have been looking for: those of its last part that has any.
 *
 * @example
 * wordsOfAddress('/2015/11/07/lock-reopened-12345.html') // 'lock reopened'
 */
export function wordsOfAddress(path: string): string {
  const parts = path.split('/').map(decode).reverse();
  for (const part of parts) {
    const words = part
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => /\p{L}/u.test(word) && !technical.test(word));
    if (words.length > 0) return words.slice(0, most).join(' ');
  }
  return '';
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
