import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { contentWith, problemsWith } from '../../../support/content-folder.ts';

const picture = readFileSync('tests/fixtures/share.png');
const expected =
  'expected a PNG of 1200 × 630 pixels. Save the picture in that format and size, or remove it; the archive then ' +
  'draws one with its title.';

describe('share.png', () => {
  test('may be in the content folder', async () => {
    await contentWith({ 'share.png': picture });
  });

  test.each([
    [
      'a picture of 1200 × 600 pixels',
      Buffer.concat([picture.subarray(0, 20), Buffer.from([0, 0, 2, 88]), picture.subarray(24)]),
    ],
    ['a file that is not a PNG', Buffer.from('\xff\xd8\xff\xe0 what begins like a JPEG', 'latin1')],
    ['a file that is not a PNG', picture.subarray(0, 20)],
    ['a file that is not a PNG', Buffer.alloc(0)],
  ])('is refused when it is %s', async (found, bytes) => {
    expect(await problemsWith({ 'share.png': bytes })).toEqual([
      `share.png:1:1: found ${found}; ${expected}`,
    ]);
  });
});
