import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import {
  parsedFrontmatter,
  recordSchemas,
  type ParsedFrontmatter,
  type MarkdownRecordKind,
} from './frontmatter-cache.ts';
import { readMarkdownRecord } from './read-record.ts';

// Worker threads run this while an archive is read.

/** A valid record, read by a worker thread. */
export interface RecordRead extends ParsedFrontmatter {
  /** SHA-256 of the file, in hexadecimal. */
  digest: string;
  /** The Markdown below the frontmatter. */
  body: string;
}

/**
 * Reads files of one collection.
 *
 * @returns undefined for an invalid file: the main thread reads it again and reports its problems
 */
export function readRecords({
  collection,
  files,
}: {
  collection: MarkdownRecordKind;
  files: readonly string[];
}): (RecordRead | undefined)[] {
  return files.map((file) => {
    try {
      const bytes = readFileSync(file);
      const record = readMarkdownRecord(bytes, recordSchemas[collection]);
      const frontmatter = parsedFrontmatter(record);
      const { body } = record;
      return frontmatter && body !== undefined
        ? { digest: hash('sha256', bytes), ...frontmatter, body }
        : undefined;
    } catch {
      return undefined;
    }
  });
}
