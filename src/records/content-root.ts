import { resolve } from 'node:path';

/** The folder that holds the archive's records: `content/`, or what `ARCHIVE_CONTENT` names. */
export function contentRoot(): string {
  return resolve(process.env.ARCHIVE_CONTENT || 'content');
}
