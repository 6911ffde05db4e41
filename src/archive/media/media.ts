import type { MediaFile } from '../../records/media/inspect-media.ts';
import type { AttachmentData, FacsimileData, PictureData } from '../../records/schemas/media-schemas.ts';
import type { ArticleData } from '../../records/schemas/schemas.ts';
import { parseRegion, type Region } from '../../records/check/check-region.ts';
import { memoize } from '../memoize.ts';
import type { Paths } from '../paths.ts';
import { wordFileOf } from '../../records/media/word-boxes.ts';
import {
  listSizes,
  nameOriginal,
  nameWords,
  type PublishedPicture,
  type PublishedSize,
} from './published-sizes.ts';

/** A size of a picture with its address: a path from the root of the host, or of another host. */
interface PictureSize extends Omit<PublishedSize, 'name'> {
  href: string;
}

/** The addresses of a picture's sizes. */
export interface PictureFiles {
  /** In pixels, as received. */
  width: number;
  height: number;
  webp: readonly PictureSize[];
  jpeg: PictureSize;
  largest: PictureSize;
  /** The file as received, with its media type; missing unless originals are published. */
  original: { href: string; type: string } | undefined;
}

/** A picture of an article. */
export interface ArticlePicture extends PictureData {
  alt: string;
  files: PictureFiles;
}

/** A printed page on which an article stands. */
export interface ArticleFacsimile extends Omit<FacsimileData, 'region'> {
  /** Where on the page the article stands. */
  regions: readonly Region[];
  files: PictureFiles;
  /** Its words with their boxes, as they are published; missing where it has none. */
  words?: PublishedWords;
}

/** The file of the words of a facsimile. */
interface PublishedWords {
  /** Its path below `content/media/`, and its SHA-256. */
  file: string;
  sha256: string;
  href: string;
}

/** An attachment of an article. */
interface ArticleAttachment extends AttachmentData {
  href: string;
  type: string;
  /** In bytes. */
  size: number;
}

/** What is shown of an article besides its text. */
export interface ArticleMedia {
  pictures: readonly ArticlePicture[];
  facsimiles: readonly ArticleFacsimile[];
  attachments: readonly ArticleAttachment[];
  /** The number of its files that are not shown: see `listWithheldMedia`. */
  withheld: number;
}

/** The keys of frontmatter that name media. */
type MediaKeys = Pick<ArticleData, 'pictures' | 'facsimiles' | 'attachments'>;

/** Finds what is shown of an article besides its text. */
export type FindMedia = (data: MediaKeys) => ArticleMedia;

const none: ArticleMedia = { pictures: [], facsimiles: [], attachments: [], withheld: 0 };

/**
 * Creates the function that finds the media of an article, once for those that have any.
 *
 * @param media what is known of the files that articles name, by their paths below `media/`
 * @param withheld the SHA-256 of files that are not shown
 */
export function createMediaFinder(
  media: ReadonlyMap<string, MediaFile>,
  paths: Pick<Paths, 'media' | 'words'>,
  publishesOriginals: boolean,
  withheld: ReadonlySet<string>,
): FindMedia {
  const isShown = ({ sha256 }: { sha256: string }) => !withheld.has(sha256);
  const fileOf = (file: string): MediaFile => {
    const found = media.get(file);
    // The check has found it.
    if (!found) throw new Error(`Nothing is known of the file media/${file}.`);
    return found;
  };
  const address = ({ name, ...size }: PublishedSize): PictureSize => ({ ...size, href: paths.media(name) });
  const filesOf = (known: MediaFile, { webp, jpeg, largest }: PublishedPicture): PictureFiles => ({
    width: known.width,
    height: known.height,
    webp: webp.map(address),
    jpeg: address(jpeg),
    largest: address(largest),
    original: publishesOriginals ? { href: paths.media(nameOriginal(known)), type: known.type } : undefined,
  });
  const wordsOf = (file: string, sha256: string): PublishedWords => ({
    ...{ file: wordFileOf(file), sha256 },
    href: paths.words(nameWords(sha256)),
  });
  const find = memoize(({ pictures, facsimiles, attachments }: MediaKeys): ArticleMedia => {
    const shown: Omit<ArticleMedia, 'withheld'> = {
      pictures: pictures.filter(isShown).map((picture) => {
        const known = fileOf(picture.file);
        return { ...picture, alt: picture.alt ?? '', files: filesOf(known, listSizes(known, 'picture')) };
      }),
      facsimiles: facsimiles.filter(isShown).map(({ region, ...facsimile }) => {
        const known = fileOf(facsimile.file);
        const regions = region.map((each) => parseRegion(each, known));
        const words = known.words === undefined ? undefined : wordsOf(facsimile.file, known.words);
        return {
          ...{ ...facsimile, regions, files: filesOf(known, listSizes(known, 'facsimile')) },
          ...(words && { words }),
        };
      }),
      attachments: attachments.filter(isShown).map((attachment) => {
        const known = fileOf(attachment.file);
        return {
          ...attachment,
          href: paths.media(nameOriginal(known)),
          type: known.type,
          size: known.size,
        };
      }),
    };
    const withheld = count({ pictures, facsimiles, attachments }) - count(shown);
    return { ...shown, withheld };
  });
  return (keys) => (count(keys) === 0 ? none : find(keys));
}

/** How many files there are of all kinds. */
function count(of: Record<keyof MediaKeys, readonly unknown[]>): number {
  return of.pictures.length + of.facsimiles.length + of.attachments.length;
}
