/** The years whose articles are built together, as a part of a large archive. */
export interface Span {
  /** As it is written: `1950-1979`, `1984` or `undated`. */
  name: string;
  /** Whether it has the articles of a folder directly below `articles/`: `1957`, `undated`. */
  includes(folder: string): boolean;
}

const pattern = /^(\d{4})(?:-(\d{4}))?$/;

/**
 * Parses a span of years, of which both are in it. Articles without a date are a span of their own.
 *
 * @returns undefined when it is none
 *
 * @example
 * parseSpan('1950-1979')?.includes('1979') // true
 */
export function parseSpan(name: string): Span | undefined {
  if (name === 'undated') return { name, includes: (folder) => folder === name };
  const [, first, last = first] = pattern.exec(name) ?? [];
  if (first === undefined || last === undefined || first > last) return undefined;
  return { name, includes: (folder) => /^\d{4}$/.test(folder) && first <= folder && folder <= last };
}
