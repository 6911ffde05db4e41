import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { recordSchemas, type ParsedFrontmatter, type CollectionName } from './frontmatter-cache.ts';
import { readMarkdownRecord } from './read-record.ts';

// What threads run while an archive is read.

/** A valid record, read by a thread. */
export interface RecordRead extends ParsedFrontmatter {
  /** SHA-256 of the file, in hexadecimal. */
  digest: string;
  /** The Markdown below the frontmatter. */
  body: string;
}

/**
 * Reads files of one kind of record.
 *
 * @returns undefined for a file that is not valid: the main thread reads it again and reports what is wrong with it
 */
export function readRecords({
  kind,
  files,
}: {
  kind: CollectionName;
  files: readonly string[];
}): (RecordRead | undefined)[] {
  return files.map((file) => {
    try {
      const bytes = readFileSync(file);
      const { data, body, bodyStart, problems } = readMarkdownRecord(bytes, recordSchemas[kind]);
      if (data === undefined || body === undefined || bodyStart === undefined || problems.length > 0)
        return undefined;
      return { digest: hash('sha256', bytes), data, bodyStart, body };
    } catch {
      return undefined;
    }
  });
}
