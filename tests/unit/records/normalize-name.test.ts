import fc from 'fast-check';
import { expect, test } from 'vitest';

import { normalizeName, normalizeText } from '../../../src/records/normalize-name.ts';

test.for([
  ['Miles OʼBrien', "Miles O'Brien"],
  ['Miles O’Brien', "Miles O'Brien"],
  ['Miles O`Brien', "Miles O'Brien"],
  ['Jean‑Luc  Dahl', 'Jean-Luc Dahl'],
  ['Nor\u00adha\u00adven', 'Norhaven'],
  ['\ufb01nal of\u00a0the\n day', 'final of the day'],
  ['ＯＰＥＣ', 'OPEC'],
  ['Jose\u0301', 'José'],
  ['ｶﾞｽ', 'ガス'],
  ['Polish', 'Polish'],
  ['½ and ²', '½ and ²'],
])('%j is the same as %j', ([written, normal]) => {
  expect(normalizeName(written ?? '')).toBe(normal);
});

const pieces = fc.constantFrom(
  'a',
  'É',
  'e\u0301',
  ' ',
  '\n',
  '\u00a0',
  '\u00ad',
  '\ufb00',
  'Ｂ',
  '’',
  '‑',
  '𐐀',
  '한',
  '\u200b',
  'ｶﾞ',
);

test('a text is normalized as a name is, and every part of it is found again', () => {
  fc.assert(
    fc.property(fc.array(pieces), (parts) => {
      const original = parts.join('');
      const { text, offsetOf } = normalizeText(original);
      expect(text).toBe(normalizeName(original));
      let before = 0;
      for (let offset = 0; offset <= text.length; offset++) {
        expect(offsetOf(offset)).toBeGreaterThanOrEqual(before);
        before = offsetOf(offset);
      }
      expect(offsetOf(text.length)).toBe(original.length);
    }),
  );
});
