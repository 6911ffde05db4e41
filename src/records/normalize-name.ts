/**
 * A text as names in it are compared: every run of white space one space, every apostrophe a straight one.
 * Case and everything else stay, so that "Polish" is not "polish".
 */
export function normalizeName(text: string): string {
  return text.replace(/\s+/gu, ' ').replaceAll('’', "'");
}
