import { expect, test } from 'vitest';

import { mergeData } from '../../../../src/archive/federation/merge-data.ts';
import type { AuthorityData } from '../../../../src/records/schemas/schemas.ts';

const record = (data: Partial<AuthorityData>): AuthorityData => ({
  name: 'Ada Lind',
  description: 'Harbour master',
  variants: [],
  sameAs: [],
  formerUrls: [],
  ...data,
});

test('a merged record has the heading and the facts of the first, and what it does not say from the next', () => {
  const merged = mergeData([
    record({ within: 'osmark', formerUrls: ['/old/'], coordinates: undefined }),
    record({
      name: 'A. Lind',
      sortName: 'Lind, A.',
      description: 'Somebody',
      within: 'elsewhere',
      coordinates: { latitude: 1, longitude: 2 },
    }),
    record({ coordinates: { latitude: 3, longitude: 4 }, broader: ['x'] }),
  ]);
  expect(merged).toEqual({
    name: 'Ada Lind',
    description: 'Harbour master',
    within: 'osmark',
    coordinates: { latitude: 1, longitude: 2 },
    broader: ['x'],
    variants: ['A. Lind'],
    sameAs: [],
    formerUrls: [],
  });
});

test('it has the names and addresses of all, each once', () => {
  const merged = mergeData([
    record({ variants: ['A. L.'], sameAs: ['https://viaf.org/viaf/1', 'https://example.org/2'] }),
    record({ name: 'A. L.', variants: ['Ada Lind', 'Mrs. Lind'], sameAs: ['http://viaf.org/viaf/1/'] }),
  ]);
  expect(merged.variants).toEqual(['A. L.', 'Mrs. Lind']);
  expect(merged.sameAs).toEqual(['https://viaf.org/viaf/1', 'https://example.org/2']);
});
