import { normalizeName } from '../records/normalize-name.ts';
import { normalizeUnicode } from '../records/normalize-unicode.ts';

const plain = /^[\u0020-\u007e]*$/;

/**
 * Folds a name, so that names that differ in case, accents, apostrophes and hyphens only are the same.
 *
 * @example
 * foldName('SÃO PAULO') // 'sao paulo'
 */
export function foldName(name: string): string {
  const same = plain.test(name) ? name : normalizeUnicode(normalizeName(name), 'NFD').replace(/\p{M}+/gu, '');
  return same.toLowerCase();
}
