import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

// `openBundle` keeps a bundle for each path and language of a site.
test('Astro’s configuration takes nothing of site.yaml but its address and its language', async () => {
  const config = await readFile('astro.config.mjs', 'utf8');
  const taken = Array.from(config.matchAll(/\bsite\?\.(\w+)/g), ([, key]) => key);
  expect(new Set(taken)).toEqual(new Set(['url', 'language']));
});
