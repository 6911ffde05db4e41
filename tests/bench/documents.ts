import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { makeXlsx, textRow } from '../support/spreadsheets.ts';
import { makeDocx, paragraph, run } from '../support/word-documents.ts';
import { setColumn, writePdf } from '../support/write-pdf.ts';

/** How the text of each document comes in a format. */
const formats = {
  PDF: { extension: 'pdf', write: writePages },
  Word: {
    extension: 'docx',
    write: (title: string, paragraphs: readonly string[]) =>
      makeDocx({
        body: [paragraph(run(title), 'Title'), ...paragraphs.map((text) => paragraph(run(text)))].join(''),
      }),
  },
  ALTO: { extension: 'xml', write: writeAlto },
} as const;

/** The formats of documents that {@link writeDocuments} writes. */
export const documentFormats = Object.keys(formats) as (keyof typeof formats)[];

/**
 * Writes documents of four plain texts each, some 600 words.
 *
 * @param texts absolute paths of the plain texts
 */
export async function writeDocuments(
  folder: string,
  format: keyof typeof formats,
  texts: readonly string[],
): Promise<void> {
  const { extension, write } = formats[format];
  await mkdir(folder, { recursive: true });
  for (let start = 0; start < texts.length; start += 4) {
    const parts = await Promise.all(texts.slice(start, start + 4).map((path) => readFile(path, 'utf8')));
    // What the formats of these writers hold.
    const plain = parts
      .join('\n\n')
      .replaceAll(/[^\x20-\x7e\n]/g, '')
      .replaceAll(/[<>&"]/g, '');
    const paragraphs = plain
      .split('\n\n')
      .map((each) => each.replaceAll(/\s+/g, ' ').trim())
      .filter(Boolean);
    const bytes = write(`Document ${start}`, paragraphs);
    await writeFile(join(folder, `document-${start}.${extension}`), bytes);
  }
}

/** Writes a spreadsheet with a row for each plain text. */
export async function writeSpreadsheet(file: string, texts: readonly string[]): Promise<void> {
  const rows = [textRow(1, 'title', 'date', 'text')];
  for (const [index, path] of texts.entries()) {
    const text = (await readFile(path, 'utf8')).replaceAll(/[<>&"]|[^\x20-\x7e\n]/g, '');
    rows.push(textRow(index + 2, `Row ${index}`, '2004-05-18', text));
  }
  await writeFile(file, makeXlsx({ sheets: { Articles: rows.join('') } }));
}

function writePages(title: string, paragraphs: readonly string[]): Uint8Array {
  const lines = setColumn(paragraphs, { x: 60, y: 0, width: 220 });
  const perColumn = 50;
  const pages = Array.from({ length: Math.ceil(lines.length / (2 * perColumn)) }, (_, page) => ({
    words: [
      ...(page === 0 ? [{ text: title, x: 60, y: 60, size: 24 }] : []),
      ...lines.slice(page * 2 * perColumn, (page + 1) * 2 * perColumn).map((line, index) => ({
        ...line,
        x: line.x + (index < perColumn ? 0 : 250),
        y: 110 + 12 * (index % perColumn),
      })),
    ],
  }));
  return writePdf(pages);
}

function writeAlto(title: string, paragraphs: readonly string[]): string {
  const line = (text: string) =>
    `<TextLine>${text
      .split(' ')
      .map((word) => `<String CONTENT="${word}" WC="0.9" HPOS="1" VPOS="1" WIDTH="9" HEIGHT="9"/>`)
      .join('<SP/>')}</TextLine>`;
  const blocks = [title, ...paragraphs].map((text) => `<TextBlock>${line(text)}</TextBlock>`).join('');
  return `<?xml version="1.0"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout><Page><PrintSpace>${blocks}</PrintSpace></Page></Layout></alto>`;
}
