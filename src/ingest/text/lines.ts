import { normalizeUnicode } from '../../records/normalize-unicode.ts';

/** Reduces a text to one line in Unicode's composed form (NFC, UAX #15); '' when there is nothing on it. */
export function toLine(text = ''): string {
  return normalizeUnicode(text, 'NFC').replace(/\s+/gu, ' ').trim();
}

/** The letters and digits of a text in lower case, by which words are found again whatever their markup and punctuation. */
export function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The texts that are not empty, each on one line. */
export function presentLines<Key extends string>(
  values: Readonly<Record<Key, string | undefined>>,
): Partial<Record<Key, string>> {
  const lines = Object.entries<string | undefined>(values).map(([key, value]) => [key, toLine(value)]);
  return Object.fromEntries(lines.filter(([, line]) => line !== '')) as Partial<Record<Key, string>>;
}
