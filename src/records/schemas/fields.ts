import { z } from 'astro/zod';

import { normalizeFormerUrl } from '../former-urls/normalize-former-url.ts';
import type { ProblemMessage } from '../problem.ts';
import { normalizeUnicode } from '../normalize-unicode.ts';
import { archiveDatePattern, DateError, parseArchiveDate, type ArchiveDate } from '../date/archive-date.ts';

/** The forms of a date, for messages. */
export const dateForms = '2021-07-18, 2021-07, 2021, 2021~ (about) or 2021-07/2021-09 (an interval)';

// An issue whose `params` are a {@link ProblemMessage} is reported with it, others by their code (see describe-issue.ts).
// What a check does in code, the metadata state in JSON Schema as far as possible (see json-schema.ts); editors show
// "patternErrorMessage" for a text that does not match the pattern.

/** An archive date. YAML reads `2021` as a number, which is treated as a year. */
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
 * The longest line, in UTF-16 code units. Anything longer is not a title or name but a mistake, and a name would be
 * repeated on the page of every article that is tagged with it.
 */
export const longestLine = 20_000;

const tooLong = {
  found: `a text of more than ${longestLine.toLocaleString('en')} characters`,
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

/** The longest text of a few printed words: that of a section, an edition or a page. In UTF-16 code units. */
export const longestPrinted = 200;

/**
 * A few words or a number as printed, on one line: `Business`, `late edition`, `A12`, `iv`, `12–13`. A number of YAML is taken
 * as it is written.
 */
export const printed = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => linePattern.test(text), {
    params: {
      found: 'a text that is empty, begins or ends with a space, or has several lines',
      expected: 'a few words or a number as printed, on one line',
      fix: 'Write it as printed, or leave the key out when nothing is printed.',
    } satisfies ProblemMessage,
  })
  .refine((text) => text.length <= longestPrinted, {
    params: {
      found: `a text of more than ${longestPrinted} characters`,
      expected: 'a few words or a number as printed',
      fix: 'Shorten it: what does not name a part of the publication belongs into the text or the summary.',
    } satisfies ProblemMessage,
  })
  .meta({
    anyOf: [
      {
        type: 'string',
        pattern: linePattern.source,
        patternErrorMessage: 'Expected a few words or a number as printed.',
        maxLength: longestPrinted,
      },
      { type: 'number' },
    ],
  });

/** An id as used in URLs. Whether a record has it is checked when all records are known. */
export const id = z.string();

/** Both cases are spelled out, since patterns in JSON Schema have no flag that ignores case. */
const webAddressPattern = /^[Hh][Tt]{2}[Pp][Ss]?:\/\/[^\t\n\r]*$/u;

/** A web address. */
export const webAddress = patterned(
  webAddressPattern.source,
  { test: (text) => webAddressPattern.test(text) && URL.canParse(text) },
  {
    found: 'a text that is not a web address',
    expected: 'an address that begins with https:// or http://',
    fix: 'Write the whole address, or leave the key out.',
  },
);

const reportPattern = /^(?:[Hh][Tt]{2}[Pp][Ss]?:\/\/\S+|[^\s@<>:?\/]+@[^\s@<>:?\/]+)$/u;

/** Where errors are reported: an e-mail address, or a web address in which `{url}` stands for that of the article. */
export const reportAddress = patterned(
  reportPattern.source,
  { test: (text) => reportPattern.test(text) && (text.includes('@') || URL.canParse(text)) },
  {
    found: 'a text that is neither an e-mail address nor a web address',
    expected: 'an address like desk@example.org or https://example.org/report?page={url}',
    fix: 'Write one of the two, or leave the key out.',
  },
);

/**
 * The public address of a site's home page. Its path is written into the configuration of several web servers, so that it
 * may contain only characters that are special in none of them.
 */
export const siteAddress = webAddress.refine(
  (text) => {
    // The check above reports what is not an address at all.
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

/** A language tag (BCP 47, RFC 5646). No registered language has more than three letters. */
export const language = patterned(
  '^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$',
  { test: isLanguageTag },
  {
    found: 'a text that is not a language tag',
    expected: 'a BCP 47 tag like en, fr-CA, zh-Hant or ar',
    fix: 'Look the tag up in the IANA Language Subtag Registry.',
  },
).meta({ examples: ['en', 'fr-CA', 'zh-Hant', 'ar'] });

const sourcePathPattern = /^[^.\\\s/%#?:][^\\/%#?:\t\n\r]*(?:\/[^.\\\s/%#?:][^\\/%#?:\t\n\r]*)*$/u;

/**
 * A path below `content/sources/`: forward slashes, no `..`, no hidden files. It is also part of a URL, in which `%`, `#`,
 * `?` and `:` are reserved (RFC 3986, section 2.2), and in Unicode's composed form (NFC).
 */
export const sourcePath = patterned(
  sourcePathPattern.source,
  { test: (text) => sourcePathPattern.test(text) && text === normalizeUnicode(text, 'NFC') },
  {
    found: 'a path that leaves content/sources/, names a hidden file, or cannot be part of a URL',
    expected:
      'a path below content/sources/, like 2021/07/18/name.txt, without "%", "#", "?" and ":", in NFC',
    fix: 'Rename the source text, or move it below content/sources/, and give its path from there.',
  },
).meta({ examples: ['2021/07/18/name.txt'] });

const mediaPathPattern = /^[^.\\\s/][^\\/\t\n\r]*(?:\/[^.\\\s/][^\\/\t\n\r]*)*$/u;

/**
 * A path below `content/media/`: forward slashes, no `..`, no hidden files. Names may hold any other character, since what
 * is published of a file has a name of its own; in Unicode's composed form (NFC), so that every file system finds it.
 */
export const mediaPath = patterned(
  mediaPathPattern.source,
  { test: (text) => mediaPathPattern.test(text) && text === normalizeUnicode(text, 'NFC') },
  {
    found:
      'a path that leaves content/media/, names a hidden file, or has accents as characters of their own (NFD)',
    expected: 'a path below content/media/, like 2021/07/18/harbour.jpg, in NFC',
    fix: 'Move the file below content/media/, and give its path from there, typed anew.',
  },
).meta({ examples: ['2021/07/18/harbour.jpg'] });

const sha256Pattern = /^[0-9a-f]{64}$/;

/** The SHA-256 of a file, in lower-case hexadecimal. */
export const sha256 = z.string().regex(sha256Pattern);

const altPattern = /^(?:\S(?:[^\r\n]*\S)?)?$/u;

/** What a picture shows, in words, on one line; '' for one that says nothing of its own. */
export const alternativeText = patterned(altPattern.source, altPattern, {
  found: 'a text that begins or ends with a space, or has several lines',
  expected: "one line that says what the picture shows, or ''",
  fix: 'Write it on one line.',
});

const regionPattern = /^(?:pct:)?\d{1,6}(?:\.\d{1,6})?(?:,\d{1,6}(?:\.\d{1,6})?){3}$/;

/** A rectangle of a picture, as the IIIF Image API 3.0 writes it (section 4.1): left, top, width and height. */
export const region = patterned(regionPattern.source, regionPattern, {
  found: 'a text that is not a rectangle',
  expected: 'left,top,width,height in pixels, like 120,80,900,1400, or in percent, like pct:5,10,40,55',
  fix: 'Measure the rectangle in the picture as it is seen.',
}).meta({ examples: ['120,80,900,1400', 'pct:5,10,40,55'] });

const hostPattern = /^(?:[a-z\d-]+\.)*[a-z\d-]+(?::\d{1,5})?$/u;

/** The host of web addresses, with its port where that is not the usual one. */
export const host = patterned(hostPattern.source, hostPattern, {
  found: 'a text that is not the name of a host in lower case',
  expected: 'a name like news.example.org, without https:// and without a path',
  fix: 'Write only the name, as it is in addresses; names in other scripts as xn--….',
}).meta({ examples: ['news.example.org'] });

const formerUrlPattern = /^(?:[Hh][Tt]{2}[Pp][Ss]?:\/)?\/(?!\/)[^\s#]*$/u;

/** The addresses that a record's page had on sites before the archive. */
export const formerUrls = z
  .array(
    patterned(
      formerUrlPattern.source,
      { test: (text) => formerUrlPattern.test(text) && normalizeFormerUrl(text) !== undefined },
      {
        found: 'a text that is neither a path nor a web address, or has a fragment or spaces',
        expected:
          'an address like /2015/11/lock-reopened/, /?p=123 or https://news.example.org/story.php?id=7',
        fix: 'Write it as it was, from the slash after the host, without "#" and what follows it.',
      },
    ),
  )
  .default([]);

/** A list of ids, such as an article's tags. */
export const ids = z.array(id);

/**
 * A text that passes a check and is not longer than {@link longestLine}.
 *
 * @param pattern a regular expression (ECMA-262, with the flag `u`) that every valid text matches
 */
function patterned(pattern: string, check: { test(text: string): boolean }, message: ProblemMessage) {
  const { found, expected, fix } = message;
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
