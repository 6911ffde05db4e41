import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { inspectMedia } from '../../records/media/inspect-media.ts';
import { mediaFolder } from '../../records/media/read-media.ts';
import { normalizeUnicode } from '../../records/normalize-unicode.ts';
import { describeProblem } from '../../records/problem.ts';
import { mediaPath } from '../../records/schemas/fields.ts';
import type { PictureData } from '../../records/schemas/media-schemas.ts';
import { CommandError } from '../../system/command-error.ts';
import type { NewFile } from './write-new-file.ts';

/** A picture of an article to be created. */
export interface NewPicture extends Pick<PictureData, 'caption' | 'credit'> {
  /** The file's name, as it was given. */
  from: string;
  alt: string;
}

/**
 * Reads the pictures of a new article. Each is going to be in the folder of its article's date, under its own name; one that
 * is there already, with the same bytes, stays.
 *
 * @param root absolute path of the content folder
 * @param id of the article
 * @returns what frontmatter says of them, and the files to be written
 * @throws {CommandError} when one is missing, is refused by the check, or has the name of another
 */
export async function readNewPictures(
  root: string,
  id: string,
  pictures: readonly NewPicture[],
): Promise<{ pictures: PictureData[]; files: NewFile[] }> {
  const files = new Map<string, NewFile>();
  const listed: PictureData[] = [];
  for (const { from, alt, caption, credit } of pictures) {
    const refuse = (why: string) => new CommandError(`${from}: ${why}\nNothing was written.`);
    const media = await inspectMedia(from).catch((error: NodeJS.ErrnoException) => {
      throw refuse(error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`);
    });
    if ('unusable' in media) throw refuse(describeProblem(media.unusable));
    if (media.kind !== 'picture') throw refuse('it is no picture. List it in "attachments", in the file.');
    const file = `${dirname(id)}/${normalizeUnicode(basename(from), 'NFC')}`;
    if (!mediaPath.safeParse(file).success) throw refuse('its name cannot be used. Rename it.');
    const bytes = new Uint8Array(await readFile(from));
    const place = join(mediaFolder(root), file);
    const isThere = existsSync(place);
    if (files.has(file) || (isThere && Buffer.compare(await readFile(place), bytes) !== 0))
      throw refuse(`there is another picture at media/${file}. Rename one of the two.`);
    if (!isThere) files.set(file, { path: `media/${file}`, content: bytes });
    listed.push({
      ...{ file, sha256: media.sha256, alt },
      ...(caption && { caption }),
      ...(credit && { credit }),
    } as PictureData);
  }
  return { pictures: listed, files: [...files.values()] };
}
