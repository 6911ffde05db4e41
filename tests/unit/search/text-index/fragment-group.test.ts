import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import {
  countGroups,
  findFragment,
  fragmentFile,
  groupSize,
  joinFragments,
  placeFragment,
  tableEnd,
  type FragmentPart,
} from '../../../../src/search/text-index/fragment-group.ts';
import { createFragmentReader } from '../../../../src/search/text-index/fragment-reader.ts';

const textOf = (article: number) => `{"article":${article},"text":"${'a'.repeat(article * 7)}"}\n`;
const parts: readonly FragmentPart[] = [
  [groupSize + 3, 'a'],
  [groupSize * 2, 'b'],
  [1, 'c'],
];
const total = parts.reduce((sum, [size]) => sum + size, 0);

/** By their paths in the folder of the index. */
function makeFiles(): Map<string, Uint8Array> {
  let first = 0;
  const files = parts.flatMap(([size, name]) => {
    const own = Array.from({ length: size }, (_, index) => gzipSync(textOf(first + index)));
    first += size;
    return Array.from(
      { length: countGroups(size) },
      (_, group) =>
        [
          fragmentFile({ name, group }),
          joinFragments(own.slice(group * groupSize, (group + 1) * groupSize)),
        ] as const,
    );
  });
  return new Map(files);
}

describe('a file of fragments', () => {
  test('is a gzip file of all of them, one after another', () => {
    const [first = Buffer.of()] = makeFiles().values();
    const lines = Array.from({ length: groupSize }, (_, article) => textOf(article));
    expect(gunzipSync(first).toString()).toBe(lines.join(''));
  });

  test('says at its beginning where each is', () => {
    const files = makeFiles();
    for (let article = 0; article < total; article++) {
      const { slot, ...place } = placeFragment(article, parts);
      const file = files.get(fragmentFile(place)) ?? Buffer.of();
      const [start, end] = findFragment(file.subarray(0, tableEnd), slot);
      expect(gunzipSync(file.subarray(start, end)).toString()).toBe(textOf(article));
    }
    expect(() => placeFragment(total, parts)).toThrow(RangeError);
  });

  test('is refused in another form', () => {
    expect(() => findFragment(gzipSync('a'.repeat(500)), 0)).toThrow('another form');
    expect(() => findFragment(Buffer.from('<!doctype html>'), 0)).toThrow('another form');
  });
});

describe.each([
  ['answers ranges', true],
  ['sends whole files', false],
])('from a host that %s', (_, answersRanges) => {
  const files = makeFiles();
  let server: Server;
  let address: string;
  const requests: string[] = [];
  beforeAll(async () => {
    server = createServer(({ url = '', headers: { range = '' } }, response) => {
      const file = files.get(url.slice(1)) ?? Buffer.of();
      const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(range)?.map(Number) ?? [];
      requests.push(url);
      if (answersRanges && start !== undefined && end !== undefined)
        response.writeHead(206).end(file.subarray(start, end + 1));
      else response.end(file);
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    address = `http://localhost:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => server.close());

  test('every fragment is read, and what is known of a file is not asked for again', async () => {
    const read = createFragmentReader((file) => address + fragmentFile(file), parts);
    const texts = await Promise.all(
      Array.from({ length: total }, async (_, article) => gunzipSync(await read(article)).toString()),
    );
    expect(texts).toEqual(Array.from({ length: total }, (_, article) => textOf(article)));
    expect(requests).toHaveLength(files.size + (answersRanges ? total : 0));
  });
});
