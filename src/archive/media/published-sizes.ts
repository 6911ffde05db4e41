import { hash } from 'node:crypto';

import type { MediaFile } from '../../records/media/inspect-media.ts';

/** What a picture is published for: to be seen beside a text, or, as a printed page, to be read. */
export type PictureUse = 'picture' | 'facsimile';

/** A size in which a picture is published, in pixels. */
export interface PublishedSize {
  /** Its name, in the folder of media. It holds a digest of everything that the file is made from. */
  name: string;
  format: 'webp' | 'jpeg';
  width: number;
  height: number;
}

/** What is published of a picture. */
export interface PublishedPicture {
  /** For browsers that read WebP, the smallest first. */
  webp: readonly PublishedSize[];
  /** For all others, for feeds and for cards: as large as the largest of them. */
  jpeg: PublishedSize;
  /** The largest that there is, one click away; the same one for a small picture. */
  largest: PublishedSize;
}

/**
 * How pictures are encoded. A WebP takes a tenth of the time of an AVIF, and every browser since 2020 reads it; of press
 * photos it is a fifth larger at this quality.
 */
export const encodings = {
  webp: { quality: 72, effort: 4 },
  jpeg: { quality: 78, progressive: true },
} as const;

/** The widths that a column needs, on a phone and on a large screen of two pixels to the point. */
const columnWidths = [720, 1280];

/** The largest width of what is one click away: a page of a newspaper can be read at twice that of a photo. */
const largestWidths: Readonly<Record<PictureUse, number>> = { picture: 2400, facsimile: 4800 };

/** No format takes more pixels on a side than WebP does, 16,383. */
const longestSide = 16_000;

/** How much wider the next size must be to be worth a file: hosts limit their number. */
const worthwhile = 1.25;

/**
 * Lists the sizes in which a picture is published. Names depend on nothing but the file and how it is encoded, so that a
 * size that is published keeps its address.
 *
 * @example
 * listSizes({ sha256: '9f86…', width: 3000, height: 2000 }, 'picture').webp.map(({ width }) => width) // [720, 1280]
 */
export function listSizes(
  media: Pick<MediaFile, 'sha256' | 'width' | 'height'>,
  use: PictureUse,
): PublishedPicture {
  const sizeOf = (format: PublishedSize['format'], width: number): PublishedSize => {
    const scale = Math.min(1, width / media.width, longestSide / media.height);
    const [across, down] = [media.width, media.height].map((side) => Math.max(1, Math.round(side * scale)));
    const extension = format === 'webp' ? 'webp' : 'jpg';
    const name = `${nameOf(media.sha256)}-${width}.${extension}`;
    return { name, format, width: across ?? 1, height: down ?? 1 };
  };
  const widths = listWidths(media.width, columnWidths);
  const widest = widths.at(-1) ?? 1;
  const [largest = widest] = listWidths(media.width, [largestWidths[use]]).slice(-1);
  const jpeg = sizeOf('jpeg', widest);
  return {
    webp: widths.map((width) => sizeOf('webp', width)),
    jpeg,
    largest: largest >= widest * worthwhile ? sizeOf('jpeg', largest) : jpeg,
  };
}

/** The first of some widths that a picture has, and its own if that is the last. */
function listWidths(own: number, widths: readonly number[]): number[] {
  const smaller = widths.filter((width) => width * worthwhile <= own);
  return smaller.length === widths.length ? smaller : [...smaller, own];
}

/** All files that are published of a picture but the original, each once. */
export function listPublishedFiles({ webp, jpeg, largest }: PublishedPicture): PublishedSize[] {
  return [...new Map([...webp, jpeg, largest].map((size) => [size.name, size])).values()];
}

/** The name under which a file is published as it is: an attachment, or the original of a picture. */
export function nameOriginal({ sha256, extension }: Pick<MediaFile, 'sha256' | 'extension'>): string {
  return `${sha256.slice(0, digestLength)}-original${extension}`;
}

/** The name under which the words of a facsimile are published. @param sha256 of their file */
export function nameWords(sha256: string): string {
  return `${sha256.slice(0, digestLength)}-words.txt`;
}

/** A name that is given to a published picture or attachment. */
export const publishedName = /^[0-9a-f]{16}-(?:\d+\.(?:webp|jpg)|original\.\w+)$/;

const digestLength = 16;

const settings = JSON.stringify(encodings);

function nameOf(sha256: string): string {
  return hash('sha256', `${sha256} ${settings}`).slice(0, digestLength);
}
