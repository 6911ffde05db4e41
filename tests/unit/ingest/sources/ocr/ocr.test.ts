import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readOcr } from '../../../../../src/ingest/sources/ocr/ocr.ts';
import { failureOf, only, saidBy, useReader } from '../read-source.ts';

const { readText, readAnything } = useReader(readOcr, 'ocr', 'page');
const read = async (text: string) => saidBy(only(await readText(text)));

const alto = (blocks: string, page = '') =>
  `<?xml version="1.0"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout><Page${page}>${blocks}</Page></Layout></alto>`;
const block = (...lines: string[]) =>
  `<TextBlock>${lines.map((line) => `<TextLine>${line}</TextLine>`).join('')}</TextBlock>`;
const words = (text: string) =>
  text
    .split(' ')
    .map((word) => `<String CONTENT="${word}" WC="0.5"/>`)
    .join('<SP/>');

describe('ALTO', () => {
  test('has a paragraph for each block, and whole words where the file says them', async () => {
    const parted =
      '<String CONTENT="The"/><SP/><String CONTENT="fer" SUBS_TYPE="HypPart1" SUBS_CONTENT="ferry"/><HYP CONTENT="-"/>';
    const rest =
      '<String CONTENT="ry" SUBS_TYPE="HypPart2" SUBS_CONTENT="ferry"/><SP/><String CONTENT="left."/>';
    const draft = await read(alto(block(words('FERRY GONE')) + block(parted, rest), ' PC="0.71"'));
    expect(draft.body).toBe('FERRY GONE\n\nThe ferry left.\n');
    expect(draft.title).toBeUndefined();
    expect(draft.notices).toEqual([
      'The text was recognized by a program from a picture; its confidence is 0.71 for the page, and 0.50 on average for 2 words.',
    ]);
  });

  test('joins words that it does not say only where they occur whole, and tells the others', async () => {
    const hyphen = '<HYP CONTENT="-"/>';
    const text = alto(
      block(words('The harbour is') + hyphen.replace('-', ' ')) +
        block(`${words('A har')}${hyphen}`, `${words('bour yes')}${hyphen}`, words('terday.')),
    );
    const draft = await read(text);
    expect(draft.body).toContain('A harbour yes- terday.');
    expect(draft.notices?.[1]).toContain('"yes-terday"');
  });

  test('has a space between words of files without spaces', async () => {
    const line = '<String CONTENT="The"/><String CONTENT="ferry"/>';
    expect((await read(alto(block(line)))).body).toBe('The ferry\n');
  });

  test('sets apart what stands in margins, and names pictures', async () => {
    const text = alto(
      `<TopMargin>${block(words('Page 2'))}</TopMargin><PrintSpace>${block(words('It left.'))}<Illustration ID="I1"/></PrintSpace>`,
    );
    expect(await read(text)).toMatchObject({
      body: 'It left.\n',
      leftOut: [
        { what: 'a text in the top margin', text: 'Page 2' },
        { what: 'an illustration', text: 'I1' },
      ],
    });
  });

  test('is refused when it is malformed or has no words', async () => {
    expect(failureOf(only(await readText(alto('<TextBlock>'))))).toContain('malformed XML');
    expect(failureOf(only(await readText(alto(block('')))))).toContain(
      'found no text; expected strings of ALTO',
    );
  });
});

describe('hOCR', () => {
  const page = (inner: string) =>
    `<!DOCTYPE html><html><head><title></title><meta name="ocr-system" content="t"/></head><body><div class="ocr_page" title='image "p.png"'>${inner}</div></body></html>`;
  const word = (text: string, sure = 90) =>
    `<span class="ocrx_word" title="bbox 1 1 2 2; x_wconf ${sure}">${text}</span>`;

  test('has paragraphs, with words a space apart', async () => {
    const draft = await read(
      page(
        `<p class="ocr_par"><span class="ocr_header">${word('HARBOUR')} ${word('OPEN')}</span></p>` +
          `<p class="ocr_par"><span class="ocr_line">${word('The')}${word('har-', 50)}</span><span class="ocr_line">${word('bour')} ${word('<strong>opened.</strong>')}</span></p>`,
      ),
    );
    expect(draft.body).toBe('HARBOUR OPEN\n\nThe harbour opened.\n');
    expect(draft.title).toBeUndefined();
    expect(draft.notices).toEqual([
      'The text was recognized by a program from a picture; its confidence is 0.83 on average for 6 words.',
    ]);
    expect(draft.leftOut).toEqual([{ what: 'the name of the picture of the page', text: 'p.png' }]);
  });

  test('sets apart the number of the page', async () => {
    const number = `<p class="ocr_par"><span class="ocr_pageno">${word('7')}</span></p>`;
    const draft = await read(
      page(`<p class="ocr_par"><span class="ocr_line">${word('It')} ${word('left.')}</span></p>${number}`),
    );
    expect(draft.body).toBe('It left.\n');
    expect(draft.leftOut).toContainEqual({ what: 'the number of a page', text: '7' });
  });
});

test('survives anything', async () => {
  const sample = alto(block(words('The ferry left.')));
  await fc.assert(
    fc.asyncProperty(fc.nat(sample.length), fc.nat(40), fc.string(), async (at, length, scrap) => {
      await readAnything(sample.slice(0, at) + scrap + sample.slice(at + length));
    }),
    { numRuns: 100 },
  );
});
