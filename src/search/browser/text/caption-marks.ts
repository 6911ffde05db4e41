/**
 * What begins and ends a caption in an indexed text: brackets that no news text has. They are part of the words that they
 * stand at, so that Pagefind does not count them.
 */
export const captionMarks = ['⟦', '⟧'] as const;

/** Whether a position in a text is within a caption. */
export function isInCaption(before: string): boolean {
  const [begins, ends] = captionMarks;
  return before.lastIndexOf(begins) > before.lastIndexOf(ends);
}

/**
 * Words the marks for readers.
 *
 * @example
 * wordCaptions('Two days. ⟦The ferry.⟧ It left.', 'Caption') // 'Two days. [Caption: The ferry.] It left.'
 */
export function wordCaptions(text: string, label: string): string {
  const [begins, ends] = captionMarks;
  return text.replaceAll(begins, `[${label}: `).replaceAll(ends, ']');
}
