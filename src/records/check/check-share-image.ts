import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { startOfFile, type Problem } from '../problem.ts';

/** The size in pixels of the image that is shown where a page is shared, as social networks recommend it. */
export const shareImageSize = { width: 1200, height: 630 };

/**
 * Reads the archive's own image for sharing, `share.png` in the content folder, and checks that it is a PNG of the size that
 * pages declare.
 *
 * @param root absolute path of the content folder
 * @returns no image if there is none, or it has problems
 */
export function readShareImage(root: string): { image?: Uint8Array<ArrayBuffer>; problems: Problem[] } {
  const { width, height } = shareImageSize;
  const expected = `a PNG of ${width} × ${height} pixels`;
  const fix =
    'Save the picture in that format and size, or remove it; the archive then draws one with its title.';
  const file = join(root, 'share.png');
  let found: string | undefined;
  try {
    const image = new Uint8Array(readFileSync(file));
    found = findFault(image);
    if (found === undefined) return { image, problems: [] };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { problems: [] };
    found = `a picture that cannot be read (${code})`;
  }
  return { problems: [{ file, ...startOfFile, found, expected, fix }] };
}

/** A PNG begins with a signature and the chunk "IHDR", which begins with width and height (PNG, sections 5.2 and 11.2.1). */
function findFault(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 24));
  const isPng =
    start.length === 24 &&
    start.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n' &&
    start.toString('latin1', 12, 16) === 'IHDR';
  if (!isPng) return 'a file that is not a PNG';
  const [width, height] = [start.readUInt32BE(16), start.readUInt32BE(20)];
  const isExpected = width === shareImageSize.width && height === shareImageSize.height;
  return isExpected ? undefined : `a picture of ${width} × ${height} pixels`;
}
