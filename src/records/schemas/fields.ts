import { z } from 'astro/zod';

import { archiveDatePattern, DateError, parseArchiveDate, type ArchiveDate } from '../date/archive-date.ts';

/**
 * The `params` of a schema issue that words its own problem, instead of the wording that the reader derives
 * from the kind of issue.
 */
export interface ProblemMessage {
  found: string;
  expected: string;
  fix: string;
}

/** The forms of a date, for messages. */
export const dateForms = '2021-07-18, 2021-07, 2021, 2021~ (about) or 2021-07/2021-09 (an interval)';

// What the check of a field does in code, its metadata say in the words of JSON Schema as far as those go (see
// json-schema.ts). "patternErrorMessage" is what editors show for a text that does not match.

/** An archive date. YAML reads `2021` as a number, which is taken as the year it was meant to be. */
export const archiveDate = z
  .union([z.string(), z.number(), z.null()])
  .meta({
    anyOf: [
      {
        type: 'string',
        pattern: archiveDatePattern,
        patternErrorMessage: `Expected a date like ${dateForms}.`,
      },
      { type: 'integer', minimum: 1, maximum: 9999 },
    ],
    examples: ['2021-07-18', '2021-07', '2021', '2021~', '2021-07/2021-09'],
  })
  .transform((value, context): ArchiveDate => {
    try {
      if (value === null) throw new DateError('without a value');
      return parseArchiveDate(typeof value === 'number' ? String(value).padStart(4, '0') : value);
    } catch (error) {
      if (!(error instanceof DateError)) throw error;
      const fix = 'Correct the date, or give it only as far as it is known.';
      const params: ProblemMessage = {
        found: `date ${error.message}`,
        expected: `a date like ${dateForms}`,
        fix,
      };
      context.addIssue({ code: 'custom', input: value, params: { ...params } });
      return z.NEVER;
    }
  });

/**
 * The most letters (UTF-16 code units) of what is one line; where there are more, something else was taken for it. A name
 * stands on every page of what is tagged with it.
 */
export const longestLine = 20_000;

const tooLong = {
  found: `a text of more than ${longestLine.toLocaleString('en')} letters`,
  expected: 'a line that is shorter than a long article',
  fix: 'Shorten it, or write it below the frontmatter.',
} satisfies ProblemMessage;

const linePattern = /^\S(?:[^\r\n]*\S)?$/u;

/** One line of text: not empty, no line break, no space at either end. */
export const line = patterned(linePattern.source, linePattern, {
  found: 'a text that is empty, begins or ends with a space, or has several lines',
  expected: 'one line of text',
  fix: 'Write it on one line, or leave the key out when there is nothing to say.',
});

/** An id as used in URLs. Whether a record has it is checked when all records are known. */
export const id = z.string();

/** JSON Schema has no flag for it. */
const webAddressPattern = /^[Hh][Tt]{2}[Pp][Ss]?:\/\/[^\t\n\r]*$/u;

/** An address on the web. */
export const webAddress = patterned(
  webAddressPattern.source,
  { test: (text) => webAddressPattern.test(text) && URL.canParse(text) },
  {
    found: 'a text that is no web address',
    expected: 'an address that begins with https:// or http://',
    fix: 'Write the whole address, or leave the key out.',
  },
);

/**
 * The public address of a site's home page. Its path goes into the configuration of hosts, in each of which some
 * characters mean something, so that there may only be those that mean nothing anywhere.
 */
export const siteAddress = webAddress.refine(
  (text) => {
    // What is no address at all is told of by itself.
    if (!URL.canParse(text)) return true;
    const { pathname, search, hash, username, password } = new URL(text);
    const isPlain = /^(?:\/[\w.~-]+)*\/?$/.test(pathname) && !/\s/.test(text);
    return isPlain && search + hash + username + password === '';
  },
  {
    params: {
      found: 'an address that is more than a host and a plain path',
      expected: 'an address like https://example.org/ or https://example.org/archive/',
      fix: 'Use only a-z, 0-9, "-", "_", "." and "~" in its path, and nothing after it.',
    } satisfies ProblemMessage,
  },
);

/** A language tag (BCP 47, RFC 5646). Of the languages that are registered none has more than three letters. */
export const language = patterned(
  '^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$',
  { test: isLanguageTag },
  {
    found: 'a text that is no language tag',
    expected: 'a BCP 47 tag like en, fr-CA, zh-Hant or ar',
    fix: 'Look the tag up in the IANA Language Subtag Registry.',
  },
).meta({ examples: ['en', 'fr-CA', 'zh-Hant', 'ar'] });

const sourcePathPattern = /^[^.\\\s/%#?:][^\\/%#?:\t\n\r]*(?:\/[^.\\\s/%#?:][^\\/%#?:\t\n\r]*)*$/u;

/**
 * A path below `content/sources/`: forward slashes, no step upwards, nothing hidden. It is an address too, in which `%`, `#`,
 * `?` and `:` mean something else (RFC 3986, section 2.2), and letters are composed (NFC).
 */
export const sourcePath = patterned(
  sourcePathPattern.source,
  { test: (text) => sourcePathPattern.test(text) && text === text.normalize('NFC') },
  {
    found: 'a path that leaves content/sources/, names a hidden file, or can be no address',
    expected:
      'a path below content/sources/, like 2021/07/18/name.txt, without "%", "#", "?" and ":", in NFC',
    fix: 'Rename the source text, or move it below content/sources/, and give its path from there.',
  },
).meta({ examples: ['2021/07/18/name.txt'] });

/** Ids, as articles are tagged with. */
export const ids = z.array(id);

/**
 * A text that passes a test, and is not longer than {@link longestLine}.
 *
 * @param pattern a regular expression (ECMA-262, with the flag `u`) that every text matches which passes
 */
function patterned(pattern: string, check: { test(text: string): boolean }, wording: ProblemMessage) {
  const { found, expected, fix } = wording;
  return z
    .string()
    .refine((text) => check.test(text), { params: { found, expected, fix } })
    .refine((text) => text.length <= longestLine, { params: tooLong })
    .meta({ pattern, patternErrorMessage: `Expected ${expected}.`, maxLength: longestLine });
}

function isLanguageTag(tag: string): boolean {
  try {
    return /^[a-z]{2,3}(?:-|$)/i.test(Intl.getCanonicalLocales(tag)[0] ?? '');
  } catch {
    return false;
  }
}
