import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';

import { fixtures, type FixtureName } from '../support/site-fixtures.ts';

describe.each(Object.keys(fixtures) as FixtureName[])('the site %s', (name) => {
  const { dist, base } = fixtures[name];

  test('has the licences of everything in it that is by others, word for word, and links to them', async () => {
    const text = await readFile(join(dist, 'licenses.txt'), 'utf8');
    const ofPackages = ['pagefind/LICENSE/LICENSE', 'world-atlas/LICENSE'];
    for (const file of ofPackages)
      expect(text).toContain((await readFile(join('node_modules', file), 'utf8')).trim());
    expect(text).toContain('SIL OPEN FONT LICENSE');
    // The compiled search has the paths of the crates that it was compiled from.
    const wasm = gunzipSync(await readFile(join(dist, 'pagefind/wasm.unknown.pagefind'))).toString('latin1');
    for (const [, crate = ''] of wasm.matchAll(/crates\.io-[0-9a-f]+\/([\w-]+)-\d+\./g))
      expect(text).toContain(crate);
    const { document } = parseHTML(await readFile(join(dist, 'about/index.html'), 'utf8'));
    expect(document.querySelector(`main a[href="${base}licenses.txt"]`)).not.toBeNull();
  });
});
