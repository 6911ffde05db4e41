import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readOcr } from '../../../../../src/ingest/sources/ocr/ocr.ts';
import { damaged, failureOf, only, saidBy, useReader } from '../read-source.ts';

const { readText, readFixture, loadFixture, readAnything } = useReader(readOcr, 'ocr', 'page.xml');

const page = (regions: string, order = '') =>
  `<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15"><Page imageWidth="10" imageHeight="10">${order}${regions}</Page></PcGts>`;
const region = (id: string, text: string, attributes = '') =>
  `<TextRegion id="${id}" ${attributes}><TextLine><TextEquiv><Unicode>${text}</Unicode></TextEquiv></TextLine></TextRegion>`;
const read = async (text: string) => saidBy(only(await readText(text)));

describe('PAGE-XML', () => {
  test('has a paragraph for each region in reading order, and the best reading of each word', async () => {
    const draft = saidBy(only(await readFixture('page.xml')));
    expect(draft.body).toBe(
      'HARBOUR OPEN\n\nThe harbour was open yester- day.\n\nCaptain Lind was there.\n\nThirty boats left.\n',
    );
    expect(draft.ocr).toEqual({ engine: 'Reader 2.1', meanConfidence: 0.7 });
    expect(draft.notices?.slice(2)).toEqual([
      '1 word parted at line ends: joined, 1 since it is certain.',
      '1 word at line ends: left parted, since the text does not have them whole elsewhere: "yester-day".',
    ]);
    expect(draft.leftOut).toEqual([
      { what: 'the name of the picture of the page', text: 'norhaven-0003.png' },
      { what: 'what the file says of its recognition', text: 'Created: 2024-03-01T10:00:00' },
      { what: 'what the file says of its recognition', text: 'LastChange: 2024-03-02T10:00:00' },
      { what: 'another reading of a text', text: 'Lird' },
      { what: 'an illustration', text: 'ImageRegion i1' },
      { what: 'a text of the kind "page-number"', text: 'Three' },
    ]);
  });

  test('is in the order of "custom" without a reading order', async () => {
    const order = (index: number) => `custom="readingOrder {index:${index};} structure {type:heading;}"`;
    const text = page(region('a', 'Two.', order(1)) + region('b', 'One.', order(0)) + region('c', 'Three.'));
    expect((await read(text)).body).toBe('One.\n\nTwo.\n\nThree.\n');
  });

  test('tells references that lead nowhere and ids of several regions', async () => {
    const order =
      '<ReadingOrder><OrderedGroup><RegionRefIndexed index="0" regionRef="gone"/><RegionRefIndexed index="1" regionRef="b"/></OrderedGroup></ReadingOrder>';
    const draft = await read(page(region('a', 'One.') + region('a', 'Two.') + region('b', 'Three.'), order));
    expect(draft.body).toBe('Three.\n\nOne.\n\nTwo.\n');
    expect(draft.notices?.slice(2)).toEqual([
      '1 id of several blocks: "a". The text is in the order of the file where they are used.',
      'The reading order names 1 block that the file does not have: "gone".',
    ]);
  });

  test('does not use numbers that are none of a rectangle', async () => {
    const coords = (points: string) =>
      `<TextRegion id="a"><Coords points="${points}"/><TextEquiv><Unicode>It.</Unicode></TextEquiv></TextRegion>`;
    for (const points of ['-1,2 3,4', '1,1 1,1', 'x', '', '1,1 99999999,2', 'NaN,1 2,Infinity'])
      expect((await read(page(coords(points)))).notices?.at(-1)).toContain(
        'The place of 1 block was not used',
      );
  });

  test('is refused without words or pages, with entities, and where it is truncated', async () => {
    expect(failureOf(only(await readText(page(''))))).toContain('found no text');
    await expect(readText('<PcGts></PcGts>')).rejects.toThrow('found no page');
    const bomb = '<!DOCTYPE PcGts [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]>';
    await expect(readText(bomb + page(region('a', '&c;')))).rejects.toThrow('entity declarations');
    await expect(readText(page(region('a', 'It.')).slice(0, -20))).rejects.toThrow('malformed XML');
  });

  test('survives damage', async () => {
    const files = damaged([await loadFixture('page.xml')], ['<TextRegion>', '</Page>', ' index="-1"']);
    await fc.assert(
      fc.asyncProperty(files, async (bytes) => void (await readAnything(bytes))),
      { numRuns: 100 },
    );
  });
});
