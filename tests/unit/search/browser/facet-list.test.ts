import { describe, expect, test } from 'vitest';

import { viewFacet } from '../../../../src/search/browser/facet-list.ts';

const person = { key: 'person', title: 'People' };
const year = { key: 'year', title: 'Year' };
const asIs = (value: string) => value;
const order = (...parameters: Parameters<typeof viewFacet>) =>
  viewFacet(...parameters).values.map(({ value }) => value);

describe('viewFacet', () => {
  test('has the values of most articles first, and those of one count by name', () => {
    expect(order(person, { a: 1, b: 3, d: 2, c: 2 }, [], asIs)).toEqual(['b', 'c', 'd', 'a']);
    const names: Record<string, string> = { c: 'Zorn', d: 'Ada' };
    expect(order(person, { c: 2, d: 2 }, [], (value) => names[value] ?? value)).toEqual(['d', 'c']);
  });

  test('has the chosen ones before all others', () => {
    expect(order(person, { a: 9, b: 1, c: 2 }, ['b', 'c'], asIs)).toEqual(['c', 'b', 'a']);
  });

  test('leaves out what would give nothing, unless it is chosen', () => {
    const view = viewFacet(person, { a: 0, b: 0, c: 1 }, ['b'], asIs);
    expect(view.values).toEqual([
      { value: 'b', name: 'b', count: 0, chosen: true },
      { value: 'c', name: 'c', count: 1, chosen: false },
    ]);
  });

  test('shows a chosen value that no article has', () => {
    expect(viewFacet(person, {}, ['nobody'], asIs).values).toEqual([
      { value: 'nobody', name: 'nobody', count: 0, chosen: true },
    ]);
  });

  test('has years from the newest, the chosen one in its place', () => {
    expect(order(year, { 2019: 50, 2021: 1, 2020: 7, '0987': 1 }, ['2019'], asIs)).toEqual([
      '2021',
      '2020',
      '2019',
      '0987',
    ]);
  });

  test('has undated articles after all years, as everywhere', () => {
    expect(order(year, { undated: 5, 2021: 1, 1999: 2 }, [], asIs)).toEqual(['2021', '1999', 'undated']);
  });

  test('keeps the facet’s key and title, and names its values', () => {
    expect(viewFacet(person, { 'ada-lind': 1 }, [], () => 'Ada Lind')).toEqual({
      ...person,
      values: [{ value: 'ada-lind', name: 'Ada Lind', count: 1, chosen: false }],
    });
  });
});
