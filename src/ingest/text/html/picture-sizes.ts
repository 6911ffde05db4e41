/** One of the files in which a page offers a picture. */
export interface PictureSize {
  /** As written. */
  address: string;
  /** Its width in pixels, or how many pixels it has to the point, as far as the list says it; else 1. */
  size: number;
}

/**
 * The files of a list of sizes (`srcset`, HTML, section 4.8.4.2.1), the largest first. An address may hold commas, but not end
 * with one; after a description, a comma needs no space.
 *
 * @example
 * listPictureSizes('a.webp 800w,b.webp 1600w') // b.webp, a.webp
 */
export function listPictureSizes(set: string): PictureSize[] {
  return Array.from(
    set.matchAll(/([^\s,](?:\S*[^\s,])?)(?:\s+([^,]*))?/g),
    ([, address = '', described = '']) => ({ address, size: parseFloat(described || '1x') }),
  )
    .filter(({ size }) => size > -1)
    .sort((one, other) => other.size - one.size);
}
