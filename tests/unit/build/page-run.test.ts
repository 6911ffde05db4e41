import { expect, test } from 'vitest';

import { askForPages, offerPages } from '../../../src/build/page-run.ts';

const run = { pages: [{ route: 'src/pages/a.astro', index: 0 }], take: () => Promise.resolve() };

test('pages are offered while something is done, and not before or after', async () => {
  let found: unknown;
  expect(askForPages).toThrow('for builds only');
  await offerPages(run, () => Promise.resolve((found = askForPages())));
  expect(found).toBe(run);
  expect(askForPages).toThrow('for builds only');
});

test('pages are no longer offered after what was done failed', async () => {
  await expect(offerPages(run, () => Promise.reject(new Error('no paper')))).rejects.toThrow('no paper');
  expect(askForPages).toThrow('for builds only');
});
