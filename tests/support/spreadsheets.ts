import { writeZip, type ZipPart } from './zip-writer.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A spreadsheet of Office Open XML that a test writes. */
export interface Spreadsheet {
  /** What is in `<sheetData>`, by the names of sheets. */
  sheets: Readonly<Record<string, string>>;
  /** What follows `<sheetData>` in the first sheet: merged cells, links. */
  after?: string;
  /** The texts that cells of the type `s` refer to. */
  strings?: readonly string[];
  /** The patterns that the styles of cells have, from style 1. */
  formats?: readonly string[];
  is1904?: boolean;
  /** `<Relationship>` elements of the first sheet. */
  relationships?: string;
  parts?: Readonly<Record<string, string | Uint8Array>>;
}

/** The parts of a spreadsheet as Excel writes them (ECMA-376), as far as ingest reads them. */
export function spreadsheetParts(book: Spreadsheet): ZipPart[] {
  const {
    sheets,
    after = '',
    strings = [],
    formats = [],
    is1904 = false,
    relationships = '',
    parts = {},
  } = book;
  const names = Object.keys(sheets);
  const part = (index: number) => `worksheets/sheet${index + 1}.xml`;
  const relationshipsOf = (content: string) =>
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `${declaration}<workbook ${main} xmlns:r="${relation}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationshipsOf(
      names
        .map(
          (_, index) =>
            `<Relationship Id="rId${index + 1}" Type="${relation}/worksheet" Target="${part(index)}"/>`,
        )
        .join(''),
    ),
    'xl/sharedStrings.xml': `${declaration}<sst ${main}>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `${declaration}<styleSheet ${main}><numFmts>${formats
      .map(
        (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
      )
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((_, index) => `<xf numFmtId="${164 + index}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': relationshipsOf(relationships),
    ...Object.fromEntries(
      Object.values(sheets).map((data, index) => [
        `xl/${part(index)}`,
        `${declaration}<worksheet ${main} xmlns:r="${relation}"><sheetData>${data}</sheetData>${index === 0 ? after : ''}</worksheet>`,
      ]),
    ),
    ...parts,
  };
  return Object.entries(files).map(([name, data]) => ({ name, data }));
}

/** A spreadsheet as a file. */
export function makeXlsx(book: Spreadsheet): Uint8Array {
  return writeZip(spreadsheetParts(book));
}

/** A row of cells with texts in them. */
export function textRow(number: number, ...texts: string[]): string {
  const cells = texts.map((text) => `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`);
  return `<row r="${number}">${cells.join('')}</row>`;
}
