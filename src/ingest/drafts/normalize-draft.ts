import { draftLines } from '../../records/article-fields.ts';
import { normalizeUnicode } from '../../records/normalize-unicode.ts';
import { controlCharacter } from '../../records/read/decode-text.ts';
import { language, longestLine, longestPrinted, webAddress } from '../../records/schemas/fields.ts';
import { checkMarkdownLimits } from '../../records/check/markdown-limits.ts';
import type { Draft } from './draft.ts';
import type { Failure } from '../sources/source.ts';
import { toLine } from '../text/lines.ts';

/** Keys of a draft that are one line each. */
const lines = draftLines.map(({ draftKey }) => draftKey);

/** Keys of a draft that are a few printed words each. */
const printedKeys = ['issue', 'edition', 'section', 'page', 'column'] as const;

const aOrAn = (key: string) => (/^[aeiou]/.test(key) ? `an ${key}` : `a ${key}`);

/**
 * Normalizes the texts of a draft to Unicode's composed form (NFC, UAX #15), and those that have to be one line to one. An
 * invalid web address or language tag is left out, with a notice.
 */
export function normalizeDraft(draft: Draft): Draft {
  const normal: Draft = {
    ...draft,
    body: normalizeUnicode(draft.body, 'NFC'),
    byline: draft.byline.flatMap((name) => toLine(name) || []),
    terms: draft.terms.flatMap(({ name, ...term }) => {
      const line = toLine(name);
      return line === '' ? [] : { ...term, name: line };
    }),
    leftOut: [...draft.leftOut],
  };
  for (const key of lines) {
    const line = toLine(draft[key]);
    if (line === '') delete normal[key];
    else normal[key] = line;
  }
  for (const key of printedKeys) {
    const text = normal[key];
    if (text === undefined || text.length <= longestPrinted) continue;
    normal.leftOut.push({ what: `${aOrAn(key)} of more than ${longestPrinted} characters`, text });
    delete normal[key];
  }
  for (const [key, schema, kind] of [
    ['url', webAddress, 'a web address'],
    ['language', language, 'a language tag'],
  ] as const) {
    const value = normal[key];
    if (value === undefined || schema.safeParse(value).success) continue;
    // Site generators have the path on their own site.
    if (key === 'url' && value.startsWith('/')) normal.formerUrls = [...(normal.formerUrls ?? []), value];
    normal.leftOut.push({ what: `a ${key} that is not ${kind}`, text: value });
    delete normal[key];
  }
  return normal;
}

type Defect = Omit<Failure, 'origin' | 'line' | 'column'>;

/**
 * Finds what no record may have: control characters, Markdown that is too costly to parse, or lines that are longer than a
 * long article. It runs before anything parses the Markdown.
 */
export function findDefect(draft: Draft): Defect | undefined {
  return findLongLine(draft) ?? findControlCharacter(draft) ?? findTooMuch(draft);
}

function findTooMuch({ body }: Draft): Defect | undefined {
  const [problem] = checkMarkdownLimits(body, 0);
  return problem && { found: problem.found, expected: problem.expected, fix: problem.fix };
}

function findLongLine(draft: Draft): Defect | undefined {
  const names = [...draft.byline, ...draft.terms.map(({ name }) => name)];
  const texts = [
    ...lines.map((key) => [key, draft[key]] as const),
    ...names.map((name) => ['name', name] as const),
  ];
  const [key, text = ''] = texts.find(([, each = '']) => each.length > longestLine) ?? [];
  if (key === undefined) return undefined;
  return {
    found: `a ${key} of ${text.length.toLocaleString('en')} characters`,
    expected: `at most ${longestLine.toLocaleString('en')}`,
    fix: 'Shorten it, or move it into the text.',
  };
}

function findControlCharacter(draft: Draft): Defect | undefined {
  const terms = draft.terms.map(({ name }) => name);
  const texts = Object.entries({ ...draft, byline: draft.byline.join(' '), terms: terms.join(' ') });
  for (const [key, text] of texts) {
    const match = typeof text === 'string' ? text.match(controlCharacter)?.[0] : undefined;
    if (match === undefined) continue;
    const code = match.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return {
      found: `the control character U+${code} in its ${key === 'body' ? 'text' : key}`,
      expected: 'no control characters but tabs and line ends',
      fix: 'Remove it; if there are many, the text may be in another encoding (see --encoding).',
    };
  }
  return undefined;
}
