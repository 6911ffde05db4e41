import { describe, expect, test } from 'vitest';

import { readOcr } from '../../../../../src/ingest/sources/ocr/ocr.ts';
import { only, receivedOf, saidBy, useReader } from '../read-source.ts';

const { readText } = useReader(readOcr, 'ocr', 'page.hocr');
const read = async (text: string) => saidBy(only(await readText(text)));

const page = (inner: string, properties = 'image "p.png"') =>
  `<div class="ocr_page" title='${properties}'>${inner}</div>`;
const file = (...pages: string[]) =>
  `<!DOCTYPE html><html><head><title></title><meta name="ocr-system" content="reader 5.3"/></head><body>${pages.join('\n')}</body></html>`;
const word = (text: string, sure = 90) =>
  `<span class="ocrx_word" title="bbox 1 1 2 2; x_wconf ${sure}">${text}</span>`;
const line = (...words: string[]) =>
  `<span class="ocr_line">${words.map((each) => word(each)).join(' ')}</span>`;
const paragraph = (...lines: string[]) => `<p class="ocr_par">${lines.join('\n')}</p>`;

describe('hOCR', () => {
  test('has paragraphs, with words a space apart, its engine and its confidence', async () => {
    const draft = await read(
      file(
        page(
          `<p class="ocr_par"><span class="ocr_header">${word('HARBOUR')} ${word('OPEN')}</span></p>` +
            `<p class="ocr_par"><span class="ocr_line">${word('The')}${word('har-', 50)}</span><span class="ocr_line">${word('bour')} ${word('<strong>opened.</strong>')}</span></p>`,
        ),
      ),
    );
    expect(draft.body).toBe('HARBOUR OPEN\n\nThe harbour opened.\n');
    expect(draft.title).toBeUndefined();
    expect(draft.ocr).toEqual({ engine: 'reader 5.3', meanConfidence: 0.83 });
    expect(draft.notices).toEqual([
      'The page is one article; its title is supplied.',
      'The text was recognized by a program from a picture; its confidence is 0.83 on average for 6 words.',
      '1 word parted at line ends: joined, 1 since it is certain.',
    ]);
    expect(draft.leftOut).toEqual([{ what: 'the name of the picture of the page', text: 'p.png' }]);
  });

  test('sets apart the number of the page', async () => {
    const number = `<p class="ocr_par"><span class="ocr_pageno">${word('7')}</span></p>`;
    const draft = await read(file(page(paragraph(line('It', 'left.')) + number)));
    expect(draft.body).toBe('It left.\n');
    expect(draft.leftOut).toContainEqual({ what: 'the number of a page', text: '7' });
  });

  test('loses no words that stand outside of paragraphs', async () => {
    const draft = await read(
      file(
        page(`${paragraph(line('In', 'it.'))}<div class="ocr_carea">${line('Beside', 'it.')}</div> Loose.`),
      ),
    );
    expect(draft.body).toBe('In it.\n\nBeside it.\n\nLoose.\n');
  });

  test('is an article for each page, each with its part of the file', async () => {
    const items = await readText(file(page(paragraph(line('First.'))), page(paragraph(line('Second.')))));
    expect(items.map((item) => saidBy(item).body)).toEqual(['First.\n', 'Second.\n']);
    expect(receivedOf(items[1])).toBe(page(paragraph(line('Second.'))));
    expect(items[1]).toMatchObject({ draft: { origin: { item: 'page 2', line: 2 } } });
  });

  test('has the language that all paragraphs name', async () => {
    const named = (language: string) => `<p class="ocr_par" lang="${language}">${line('Wort')}</p>`;
    expect((await read(file(page(named('deu') + named('ger'))))).language).toBe('de');
    expect((await read(file(page(named('deu') + named('eng'))))).language).toBeUndefined();
    expect((await read(file(page(named('chi_sim'))))).language).toBeUndefined();
  });

  test('tells blocks with places that cannot be, and rotated ones', async () => {
    const places = ['bbox 9 9 1 1', 'bbox -5 0 10 10', 'bbox a b', 'bbox 1 1 9 9; textangle 90'];
    const draft = await read(
      file(
        page(
          places
            .map((place, id) => `<p class="ocr_par" id="b${id}" title="${place}">${line('It.')}</p>`)
            .join(''),
        ),
      ),
    );
    expect(draft.notices?.slice(2)).toEqual([
      'The block "b3" is rotated by 90°: check its words.',
      'The place of 3 blocks was not used, since the numbers are none of a rectangle on the page: "b0", "b1", "b2".',
    ]);
  });
});
