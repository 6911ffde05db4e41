import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';

import { findNearestName } from '../check/nearest-name.ts';
import { startOfFile, type Problem } from '../problem.ts';
import type { KnownIds } from '../schemas/known-ids.ts';
import { readFolder, type ListFolder } from '../../system/folders.ts';
import { mapVocabularies, vocabularies } from '../vocabularies.ts';

/** A record's file. */
export interface RecordFile {
  /** Absolute path. */
  file: string;
  /** Path relative to the collection's folder, without `.md`, with forward slashes. */
  id: string;
}

/**
 * Lists the record files of a collection's folder, sorted by id, and reports everything in it that is not a record.
 * Hidden files are ignored, unless they could be records. A folder that does not exist has no records.
 *
 * @param folder absolute path of the collection's folder
 * @param options `isFolderWanted`: selects the folders directly in it; all by default; `listFolder`: how folders are
 *   listed, by default by reading them
 */
export function listRecordFiles(
  folder: string,
  {
    isFolderWanted = () => true,
    listFolder = readFolder,
  }: { isFolderWanted?: ((name: string) => boolean) | undefined; listFolder?: ListFolder | undefined } = {},
): { files: RecordFile[]; problems: Problem[] } {
  const files: RecordFile[] = [];
  const problems: Problem[] = [];
  visit(folder, '');
  files.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { files, problems };

  function visit(path: string, prefix: string): void {
    let entries: readonly Dirent[] = [];
    try {
      entries = listFolder(path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const found = `a folder that cannot be read (${code})`;
      const fix = 'Make it readable.';
      if (code !== 'ENOENT' || prefix !== '')
        problems.push({ file: path, ...startOfFile, found, expected: 'a folder of records', fix });
    }
    for (const entry of entries) {
      const file = join(path, entry.name);
      if (entry.name.startsWith('.')) {
        if (entry.isFile() && entry.name.endsWith('.md')) problems.push(hiddenRecord(file));
        continue;
      }
      if (entry.isDirectory()) {
        if (prefix !== '' || isFolderWanted(entry.name)) visit(file, `${prefix}${entry.name}/`);
      } else if (entry.isFile() && entry.name.endsWith('.md'))
        files.push({ file, id: prefix + entry.name.slice(0, -3) });
      else problems.push(notARecord(file, entry.isSymbolicLink()));
    }
  }
}

/**
 * Lists the ids of all authority records that have a file, whether it is valid or not.
 *
 * @param root absolute path of the content folder
 */
export function listKnownIds(root: string): KnownIds {
  return mapVocabularies((name) => listRecordFiles(join(root, name)).files.map(({ id }) => id));
}

/** Finds folders with misspelt names, whose records would silently be missing. Other unknown folders are ignored. */
export function checkFolders(root: string): Problem[] {
  const known = ['articles', 'sources', 'media', ...vocabularies.map(({ name }) => name)];
  let entries: Dirent[];
  try {
    entries = readdirSync(root, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // That there is no site.yaml is reported.
    if (code === 'ENOENT') return [];
    const found = `a content folder that cannot be read (${code})`;
    return [
      { file: root, ...startOfFile, found, expected: 'a folder', fix: 'Make it a folder that is readable.' },
    ];
  }
  return entries.flatMap((entry) => {
    const close =
      entry.isDirectory() && !known.includes(entry.name)
        ? findNearestName(entry.name.toLowerCase(), known)
        : undefined;
    if (!close) return [];
    const found = `the folder "${entry.name}"`;
    const fix = `Did you mean "${close}"? Otherwise keep it outside of the content folder.`;
    return [
      { file: join(root, entry.name), ...startOfFile, found, expected: `one of: ${known.join(', ')}`, fix },
    ];
  });
}

function hiddenRecord(file: string): Problem {
  const fix = 'Remove it, or rename it if it is a record.';
  return { file, ...startOfFile, found: 'a hidden file', expected: 'no hidden records', fix };
}

function notARecord(file: string, link: boolean): Problem {
  return {
    file,
    ...startOfFile,
    found: link ? 'a symbolic link' : 'a file that is not a record',
    expected: 'only files that end in .md',
    fix: link
      ? 'Put the file itself here.'
      : 'Rename it to .md if it is a record, else move it out of this folder.',
  };
}
