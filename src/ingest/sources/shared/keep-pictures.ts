import { hash } from 'node:crypto';
import { basename } from 'node:path';
import { Readable } from 'node:stream';

import { slugOf } from '../../../records/choose-id.ts';
import { recognizedBytes, recognizeFormat } from '../../../records/media/media-format.ts';
import type { LeftOut } from '../../drafts/draft.ts';
import type { DraftMedia } from '../../drafts/draft-media.ts';
import type { ReceivedFile, SourceOptions } from '../source.ts';

/** The most bytes of a picture, as in `content/media/`. */
export const pictureLimit = 100 * 1024 * 1024;

/** The pictures that came within a document. */
export interface PictureKeeper {
  /** @returns the relative address by which its text shows a picture */
  keep(bytes: Uint8Array): Promise<string>;
  has(address: string): boolean;
  /** Adds the files of pictures to what the text lists. */
  withFiles(media: readonly DraftMedia[]): DraftMedia[];
  /** What is told of pictures that cannot be read. */
  leftOut: LeftOut[];
}

/**
 * Keeps the pictures of a document in private files, each once, named by the document and a number.
 *
 * @param copies keeps files; without it pictures have an address and no file
 */
export function createPictureKeeper(file: ReceivedFile, copies: SourceOptions['copies']): PictureKeeper {
  const bySum = new Map<string, string>();
  /** Paths by address. */
  const paths = new Map<string, string>();
  const stem = slugOf(basename(file.name).replace(/\.[a-z]{3,4}$/i, ''), 'document');
  return {
    leftOut: [],
    async keep(bytes) {
      const sum = hash('sha256', bytes);
      const known = bySum.get(sum);
      if (known !== undefined) return known;
      const format = recognizeFormat(bytes.subarray(0, recognizedBytes));
      const address = `${stem}-${bySum.size + 1}${'extensions' in format ? format.extensions[0] : '.bin'}`;
      bySum.set(sum, address);
      if (copies) paths.set(address, await copies.keep(Readable.from([bytes]), address));
      return address;
    },
    has: (address) => paths.has(address),
    withFiles: (media) =>
      media.map((each) => {
        const path = each.written.map((address) => paths.get(address)).find((found) => found !== undefined);
        return path === undefined ? each : { ...each, file: path };
      }),
  };
}
