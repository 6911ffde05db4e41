import { expect, test } from 'vitest';

import { listPictureSizes } from '../../../../src/ingest/text/html/picture-sizes.ts';

test.each([
  ['a.webp 800w, b.webp 1600w', ['b.webp', 'a.webp']],
  ['a.webp 800w,b.webp 1600w', ['b.webp', 'a.webp']],
  ['a.webp, b.webp 2x', ['b.webp', 'a.webp']],
  ['a,b.webp 1x,\n  /w_800,h_600/c.webp 1.5x,', ['/w_800,h_600/c.webp', 'a,b.webp']],
  ['a.webp -2x', []],
  [' , ', []],
])('reads the list of sizes "%s"', (set, addresses) => {
  expect(listPictureSizes(set).map(({ address }) => address)).toEqual(addresses);
});
