// Paragraphs of an article that are not sentences of its text, so that no name in them is evidence.

const picture = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/**
 * Whether an address is that of a picture. A paragraph that begins with a link to one is the picture with its caption and
 * credit: the form in which ingest writes pictures.
 */
export function isPictureAddress(address: string): boolean {
  return picture.test(address.replace(/[?#].*$/s, ''));
}

/** The longest byline or attribution, in UTF-16 code units. */
const longest = 120;

/**
 * Whether a paragraph that ends a quotation names whom it quotes: it is short, and no sentence.
 *
 * @example
 * isAttribution('— Ada Lind, Mayor') // true
 */
export function isAttribution(paragraph: string): boolean {
  const text = paragraph.trim();
  return text.length <= longest && !/[.!?…。！？]["'”’»)\]]*$/u.test(text);
}

/** "By" in the languages in which a byline begins with such a word. */
const by = /^(?:by|par|von|por|di|door|af|av)[: ]\s*(?=\p{Lu})/iu;

/**
 * Whether a paragraph is a byline: a word for "by", then names.
 *
 * @example
 * isByline('By Nils Sund and Eva Berg, Staff Writers') // true
 */
export function isByline(paragraph: string): boolean {
  const text = paragraph.trim();
  const names = text.replace(by, '');
  if (names === text || text.length > longest || /(?<=\p{L}\p{L})[.!?…]/u.test(names)) return false;
  const words = names.match(/[\p{L}\p{M}'’.-]+/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 > words.length;
}
