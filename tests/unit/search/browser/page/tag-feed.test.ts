import { expect, test } from 'vitest';

import { findTagFeed } from '../../../../../src/search/browser/page/tag-feed.ts';
import { everything } from '../../../../../src/search/browser/state/search-state.ts';

const singulars = { people: 'person', topics: 'topic' };
const one = { ...everything, facets: { person: ['ada'], topic: [] } };

test('a search for one record has the feed of that record, whatever its order', () => {
  const feed = { path: 'people/ada/feed.xml', key: 'person', id: 'ada' };
  expect(findTagFeed({ ...one, order: 'oldest' }, singulars)).toEqual(feed);
  expect(findTagFeed({ ...everything, with: ['person:ada'] }, singulars)).toEqual(feed);
});

test.for([
  everything,
  { ...one, words: 'ferry' },
  { ...one, from: '1987' },
  { ...one, with: ['topic:trade'] },
  { ...one, facets: { person: ['ada', 'bo'] } },
  { ...everything, facets: { year: ['1987'] } },
])('others have none: %j', (state) => {
  expect(findTagFeed(state, singulars)).toBeUndefined();
});
