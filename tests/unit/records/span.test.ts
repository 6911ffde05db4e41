import { expect, test } from 'vitest';

import { parseSpan } from '../../../src/records/span.ts';

const years = ['1949', '1950', '1964', '1979', '1980', 'undated', '195', 'drafts'];

test.for([
  ['1950-1979', ['1950', '1964', '1979']],
  ['1964', ['1964']],
  ['undated', ['undated']],
] as const)('%s has the folders of its years, the first and the last included', ([name, included]) => {
  expect(years.filter((year) => parseSpan(name)?.includes(year))).toEqual(included);
});

test.for(['1979-1950', '195', '1950-', '-1979', '1950-79', 'all', '1950 - 1979', ''])(
  '"%s" is no span',
  (name) => {
    expect(parseSpan(name)).toBeUndefined();
  },
);
