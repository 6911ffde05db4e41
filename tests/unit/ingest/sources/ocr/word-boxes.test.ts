import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { readOcr } from '../../../../../src/ingest/sources/ocr/ocr.ts';
import { wordFileHeader } from '../../../../../src/records/media/word-boxes.ts';
import { makeJpeg } from '../../../../support/pictures.ts';
import { runWarm } from '../../../../support/warm-commands.ts';
import { ingest, makeArchive, makeFolder, readFolder, writeFiles } from '../../run-ingest.ts';
import { only, saidBy, useReader } from '../read-source.ts';

const { readText } = useReader(readOcr, 'ocr', 'page');

/** The lines of the file of words that a page gets, without the first. */
async function wordsOf(text: string): Promise<string[] | undefined> {
  const draft = saidBy(only(await readText(text, { hasFile: () => true })));
  const [header, ...lines] = draft.media?.[0]?.facsimile?.words?.split('\n') ?? [];
  if (header !== undefined) expect(header).toBe(wordFileHeader);
  return header === undefined ? undefined : lines.slice(0, -1);
}

const alto = (blocks: string, size = 'WIDTH="1000" HEIGHT="2000"') =>
  `<alto><Description><sourceImageInformation><fileName>p.jpg</fileName></sourceImageInformation></Description><Layout><Page ${size}><PrintSpace>${blocks}</PrintSpace></Page></Layout></alto>`;
const block = (...lines: string[]) =>
  `<TextBlock>${lines.map((each) => `<TextLine>${each}</TextLine>`).join('')}</TextBlock>`;
const word = (text: string, left: number, top: number, more = '') =>
  `<String CONTENT="${text}" HPOS="${left}" VPOS="${top}" WIDTH="50" HEIGHT="20" ${more}/>`;

const page = alto(
  block(
    `${word('The', 10, 10)}<SP/>${word('har', 80, 10, 'SUBS_TYPE="HypPart1" SUBS_CONTENT="harbour"')}<HYP/>`,
    `${word('bour,', 10, 40, 'SUBS_TYPE="HypPart2" SUBS_CONTENT="harbour"')}<SP/>${word('well', 80, 40)}<HYP CONTENT="-"/>`,
    `${word('lit.', 10, 70)}<SP/>${word('yes', 80, 70)}<HYP CONTENT="\u00ac"/>`,
  ) + block(word('terday', 980, 1990)),
);

describe('the boxes of words', () => {
  test('of ALTO are in ten-thousandths of the page, two for a word that a line end parts', async () => {
    expect(await wordsOf(page)).toEqual([
      'The\t100 50 500 100',
      'harbour\t800 50 500 100\t100 200 500 100',
      // What is no word by itself for certain is found with its hyphen and without.
      'well-lit.\t800 200 500 100\t100 350 500 100',
      // The second box is clipped to the page.
      'yesterday\t800 350 500 100\t9800 9950 200 50',
    ]);
  });

  test('of hOCR are those of its words, wherever the line has them', async () => {
    const span = (text: string, box: string) => `<span class="ocrx_word" title="bbox ${box}">${text}</span>`;
    const line = `${span('The', '10 10 60 30')} old ${span('ferry', '70 10 120 30')}`;
    const hocr = `<html><body><div class="ocr_page" title="image 'p.png'; bbox 0 0 1000 2000"><p class="ocr_par"><span class="ocr_line">${line}</span></p></div></body></html>`;
    expect(await wordsOf(hocr)).toEqual(['The\t100 50 500 100', 'old', 'ferry\t700 50 500 100']);
  });

  test('of PAGE-XML are the rectangles around its words', async () => {
    const placed = (text: string, points: string) =>
      `<Word><Coords points="${points}"/><TextEquiv><Unicode>${text}</Unicode></TextEquiv></Word>`;
    const line = `<TextLine><Coords points="0,0 900,40"/>${placed('Captain', '10,12 60,10 60,30 10,28')}${placed('Lind', '70,10 120,30')}<TextEquiv><Unicode>Captain Lind</Unicode></TextEquiv></TextLine>`;
    const xml = `<PcGts><Page imageFilename="p.png" imageWidth="1000" imageHeight="2000"><TextRegion id="r">${line}</TextRegion></Page></PcGts>`;
    expect(await wordsOf(xml)).toEqual(['Captain\t100 50 500 100', 'Lind\t700 50 500 100']);
  });

  test('are not kept where the size of the page is not known, or no word has one', async () => {
    expect(await wordsOf(alto(block(word('It', 1, 1)), ''))).toBeUndefined();
    expect(await wordsOf(alto(block('<String CONTENT="It"/>')))).toBeUndefined();
  });

  test('are written beside the picture once, and stay as they are', async () => {
    const [root, folder] = [await makeArchive(), await makeFolder()];
    await writeFiles(folder, { '1903-02-28.xml': page, 'p.jpg': await makeJpeg(100, 200) });
    expect((await ingest(root, [folder])).code).toBe(0);
    const file = 'media/1903/02/28/p.jpg.words.txt';
    const written = (await readFolder(root)).get(file);
    expect(written).toContain('\nharbour\t800 50 500 100\t100 200 500 100\n');
    expect((await runWarm('check', root, [])).stdout).toContain('no errors');
    // The same picture with another reading.
    await writeFiles(folder, { '1903-02-28.xml': page.replace('"The"', '"Some"') });
    const report = join(await makeFolder(), 'report.ndjson');
    expect((await ingest(root, ['--report', report, '--duplicates', 'keep', folder])).code).toBe(0);
    expect((await readFolder(root)).get(file)).toBe(written);
    expect((await readFolder(join(report, '..'))).get('report.ndjson')).toContain(
      `The file ${file} stays, though its words are others.`,
    );
  });
});
