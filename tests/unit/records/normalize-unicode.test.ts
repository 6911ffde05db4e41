import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { normalizeUnicode } from '../../../src/records/normalize-unicode.ts';

const forms = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const;

describe('normalizeUnicode', () => {
  test.for(forms)('does what JavaScript does (%s)', (form) => {
    for (const text of [
      '',
      'Ånö',
      'e\u0316\u0301x',
      '한국어',
      '\u1112\u1161\u11ab',
      'ﬁ ½ ①',
      'ก็',
      '\u0301a\u0301',
    ])
      expect(normalizeUnicode(text, form)).toBe(text.normalize(form));
    const crowded = `a${'\u0301\u0316'.repeat(49)}b`;
    expect(normalizeUnicode(crowded, form)).toBe(crowded.normalize(form));
  });

  test('leaves a run of marks that no text has as it is, in linear time', () => {
    const noise = '\u0301\u0316'.repeat(250_000);
    for (const form of forms)
      expect(normalizeUnicode(`é${noise}é`, form)).toBe('é'.normalize(form) + noise + 'é'.normalize(form));
  });

  test('is what every module uses', () => {
    const others = globSync('src/**/*.{ts,astro}').filter((file) =>
      /\.normalize\(/.test(readFileSync(file, 'utf8')),
    );
    expect(others).toEqual(['src/records/normalize-unicode.ts']);
  });
});
