import type { UnusableMedia } from '../../records/media/inspect-media.ts';

/**
 * Decodes a picture, so that one that breaks off is not taken: the check reads only its header.
 *
 * @param path absolute
 * @returns what is wrong with it; `undefined` when it is whole
 */
export async function findDamage(path: string): Promise<UnusableMedia | undefined> {
  const { default: sharp } = await import('sharp');
  try {
    // JPEG is decoded at an eighth of its size, which reads all of the file.
    await sharp(path, { sequentialRead: true, limitInputPixels: false }).resize(8).raw().toBuffer();
    return undefined;
  } catch (error) {
    const found = `a picture that cannot be decoded (${(error as Error).message.split('\n')[0] ?? ''})`;
    return {
      unusable: { found, expected: 'a whole picture', fix: 'Copy it again from where it came from.' },
    };
  }
}
