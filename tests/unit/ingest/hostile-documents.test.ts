import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { onlyWriting } from '../../hostile/received/take-in.ts';
import { makeOds, openDocumentParts } from '../../support/open-documents.ts';
import { runCommand } from '../../support/run-command.ts';
import { makeXlsx, spreadsheetParts } from '../../support/spreadsheets.ts';
import { paragraph, run, wordParts, type WordDocument } from '../../support/word-documents.ts';
import { writeZip, type ZipPart } from '../../support/zip-writer.ts';
import { makeArchive, makeFolder, readFolder, writeFiles } from './run-ingest.ts';

const body = paragraph(run('The boats are in.'));
/** A Word document of which one part is another, or has another besides. */
const docx = (part: Partial<ZipPart> & { name: string }, document: WordDocument = { body }) => {
  const parts = wordParts(document);
  const others = parts.filter(({ name }) => name !== part.name);
  const own = parts.find(({ name }) => name === part.name);
  return writeZip([...others, { data: '', ...own, ...part }]);
};
const odt = (content: string) =>
  writeZip(openDocumentParts('text', { body: '', parts: { 'content.xml': content } }));
const entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>';
const text = wordParts({ body })[2]?.data ?? '';
const whole = writeZip(wordParts({ body }));
const wrongSum = () => {
  const bytes = Uint8Array.from(writeZip([{ name: 'word/document.xml', data: '<Q/>', isStored: true }]));
  bytes[bytes.indexOf(0x51)] = 0x52;
  return bytes;
};

/** Files that would take memory, lead elsewhere or hide something, with what is said of them. */
const refused: Readonly<Record<string, [content: Uint8Array, said: string]>> = {
  'bomb.docx': [
    docx({ name: 'word/document.xml', data: `${String(text)}${' '.repeat(20_000_000)}` }),
    'found the part "word/document.xml", which unpacks to',
  ],
  'large.docx': [
    docx({ name: 'word/document.xml', data: ' ', declaredSize: 40_000_000 }),
    'found the part "word/document.xml" of 40,000,000 bytes; expected at most 33,554,432 bytes',
  ],
  'lying.docx': [
    docx({ name: 'word/document.xml', data: ' '.repeat(2_000_000), declaredSize: 100 }),
    'found the part "word/document.xml", which is damaged (too many bytes in the stream',
  ],
  'many.docx': [
    writeZip([
      ...wordParts({ body }),
      ...Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}.xml`, data: '' })),
    ]),
    'entries in the file; expected at most 10000',
  ],
  'nested.zip': [
    writeZip([{ name: 'inner.docx', data: whole }]),
    'found a ZIP file of another kind; expected a document',
  ],
  'encrypted.docx': [
    docx({ name: 'word/document.xml', flags: 1 }),
    'found the encrypted entry "word/document.xml"; expected a file without a password',
  ],
  'outside.docx': [docx({ name: '../../outside.xml', data: 'x' }), 'found a name that leads out of the file'],
  'absolute.docx': [docx({ name: '/etc/outside.xml', data: 'x' }), 'found a name that leads out of the file'],
  'twice.docx': [
    writeZip([...wordParts({ body }), { name: 'word/document.xml', data: '<other/>' }]),
    'found two entries of the name "word/document.xml"',
  ],
  'truncated.docx': [whole.subarray(0, whole.length - 30), 'found the file, which is damaged'],
  'sum.docx': [wrongSum(), 'found the part "word/document.xml", which is damaged (its checksum differs)'],
  'entities.docx': [
    docx({ name: 'word/document.xml', data: entities }),
    'found entity declarations in <!DOCTYPE>',
  ],
  'entities-in-styles.docx': [
    docx({
      name: 'word/styles.xml',
      data: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
    }),
    'found entity declarations in <!DOCTYPE>',
  ],
  'entities.odt': [odt(entities), 'found entity declarations in <!DOCTYPE>'],
  'deep.docx': [
    docx({ name: 'word/document.xml' }, { body: '<w:x>'.repeat(100_000) }),
    'found elements that are nested 400 deep in the part "word/document.xml"',
  ],
  'deep.odt': [odt('<x>'.repeat(100_000)), 'found elements that are nested 400 deep'],
  'malformed.docx': [
    docx({ name: 'word/document.xml', data: '<a>\n<b></a>' }),
    '2:8: found malformed XML (unexpected close tag.) in the part "word/document.xml"',
  ],
  'many.odt': [
    writeZip(openDocumentParts('text', { body: '<text:p>x</text:p>'.repeat(20_000) })),
    '20,000 elements; expected at most 15,000',
  ],
  'long.docx': [
    docx(
      { name: 'word/document.xml' },
      { body: paragraph(run(Array.from({ length: 200_000 }, (_, index) => `boat${index}`).join(' '))) },
    ),
    'found a text of ',
  ],
  'empty.docx': [docx({ name: 'x.xml' }, { body: '' }), 'found a document without text'],
  'bomb.xlsx': [
    makeXlsx({ sheets: { A: ' '.repeat(20_000_000) } }),
    'found the part "xl/worksheets/sheet1.xml", which unpacks to',
  ],
  'entities.xlsx': [
    writeZip([
      ...spreadsheetParts({ sheets: { A: '' } }).filter(({ name }) => name !== 'xl/sharedStrings.xml'),
      { name: 'xl/sharedStrings.xml', data: entities },
    ]),
    'found entity declarations in <!DOCTYPE>',
  ],
  'wide.xlsx': [
    makeXlsx({ sheets: { A: '<row r="1"><c r="XFD1" t="str"><v>Text</v></c></row>' } }),
    'found something in the cell XFD1; expected at most 1000 columns',
  ],
  'repeated.ods': [
    makeOds({
      body: '<table:table><table:table-row table:number-rows-repeated="9999999"><table:table-cell><text:p>Text</text:p></table:table-cell></table:table-row></table:table>',
    }),
    'found the row 1, which is repeated 9,999,999 times',
  ],
  'encrypted.ods': [
    makeOds({ body: '', manifest: '<manifest:encryption-data/>' }),
    'found an encrypted document; expected a document without a password',
  ],
  'bytes.docx': [
    docx({ name: 'word/document.xml', data: Uint8Array.from([0x3c, 0x61, 0xff, 0x3e]) }),
    'found bytes that are not in its encoding in the part "word/document.xml"',
  ],
};

describe('documents that are meant to do harm', () => {
  test('are refused, each with its reason, and nothing of them is written anywhere', async () => {
    const [folder, root, temporary] = [await makeFolder(), await makeArchive(), await makeFolder()];
    await writeFiles(
      folder,
      Object.fromEntries(Object.entries(refused).map(([name, [content]]) => [name, content])),
    );
    const before = await readFolder(root);
    const { code, stdout, stderr } = await runCommand('ingest', root, [folder], {
      ...onlyWriting(root),
      TMPDIR: temporary,
    });
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(code).toBe(1);
    const lines = stdout.split('\n');
    for (const [name, [, said]] of Object.entries(refused))
      expect(
        lines.find((line) => line.includes(`/${name}`)),
        name,
      ).toContain(said);
    expect(await readFolder(root)).toEqual(before);
    expect(await readdir(temporary)).toEqual([]);
  });

  test('keep their pictures in a private folder, which is removed', async () => {
    const [folder, root, temporary] = [await makeFolder(), await makeArchive(), await makeFolder()];
    const parts = { 'Pictures/a.png': 'no picture' };
    const shown = '<text:p>Boats<draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame></text:p>';
    await writeFiles(folder, { 'a.odt': writeZip(openDocumentParts('text', { body: shown, parts })) });
    const options = ['--report', join(folder, 'report.ndjson'), join(folder, 'a.odt')];
    const { code } = await runCommand('ingest', root, options, { TMPDIR: temporary });
    expect(code).toBe(0);
    expect((await readFolder(folder)).get('report.ndjson')).toContain(
      'a picture or file that cannot be taken, of which the words stay',
    );
    expect(await readdir(temporary)).toEqual([]);
  });
});
