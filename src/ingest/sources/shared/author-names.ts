import { toLine } from '../../text/lines.ts';

/** A mail address; what it is long for is not looked into. */
const mail = /[^\s<>()[\],;:"@]{1,64}@[^\s<>()[\],;:"@]{1,255}/g;

/**
 * The names of authors as they are printed: without mail addresses, which are no part of a name, and without the word "By".
 * An address alone is no name.
 *
 * @example
 * namesOfAuthors(['reader@mail.example (Eva Berg)', 'By Nils Sund', 'x@mail.example']) // ['Eva Berg', 'Nils Sund']
 */
export function namesOfAuthors(written: readonly (string | undefined)[]): string[] {
  const names = written.map((name = '') => {
    const line = toLine(name.replace(/\bmailto:/gi, ''));
    const isMail = line.includes('@');
    const rest = isMail ? toLine(line.replace(mail, ' ').replace(/<\s*>|\(\s*\)|\[\s*\]/g, ' ')) : line;
    const [, bare = rest] = isMail ? (/^[("'<[]\s*([^()"<>]*?)\s*[)"'>\]]$/.exec(rest) ?? []) : [];
    return bare.replace(/^by:?\s+(?=\S)/i, '').replace(/^[\s,;:–—-]+|[\s,;]+$/g, isMail ? '' : '$&');
  });
  return [...new Set(names.filter((name) => /[\p{L}\p{N}]/u.test(name)))];
}
