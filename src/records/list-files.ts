import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { nearest } from './nearest.ts';
import { startOfFile, type Problem } from './problem.ts';
import { vocabularies } from './vocabularies.ts';

/** A record's file. */
export interface RecordFile {
  /** Absolute path. */
  file: string;
  /** Path below the collection's folder, without `.md`, with forward slashes. */
  id: string;
}

/**
 * Lists the record files of a collection's folder, sorted by id, and everything there that is no record.
 * Hidden files are passed over. A folder that does not exist has no records.
 *
 * @param folder absolute path of the collection's folder
 */
export async function listRecordFiles(folder: string): Promise<{ files: RecordFile[]; problems: Problem[] }> {
  const files: RecordFile[] = [];
  const problems: Problem[] = [];
  await visit(folder, '');
  files.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { files, problems };

  async function visit(path: string, prefix: string): Promise<void> {
    const entries = await readdir(path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' && prefix === '') return [];
      problems.push({
        file: path,
        ...startOfFile,
        found: `a folder that cannot be read (${error.code})`,
        expected: 'a folder of records',
        fix: 'Give it back its permissions.',
      });
      return [];
    });
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const file = join(path, entry.name);
      if (entry.isDirectory()) await visit(file, `${prefix}${entry.name}/`);
      else if (entry.isFile() && entry.name.endsWith('.md'))
        files.push({ file, id: prefix + entry.name.slice(0, -3) });
      else problems.push(notARecord(file, entry.isSymbolicLink()));
    }
  }
}

/** Finds folders whose names are misspelt, so that nobody wonders where their records went. Others are not ours. */
export async function checkFolders(root: string): Promise<Problem[]> {
  const known = ['articles', 'sources', ...vocabularies.map(({ name }) => name)];
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  return entries.flatMap((entry) => {
    const close =
      entry.isDirectory() && !known.includes(entry.name)
        ? nearest(entry.name.toLowerCase(), known)
        : undefined;
    if (!close) return [];
    const found = `the folder "${entry.name}"`;
    const fix = `Did you mean "${close}"? Otherwise keep it outside of the content folder.`;
    return [
      { file: join(root, entry.name), ...startOfFile, found, expected: `one of: ${known.join(', ')}`, fix },
    ];
  });
}

function notARecord(file: string, link: boolean): Problem {
  return {
    file,
    ...startOfFile,
    found: link ? 'a symbolic link' : 'a file that is no record',
    expected: 'only files that end in .md',
    fix: link
      ? 'Put the file itself here.'
      : 'Rename it to .md if it is a record, else move it out of this folder.',
  };
}
