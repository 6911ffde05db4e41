import { openZip, type Zip } from '../sources/shared/zip.ts';
import { SourceError } from '../sources/source-error.ts';
import type { ReceivedFile } from '../sources/source.ts';
import type { Format } from './recognize-format.ts';

/** Formats by the part that only they have. */
const parts: readonly (readonly [part: RegExp, format: Format])[] = [
  [/^word\/document\d*\.xml$/, 'docx'],
  [/^xl\/workbook\.xml$/, 'xlsx'],
];

/** Formats by the media type in the first part of a package (OpenDocument 1.3 part 2, 3.3; EPUB OCF 3.3, 4.3). */
const types: Readonly<Record<string, Format>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.text-template': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.spreadsheet-template': 'ods',
};

/**
 * Recognizes the format of a document that is a ZIP file by what it has in it.
 *
 * @param start its first bytes
 * @returns undefined for what is no ZIP file
 * @throws {SourceError} when it is a ZIP file of another kind, or cannot be opened
 */
export async function recognizePackage(file: ReceivedFile, start: Uint8Array): Promise<Format | undefined> {
  if (!Buffer.from(start.subarray(0, 4)).toString('latin1').startsWith('PK\x03\x04')) return undefined;
  const zip = await openZip(file.path);
  try {
    const found = await documentTypeOf(zip);
    if (found && 'format' in found) return found.format;
    const kind = found ? ` (${found.type})` : '';
    throw new SourceError(
      `a ZIP file of another kind${kind}`,
      'a document (.docx, .odt), a spreadsheet (.xlsx, .ods) or a text',
      'Unpack it, and ingest the folder; save what it holds as plain text or as a web page in the program that created it.',
    );
  } finally {
    zip.close();
  }
}

/** What kind of document a ZIP file is: a format that is read, or a media type that is not; undefined for none. */
export async function documentTypeOf(zip: Zip): Promise<{ format: Format } | { type: string } | undefined> {
  const names = [...zip.entries.keys()];
  const type = zip.entries.has('mimetype')
    ? Buffer.from(await zip.read('mimetype', 200))
        .toString('latin1')
        .trim()
    : '';
  const format = types[type] ?? parts.find(([part]) => names.some((name) => part.test(name)))?.[1];
  if (format) return { format };
  return /^[\w.+/-]{1,100}$/.test(type) ? { type } : undefined;
}
