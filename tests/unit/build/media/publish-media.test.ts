import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';

import { listPublishedMedia, type PublishedFile } from '../../../../src/archive/media/published-files.ts';
import { intoFolder } from '../../../../src/build/media/media-target.ts';
import { publishMedia, type PublishedCount } from '../../../../src/build/media/publish-media.ts';
import { inspectMedia, type MediaFile } from '../../../../src/records/media/inspect-media.ts';
import { ContentError } from '../../../../src/records/problem.ts';
import type { ArticleData } from '../../../../src/records/schemas/schemas.ts';
import { openCache } from '../../../../src/system/cache.ts';
import { bytesOf, makeJpeg, makePicture, sumOf } from '../../../support/pictures.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';
import { articleEntry } from '../../archive/entries.ts';

let folder: string;
let root: string;

beforeEach(async () => {
  folder = await makeFolder();
  root = join(folder, 'content');
});

/** Puts a file into the content folder, as the check knows it. */
async function put(file: string, bytes: Uint8Array): Promise<[string, MediaFile]> {
  const path = join(root, 'media', file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  const media = await inspectMedia(path);
  if ('unusable' in media) throw new Error(media.unusable.found);
  return [file, media];
}

/** An article with these pictures. */
function articleWith(media: readonly [string, MediaFile][], more: object = {}): ArticleData {
  const pictures = media.map(([file, { sha256 }]) => ({ file, sha256, alt: '' }));
  return articleEntry('a', { pictures, ...more }).data;
}

/** Publishes into a folder. @returns what was made, and the names of what is there */
async function publish(
  files: readonly PublishedFile[],
  out = 'out',
): Promise<PublishedCount & { names: string[] }> {
  const target = await intoFolder(join(folder, out));
  const count = await publishMedia(files, root, target, openCache(join(folder, 'cache')));
  return { ...count, names: (await readdir(join(folder, out))).sort() };
}

const publishPictures = (media: [string, MediaFile][], originals = false) =>
  publish(listPublishedMedia([articleWith(media)], new Map(media), originals));

const read = (name: string, out = 'out') => readFile(join(folder, out, name));

async function meanRed(picture: Uint8Array): Promise<number> {
  return (await sharp(picture).stats()).channels[0]?.mean ?? 0;
}

describe('a picture', () => {
  test('is published in the sizes of a column, for browsers with and without WebP, and as large as it is', async () => {
    const { names, made } = await publishPictures([await put('a.jpg', await makeJpeg(2000, 1000))]);
    const sizes = await Promise.all(
      names.map(async (name) => (await sharp(await read(name)).metadata()).width),
    );
    expect(made).toBe(1);
    expect(names.map((name) => name.replace(/^[0-9a-f]{16}/, ''))).toEqual([
      '-1280.jpg',
      '-1280.webp',
      '-2000.jpg',
      '-720.webp',
    ]);
    expect(sizes).toEqual([1280, 1280, 2000, 720]);
  });

  test('is not enlarged: one of 1 × 1 is published as that', async () => {
    const { names } = await publishPictures([await put('a.png', await bytesOf(makePicture(1, 1).png()))]);
    expect(names).toHaveLength(2);
    for (const name of names)
      expect(await sharp(await read(name)).metadata()).toMatchObject({ width: 1, height: 1 });
  });

  test('keeps its ratio when it is much taller than wide', async () => {
    const { names } = await publishPictures([
      await put('a.png', await bytesOf(makePicture(20, 20_000).png())),
    ]);
    for (const name of names) {
      const { width = 0, height = 0 } = await sharp(await read(name)).metadata();
      expect([width, height]).toEqual([16, 16_000]);
    }
  });

  test('is turned as it is seen, and has no metadata: no place, no serial number, no profile', async () => {
    const exif = { IFD0: { Copyright: 'Ada' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 0/1 0/1' } };
    const turned = makePicture(60, 40)
      .withExif(exif)
      .withMetadata({ orientation: 6, exif })
      .withIccProfile('p3')
      .jpeg();
    const { names } = await publishPictures([await put('a.jpg', await bytesOf(turned))]);
    for (const name of names) {
      const { exif: kept, icc, orientation, width, height } = await sharp(await read(name)).metadata();
      expect({ kept, icc, orientation, width, height }).toEqual({ width: 40, height: 60 });
    }
  });

  test.for([
    ['CMYK', 'jpg', () => makePicture(60, 40).toColourspace('cmyk').jpeg(), (red: number) => red],
    ['16 bits', 'png', () => makePicture(60, 40).toColourspace('rgb16').png(), (red: number) => red],
    // On white, as on paper.
    [
      'transparency',
      'png',
      () => makePicture(60, 40).ensureAlpha(0.5).png(),
      (red: number) => (red + 255) / 2,
    ],
  ] as const)('of %s is published in sRGB with 8 bits, opaque', async ([, extension, make, redOf]) => {
    const { names } = await publishPictures([await put(`a.${extension}`, await bytesOf(make()))]);
    const red = await meanRed(await makePicture(60, 40).png().toBuffer());
    for (const name of names) {
      const { space, depth, hasAlpha } = await sharp(await read(name)).metadata();
      expect({ space, depth, hasAlpha }).toEqual({ space: 'srgb', depth: 'uchar', hasAlpha: false });
      expect(Math.abs((await meanRed(await read(name))) - redOf(red))).toBeLessThan(10);
    }
  });

  test.for(['gif', 'webp'] as const)('that moves is published by its first frame: %s', async (format) => {
    const frames = await Promise.all(
      [makePicture(60, 40), makePicture(60, 40).negate()].map((frame) => frame.png().toBuffer()),
    );
    const moving = await bytesOf(sharp(frames, { join: { animated: true } })[format]());
    const { names } = await publishPictures([await put(`a.${format}`, moving)]);
    for (const name of names) {
      const { width, height, pages = 1 } = await sharp(await read(name)).metadata();
      expect({ width, height, pages }).toEqual({ width: 60, height: 40, pages: 1 });
    }
  });

  test('has names that change with it and with nothing else, and the same bytes each time', async () => {
    const [a, b] = [await put('a.jpg', await makeJpeg(60, 40)), await put('b.jpg', await makeJpeg(61, 40))];
    const first = await publishPictures([a]);
    const again = await publish(listPublishedMedia([articleWith([a, b])], new Map([a, b]), false), 'again');
    expect(again.names).toEqual(expect.arrayContaining(first.names));
    expect(again.names).toHaveLength(first.names.length * 2);
    const fresh = await publishMedia(
      listPublishedMedia([articleWith([a])], new Map([a]), false),
      root,
      await intoFolder(join(folder, 'fresh')),
      openCache(join(folder, 'other cache')),
    );
    expect(fresh.made).toBe(1);
    for (const name of first.names) expect(await read(name, 'fresh')).toEqual(await read(name));
  });
});

describe('a damaged picture', () => {
  /** What is told of a picture whose bytes are changed after its header. */
  async function toldOf(bytes: Uint8Array): Promise<string> {
    const media = [await put('a.jpg', await makeJpeg(30, 20)), await put('b.jpg', bytes)];
    return publishPictures(media).then(
      () => '',
      (error: unknown) => {
        if (!(error instanceof ContentError)) throw error;
        return error.message.replaceAll(`${root}/`, '');
      },
    );
  }

  test('is named when it is cut short', async () => {
    const jpeg = await makeJpeg(600, 400);
    expect(await toldOf(jpeg.slice(0, jpeg.length / 2))).toMatch(
      /^media\/b\.jpg:1:1: found a picture that is damaged or incomplete \(.+\); expected the whole file/,
    );
  });

  test('is named when it has been changed since it was checked', async () => {
    const [file, media] = await put('a.jpg', await makeJpeg(30, 20));
    await writeFile(join(root, 'media', file), await makeJpeg(31, 20));
    await expect(publishPictures([[file, media]])).rejects.toThrow(
      'a picture that is no longer what was checked',
    );
  });

  test('leaves nothing half-written', async () => {
    const jpeg = await makeJpeg(600, 400);
    await toldOf(jpeg.slice(0, jpeg.length / 2));
    expect(
      (await readdir(join(folder, 'out'))).filter((name) => !/^[0-9a-f]{16}-30\.(?:jpg|webp)$/.test(name)),
    ).toEqual([]);
  });
});

describe('a rebuild', () => {
  test('makes nothing again, and does not read what is in place', async () => {
    const media = [await put('a.jpg', await makeJpeg(60, 40))];
    const { names } = await publishPictures(media);
    const before = await Promise.all(names.map((name) => stat(join(folder, 'out', name))));
    await writeFile(join(root, 'media/a.jpg'), 'no picture at all');
    expect((await publishPictures(media)).made).toBe(0);
    const after = await Promise.all(names.map((name) => stat(join(folder, 'out', name))));
    expect(after.map(({ ino, mtimeMs }) => [ino, mtimeMs])).toEqual(
      before.map(({ ino, mtimeMs }) => [ino, mtimeMs]),
    );
  });

  test('takes what is missing from the cache', async () => {
    const media = [await put('a.jpg', await makeJpeg(60, 40))];
    await publishPictures(media);
    const { made, names } = await publish(
      listPublishedMedia([articleWith(media)], new Map(media), false),
      'new',
    );
    expect([made, names.length]).toEqual([0, 2]);
  });

  test('removes every file of a picture that only withdrawn articles have, and nothing of others', async () => {
    const [a, b] = [await put('a.jpg', await makeJpeg(60, 40)), await put('b.jpg', await makeJpeg(61, 40))];
    const media = new Map([a, b]);
    await publish(listPublishedMedia([articleWith([a, b])], media, true));
    const withdrawn = { withdrawn: { date: '2021-07-18', reason: 'rights' } };
    await writeFile(join(folder, 'out/of others.txt'), 'kept');
    const { names } = await publish(
      listPublishedMedia([articleWith([a, b], withdrawn), articleWith([b])], media, false),
    );
    expect(names.filter((name) => !name.endsWith('61.jpg') && !name.endsWith('61.webp'))).toEqual([
      'of others.txt',
    ]);
    expect(names).toHaveLength(3);
  });
});

describe('originals', () => {
  test('are published only when that is asked for, byte for byte', async () => {
    const bytes = await makeJpeg(60, 40);
    const media = [await put('Straße #1 100%.JPG', bytes)];
    expect((await publishPictures(media)).names.some((name) => name.includes('original'))).toBe(false);
    const { names } = await publishPictures(media, true);
    const original = names.find((name) => name.includes('original')) ?? '';
    expect(original).toBe(`${sumOf(bytes).slice(0, 16)}-original.jpg`);
    expect(new Uint8Array(await read(original))).toEqual(bytes);
  });

  test('of attachments are always published', async () => {
    const pdf = new TextEncoder().encode('%PDF-1.7\n');
    const media = [await put('report.pdf', pdf)];
    const attachments = media.map(([file, { sha256 }]) => ({ file, sha256, title: 'Report' }));
    const { names } = await publish(
      listPublishedMedia([articleEntry('a', { attachments }).data], new Map(media), false),
    );
    expect(names).toEqual([`${sumOf(pdf).slice(0, 16)}-original.pdf`]);
  });
});
