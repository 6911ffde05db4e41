import { hash } from 'node:crypto';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp, { type Sharp } from 'sharp';

import { wordFileEnd } from '../../src/records/media/word-boxes.ts';

/** Creates a picture without anything in it, to be saved in some format: a gradient, which compresses like a plain photo. */
export function makePicture(width: number, height: number): Sharp {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1">
      <stop offset="0" stop-color="#123a5a"/><stop offset="1" stop-color="#e8d9b0"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#g)"/>
    <circle cx="30%" cy="60%" r="15%" fill="#8a2c1f"/></svg>`;
  return sharp(Buffer.from(svg)).flatten();
}

/** A JPEG of a size, as bytes. */
export function makeJpeg(width = 60, height = 40): Promise<Uint8Array> {
  return bytesOf(makePicture(width, height).jpeg());
}

/** The bytes of a picture, in a buffer of their own. */
export async function bytesOf(picture: Sharp): Promise<Uint8Array> {
  return new Uint8Array(await picture.toBuffer());
}

/** The SHA-256 of bytes, in hexadecimal. */
export function sumOf(bytes: Uint8Array): string {
  return hash('sha256', bytes);
}

/**
 * A picture that is as hard to compress as a press photo: shapes under noise of several scales. Its noise is another each
 * time.
 */
export async function makePhoto(width: number, height: number): Promise<Sharp> {
  const layers = [
    { scale: 1, sigma: 18, blur: 1.2 },
    { scale: 3, sigma: 22, blur: 0.5 },
    { scale: 9, sigma: 26, blur: 0.5 },
    { scale: 30, sigma: 30, blur: 0.5 },
  ].map(async ({ blur, scale, sigma }) => ({
    input: await sharp({
      create: {
        width: Math.ceil(width / scale),
        height: Math.ceil(height / scale),
        channels: 3,
        background: '#808080',
        noise: { type: 'gaussian', mean: 128, sigma },
      },
    })
      .resize(width, height, { fit: 'fill' })
      .blur(blur)
      .png()
      .toBuffer(),
    blend: 'soft-light' as const,
  }));
  return makePicture(width, height).composite(await Promise.all(layers));
}

/** The words of the printed page, with their boxes: the last one stands outside the article's parts of the page. */
const wordsOfPage = `word\tleft top width height in 1/10000 of the picture\trest after a line end
The\t600 1400 500 200
har-bour\t2500 1400 800 200\t600 1800 900 200
of\t1700 1800 400 200
Norhaven\t600 2200 2100 200

Harbours,\t3700 1300 1200 200

harbour\t7000 8000 1800 200
`;

/** A picture of that page, with its words in their boxes. */
function makePrintedPage(width: number, height: number): Sharp {
  const words = wordsOfPage.split('\n').flatMap((line) => {
    const [word = '', ...boxes] = line.split('\t');
    const parts = boxes.length > 1 ? word.split(/(?<=-)/) : [word];
    return boxes.map((box, index) => ({ text: parts[index], box: box.split(' ').map(Number) }));
  });
  const drawn = words.slice(2).map(({ text, box: [left = 0, top = 0, across = 0, down = 0] }) => {
    const [x, y, size] = [
      (left * width) / 10_000,
      ((top + down) * height) / 10_000,
      (down * height) / 10_000,
    ];
    return `<text x="${x}" y="${y}" font-size="${size}" textLength="${(across * width) / 10_000}" lengthAdjust="spacingAndGlyphs">${text}</text>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="serif">${drawn.join('')}</svg>`;
  return makePicture(width, height).composite([{ input: Buffer.from(svg) }]);
}

/** The article of {@link fillPictures} that has every kind of media; its path below the site's. */
export const illustrated = 'articles/2021/05/06/after-the-storm/';

/** Fills a folder with an archive of three articles, one of which has pictures, a printed page and an attachment. */
export async function fillPictures(root: string, url: string): Promise<void> {
  const unfinished = `${root}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await cp(new URL('../fixtures/records/right/', import.meta.url), unfinished, { recursive: true });
  const put = async (name: string, bytes: Uint8Array, ...more: string[]) => {
    const file = `2021/05/06/${name}`;
    await mkdir(join(unfinished, 'media/2021/05/06'), { recursive: true });
    await writeFile(join(unfinished, 'media', file), bytes);
    return [
      `  - file: ${JSON.stringify(file)}`,
      `    sha256: ${sumOf(bytes)}`,
      ...more.map((line) => `    ${line}`),
    ];
  };
  const photo = async (width: number, height: number) =>
    bytesOf((await makePhoto(width, height)).jpeg({ quality: 92 }));
  const lines = [
    'title: The harbour after the storm',
    'date: 2021-05-06',
    'people: [ada-lind]',
    'places: [norhaven]',
    'topics: []',
    'pictures:',
    ...(await put(
      'the harbour #1.jpg',
      await photo(2121, 1414),
      'alt: Two tugs pull a freighter past the lighthouse.',
      'caption: Harbour master Ada Lind and the pilot Gudrun at the quay.',
      "credit: 'Photo: Nils Sund/Evening Post'",
    )),
    ...(await put('mast.jpg', await photo(1200, 1800), "alt: ''", 'caption: The mast of the ferry.')),
    ...(await put(
      'quay.png',
      await bytesOf(makePicture(800, 600).png()),
      'alt: A quay.',
      'credit: Eva Berg',
    )),
    ...(await put('crane.gif', await bytesOf(makePicture(300, 200).gif()), 'alt: A crane.')),
    'facsimiles:',
    ...(await put(
      'page-3.png',
      await bytesOf(makePrintedPage(3000, 4200).png()),
      'label: Page 3',
      "region: ['pct:5,12,30,50', '1070,500,440,900']",
      'credit: Evening Post',
    )),
    'attachments:',
    ...(await put(
      'report.pdf',
      new TextEncoder().encode('%PDF-1.7\n'),
      'title: The report of the harbour office',
    )),
  ];
  await put(`page-3.png${wordFileEnd}`, new TextEncoder().encode(wordsOfPage));
  const text =
    'The harbour of Norhaven reopened on Thursday.\n\n![the ferry](2021/05/06/mast.jpg)\n\nIt was quiet.';
  const article = join(unfinished, illustrated.replace(/\/$/, '.md'));
  await mkdir(dirname(article), { recursive: true });
  await writeFile(article, `---\n${lines.join('\n')}\n---\n\n${text}\n`);
  const site = ['title: The Picture Archive', 'description: Made up.', 'language: en', `url: ${url}`, ''];
  await writeFile(join(unfinished, 'site.yaml'), site.join('\n'));
  await rename(unfinished, root);
}
