import { z } from 'astro/zod';

const issnPattern = /^\d{4}-\d{3}[\dX]$/;

/** An International Standard Serial Number with its check digit (ISO 3297:2022, annex A). */
export const issn = z
  .string()
  .superRefine((text, context) => {
    const digit = issnPattern.test(text) ? checkDigitOf(text) : undefined;
    if (digit === text.at(-1)) return;
    const params =
      digit === undefined
        ? {
            found: 'a text that is not an ISSN',
            expected: 'four digits, a hyphen, three digits, and a digit or X: 2049-3630',
            fix: 'Copy it from the publication, or look it up at portal.issn.org; leave the key out if it has none.',
          }
        : {
            found: `the ISSN ${text}, whose last digit does not fit the others`,
            expected: `${text.slice(0, -1)}${digit}, if the other digits are right`,
            fix: 'Compare it with the publication, or look it up at portal.issn.org.',
          };
    context.addIssue({ code: 'custom', input: text, params });
  })
  .meta({
    pattern: issnPattern.source,
    patternErrorMessage: 'Expected an ISSN like 2049-3630.',
    examples: ['2049-3630'],
  });

/**
 * Reads an ISSN as sources write it: with or without its hyphen, "ISSN" before it, a small x.
 *
 * @returns as records have it; undefined for what is none, or has a wrong check digit
 *
 * @example
 * readIssn('ISSN 2049-3630') // '2049-3630'
 */
export function readIssn(text: string): string | undefined {
  const compact = text
    .trim()
    .replace(/^e?-?issn:?\s*/i, '')
    .toUpperCase();
  const written = compact.length === 8 ? `${compact.slice(0, 4)}-${compact.slice(4)}` : compact;
  return issnPattern.test(written) && checkDigitOf(written) === written.at(-1) ? written : undefined;
}

/** The check digit of an ISSN: the digits are weighted 8 to 2, and the sum with it is a multiple of 11; X stands for 10. */
function checkDigitOf(text: string): string {
  const digits = text.replace('-', '').slice(0, 7);
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (8 - index), 0);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? 'X' : String(digit);
}
