import { expect, test } from 'vitest';

import { formatManifest } from '../../../../src/build/release/manifest.ts';

test('a manifest has a line for each file, sorted, with names escaped as sha256sum escapes them', () => {
  expect(
    formatManifest([
      ['b.html', 'bb'],
      ['a\\\n\r.html', 'aa'],
      ['A.html', 'AA'],
    ]),
  ).toBe('AA  A.html\n\\aa  a\\\\\\n\\r.html\nbb  b.html\n');
});
