import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { describe, expect, test } from 'vitest';

import { numberPages } from '../../../src/search/number-pages.ts';

const signature = 'pagefind_dcd';
const pack = (content: unknown, head = signature) =>
  gzipSync(Buffer.concat([Buffer.from(head), encode(content)]));

describe('numberPages', () => {
  test('names pages by their numbers in base 36, and leaves all else', () => {
    const pages = Array.from({ length: 40 }, (_, index) => [`en_${index}abc`, index * 7, '']);
    const rest = [[['a', 'b', 'en_1']], [], [], [['title']]];
    const { meta, names } = numberPages(pack(['1.6.0', pages, ...rest]));
    const [version, numbered, ...others] = decode(gunzipSync(meta).subarray(signature.length)) as unknown[][];
    expect(version).toBe('1.6.0');
    expect(numbered?.[39]).toEqual(['13', 39 * 7, '']);
    expect(others).toEqual(rest);
    expect(names).toEqual(pages.map(([name]) => name));
  });

  test.for([
    ['another signature', pack(['1.6.0', [['a', 1]]], 'pagefind_xyz')],
    ['no list of pages', pack({ pages: [] })],
    ['pages that are not lists', pack(['1.6.0', ['a', 'b']])],
    ['pages without a name', pack(['1.6.0', [[1, 'a']]])],
  ] as const)('refuses a file with %s', ([, file]) => {
    expect(() => numberPages(file)).toThrow('not in the form of Pagefind 1.6');
  });
});
