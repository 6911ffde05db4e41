import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { recognizePackage } from '../../../../src/ingest/read/recognize-package.ts';
import { makeOds, makeOdt } from '../../../support/open-documents.ts';
import { makeXlsx } from '../../../support/spreadsheets.ts';
import { makeDocx } from '../../../support/word-documents.ts';
import { writeZip } from '../../../support/zip-writer.ts';
import { makeFolder } from '../run-ingest.ts';

async function recognize(bytes: Uint8Array) {
  const path = join(await makeFolder(), 'file');
  await writeFile(path, bytes);
  return recognizePackage({ name: 'file', path, size: bytes.length }, bytes);
}

test.each([
  ['docx', makeDocx({ body: '' })],
  ['odt', makeOdt({ body: '' })],
  ['xlsx', makeXlsx({ sheets: { A: '' } })],
  ['ods', makeOds({ body: '' })],
  // What has a document in it is a document, whatever it holds besides.
  ['docx', makeDocx({ body: '', parts: { 'word/embeddings/a.xlsx': makeXlsx({ sheets: { A: '' } }) } })],
])('a package is known by what it has in it: %s', async (format, bytes) => {
  expect(await recognize(bytes)).toBe(format);
});

test('what is no ZIP file is left to others', async () => {
  expect(await recognize(Buffer.from('PK is short for something.'))).toBeUndefined();
});

test.each([
  [[{ name: 'a.txt', data: 'A text.' }], 'found a ZIP file of another kind; expected a document'],
  [
    [{ name: 'mimetype', data: 'application/epub+zip', isStored: true }],
    'found a ZIP file of another kind (application/epub+zip)',
  ],
  [
    [{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.presentation' }],
    'found a ZIP file of another kind (application/vnd.oasis.opendocument.presentation)',
  ],
  [[{ name: 'mimetype', data: 'x'.repeat(300) }], 'found the part "mimetype" of 300 bytes'],
])('another ZIP file is refused: %j', async (parts, said) => {
  await expect(recognize(writeZip(parts))).rejects.toThrow(said);
});
