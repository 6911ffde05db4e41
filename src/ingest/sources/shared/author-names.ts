import { toLine } from '../../text/lines.ts';

/**
 * The names of authors as they are printed: without mail addresses, which are no part of a name, and without the word "By".
 * An address alone is no name.
 *
 * @example
 * namesOfAuthors(['reader@mail.example (Eva Berg)', 'By Nils Sund', 'x@mail.example']) // ['Eva Berg', 'Nils Sund']
 */
export function namesOfAuthors(written: readonly (string | undefined)[]): string[] {
  const names = written.map((name = '') => withoutMail(toLine(name)).replace(/^by:? (?=\S)/i, ''));
  return [...new Set(names.filter((name) => /[\p{L}\p{N}]/u.test(name)))];
}

/** What may enclose a name beside a mail address. */
const pairs = ['()', '<>', '[]', '""', "''"];

function withoutMail(name: string): string {
  if (!name.includes('@')) return name;
  const parts = name.split(/([\s<>()[\],;:"])/).filter((part) => !part.includes('@') && part !== 'mailto');
  const left = toLine(pairs.reduce((text, pair) => text.replaceAll(pair, ' '), parts.join('')));
  const isEnclosed = pairs.some(([open = '', close = '']) => left.startsWith(open) && left.endsWith(close));
  return toLine(isEnclosed ? left.slice(1, -1) : left);
}
