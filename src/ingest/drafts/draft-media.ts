import type { MediaKind } from '../../records/media/media-format.ts';
import type { LeftOut } from './draft.ts';

/**
 * A picture, document, sound or film that a source names: where its file may be, and what is said of it. Readers list these
 * beside the text, which has a link to each that has a place in it.
 */
export interface DraftMedia {
  /** The address of the link that stands for it in the text; missing when it has no place there. */
  place?: string;
  /** Addresses and paths of its file as the source writes them, the best first. */
  written: string[];
  /** Whether these are names of files rather than addresses: then `#`, `?` and `%` stand for themselves. */
  isFileName?: boolean;
  /** Absolute path of its file, where it came within what was received: then none is looked for. */
  file?: string;
  /** What it shows; missing when the source does not say it. */
  alt?: string | undefined;
  title?: string | undefined;
  /** The words printed under it, in one line. */
  caption?: string | undefined;
  credit?: string | undefined;
  rights?: string | undefined;
  /** The words under several pictures of which this is the last: in the text, the paragraph in emphasis that follows. */
  groupCaption?: string | undefined;
  /**
   * Of the picture of a printed page: what the page is called, where on it the text stands, as IIIF writes it, and the words of
   * the page with their boxes (`formatWordBoxes`).
   */
  facsimile?: { label: string; regions: string[]; words?: string | undefined };
  /** What is told when no file of it is taken: words that are not in the text, and that its entry would have. */
  untaken?: LeftOut[];
}

/** A file that was found for what a source names, and is to be copied. */
export interface TakenFile {
  kind: MediaKind;
  /** Absolute path of the file. */
  from: string;
  /** What it is called in reports, where that is not its path. */
  name?: string | undefined;
  sha256: string;
  /** In bytes. */
  size: number;
  /** How its name is to end: `.jpg`. */
  extension: string;
  alt?: string | undefined;
  title?: string | undefined;
  caption?: string | undefined;
  credit?: string | undefined;
  rights?: string | undefined;
  /** As in {@link DraftMedia.facsimile}. */
  facsimile?: DraftMedia['facsimile'];
  /** The addresses by which the source names it. */
  addresses: string[];
}

/** The address that an image in a text has until its file has a name: with its extension, so that it is known as a picture. */
export function standInFor({ sha256, extension }: Pick<TakenFile, 'sha256' | 'extension'>): string {
  return `/media/${sha256}${extension}`;
}

/** How such an address begins: see {@link relativeStandIn}. */
export const relativeHost = 'https://relative.invalid/';

/**
 * The address that a link has until it is decided whether the file of a relative address is taken. RFC 2606 keeps the
 * domain from ever being one of the web.
 */
export function relativeStandIn(written: string): string {
  return (
    relativeHost +
    encodeURIComponent(written).replace(/[()*!']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  );
}

/** Whether a link has such an address. */
export function isRelativeStandIn(address: string): boolean {
  return address.startsWith(relativeHost);
}
