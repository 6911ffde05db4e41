import { expect, test } from 'vitest';

import { formatSize } from '../../../src/records/format-size.ts';

test.for([
  [0, '0 bytes'],
  [1, '1 byte'],
  [199, '199 bytes'],
  [12_000, '12 kB'],
  [3_140, '3.1 kB'],
  [999_949, '999.9 kB'],
  [48_300_000, '48.3 MB'],
  [2_000_000_000_000, '2,000 GB'],
] as const)('words %d bytes as %s', ([bytes, words]) => {
  expect(formatSize(bytes, 'en')).toBe(words.replace(' ', '\u00a0'));
});
