import { makeOds, makeOdt } from '../../support/open-documents.ts';
import { makeDocx, paragraph, run } from '../../support/word-documents.ts';
import { makeXlsx, textRow } from '../../support/spreadsheets.ts';
import { columns, expectLists } from './text-files.ts';
import { allKeys, asXml, type ReceivedFormat, type ReceivedItem } from './received-item.ts';

const nameFile = ({ index }: ReceivedItem, extension: string) => `document ${index}.${extension}`;

function docxOf({ title, subtitle, text, raw }: ReceivedItem): Uint8Array {
  const lines = [paragraph(run(asXml(title)), 'Titel'), paragraph(run(asXml(subtitle)), 'Untertitel')];
  return makeDocx({ body: [...lines, paragraph(run(asXml(text))), paragraph(run(asXml(raw)))].join('') });
}

function odtOf({ title, subtitle, text, raw }: ReceivedItem): Uint8Array {
  const p = (words: string, style = 'Standard') =>
    `<text:p text:style-name="${style}">${asXml(words)}</text:p>`;
  return makeOdt({ body: p(title, 'P1') + p(subtitle, 'Subtitle') + p(text) + p(raw) });
}

/** The rows of a table of items, the header first. */
function rowsOf(items: readonly ReceivedItem[]): string[][] {
  const rows = items.map((item) => [
    '2020-03-04',
    ...columns.map((column) => item[column]),
    item.keyword,
    `${item.text}\n\n${item.raw}`,
  ]);
  return [['date', ...columns, 'tags', 'text'], ...rows].map((row) => row.map(asXml));
}

function odsOf(rows: readonly (readonly string[])[]): Uint8Array {
  const cell = (text: string) =>
    `<table:table-cell>${text
      .split(/\r\n?|\n/)
      .map((line) => `<text:p>${line}</text:p>`)
      .join('')}</table:table-cell>`;
  const written = rows.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`);
  return makeOds({ body: `<table:table table:name="A">${written.join('')}</table:table>` });
}

/** Formats of office programs. */
export const documentFormats: readonly ReceivedFormat[] = [
  {
    name: 'Word documents',
    options: [],
    keys: ['title', 'subtitle', 'text'],
    write: (items) => items.map((item) => [nameFile(item, 'docx'), docxOf(item)]),
  },
  {
    name: 'OpenDocument texts',
    options: [],
    keys: ['title', 'subtitle', 'text'],
    write: (items) => items.map((item) => [nameFile(item, 'odt'), odtOf(item)]),
  },
  {
    name: 'spreadsheets (xlsx)',
    options: [],
    keys: allKeys,
    write: (items) => [
      [
        'table.xlsx',
        makeXlsx({
          sheets: {
            A: rowsOf(items)
              .map((row, index) => textRow(index + 1, ...row))
              .join(''),
          },
        }),
      ],
    ],
    expect: expectLists,
  },
  {
    name: 'spreadsheets (ods)',
    options: [],
    keys: allKeys,
    // In another order, since the same rows would be the same sources.
    write: (items) => [['table.ods', odsOf(rowsOf(items).map((row) => row.toReversed()))]],
    expect: expectLists,
  },
];
