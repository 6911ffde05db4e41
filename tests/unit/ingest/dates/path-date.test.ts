import { describe, expect, test } from 'vitest';

import { findDateInPath } from '../../../../src/ingest/dates/path-date.ts';

describe('findDateInPath', () => {
  test.for([
    ['_posts/1998-05-12-harbour-lights.md', '1998-05-12'],
    ['1903-02-28_p1.txt', '1903-02-28'],
    ['post_2021_07_18.html', '2021-07-18'],
    ['20210718.txt', '2021-07-18'],
    ['20210718-fog.txt', '2021-07-18'],
    ['texts/2021/07/18/fog.txt', '2021-07-18'],
    ['2021-7-8/fog.txt', '2021-07-08'],
  ])('finds the day of %s', ([path = '', date]) => {
    expect(findDateInPath(path)?.date).toBe(date);
  });

  test.for([
    'fog.txt',
    '2021/07/fog.txt',
    '2021/07/18/more/fog.txt',
    '2021-02-31-fog.txt',
    '2999-01-01-fog.txt',
    '0021-01-01.txt',
    '1903022801.txt',
    '2021-07-18-19.txt',
    '12021-07-18.txt',
  ])('finds none in %s', (path) => {
    expect(findDateInPath(path)).toBeUndefined();
  });
});
