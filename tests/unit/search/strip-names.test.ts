import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { describe, expect, test } from 'vitest';

import { numberPages } from '../../../src/search/browser/number-pages.ts';
import { stripNames } from '../../../src/search/strip-names.ts';

const signature = 'pagefind_dcd';
const pack = (content: unknown, head = signature) =>
  gzipSync(Buffer.concat([Buffer.from(head), encode(content)]));

describe('stripNames', () => {
  test.for([0, 1, 23, 24, 40, 300, 70_000])(
    'takes out the names of %i pages, which are their numbers in base 36 in the browser',
    (count) => {
      const sizes = [0, 23, 24, 255, 256, 65_535, 65_536, 2 ** 33];
      const pages = Array.from({ length: count }, (_, index) => [
        `en_${index}abc`,
        sizes[index % sizes.length],
        'é'.repeat(index % 30),
      ]);
      const rest = [[['a', 'b', 'en_1']], [], [], [['title']]];
      const { meta, names } = stripNames(pack(['1.6.0', pages, ...rest]));
      expect(names).toEqual(pages.map(([name]) => name));
      const plain = gunzipSync(meta);
      expect(plain.includes('abc')).toBe(false);
      const numbered = numberPages(plain);
      expect(Buffer.from(numbered.subarray(0, signature.length)).toString()).toBe(signature);
      expect(decode(numbered.subarray(signature.length))).toEqual([
        '1.6.0',
        pages.map(([, ...items], number) => [number.toString(36), ...items]),
        ...rest,
      ]);
    },
  );

  test.for([
    ['another signature', pack(['1.6.0', [['a', 1]]], 'pagefind_xyz')],
    ['no list of pages', pack({ pages: [] })],
    ['pages that are not lists', pack(['1.6.0', ['a', 'b']])],
    ['pages without a name', pack(['1.6.0', [[1, 'a']]])],
    ['pages of more than texts and numbers', pack(['1.6.0', [['a', 1, ['b']]]])],
  ] as const)('refuses a file with %s', ([, file]) => {
    expect(() => stripNames(file)).toThrow('not in the form of Pagefind 1.6');
  });
});
