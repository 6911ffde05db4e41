import { getFormatFromId } from 'numfmt';

import { toLine } from '../../text/lines.ts';
import { readXmlPart } from '../shared/xml-part.ts';
import { partLimit, type Zip } from '../shared/zip.ts';
import { readSheetRows, type SheetNotes } from './xlsx-rows.ts';
import { readReference, sheetLimit, type Workbook } from './workbook.ts';

/** What cells refer to. */
export interface Shared {
  strings: string[];
  /** The pattern of the format of each style. */
  formats: string[];
  is1904: boolean;
}

/**
 * Opens a spreadsheet of Office Open XML (ECMA-376 part 1, section 12).
 *
 * @throws {SourceError} when a part of it is malformed or exceeds a limit
 */
export async function openXlsx(zip: Zip): Promise<Workbook> {
  const targets = await readTargets(zip, 'xl/_rels/workbook.xml.rels');
  const listed: { name: string; isHidden: boolean; part: string }[] = [];
  let is1904 = false;
  await readXmlPart(zip, 'xl/workbook.xml', {
    open(element, attributes) {
      if (element === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes.get('date1904') ?? '');
      if (element !== 'sheet') return;
      const part = targets.get(attributes.get('id') ?? '')?.target ?? '';
      const isHidden = (attributes.get('state') ?? 'visible') !== 'visible';
      listed.push({ name: attributes.get('name') ?? '', isHidden, part });
    },
  });
  const names = [...zip.entries.keys()];
  const shared: Shared = { strings: [], formats: await readFormats(zip), is1904 };
  let haveStrings: Promise<void> | undefined;
  return {
    sheets: listed.map(({ name, isHidden, part }) => ({
      name,
      isHidden,
      async *readRows() {
        await (haveStrings ??= readStrings(zip, shared.strings));
        yield* readSheetRows(zip, part, shared, await readNotes(zip, part));
      },
    })),
    notices: names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name))
      ? ['The spreadsheet has macros, which were not run.']
      : [],
    leftOut: names.flatMap((name) => {
      const [, kind = ''] = /^xl\/(media|charts|embeddings|externalLinks)\/[^/]+$/.exec(name) ?? [];
      const what = {
        media: 'a picture',
        charts: 'a chart',
        embeddings: 'an embedded file',
        externalLinks: 'a link to another file',
      }[kind];
      return what === undefined ? [] : [{ what: `${what} in a spreadsheet`, text: name }];
    }),
  };
}

/** What a part is related to, by id. Targets within the file are paths in it. */
async function readTargets(
  zip: Zip,
  name: string,
): Promise<Map<string, { target: string; type: string; isExternal: boolean }>> {
  const targets = new Map<string, { target: string; type: string; isExternal: boolean }>();
  const folder = name.split('/').slice(0, -2);
  await readXmlPart(zip, name, {
    open(element, attributes) {
      if (element !== 'Relationship') return;
      const target = attributes.get('Target') ?? '';
      const isExternal = attributes.get('TargetMode') === 'External';
      const path = target.startsWith('/') ? target.slice(1) : resolve([...folder, ...target.split('/')]);
      const type = attributes.get('Type')?.split('/').at(-1) ?? '';
      targets.set(attributes.get('Id') ?? '', { target: isExternal ? target : path, type, isExternal });
    },
  });
  return targets;
}

function resolve(parts: readonly string[]): string {
  const path: string[] = [];
  for (const part of parts) {
    if (part === '..') path.pop();
    else if (part !== '.') path.push(part);
  }
  return path.join('/');
}

/** The strings of all cells (section 18.4.9), without reading aids. */
async function readStrings(zip: Zip, strings: string[]): Promise<void> {
  let text = '';
  await readXmlPart(
    zip,
    'xl/sharedStrings.xml',
    {
      text: (piece, path) => void (path.at(-1) === 't' && !path.includes('rPh') && (text += piece)),
      close(element) {
        if (element !== 'si') return;
        strings.push(text);
        text = '';
      },
    },
    2 * partLimit,
  );
}

/** The pattern of each style of cells (sections 18.8.10 and 18.8.30). */
async function readFormats(zip: Zip): Promise<string[]> {
  const own = new Map<string, string>();
  const formats: string[] = [];
  await readXmlPart(zip, 'xl/styles.xml', {
    open(element, attributes, path) {
      if (element === 'numFmt')
        own.set(attributes.get('numFmtId') ?? '', attributes.get('formatCode') ?? 'General');
      if (element !== 'xf' || path.at(-2) !== 'cellXfs') return;
      const id = attributes.get('numFmtId') ?? '0';
      formats.push(own.get(id) ?? getFormatFromId(Number(id)) ?? 'General');
    },
  });
  return formats;
}

/** What is said of cells elsewhere: links, merged cells and comments, by the number of their row. */
async function readNotes(zip: Zip, part: string): Promise<SheetNotes> {
  const notes: SheetNotes = { leftOut: new Map(), notices: new Map() };
  const add = <Value>(map: Map<number, Value[]>, row: number, value: Value) =>
    void map.set(row, [...(map.get(row) ?? []), value]);
  const at = part.lastIndexOf('/');
  const targets = await readTargets(zip, `${part.slice(0, at)}/_rels${part.slice(at)}.rels`);
  await readXmlPart(
    zip,
    part,
    {
      open(element, attributes) {
        const reference = attributes.get('ref') ?? '';
        const row = readReference(reference)?.row ?? 0;
        if (element === 'mergeCell')
          add(notes.notices, row, `The cells ${reference} are merged: what they say is in the first alone.`);
        if (element !== 'hyperlink') return;
        const address = targets.get(attributes.get('id') ?? '')?.target ?? '';
        if (address !== '')
          add(notes.leftOut, row, { what: 'the address of a link of a cell', text: reference, address });
      },
    },
    sheetLimit,
  );
  for (const { target, type } of targets.values()) {
    if (!/^(?:comments|threadedComment)$/.test(type)) continue;
    let [reference, text] = ['', ''];
    await readXmlPart(zip, target, {
      open(element, attributes) {
        if (/^(?:comment|threadedComment)$/.test(element))
          [reference, text] = [attributes.get('ref') ?? '', ''];
      },
      text: (piece, path) => void (/^(?:t|text)$/.test(path.at(-1) ?? '') && (text += piece)),
      close(element) {
        if (!/^(?:comment|threadedComment)$/.test(element)) return;
        const row = readReference(reference)?.row ?? 0;
        add(notes.leftOut, row, { what: 'a comment on a cell', text: `${reference}: ${toLine(text)}` });
      },
    });
  }
  return notes;
}
