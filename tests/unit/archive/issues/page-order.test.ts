import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createPageOrder } from '../../../../src/archive/issues/page-order.ts';

const comparePages = createPageOrder('en');

/** Sorts pages that are given in the reverse of the order that is expected. */
function sorted(...pages: string[]): string[] {
  return pages.toReversed().sort(comparePages);
}

describe('printed page numbers', () => {
  test.for([
    ['numbers by their size', '1', '2', '9', '10', '100'],
    ['front matter first', 'i', 'iv', 'ix', 'xii', '1', '2'],
    ['upper-case numerals, too', 'II', 'IV', 'XL', '1'],
    ['sections after the whole, each with its pages', '1', '12', 'A1', 'A2', 'A12', 'B1', 'B10', 'C3'],
    ['sections whose letters are numerals, too', '2', 'C', 'C1', 'D4', 'L2'],
    ['a range where its first page is', '9', '12', '12–13', '13', '14-15', '16'],
    ['several pages where the first of them is', '1, 5', '2', '3; 9', '4'],
    ['what stands after a number', '12', '12a', '12b', '13'],
    ['signs between section and number', 'B-1', 'B 2', 'B.10'],
    ['names of sections', 'Business 2', 'Business 10', 'Sport 1'],
    ['digits of other scripts', '٢', '３', '१०'],
    ['numerals of Unicode', 'ⅲ', 'Ⅳ', '1'],
    ['words last', '1', 'A1', 'back page', 'cover'],
  ])('are sorted: %s', ([, ...pages]) => {
    expect(sorted(...pages)).toEqual(pages);
  });

  test('are in one order, however they are given', () => {
    const page = fc.oneof(
      fc.constantFrom('iv', 'A12', '12–13', 'C', 'L', '٢', '第3版', 'S. 4', ''),
      fc.string({ maxLength: 6, unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(page, { maxLength: 8 }), (pages) => {
        const once = pages.toSorted(comparePages);
        expect(pages.toReversed().sort(comparePages)).toEqual(once);
        for (let index = 1; index < once.length; index++)
          expect(comparePages(once[index - 1] ?? '', once[index] ?? '')).toBeLessThanOrEqual(0);
      }),
    );
  });
});
