import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

import { encodings, type PublishedSize } from '../../archive/media/published-sizes.ts';
import { mediaLimits } from '../../records/media/inspect-media.ts';
import { MediaError } from './media-error.ts';

// A picture is processed by one thread, since several are processed at once: that takes less time and memory, and the bytes
// do not depend on the number of cores.
sharp.concurrency(1);
sharp.cache(false);

/** Transparent parts are shown as on paper. */
const paper = '#fff';

/**
 * Makes the sizes of a picture: turned as it is seen, in sRGB, without metadata (places, serial numbers, profiles). It is
 * decoded once, at the largest of them.
 *
 * @param source absolute path
 * @param sha256 of the file that was checked
 * @param folder absolute path of an existing folder for the sizes, which are written under their names
 * @throws {MediaError} that says what is wrong with it
 */
export async function processPicture(
  source: string,
  sha256: string,
  sizes: readonly PublishedSize[],
  folder: string,
): Promise<void> {
  const bytes = await readFile(source).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error)
    throw new MediaError(`a picture that cannot be read any more (${bytes.code})`, { cause: bytes });
  if (hash('sha256', bytes) !== sha256) throw new MediaError('a picture that is no longer what was checked');
  const { width, height } = sizes.reduce((a, b) => (b.width > a.width ? b : a));
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mediaLimits.pixels, failOn: 'error' })
      .autoOrient()
      .flatten({ background: paper })
      .toColourspace('srgb')
      .resize(width, height, { fit: 'fill' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    for (const size of sizes) {
      const picture = sharp(data, { raw, limitInputPixels: false });
      if (size.width !== width || size.height !== height)
        picture.resize(size.width, size.height, { fit: 'fill' });
      const encoded = size.format === 'webp' ? picture.webp(encodings.webp) : picture.jpeg(encodings.jpeg);
      await encoded.toFile(join(folder, size.name));
    }
  } catch (error) {
    const reason = (error as Error).message.trim().split('\n')[0] ?? '';
    throw new MediaError(`a picture that is damaged or incomplete (${reason})`, { cause: error });
  }
}
