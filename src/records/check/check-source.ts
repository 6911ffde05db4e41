import { hash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

import type { Located } from './check-references.ts';
import type { Problem } from '../problem.ts';
import type { ArticleData } from '../schemas/schemas.ts';

/**
 * Checks that the source texts of articles exist and are unchanged, by their checksums.
 *
 * @param root absolute path of the content folder
 */
export function checkSources(root: string, articles: readonly Located<ArticleData>[]): Problem[] {
  const folder = join(existsSync(root) ? realpathSync.native(root) : root, 'sources');
  const redacted = listRedactedSources(articles);
  return [...articles.flatMap((article) => checkSource(folder, article, redacted)), ...findTwins(articles)];
}

/**
 * The source texts of articles of which something was taken out. They are not published, and may be missing.
 *
 * @returns paths below `sources/`
 */
export function listRedactedSources(articles: readonly { data: Partial<ArticleData> }[]): Set<string> {
  return new Set(articles.flatMap(({ data }) => (data.redactions?.length ? (data.source?.file ?? []) : [])));
}

/** Finds paths that differ only in case: on some file systems and hosts they are one file. */
function findTwins(articles: readonly Located<ArticleData>[]): Problem[] {
  const seen = new Map<string, string>();
  return articles.flatMap(({ file, data, positionOf }) => {
    const path = data.source?.file;
    if (path === undefined) return [];
    const twin = seen.get(path.toLowerCase()) ?? path;
    seen.set(path.toLowerCase(), twin);
    if (twin === path) return [];
    return [
      {
        file,
        ...positionOf(['source', 'file']),
        found: `the source file "${path}", which differs from "${twin}" only in case`,
        expected: 'source files that differ on every file system',
        fix: 'Rename one of the two files, and correct its path.',
      },
    ];
  });
}

/**
 * @param folder absolute path of the folder of source texts, with symbolic links resolved
 * @param redacted see {@link listRedactedSources}
 */
function checkSource(
  folder: string,
  { file, data, positionOf }: Located<ArticleData>,
  redacted: ReadonlySet<string>,
): Problem[] {
  if (!data.source?.file) return [];
  const path = join(folder, data.source.file);
  let bytes: Uint8Array;
  try {
    if (realpathSync.native(path) !== path) {
      const found = `the source file "${data.source.file}", which a symbolic link puts elsewhere`;
      const fix = 'Put the file itself there.';
      return [
        { file, ...positionOf(['source', 'file']), found, expected: 'a file below content/sources/', fix },
      ];
    }
    bytes = readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const missing = code === 'ENOENT';
    // What had to go may have to be deleted, too; the checksum still says what it was.
    if (missing && redacted.has(data.source.file)) return [];
    const found = `the source file "${data.source.file}", which ${missing ? 'is not there' : `cannot be read (${code})`}`;
    const expected = 'a file below content/sources/';
    const fix = missing ? 'Put the source text back, or correct the path.' : 'Make the file readable.';
    return [{ file, ...positionOf(['source', 'file']), found, expected, fix }];
  }
  const sha256 = hash('sha256', bytes);
  if (sha256 === data.source.sha256) return [];
  const found = `the sha256 ${data.source.sha256} for "${data.source.file}", whose SHA-256 is ${sha256}`;
  const fix = 'Restore the file from a backup. Correct the checksum only if it was mistyped.';
  return [
    { file, ...positionOf(['source', 'sha256']), found, expected: 'the source text as it was received', fix },
  ];
}
