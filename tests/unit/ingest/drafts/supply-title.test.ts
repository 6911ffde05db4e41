import { describe, expect, test } from 'vitest';

import { supplyTitle } from '../../../../src/ingest/drafts/supply-title.ts';

describe('supplyTitle', () => {
  test('is the first sentence, without its full stop', () => {
    expect(supplyTitle(['', ' The pier\nis shut. Nobody knows why.'], 'en')).toBe('The pier is shut');
    expect(supplyTitle(['港口关闭。渡轮停航。'], 'zh')).toBe('港口关闭');
    expect(supplyTitle(['Wait for it...'], 'en')).toBe('Wait for it...');
    expect(supplyTitle([' ', ''], 'en')).toBeUndefined();
  });

  test('is cut between words', () => {
    const title = supplyTitle(['harbour '.repeat(50)], 'en');
    expect(title).toBe(`${'harbour '.repeat(12)}…`);
  });

  test.for([
    ['emoji', '🚢', 49],
    ['families', '👩‍👩‍👧‍👦', 9],
    ['flags', '🇳🇴', 24],
  ] as const)('is cut between %s', ([, letter, fitting]) => {
    expect(supplyTitle([letter.repeat(60)], 'en')).toBe(`${letter.repeat(fitting)} …`);
  });

  test('keeps a letter whole that is longer than a title', () => {
    const letter = `🚢${'\u0301'.repeat(300)}`;
    expect(supplyTitle([`${letter}🚢`], 'en')).toBe(`${letter} …`);
  });
});
