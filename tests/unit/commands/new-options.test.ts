import { parseArgs } from 'node:util';
import { describe, expect, test } from 'vitest';

import { options, readOptions } from '../../../src/commands/new-options.ts';

const read = (...args: string[]) => readOptions(parseArgs({ args, options }).values);

describe('readOptions', () => {
  test('reads an article, its tags from one list or several', () => {
    const args = [
      '--title',
      ' A  ferry ',
      '--date',
      '2021',
      '--people',
      'a, b,',
      '--people',
      'c',
      '--byline',
      'Doe, J.',
    ];
    expect(read(...args)).toEqual({
      kind: 'article',
      lines: { title: 'A ferry' },
      titleSupplied: false,
      date: '2021',
      tags: { people: ['a', 'b', 'c'], places: [], organizations: [], topics: [], publications: [] },
      byline: ['Doe, J.'],
      pictures: [],
      text: undefined,
      slug: undefined,
    });
  });

  test('reads a record', () => {
    expect(
      read('--place', 'Osmark', '--description', 'A province', '--variant', 'Osm.', '--slug', 'osm'),
    ).toEqual({
      kind: 'record',
      vocabulary: expect.objectContaining({ name: 'places' }) as unknown,
      name: 'Osmark',
      description: 'A province',
      sortName: undefined,
      variants: ['Osm.'],
      slug: 'osm',
    });
  });

  test.for<[string[], RegExp]>([
    [[], /^Nothing to create/],
    [['--title', 'A'], /^--date is missing; use --undated when nothing is known/],
    [['--title', ' ', '--date', '2021'], /^--title is empty/],
    [['--title', 'A', '--date', '2021', '--undated'], /^--date and --undated contradict each other/],
    [
      ['--title', 'A', '--date', '2021', '--variant', 'B'],
      /^--variant cannot be used with --title: it is for records only/,
    ],
    [['--title', 'A', '--date', '2021', '--place', 'B'], /^--title and --place would create two things/],
    [['--person', 'A'], /^--description is missing: describe in a neutral phrase who or what A is/],
    [['--person', '', '--description', 'A'], /^--person is empty/],
    [
      ['--person', 'A', '--description', 'B', '--date', '2021'],
      /^--date cannot be used with --person: it is for articles/,
    ],
  ])('refuses %s', ([args, message]) => {
    expect(() => read(...args)).toThrow(message);
  });
});
