import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { mediumPost, substackExport } from '../../../support/blog-exports.ts';
import { makeJpeg } from '../../../support/pictures.ts';
import { runWarm } from '../../../support/warm-commands.ts';
import { writeZip, type ZipPart } from '../../../support/zip-writer.ts';
import { ingest, makeArchive, makeFolder, readFolder, writeFiles } from '../run-ingest.ts';

/** Takes a ZIP file in that has some parts, and tells what becomes of it. */
async function takeIn(parts: readonly ZipPart[]) {
  const [root, folder] = [await makeArchive(), await makeFolder()];
  const file = join(folder, 'export.zip');
  await writeFile(file, writeZip(parts));
  const report = join(folder, 'report.ndjson');
  const { code, stdout, stderr } = await ingest(root, ['--report', report, file]);
  const lines = ((await readFolder(folder)).get('report.ndjson') ?? '').split('\n').filter(Boolean);
  const audit = await runWarm('ingest', root, ['--audit', file]);
  return {
    ...{ root, code, stdout, stderr, audit: audit.stdout.trim() },
    items: lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    files: [...(await readFolder(root)).keys()].filter((path) => /^(?:articles|media)/.test(path)).sort(),
  };
}

const partsOf = (files: Readonly<Record<string, string | Uint8Array>>): ZipPart[] =>
  Object.entries(files).map(([name, data]) => ({ name, data }));
test('an export that is a ZIP file is the folder that it holds', async () => {
  const zipped = await takeIn(partsOf(substackExport));
  const [root, folder] = [await makeArchive(), await makeFolder()];
  await writeFiles(folder, substackExport);
  expect((await ingest(root, [folder])).code).toBe(zipped.code);
  const unpacked = [...(await readFolder(root)).keys()].filter((path) => path.startsWith('articles'));
  expect(zipped.files).toEqual(unpacked);
  expect(zipped.items.map(({ file }) => String(file)).join('\n')).toMatch(/export\.zip\/posts\.csv/);
});

test('its texts have the pictures in it, and what is hidden in it is ignored', async () => {
  const { code, files, audit } = await takeIn(
    partsOf({
      'site/2021-05-06-quay.md': '---\ntitle: Quay\n---\n\nThe quay.\n\n![A quay](img/quay.jpg)\n',
      'site/img/quay.jpg': await makeJpeg(),
      'posts/2021-05-06_harbour.html': mediumPost,
      '__MACOSX/site/._2021-05-06-quay.md': 'x',
    }),
  );
  expect(code).toBe(0);
  expect(audit).toContain(': 0 with something missing.');
  expect(files).toContain('media/2021/05/06/quay.jpg');
  expect(files.filter((path) => path.startsWith('articles'))).toHaveLength(2);
});

test('a ZIP file within it has to be unpacked by hand; the others are taken', async () => {
  const inner = writeZip(partsOf({ 'a.txt': 'The ferry left.' }));
  const { code, items, files } = await takeIn(partsOf({ 'b.txt': 'The quay is open.', 'inner.zip': inner }));
  expect(code).toBe(1);
  expect(files).toHaveLength(1);
  const failed = items.find(({ outcome }) => outcome === 'failed');
  expect(failed?.['file']).toMatch(/export\.zip\/inner\.zip$/);
  expect(failed?.['reason']).toMatch(/a ZIP file of another kind.+Unpack it, and ingest the folder/);
});

test.for<[string, ZipPart[], string]>([
  ['leads out of it', partsOf({ '../out.txt': 'x' }), 'a name that leads out of the file'],
  ['is absolute', partsOf({ '/etc/out.txt': 'x' }), 'a name that leads out of the file'],
  ['is a symbolic link', [{ name: 'a.txt', data: '/etc/passwd', isLink: true }], 'the symbolic link "a.txt"'],
  ['is encrypted', [{ name: 'a.txt', data: 'x', flags: 1 }], 'the encrypted entry "a.txt"'],
  ['is there twice', [...partsOf({ 'a.txt': 'x' }), ...partsOf({ 'a.txt': 'y' })], 'two entries of the name'],
  ['is a bomb', partsOf({ 'a.txt': ' '.repeat(5_000_000) }), 'which unpacks to'],
  ['is a file and a folder', partsOf({ a: 'x', 'a/b.txt': 'y' }), 'which cannot be a file beside the others'],
])('one of which an entry %s is refused as a whole', async ([, parts, said]) => {
  const { code, items, files, stderr } = await takeIn([...partsOf({ 'first.txt': 'The quay.' }), ...parts]);
  expect(code).toBe(1);
  expect(stderr).not.toMatch(/^ {4}at /m);
  expect(files).toEqual([]);
  expect(items).toHaveLength(1);
  expect(items[0]?.['reason']).toContain(said);
});
