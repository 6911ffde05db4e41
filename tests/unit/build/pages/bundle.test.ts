import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

import { configuringKeys } from '../../../../src/build/pages/bundle.ts';

test('a bundle depends on everything that Astro’s configuration takes of site.yaml', async () => {
  const config = await readFile('astro.config.mjs', 'utf8');
  const taken = Array.from(config.matchAll(/\bsite\?\.(\w+)/g), ([, key]) => key);
  expect(taken).toContain('url');
  expect(new Set(taken)).toEqual(new Set(configuringKeys));
});
