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
    expect(draft.ocr).toEqual({ meanConfidence: 0.5 });
    expect(draft.notices).toEqual([
      'The page is one article; its title is supplied.',
      'The text was recognized by a program from a picture; its confidence is 0.71 for the page, and 0.50 on average for 2 words.',
      '1 word parted at line ends: joined, 1 as the file says it.',
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
    expect(draft.notices?.slice(2)).toEqual([
      '1 word parted at line ends: joined, 1 since it is certain.',
      '1 word at line ends: left parted, since the text does not have them whole elsewhere: "yes-terday".',
    ]);
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
        { what: 'an illustration', text: 'I1' },
        { what: 'a text in the top margin', text: 'Page 2' },
      ],
    });
  });

  test('is refused when it is malformed or has no words', async () => {
    await expect(readText(alto('<TextBlock>'))).rejects.toThrow('malformed XML');
    await expect(readText('<alto><Layout/></alto>')).rejects.toThrow('found no page');
    await expect(readText(`<!DOCTYPE alto [<!ENTITY a "b">]>${alto('')}`)).rejects.toThrow(
      'entity declarations',
    );
    expect(failureOf(only(await readText(alto(block('')))))).toContain(
      'found no text; expected recognized words',
    );
  });

  test('names the program, and keeps what else is said of the recognition', async () => {
    const description = (step: string) =>
      `<Description><MeasurementUnit>pixel</MeasurementUnit><sourceImageInformation><fileName>p.tif</fileName></sourceImageInformation>${step}</Description><Layout>`;
    const software =
      '<processingSoftware><softwareCreator>Co</softwareCreator><softwareName>Reader</softwareName><softwareVersion>8.1</softwareVersion></processingSoftware>';
    for (const step of [
      `<OCRProcessing><ocrProcessingStep>${software}</ocrProcessingStep></OCRProcessing>`,
      `<Processing ID="P1">${software}</Processing>`,
    ]) {
      const draft = await read(alto(block(words('It left.'))).replace('<Layout>', description(step)));
      expect(draft.ocr?.engine).toBe('Reader 8.1');
      expect(draft.leftOut?.map(({ text }) => text)).toEqual([
        'p.tif',
        'MeasurementUnit: pixel',
        'softwareCreator: Co',
      ]);
    }
  });

  test('joins a word that two blocks part, and keeps the sign after it', async () => {
    const first =
      '<String CONTENT="The"/><SP/><String CONTENT="har" SUBS_TYPE="HypPart1" SUBS_CONTENT="harbour"/><HYP CONTENT="-"/>';
    const rest =
      '<String CONTENT="bour," SUBS_TYPE="HypPart2" SUBS_CONTENT="harbour"/><SP/><String CONTENT="too."/>';
    expect((await read(alto(block(first) + block(rest)))).body).toBe('The harbour, too.\n');
    const [sign, more] = [`${words('A fer')}<HYP CONTENT="\u00ad"/>`, words('ry left.')];
    expect((await read(alto(block(sign) + block(more) + block(words('Then.'))))).body).toBe(
      'A ferry left.\n\nThen.\n',
    );
  });

  test('is in the order that it names: by references, or from block to block', async () => {
    const named = (id: string, more = '') =>
      block(words(`${id}.`)).replace('<TextBlock', `<TextBlock ID="${id}" ${more}`);
    const order =
      '<ReadingOrder><OrderedGroup><ElementRef REF="c"/><ElementRef REF="gone"/><ElementRef REF="a"/></OrderedGroup></ReadingOrder>';
    const ordered = await read(
      alto(named('a') + `<ComposedBlock ID="c">${named('b')}${named('d')}</ComposedBlock>`).replace(
        '<Layout>',
        `${order}<Layout>`,
      ),
    );
    expect(ordered.body).toBe('b.\n\nd.\n\na.\n');
    expect(ordered.notices).toContain('The reading order names 1 block that the file does not have: "gone".');
    const chain = alto(
      named('a', 'IDNEXT="b"') + named('c') + named('b', 'IDNEXT="a"') + named('d', 'IDNEXT="c"'),
    );
    expect((await read(chain)).body).toBe('d.\n\nc.\n\na.\n\nb.\n');
  });

  test('tells rotated blocks, ids of several blocks and numbers that are none of a rectangle', async () => {
    const placed = (numbers: string) =>
      block(words('It left.')).replace('<TextBlock', `<TextBlock ID="a" ${numbers}`);
    const draft = await read(
      alto(
        placed('HPOS="-5" VPOS="1" WIDTH="2" HEIGHT="3"') +
          placed('HPOS="1" VPOS="1" WIDTH="1e99" HEIGHT="3"') +
          placed('ROTATION="90"'),
        ' PC="7"',
      ),
    );
    expect(draft.notices?.slice(2)).toEqual([
      'The block "a" is rotated by 90°: check its words.',
      '1 id of several blocks: "a". The text is in the order of the file where they are used.',
      'The place of 2 blocks was not used, since the numbers are none of a rectangle on the page: "a", "a".',
    ]);
  });

  test('is an article for each page, with the number that is printed on it', async () => {
    const pages = alto(block(words('One.')), ' PRINTED_IMG_NR="iv"').replace(
      '</Layout>',
      `<Page>${block(words('Two.'))}</Page></Layout>`,
    );
    const items = await readText(pages);
    expect(items.map((item) => [saidBy(item).page, saidBy(item).body])).toEqual([
      ['iv', 'One.\n'],
      [undefined, 'Two.\n'],
    ]);
  });

  test('lists the picture of the page where files are looked for', async () => {
    const name = '<Description><fileName>scans/p1.jp2</fileName></Description><Layout>';
    const text = alto(block(words('It left.'))).replace('<Layout>', name);
    const [item] = await readText(text, { hasFile: () => true });
    const [picture] = saidBy(item).media ?? [];
    expect(picture?.facsimile).toEqual({ label: 'scans/p1.jp2', regions: [] });
    expect(picture?.written).toContain('p1.png');
    expect(picture?.untaken).toEqual([{ what: 'the name of the picture of the page', text: 'scans/p1.jp2' }]);
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
