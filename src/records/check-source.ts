import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Located } from './check-references.ts';
import type { Problem } from './problem.ts';
import type { ArticleData } from './schemas.ts';

/**
 * Checks that an article's source text is there, byte for byte as it was received.
 *
 * @param root absolute path of the content folder
 */
export async function checkSource(
  root: string,
  { file, data, placeOf }: Located<ArticleData>,
): Promise<Problem[]> {
  if (!data.source?.file) return [];
  const bytes = await readFile(join(root, 'sources', data.source.file)).catch(
    (error: NodeJS.ErrnoException) => error,
  );
  if (bytes instanceof Error) {
    const missing = bytes.code === 'ENOENT';
    const found = `the source file "${data.source.file}", which ${missing ? 'is not there' : `cannot be read (${bytes.code})`}`;
    const expected = 'a file below content/sources/';
    const fix = missing
      ? 'Put the source text back, or correct the path.'
      : 'Give the file back its permissions.';
    return [{ file, ...placeOf(['source', 'file']), found, expected, fix }];
  }
  const sum = createHash('sha256').update(bytes).digest('hex');
  if (sum === data.source.sha256) return [];
  const found = `the sha256 ${data.source.sha256} for "${data.source.file}", whose bytes sum to ${sum}`;
  const fix = 'Restore the file from a backup; only if the sum was mistyped, correct the sum.';
  return [
    { file, ...placeOf(['source', 'sha256']), found, expected: 'the source text as it was received', fix },
  ];
}
