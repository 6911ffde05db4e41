/** Splits a fragment's content into words, as Pagefind counts them: the locations of a result are indexes of this list. */
export function splitWords(content: string): string[] {
  return content.split(/[^\S\uFEFF]+/u);
}
