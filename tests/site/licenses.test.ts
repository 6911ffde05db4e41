import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';

import { fixtures, type FixtureName } from '../support/site-fixtures.ts';

describe.each(Object.keys(fixtures) as FixtureName[])('the site %s', (name) => {
  const { dist, base } = fixtures[name];

  test('has the licences of everything in it that is by others, word for word, and links to them', async () => {
    const text = await readFile(join(dist, 'licenses.txt'), 'utf8');
    const ofPackages = ['openseadragon/LICENSE.txt', 'world-atlas/LICENSE'];
    for (const file of ofPackages)
      expect(text).toContain((await readFile(join('node_modules', file), 'utf8')).trim());
    expect(text).toContain('SIL OPEN FONT LICENSE');
    const { document } = parseHTML(await readFile(join(dist, 'about/index.html'), 'utf8'));
    expect(document.querySelector(`main a[href="${base}licenses.txt"]`)).not.toBeNull();
  });
});
