import { expect, test } from 'vitest';

import { findWords } from '../../../../src/components/printed/find-words.ts';
import { formatWordBoxes } from '../../../../src/records/media/word-boxes.ts';
import { createMarker } from '../../../../src/search/browser/engine/find-marks.ts';
import { readQuery } from '../../../../src/search/browser/state/query.ts';

const file =
  formatWordBoxes([
    [
      { text: 'Wang', boxes: [[1, 1, 1, 1]] },
      { text: 'Yi,', boxes: [[2, 1, 1, 1]] },
      {
        text: 'har-bour.',
        boxes: [
          [3, 1, 1, 1],
          [1, 2, 1, 1],
        ],
      },
    ],
    [
      { text: 'Café', boxes: [[6000, 1, 1, 1]] },
      { text: 'Yi', boxes: [[7000, 1, 1, 1]] },
    ],
  ]) ?? '';

const find = (query: string, isIn: (left: number) => boolean = () => true) =>
  findWords(file, createMarker(readQuery(query)), ([left]) => isIn(left)).map(({ text }) => text);

test('words are found as in the text: beginnings, without accents, parted at line ends', () => {
  expect(find('harbour')).toEqual(['har-bour.']);
  expect(find('cafe')).toEqual(['Café']);
  expect(find('yi')).toEqual(['Yi,', 'Yi']);
  expect(find('ferry')).toEqual([]);
});

test('all words of a phrase are found, where it stands', () => {
  expect(find('"wang yi"')).toEqual(['Wang', 'Yi,']);
  expect(find('"bour cafe"')).toEqual(['har-bour.', 'Café']);
});

test('only words in the part of the page that is the article are found', () => {
  expect(find('yi', (left) => left > 5000)).toEqual(['Yi']);
});
