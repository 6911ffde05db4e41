import { expect, test } from 'vitest';

import { unspacedScripts } from '../../../src/records/unspaced-scripts.ts';

const unspaced = new RegExp(`^[${unspacedScripts}&&[\\p{L}\\p{M}\\p{N}]]+$`, 'v');

test.for(['港口', 'ひらがな', 'カタカナー', 'ｶﾞ', 'ไทย', 'ລາວ', 'ខ្មែរ', 'မြန်မာ'])(
  '%s is in a script without spaces',
  (text) => {
    expect(text).toMatch(unspaced);
  },
);

test.for(['a', 'я', 'ب', '한', '1', '。', '\u0303', 'ʼ'])(
  '%s is in no script without spaces, or shared with others',
  (text) => {
    expect(text).not.toMatch(unspaced);
  },
);
