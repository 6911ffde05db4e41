/**
 * Normalizes a name, or a text in which names are looked for: each run of white space becomes one space, each curly
 * apostrophe a straight one. Everything else is kept, including case: "Polish" is not "polish".
 */
export function normalizeName(text: string): string {
  return text.replace(/\s+/gu, ' ').replaceAll('’', "'");
}
