import { describe, expect, test } from 'vitest';

import type { Draft } from '../../../../src/ingest/drafts/draft.ts';
import { findDefect, normalizeDraft } from '../../../../src/ingest/drafts/normalize-draft.ts';

const draft: Draft = {
  origin: { file: 'a.txt', line: 1 },
  byline: [],
  terms: [],
  body: 'Text.',
  received: { bytes: new Uint8Array(), extension: 'txt' },
  leftOut: [],
  notices: [],
};

describe('normalizeDraft', () => {
  test('composes letters (NFC), and changes nothing else of the text', () => {
    const decomposed = 'Cafe\u0301 \u00A0 “x”  ﬁ ２\n\n  […]';
    const { body, title, byline, terms } = normalizeDraft({
      ...draft,
      title: 'Cafe\u0301',
      byline: ['Zoe\u0308'],
      terms: [{ name: 'Cafe\u0301', vocabulary: 'topics' }],
      body: decomposed,
    });
    expect(body).toBe('Café \u00A0 “x”  ﬁ ２\n\n  […]');
    expect([title, byline, terms]).toEqual(['Café', ['Zoë'], [{ name: 'Café', vocabulary: 'topics' }]]);
  });

  test('puts on one line what has to be, and leaves out what is empty', () => {
    const given = {
      ...draft,
      title: ' A\n title\t',
      rights: ' ',
      byline: ['', ' A  B '],
      terms: [{ name: ' ' }],
    };
    expect(normalizeDraft(given)).toEqual({ ...draft, title: 'A title', byline: ['A B'] });
  });

  test.for([
    ['url', 'see below', 'a url that is not a web address'],
    ['url', 'ftp://x.example/', 'a url that is not a web address'],
    ['language', 'Deutsch', 'a language that is not a language tag'],
    ['language', 'Deutsch!', 'a language that is not a language tag'],
  ] as const)('leaves out the %s "%s", and names it', ([key, text, what]) => {
    expect(normalizeDraft({ ...draft, [key]: text })).toEqual({ ...draft, leftOut: [{ what, text }] });
  });
});

describe('findDefect', () => {
  test('finds a control character anywhere in a draft', () => {
    expect(findDefect({ ...draft, body: 'A\ttab\nand a line.' })).toBeUndefined();
    for (const [given, found] of [
      [{ body: 'a\u0000' }, 'U+0000 in its text'],
      [{ title: 'a\u001b[2J' }, 'U+001B in its title'],
      [{ byline: ['a', 'b\u0085'] }, 'U+0085 in its byline'],
      [{ terms: [{ name: '\u0007' }] }, 'U+0007 in its terms'],
    ] as const) {
      expect(findDefect({ ...draft, ...given } as Draft)?.found).toContain(found);
    }
  });

  test('finds a line that is none', () => {
    const long = 'a'.repeat(20_001);
    expect(findDefect({ ...draft, title: long.slice(1), body: long })).toBeUndefined();
    expect(findDefect({ ...draft, title: long })?.found).toBe('a title of 20,001 characters');
    expect(findDefect({ ...draft, byline: ['a', long] })?.found).toBe('a name of 20,001 characters');
    expect(findDefect({ ...draft, terms: [{ name: long }] })?.found).toBe('a name of 20,001 characters');
  });
});
