import { mkdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { readArchive } from '../../../../src/records/read/read-archive.ts';
import {
  contentWith,
  makeContent,
  problemsIn,
  problemsWith,
  record,
  type Changes,
} from '../../../support/content-folder.ts';
import { bytesOf, makeJpeg, makePicture, sumOf } from '../../../support/pictures.ts';

const ferry = 'articles/2021/05/04/ferry.md';
const tags = ['title: A ferry', 'date: 2021-05-04', 'people: []', 'places: []', 'topics: []'];

const picture = (file: string, bytes: Uint8Array, ...more: string[]) => [
  `  - file: ${JSON.stringify(file)}`,
  `    sha256: ${sumOf(bytes)}`,
  ...(more.length > 0 ? more : ["    alt: ''"]),
];

/** An article with one picture of these bytes. */
function withPicture(file: string, bytes: Uint8Array, ...more: string[]): Changes {
  return {
    [`media/${file}`]: bytes,
    [ferry]: record(...tags, 'pictures:', ...picture(file, bytes, ...more)),
  };
}

/** What is told of an article with one picture of these bytes, without where. */
async function toldOf(file: string, bytes: Uint8Array): Promise<string[]> {
  const problems = await problemsWith(withPicture(file, bytes));
  return problems.map((problem) => problem.replace(/^[^ ]* /, ''));
}

/** The warnings of a folder that has no errors. */
async function warningsOf(changes: Changes): Promise<string[]> {
  const root = await makeContent(changes);
  const { content, warnings } = await readArchive(root);
  expect(content).toBeDefined();
  return warnings.map(
    ({ file, line, column, found }) => `${file.replace(`${root}/`, '')}:${line}:${column}: ${found}`,
  );
}

describe('a picture', () => {
  test('whose file has its accents as characters of their own is told so, and what to do', async () => {
    const jpeg = await makeJpeg(60, 40);
    const changes = {
      'media/cafe\u0301.jpg': jpeg,
      [ferry]: withPicture('caf\u00e9.jpg', jpeg)[ferry] ?? '',
    };
    expect((await problemsWith(changes)).join()).toMatch(
      /the file "caf\u00e9\.jpg", whose name on the disk has its accents .+\(NFD\).+Rename the file/,
    );
  });

  test('is known by its sum, format and size', async () => {
    const jpeg = await makeJpeg(60, 40);
    const { media, articles } = await contentWith(withPicture('2021/harbour.jpg', jpeg));
    expect(media.get('2021/harbour.jpg')).toEqual({
      sha256: sumOf(jpeg),
      kind: 'picture',
      type: 'image/jpeg',
      extension: '.jpg',
      size: jpeg.length,
      width: 60,
      height: 40,
      frames: 1,
    });
    expect(articles.find(({ id }) => id.endsWith('ferry'))?.data.pictures).toEqual([
      { file: '2021/harbour.jpg', sha256: sumOf(jpeg), alt: '' },
    ]);
  });

  test.for([
    ['PNG with 16 bits', 'a.png', () => makePicture(6, 4).toColourspace('rgb16').png()],
    ['JPEG in CMYK', 'a.JPEG', () => makePicture(6, 4).toColourspace('cmyk').jpeg()],
    ['WebP', 'a.webp', () => makePicture(6, 4).webp()],
    ['AVIF', 'a.avif', () => makePicture(6, 4).avif()],
    ['GIF', 'a.gif', () => makePicture(6, 4).gif()],
    ['TIFF', 'a.tif', () => makePicture(6, 4).tiff()],
  ] as const)('may be a %s', async ([, file, make]) => {
    const { media } = await contentWith(withPicture(file, await bytesOf(make())));
    expect(media.get(file)).toMatchObject({ kind: 'picture', width: 6, height: 4 });
  });

  test('has the size at which it is seen when it is turned', async () => {
    const turned = await bytesOf(makePicture(60, 40).withMetadata({ orientation: 6 }).jpeg());
    const { media } = await contentWith(withPicture('a.jpg', turned));
    expect(media.get('a.jpg')).toMatchObject({ width: 40, height: 60 });
  });

  test.for(['with space.jpg', 'Hafen-Überblick.JPG', 'a#b.jpg', '100%.jpg', 'a?b.jpg', 'a&<b>.jpg'])(
    'may be called %s',
    async (file) => {
      expect((await contentWith(withPicture(file, await makeJpeg()))).media.has(file)).toBe(true);
    },
  );

  test.for(['../a.jpg', '.hidden.jpg', '/a.jpg', 'a//b.jpg', 'e\u0301.jpg'])(
    'may not be called %s',
    async (file) => {
      const bytes = await makeJpeg();
      const lines = record(...tags, 'pictures:', ...picture(file, bytes));
      expect(await problemsWith({ [ferry]: lines })).toEqual([
        `${ferry}:8:11: found a path that leaves content/media/, names a hidden file, or has accents as characters of their own (NFD); expected a path below ` +
          'content/media/, like 2021/07/18/harbour.jpg, in NFC. Move the file below content/media/, and give its path from there, typed anew.',
      ]);
    },
  );

  test('has to be there; a close name is told', async () => {
    const bytes = await makeJpeg();
    const lines = record(...tags, 'pictures:', ...picture('harbor.jpg', bytes));
    expect(await problemsWith({ 'media/harbour.jpg': bytes, [ferry]: lines })).toEqual([
      `${ferry}:8:11: found the file "harbor.jpg", which is not there; expected a file below content/media/. ` +
        'Did you mean "harbour.jpg"?',
    ]);
  });

  test('has to be as it was received', async () => {
    const [bytes, other] = [await makeJpeg(), await makeJpeg(61, 40)];
    expect(await problemsWith({ ...withPicture('a.jpg', bytes), 'media/a.jpg': other })).toEqual([
      `${ferry}:9:13: found the sha256 ${sumOf(bytes)} for "a.jpg", whose SHA-256 is ${sumOf(other)}; ` +
        'expected the file as it was received. Restore the file from a backup. Correct the checksum only if it was mistyped.',
    ]);
  });

  test('has to be described, or said to need no description', async () => {
    const bytes = await makeJpeg();
    expect(await problemsWith(withPicture('a.jpg', bytes, '    caption: The ferry'))).toEqual([
      `${ferry}:8:5: found a picture without "alt"; expected what it shows in words, or alt: ''. ` +
        "Describe it for those who do not see it, or write alt: '' if its caption says all there is to say.",
    ]);
  });

  test('is refused when its name says another format', async () => {
    expect(await toldOf('a.jpg', await bytesOf(makePicture(6, 4).png()))).toEqual([
      'found the file "a.jpg": a PNG whose name ends in ".jpg"; expected a name that says what the file is. ' +
        'Rename it so that it ends in .png, and correct the path.',
    ]);
  });

  const text = (content: string) => new TextEncoder().encode(content);
  test.for([
    ['an empty file', 'a.jpg', text(''), 'an empty file'],
    [
      'an SVG',
      'a.svg',
      text('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'an SVG, which can hold scripts',
    ],
    ['an SVG with another name', 'a.png', text('<svg onload="x()">'), 'an SVG, which can hold scripts'],
    ['HEIC', 'a.heic', text('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'a HEIC picture'],
    ['a text', 'a.jpg', text('Not a picture.'), 'a file of no known format'],
    [
      'a PDF',
      'a.pdf',
      text('%PDF-1.7\n'),
      'which is no picture; expected a picture. List it in "attachments".',
    ],
    [
      'what only begins like a JPEG',
      'a.jpg',
      new Uint8Array([0xff, 0xd8, 0xff, 0xe0]),
      'a JPEG that cannot be read',
    ],
  ] as const)('is refused when it is %s', async ([, file, bytes, found]) => {
    const told = await toldOf(file, bytes);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`found the file "${file}"`);
    expect(told[0]).toContain(found);
  });

  test('is refused before it is decoded when it has too many pixels', async () => {
    // A header alone: 30,000 × 30,000 pixels would take 3.6 GB.
    const png = Buffer.from(await bytesOf(makePicture(1, 1).png()));
    png.writeUInt32BE(30_000, 16);
    png.writeUInt32BE(30_000, 20);
    expect(await toldOf('a.png', new Uint8Array(png))).toEqual([
      'found the file "a.png": a PNG of 30,000 × 30,000 pixels; expected at most 150 million pixels. Save it with fewer pixels.',
    ]);
  });

  test('is refused when a link puts it elsewhere', async () => {
    const bytes = await makeJpeg();
    const root = await makeContent({ ...withPicture('b.jpg', bytes), 'media/a.jpg': bytes });
    await mkdir(dirname(join(root, 'media/b.jpg')), { recursive: true });
    await symlink('/etc/hostname', join(root, 'media/c.jpg'));
    await writeFile(join(root, ferry), record(...tags, 'pictures:', ...picture('c.jpg', bytes)));
    expect(await problemsIn(root)).toEqual([
      `${ferry}:8:11: found the file "c.jpg", which a symbolic link puts elsewhere; expected a file below content/media/. ` +
        'Put the file itself there.',
    ]);
  });

  test('is listed once in an article, and its name differs on every file system', async () => {
    const bytes = await makeJpeg();
    const twice = [...picture('a.jpg', bytes), ...picture('a.jpg', bytes), ...picture('A.jpg', bytes)];
    const changes = {
      'media/a.jpg': bytes,
      'media/A.jpg': bytes,
      [ferry]: record(...tags, 'pictures:', ...twice),
    };
    expect(await problemsWith(changes)).toEqual([
      `${ferry}:11:11: found the file "a.jpg" a second time; expected each of the pictures once. ` +
        'Remove one of the two; the text can show it at any place.',
      `${ferry}:14:11: found the file "A.jpg", which differs from "a.jpg" only in case; ` +
        'expected names that differ on every file system. Rename one of the two files, and correct its path.',
    ]);
  });

  test('is read again only when its size or time has changed', async () => {
    const [bytes, other] = [await makeJpeg(60, 40), await makeJpeg(60, 40)];
    other.set([other.at(-10) === 7 ? 8 : 7], other.length - 10);
    const root = await makeContent(withPicture('a.jpg', bytes));
    const [file, day] = [join(root, 'media/a.jpg'), new Date('2021-05-04')];
    await utimes(file, day, day);
    expect(await problemsIn(root)).toEqual([]);
    await writeFile(file, other);
    await utimes(file, day, day);
    expect(await problemsIn(root)).toEqual([]);
    await utimes(file, day, new Date('2021-05-05'));
    expect(await problemsIn(root)).toHaveLength(1);
  });
});

describe('a facsimile', () => {
  const page = async (region: string) => {
    const bytes = await makeJpeg(200, 300);
    const lines = picture('page.jpg', bytes, '    label: Page 3', `    region: ${region}`);
    return { 'media/page.jpg': bytes, [ferry]: record(...tags, 'facsimiles:', ...lines) };
  };

  test.for([
    '20,30,100,200',
    'pct:10,10,50,90',
    '[0,0,100,300, pct:50,0,50,100]',
    '["0,0,100,300", "pct:50,0,50,100"]',
  ])('has regions: %s', async (region) => {
    const told = await problemsWith(await page(region));
    if (region.startsWith('[0')) expect(told).not.toEqual([]);
    else expect(told).toEqual([]);
  });

  test.for(['150,0,100,100', '0,0,0,100', 'pct:60,0,50,10'])(
    'has no region beyond it: %s',
    async (region) => {
      expect(await problemsWith(await page(region))).toEqual([
        `${ferry}:11:13: found the region ${region}, which is empty or reaches beyond the picture; ` +
          'expected a rectangle in its 200 × 300 pixels. Measure it in the picture as it is seen: left,top,width,height.',
      ]);
    },
  );
});

describe('an attachment', () => {
  test('may be a document', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7\n');
    const lines = record(...tags, 'attachments:', ...picture('report.pdf', bytes, '    title: The report'));
    const { media } = await contentWith({ 'media/report.pdf': bytes, [ferry]: lines });
    expect(media.get('report.pdf')).toMatchObject({ kind: 'attachment', type: 'application/pdf', width: 0 });
  });

  test('is no picture', async () => {
    const bytes = await makeJpeg();
    const lines = record(...tags, 'attachments:', ...picture('a.jpg', bytes, '    title: The report'));
    expect(await problemsWith({ 'media/a.jpg': bytes, [ferry]: lines })).toEqual([
      `${ferry}:8:11: found the file "a.jpg", which is a picture; expected a document, sound or film. ` +
        'List it in "pictures" or "facsimiles".',
    ]);
  });
});

describe('warnings', () => {
  test('tell of files that no article names', async () => {
    const bytes = await makeJpeg();
    const changes = { ...withPicture('a.jpg', bytes), 'media/2021/b.jpg': bytes, 'media/.DS_Store': bytes };
    expect(await warningsOf(changes)).toEqual(['media/2021/b.jpg:1:1: a file that no article names']);
  });

  test('tell of the same file at two paths', async () => {
    const bytes = await makeJpeg();
    const both = [...picture('a.jpg', bytes), ...picture('b.jpg', bytes)];
    const changes = {
      'media/a.jpg': bytes,
      'media/b.jpg': bytes,
      [ferry]: record(...tags, 'pictures:', ...both),
    };
    expect(await warningsOf(changes)).toEqual([
      `${ferry}:11:11: the file "b.jpg", whose bytes are those of "a.jpg"`,
    ]);
  });

  test.for(['gif', 'webp'] as const)('tell of a moving %s', async (format) => {
    const frames = await Promise.all([
      makePicture(6, 4).png().toBuffer(),
      makePicture(6, 4).negate().png().toBuffer(),
    ]);
    const { default: sharp } = await import('sharp');
    const moving = await bytesOf(sharp(frames, { join: { animated: true } })[format]());
    expect(await warningsOf(withPicture(`a.${format}`, moving))).toEqual([
      `${ferry}:8:11: the file "a.${format}", which has 2 frames or pages`,
    ]);
  });
});
