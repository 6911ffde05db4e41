import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readPdf } from '../../../../../src/ingest/sources/pdf/pdf.ts';
import { setColumn, writePdf, type PrintedWords } from '../../../../support/write-pdf.ts';
import { failureOf, only, saidBy, useReader } from '../read-source.ts';

const { readText, readAnything } = useReader(readPdf, 'pdf', 'page.pdf');
const read = async (bytes: Uint8Array) => saidBy(only(await readText(bytes)));
const paragraphsOf = async (bytes: Uint8Array) => (await read(bytes)).body?.trim().split('\n\n');

const fog = [
  'The ferry left late because of the fog, which lay on the sound until noon and would not lift.',
  'Nobody was hurt. The pilots waited for the bell of the lighthouse, and heard it at eleven o’clock.'.replace(
    '’',
    "'",
  ),
  'In the evening all ferries were on time again, and the harbour master thanked the pilots.',
];
const tide = [
  'The tide gauge at the old lock showed four metres, the most since the gauge was put there.',
  'Two cellars in the lower town were flooded, and the baker moved his flour to the upper floor.',
  'The water had gone by midnight, and left a line on the walls that children went to see.',
];

describe('a PDF with one column', () => {
  test('has its headline as title, its headings, and its paragraphs by their indent', async () => {
    const draft = await read(
      writePdf([
        {
          words: [
            { text: 'Fog on the sound', x: 60, y: 80, size: 24 },
            ...setColumn(fog, { x: 60, y: 130, width: 300 }),
            { text: 'What the pilots say', x: 60, y: 320, size: 14 },
            ...setColumn(tide, { x: 60, y: 340, width: 300 }),
          ],
        },
      ]),
    );
    expect(draft.title).toBe('Fog on the sound');
    expect(draft.body?.trim().split('\n\n')).toEqual([...fog, '## What the pilots say', ...tide]);
  });

  test('has paragraphs by the space between them', async () => {
    const apart = fog.flatMap((text, index) =>
      setColumn([text], { x: 60, y: 80 + 60 * index, width: 300 }).map((words) => ({ ...words, x: 60 })),
    );
    expect(await paragraphsOf(writePdf([{ words: apart }]))).toEqual(fog);
  });

  test('has the items of a list, whose lines stand below its first word', async () => {
    const items = ['first that goes on', 'in a second line', 'second that goes on', 'in another line'];
    const words = items.map((text, index) => ({
      text: index % 2 === 0 ? `- The ${text}` : text,
      x: index % 2 === 0 ? 60 : 72,
      y: 100 + 12 * index,
    }));
    expect(await paragraphsOf(writePdf([{ words }]))).toEqual([
      '\\- The first that goes on in a second line',
      '\\- The second that goes on in another line',
    ]);
  });

  test('goes on over its pages, without their heads, feet and numbers, which are told', async () => {
    const pages = [0, 1, 2].map((index) => ({
      words: [
        { text: `ANNUAL REPORT 200${index}`, x: 60, y: 40 },
        ...setColumn([`It began on page ${index}, and the sentence of this page goes on until the next`], {
          x: 60,
          y: 400,
          width: 300,
        }).map((words) => ({
          ...words,
          x: 60,
          text: index === 0 ? words.text : words.text.replace('It', 'and it'),
        })),
        { text: `- ${index + 11} -`, x: 280, y: 810 },
      ],
    }));
    const draft = await read(writePdf(pages));
    expect(draft.body?.trim().split('\n\n')).toHaveLength(1);
    expect(draft.body).not.toMatch(/ANNUAL|- 1\d -/);
    expect(draft.leftOut).toEqual([
      { what: 'a running head or foot', text: 'ANNUAL REPORT 2000' },
      { what: 'the number of a page', text: '- 11 -' },
      { what: 'a running head or foot', text: 'ANNUAL REPORT 2001' },
      { what: 'the number of a page', text: '- 12 -' },
      { what: 'a running head or foot', text: 'ANNUAL REPORT 2002' },
      { what: 'the number of a page', text: '- 13 -' },
    ]);
  });

  test('has words that line ends part whole where that is certain, and says how many', async () => {
    const lines = [
      'The harbour was closed, the har-',
      'bour master said, for a well-',
      'known reason: the yes-',
      'terday fog.',
    ];
    const words = lines.map((text, index) => ({ text, x: 60, y: 100 + 12 * index }));
    const draft = await read(writePdf([{ words }]));
    expect(draft.body).toContain('closed, the harbour master said');
    expect(draft.notices?.join('\n')).toMatch(/joined: 1\.[^]*"well-known", "yes-terday"/);
  });

  test('has a line for each row of a table', async () => {
    const rows = ['Hull', 'Leeds', 'York', 'Goole'].flatMap((name, index): PrintedWords[] => [
      { text: name, x: 60, y: 300 + 14 * index },
      { text: String(index * 7), x: 160, y: 300 + 14 * index },
      { text: `${index}.5`, x: 220, y: 300 + 14 * index },
    ]);
    const words = [...setColumn(fog, { x: 60, y: 80, width: 300 }), ...rows];
    const draft = await read(writePdf([{ words }]));
    expect(draft.body).toContain('Hull 0 0.5\\\nLeeds 7 1.5\\\nYork 14 2.5\\\nGoole 21 3.5');
    expect(draft.notices).toContain('It seems to have a table, of which each row is a line here.');
  });
});

describe('a PDF with columns', () => {
  const columns = [
    ...setColumn(fog, { x: 60, y: 130, width: 220 }),
    ...setColumn(tide, { x: 300, y: 130, width: 220 }),
  ];
  const headline = { text: 'Fog and flood on one day', x: 60, y: 90, size: 26 };

  test('is read column by column below its headline', async () => {
    const draft = await read(writePdf([{ words: [headline, ...columns] }]));
    expect(draft.title).toBe('Fog and flood on one day');
    expect(draft.body?.trim().split('\n\n')).toEqual([...fog, ...tide]);
  });

  test('is read so, too, if the file has it line by line', async () => {
    const words = [headline, ...columns].toSorted((one, other) => one.y - other.y);
    expect(await paragraphsOf(writePdf([{ words }]))).toEqual([...fog, ...tide]);
  });

  test('is told as a page of a newspaper if it is large and has several headlines', async () => {
    const story = (text: string, y: number, paragraphs: readonly string[]) => [
      { text, x: 60, y, size: 26 },
      ...setColumn(paragraphs, { x: 60, y: y + 40, width: 220 }),
      ...setColumn(paragraphs, { x: 300, y: y + 40, width: 220 }),
      ...setColumn(paragraphs, { x: 540, y: y + 40, width: 220 }),
    ];
    const words = [
      ...story('Fog on the sound', 90, fog),
      ...story('Four metres', 390, tide),
      ...story('Again', 690, fog),
    ];
    const draft = await read(writePdf([{ width: 842, height: 1191, words }]));
    expect(draft.title).toBeUndefined();
    expect(draft.body?.match(/^## .*/gm)).toEqual(['## Fog on the sound', '## Four metres', '## Again']);
    expect(
      draft.body
        ?.split(/^## .*/m)[2]
        ?.trim()
        .split('\n\n'),
    ).toEqual([...tide, ...tide, ...tide]);
    expect(draft.notices?.[0]).toBe(
      'It is a whole page of a newspaper, and one entry for all of its articles: it has 3 headlines: "Fog on the sound", "Four metres", "Again".',
    );
  });
});

test('a page that lies on its side is read upright, and what stands at another angle is told', async () => {
  const lying = setColumn(fog, { x: 0, y: 0, width: 300 }).map(({ text, x, y }) => ({
    text,
    x: 100 + y,
    y: 700 - x,
    angle: 90,
  }));
  const draft = await read(writePdf([{ words: [...lying, { text: 'Photograph: A. Lind', x: 300, y: 60 }] }]));
  expect(draft.body?.trim().split('\n\n')).toEqual(fog);
  expect(draft.leftOut).toEqual([{ what: 'text printed at another angle', text: 'Photograph: A. Lind' }]);
});

test('what a PDF has besides its text is told, and nothing of it is run', async () => {
  const page = {
    words: setColumn(fog, { x: 60, y: 100, width: 300 }),
    entries: '/Annots [1 0 X 2 0 X 3 0 X]',
  };
  const draft = await read(
    writePdf([page], {
      objects: [
        '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org/fog) >> >>',
        '<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Check the time) >>',
        '<< /Type /Annot /Subtype /Widget /FT /Tx /T (Name) /V (Ada Lind) /Rect [0 0 9 9] >>',
        '<< /Title (Quarterly) /Author (admin) /CreationDate (D:20040518120000Z) >>',
        '<< /S /JavaScript /JS (app.alert\\(1\\)) >>',
      ],
      catalog: '/AcroForm << /Fields [3 0 X] >> /OpenAction 5 0 X',
      trailer: '/Info 4 0 X',
    }),
  );
  expect(draft).toMatchObject({
    byline: [],
    leftOut: expect.arrayContaining([
      { what: 'the address of a link in a PDF', address: 'https://example.org/fog' },
      { what: 'a comment in a PDF', text: 'Check the time' },
      { what: 'a field of a form', text: 'Name: Ada Lind' },
    ]) as unknown,
  });
  expect(draft.title).toBeUndefined();
  expect(draft.date).toBeUndefined();
  expect(draft.notices?.join('\n')).toMatch(
    /title "Quarterly", author "admin", created "2004-05-18"[^]*scripts, which were not run/,
  );
});

describe('a PDF is refused, with what to do,', () => {
  const whole = writePdf([{ words: setColumn(fog, { x: 60, y: 100, width: 300 }) }]);

  test.for<[why: string, bytes: Uint8Array, message: RegExp]>([
    [
      'without text',
      writePdf([{ words: [{ text: '12', x: 60, y: 60 }] }]),
      /found a PDF without text.*ocrmypdf/,
    ],
    [
      'when it asks for a password',
      writePdf([{ words: [] }], {
        trailer: `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
      }),
      /found a PDF that asks for a password.*qpdf --decrypt/,
    ],
    ['when it is cut off', whole.subarray(0, 40), /found a damaged PDF.*Repair it/],
    [
      'when it has too many pages',
      writePdf(Array.from({ length: 1001 }, () => ({ words: [] }))),
      /found a PDF of 1,001 pages; expected at most 1,000.*split-pages/,
    ],
  ])('%s', async ([, bytes, message]) => {
    const refusal = await readText(bytes).then((items) => failureOf(only(items)), String);
    expect(refusal).toMatch(message);
  });

  test('and never crashes the reader, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 30 }),
        async (changes) => {
          const bytes = Uint8Array.from(whole);
          for (const [at, value] of changes) bytes[at] = value;
          await readAnything(bytes);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('unless its table of objects alone is wrong', async () => {
    const text = Buffer.from(whole)
      .toString('latin1')
      .replace(/startxref\n\d+/, 'startxref\n7');
    expect(await paragraphsOf(Buffer.from(text, 'latin1'))).toEqual(fog);
  });
});
