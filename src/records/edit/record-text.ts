import { readFile } from 'node:fs/promises';
import { hash } from 'node:crypto';
import { join } from 'node:path';

import { CommandError } from '../../system/command-error.ts';
import { displayPath } from '../problem.ts';
import type { Entry } from '../read/read-archive.ts';
import type { EditableCollection } from '../schemas/frontmatter-keys.ts';

/** A record's file, to be edited. */
export interface RecordText {
  /** Absolute path. */
  file: string;
  bytes: Uint8Array;
  /** The file as text, with its byte order mark if it has one, so that it can be written back as it was. */
  text: string;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Reads the file of a record that has been read already.
 *
 * @param root absolute path of the content folder
 * @throws {CommandError} when it is not what it was then
 */
export async function readRecordText(
  root: string,
  collection: EditableCollection,
  { id, digest }: Pick<Entry<unknown>, 'id' | 'digest'>,
): Promise<RecordText> {
  const file = join(root, collection, `${id}.md`);
  const bytes = await readFile(file).catch(() => Buffer.alloc(0));
  if (hash('sha256', bytes) !== digest)
    throw new CommandError(`${displayPath(file)} was changed in the meantime. Run it again.`);
  return { file, bytes, text: decoder.decode(bytes) };
}
