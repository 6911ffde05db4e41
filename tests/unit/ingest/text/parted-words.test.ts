import { describe, expect, test } from 'vitest';

import { joinPartedWords } from '../../../../src/ingest/text/parted-words.ts';

describe('joinPartedWords', () => {
  test.for<[string, string, string[]]>([
    ['The harbour. A har-\nbour, too.', 'The harbour. A harbour,\ntoo.', []],
    ['The HARBOUR. A har-\nbour.', 'The HARBOUR. A harbour.', []],
    ['A well-known man, well-\nknown here', 'A well-known man, well-known\nhere', []],
    ['It was yester-\nday.', 'It was yester-\nday.', ['yester-day']],
    ['It was yester\u00ad\nday.', 'It was yesterday.', []],
    ['It was yester¬\nday now.', 'It was yesterday\nnow.', []],
    ['Anna-\nLena', 'Anna-\nLena', []],
    ['1914-\n1918 and on -\nthen', '1914-\n1918 and on -\nthen', []],
    ['fog fog fog-\n\nfog', 'fog fog fog-\n\nfog', []],
  ])('makes of %j', ([text, joined, parted]) => {
    expect(joinPartedWords(text)).toMatchObject({ text: joined, parted });
  });

  test('counts what it joins', () => {
    expect(joinPartedWords('The harbour. A har-\nbour. The fer\u00ad\nry. Yester-\nday.').joined).toBe(2);
  });

  test('takes no long time for many', () => {
    const started = performance.now();
    joinPartedWords('a\u00ad\n'.repeat(20_000));
    joinPartedWords('ab-\n'.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
