import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { contentWith, problemsWith } from '../../../support/content-folder.ts';

const picture = readFileSync('tests/fixtures/share.png');
const expected =
  'expected a PNG of 1200 × 630 pixels. Save the picture anew in that form and size, or remove it: then the archive ' +
  'makes one of its title.';

describe('share.png', () => {
  test('may be in the content folder', async () => {
    await contentWith({ 'share.png': picture });
  });

  test.each([
    [
      'a picture of 1200 × 600 pixels',
      Buffer.concat([picture.subarray(0, 20), Buffer.from([0, 0, 2, 88]), picture.subarray(24)]),
    ],
    ['a file that is no PNG', Buffer.from('\xff\xd8\xff\xe0 what begins like a JPEG', 'latin1')],
    ['a file that is no PNG', picture.subarray(0, 20)],
    ['a file that is no PNG', Buffer.alloc(0)],
  ])('is refused when it is %s', async (found, bytes) => {
    expect(await problemsWith({ 'share.png': bytes })).toEqual([
      `share.png:1:1: found ${found}; ${expected}`,
    ]);
  });
});
