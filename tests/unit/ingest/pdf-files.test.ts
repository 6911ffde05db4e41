import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';

import { runWarm } from '../../support/warm-commands.ts';
import { setColumn, writePdf } from '../../support/write-pdf.ts';
import { ingest, makeArchive, makeFolder, readFolder, writeFiles } from './run-ingest.ts';

const story = [
  'The ferry left late because of the fog, which lay on the sound until noon and would not lift.',
  'Nobody was hurt. The pilots waited for the bell of the lighthouse, and heard it at eleven.',
];
const pdf = writePdf([
  {
    words: [
      { text: 'Fog on the sound', x: 60, y: 80, size: 24 },
      ...setColumn(story, { x: 60, y: 130, width: 300 }),
    ],
  },
]);

test('a PDF becomes one entry with the PDF attached, is taken once, and its audit finds nothing missing', async () => {
  const root = await makeArchive();
  const folder = await makeFolder();
  await writeFiles(folder, { '2004-05-18-fog.pdf': pdf });
  const file = join(folder, '2004-05-18-fog.pdf');
  const { code, stdout, stderr } = await ingest(root, [file]);
  expect(code, stderr).toBe(0);
  expect(stdout).toContain('The text of a PDF of 1 page was put into reading order');

  const sum = createHash('sha256').update(pdf).digest('hex');
  const entry = await readFile(join(root, 'articles/2004/05/18/fog-on-the-sound.md'), 'utf8');
  expect(entry).toContain(`title: Fog on the sound\ndate: 2004-05-18\n`);
  expect(entry).toContain(`attachments:\n  - file: 2004/05/18/2004-05-18-fog.pdf\n    sha256: ${sum}\n`);
  expect(entry.split('---\n').at(-1)).toBe(`\n${story.join('\n\n')}\n`);
  expect(await readFile(join(root, 'media/2004/05/18/2004-05-18-fog.pdf'))).toEqual(Buffer.from(pdf));
  expect((await runWarm('check', root, [])).code).toBe(0);

  const before = await readFolder(root);
  expect((await ingest(root, [file])).stdout).toContain('1 × the same source text as another article');
  expect(await readFolder(root)).toEqual(before);
  expect((await ingest(root, ['--audit', file])).stdout).toContain(
    '1 items compared: 0 with something missing.',
  );

  await writeFiles(root, {
    'articles/2004/05/18/fog-on-the-sound.md': entry.replace('lighthouse', 'church'),
  });
  const audit = await ingest(root, ['--audit', file]);
  expect(audit.stdout).toContain('not in the entry: lighthouse');
});

test('a PDF that a text of the same folder links to is its attachment, and no text of its own', async () => {
  const root = await makeArchive();
  const folder = await makeFolder();
  const page =
    '<!doctype html><html lang="en"><title>Fog</title><article><h1>Fog</h1><p>The ferry left late, and the pilots have <a href="report.pdf">a report</a> of it for everyone who asks.</p></article></html>';
  await writeFiles(folder, { 'page.html': page, 'report.pdf': pdf });
  const { stdout } = await ingest(root, ['--media', folder, folder]);
  expect(stdout).toContain('2 items = 1 to write + 1 skipped');
  expect([...(await readFolder(root)).keys()].filter((path) => path.startsWith('articles/'))).toEqual([
    'articles/undated/fog.md',
  ]);
});

test('a whole page of a newspaper becomes one entry without a title of its own, with its page as facsimile', async () => {
  const root = await makeArchive();
  const folder = await makeFolder();
  const words = [90, 390, 690].flatMap((y, index) => [
    { text: `Headline number ${index + 1}`, x: 60, y, size: 26 },
    ...[60, 300, 540].flatMap((x) => setColumn(story, { x, y: y + 40, width: 220 })),
  ]);
  await writeFiles(folder, { 'front.pdf': writePdf([{ width: 842, height: 1191, words }]) });
  const { code, stdout, stderr } = await ingest(root, [join(folder, 'front.pdf')]);
  expect(code, stderr).toBe(0);
  expect(stdout).toContain('It is a whole page of a newspaper');
  const files = await readFolder(root);
  const [path = ''] = [...files.keys()].filter((each) => each.startsWith('articles/'));
  expect(files.get(path)).toMatch(
    /titleSupplied: true[^]*facsimiles:\n {2}- file: undated\/front-page-1\.jpg\n[^]*label: Page 1\n[^]*attachments:\n {2}- file: undated\/front\.pdf/,
  );
  const { width, height } = await sharp(join(root, 'media/undated/front-page-1.jpg')).metadata();
  expect([width, height]).toEqual([2400, 3395]);
  // Ink where the first headline stands, paper above it.
  const darkest = async (top: number) => {
    const part = { left: 150, top, width: 700, height: 80 };
    const picture = sharp(join(root, 'media/undated/front-page-1.jpg')).extract(part);
    const { channels } = await sharp(await picture.png().toBuffer()).stats();
    return channels[0]?.min;
  };
  expect(await darkest(190)).toBeLessThan(80);
  expect(await darkest(20)).toBeGreaterThan(200);
  expect((await runWarm('check', root, [])).code).toBe(0);
});
