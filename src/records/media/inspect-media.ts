import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';

import type { ProblemMessage } from '../problem.ts';
import { recognizedBytes, recognizeFormat, type MediaKind } from './media-format.ts';

/** The largest files, in bytes; and the largest pictures, in pixels: each takes four bytes of memory when it is decoded. */
export const mediaLimits = {
  picture: 100 * 1024 * 1024,
  attachment: 200 * 1024 * 1024,
  pixels: 150_000_000,
} as const;

/** What is known of a file in `content/media/`, as plain data. */
export interface MediaFile {
  /** SHA-256, in hexadecimal. */
  sha256: string;
  kind: MediaKind;
  /** Media type. */
  type: string;
  /** How the names of such files end: `.jpg`. */
  extension: string;
  /** In bytes. */
  size: number;
  /** In pixels, as the picture is seen (its orientation applied); 0 for what is no picture. */
  width: number;
  height: number;
  /** Frames of an animation, or pages of a TIFF; 1 for most pictures. */
  frames: number;
  /** The SHA-256 of the file with the boxes of its words that stands beside a facsimile, where that may be published. */
  words?: string;
}

/** A file that cannot be published. */
export interface UnusableMedia {
  unusable: ProblemMessage;
}

const readable = 'a picture or an attachment that can be published';

/**
 * Reads a file of `content/media/`: its format by its content, its checksum, and the size of a picture. Pictures are not
 * decoded: only their headers are read.
 *
 * @param path absolute
 * @param isNameFree whether the file's name may say something else than its content, since its copy gets another
 * @throws errors of the file system
 */
export async function inspectMedia(
  path: string,
  { isNameFree = false } = {},
): Promise<MediaFile | UnusableMedia> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const start = new Uint8Array(Math.min(size, recognizedBytes));
    await handle.read(start, 0, start.length, 0);
    const format = recognizeFormat(start);
    if ('found' in format) return { unusable: { ...format, expected: readable } };
    const { kind, type, name, extensions } = format;
    const extension = extname(path);
    if (!isNameFree && !extensions.includes(extension.toLowerCase())) {
      const found = `${name} whose name ends in "${extension}"`;
      const fix = `Rename it so that it ends in ${extensions[0]}, and correct the path.`;
      return { unusable: { found, expected: 'a name that says what the file is', fix } };
    }
    const limit = mediaLimits[kind];
    if (size > limit) {
      const found = `${name} of ${size.toLocaleString('en')} bytes`;
      const fix = kind === 'picture' ? 'Save it with fewer pixels.' : 'Publish it elsewhere, and link to it.';
      return { unusable: { found, expected: `at most ${limit.toLocaleString('en')} bytes`, fix } };
    }
    const seen = kind === 'picture' ? await readPictureHeader(path, name) : undefinedSize;
    if ('unusable' in seen) return seen;
    const sum = createHash('sha256');
    for await (const chunk of handle.createReadStream({ start: 0, autoClose: false }))
      sum.update(chunk as Uint8Array);
    return { sha256: sum.digest('hex'), kind, type, extension: extensions[0], size, ...seen };
  } finally {
    await handle.close();
  }
}

type PictureSize = Pick<MediaFile, 'width' | 'height' | 'frames'>;

const undefinedSize: PictureSize = { width: 0, height: 0, frames: 1 };

/** @param name of the format */
async function readPictureHeader(path: string, name: string): Promise<PictureSize | UnusableMedia> {
  // It takes a tenth of a second to load, and most archives have no pictures.
  const { default: sharp } = await import('sharp');
  let size: PictureSize;
  try {
    const { autoOrient, pages = 1 } = await sharp(path, { limitInputPixels: false }).metadata();
    size = { ...autoOrient, frames: pages };
  } catch (error) {
    const found = `${name} that cannot be read (${(error as Error).message.split('\n')[0] ?? ''})`;
    return {
      unusable: { found, expected: 'a whole picture', fix: 'Restore it from a backup, or save it again.' },
    };
  }
  const pixels = size.width * size.height;
  if (pixels <= mediaLimits.pixels) return size;
  const found = `${name} of ${size.width.toLocaleString('en')} × ${size.height.toLocaleString('en')} pixels`;
  const expected = `at most ${(mediaLimits.pixels / 1e6).toLocaleString('en')} million pixels`;
  return { unusable: { found, expected, fix: 'Save it with fewer pixels.' } };
}
