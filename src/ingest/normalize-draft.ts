import { controlCharacter } from '../records/decode-text.ts';
import { language, webAddress } from '../records/fields.ts';
import type { Draft, Failure } from './draft.ts';
import { toLine } from './lines.ts';

/** Keys of a draft that are one line each. */
const lines = ['title', 'subtitle', 'dateline', 'language', 'summary', 'publisher', 'url', 'rights'] as const;

/**
 * Brings every text of a draft into Unicode's composed form (NFC, UAX #15), and what has to be one line onto one. A web
 * address or language that is none is left out, which its notices say.
 */
export function normalizeDraft(draft: Draft): Draft {
  const normal: Draft = {
    ...draft,
    body: draft.body.normalize('NFC'),
    byline: draft.byline.flatMap((name) => toLine(name) || []),
    terms: draft.terms.flatMap(({ name, ...term }) => {
      const line = toLine(name);
      return line === '' ? [] : { ...term, name: line };
    }),
    notices: [...draft.notices],
  };
  for (const key of lines) {
    const line = toLine(draft[key]);
    if (line === '') delete normal[key];
    else normal[key] = line;
  }
  for (const [key, schema, kind] of [
    ['url', webAddress, 'a web address'],
    ['language', language, 'a language tag'],
  ] as const) {
    const value = normal[key];
    if (value === undefined || schema.safeParse(value).success) continue;
    normal.notices.push(`The ${key} "${value}" is not ${kind}, and was left out.`);
    delete normal[key];
  }
  return normal;
}

/** Finds a letter that no record may have; the same check as the reader's, but told in terms of the source. */
export function findControlCharacter(draft: Draft): Omit<Failure, 'origin' | 'line' | 'column'> | undefined {
  const terms = draft.terms.map(({ name }) => name);
  const texts = Object.entries({ ...draft, byline: draft.byline.join(' '), terms: terms.join(' ') });
  for (const [key, text] of texts) {
    const match = typeof text === 'string' ? text.match(controlCharacter)?.[0] : undefined;
    if (match === undefined) continue;
    const code = match.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return {
      found: `the control character U+${code} in its ${key === 'body' ? 'text' : key}`,
      expected: 'no control characters but tabs and line ends',
      fix: 'Remove it; if there are many, the text is in another encoding (see --encoding).',
    };
  }
  return undefined;
}
