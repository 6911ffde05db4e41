import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

import { startOfFile, type Position } from '../../records/problem.ts';
import { CommandError } from '../../system/command-error.ts';
import { decompressFile, listHeldTexts, type HeldText } from './decode-file.ts';
import { createIndexSearch, type IndexSearch } from './index-search.ts';
import { findName, listForms, type NameForm } from './find-name.ts';
import { asWritten, listReadings } from './reading.ts';

/** The most places that are told of one file. */
const mostPlaces = 20;

/** Lists of the index's words, sorted: two that follow one another are no name. Each is in a file of words, too. */
const isWordList = /^pagefind[\\/]words\.(?:json|txt)$/;

/** Where a name is. */
export interface Place extends Position {
  /** Absolute path. */
  file: string;
  name: string;
  /** Completes "found NAME …"; '' where it is simply in the text. */
  where: string;
}

/** What was found in a folder. */
export interface SearchedFolder {
  places: Place[];
  /** The number of files that were read, and of their bytes. */
  files: number;
  bytes: number;
}

/** A name that is looked for. */
interface SoughtName {
  name: string;
  forms: readonly NameForm[];
}

/**
 * Looks for names in all files below a folder, and in their paths, in time proportional to their bytes.
 *
 * @param folder absolute path
 * @param includesHidden whether files and folders whose names begin with a dot are read, too
 * @throws {CommandError} when a file of the search index is damaged
 */
export async function searchFolder(
  folder: string,
  names: readonly string[],
  includesHidden: boolean,
): Promise<SearchedFolder> {
  const sought = names.map((name): SoughtName => ({ name, forms: listForms(name) }));
  const isAscii = names.every((name) => /^[\0-\x7f]*$/.test(name));
  const index = createIndexSearch(names);
  const result: SearchedFolder = { places: [], files: 0, bytes: 0 };
  /** Files and folders of which it has been told that a name is in their path. */
  const named = new Set<string>();
  for (const { isFile, file } of await listEntries(folder, includesHidden)) {
    const path = { reading: asWritten(relative(folder, file)), where: 'in its path', hasLines: true };
    const [inPath] = findPlaces(file, path, sought);
    if (inPath) {
      if (!named.has(dirname(file))) result.places.push({ ...inPath, ...startOfFile });
      named.add(file);
    }
    if (!isFile) continue;
    const written = await readFile(file);
    const content = decompressFile(written, file);
    result.files++;
    result.bytes += written.length;
    if (isWordList.test(relative(folder, file))) continue;
    if (file.endsWith('.words')) {
      await readWords(index.read, file, content);
      continue;
    }
    const found = listHeldTexts(content, isAscii).flatMap(({ where, ...text }) => {
      const parts = [content === written ? '' : 'decompressed', where].filter((part) => part !== '');
      return findPlaces(file, { ...text, where: parts.join(', ') }, sought);
    });
    result.places.push(...limitPlaces(found));
  }
  result.places.push(...(await index.find()).map((place) => ({ ...place, ...startOfFile })));
  return result;
}

async function listEntries(folder: string, includesHidden: boolean) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .map((entry) => ({ isFile: entry.isFile(), file: join(entry.parentPath, entry.name) }))
    .filter(({ file }) => includesHidden || !/(?:^|[/\\])\./.test(relative(folder, file)))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

async function readWords(read: IndexSearch['read'], file: string, words: Uint8Array): Promise<void> {
  try {
    const positions = file.replace(/\.words$/, '.positions');
    read(file, words, decompressFile(await readFile(positions), positions));
  } catch (error) {
    throw new CommandError(`${file} cannot be read. ${(error as Error).message}`, { cause: error });
  }
}

/** Drops what two readings have found at the same place, and what is too much to be read. */
function limitPlaces(places: readonly Place[]): Place[] {
  const byPlace = new Map(places.map((place) => [`${place.line}:${place.column}:${place.name}`, place]));
  const unique = [...byPlace.values()];
  const [left, last] = [unique.length - mostPlaces, unique[mostPlaces]];
  if (left <= 1 || !last) return unique;
  const where = [last.where, `and in ${left - 1} more places`].filter((part) => part !== '').join(' ');
  return [...unique.slice(0, mostPlaces), { ...last, where }];
}

function findPlaces(
  file: string,
  { reading, where, hasLines }: HeldText,
  sought: readonly SoughtName[],
): Place[] {
  const readings = listReadings(reading);
  return sought.flatMap(({ name, forms }) => {
    const offsets = readings.flatMap(({ text, originOf }) => findName(text, forms, !hasLines).map(originOf));
    const ascending = [...new Set(offsets)].sort((a, b) => a - b);
    return locate(ascending, hasLines ? reading.text : '').map((position) => ({
      file,
      name,
      where,
      ...position,
    }));
  });
}

/** @param offsets ascending */
function locate(offsets: readonly number[], lines: string): Position[] {
  const endOf = (start: number) => (lines.indexOf('\n', start) + 1 || Infinity) - 1;
  let [line, start, end] = [1, 0, endOf(0)];
  return offsets.map((offset) => {
    while (end < offset) {
      line++;
      start = end + 1;
      end = endOf(start);
    }
    return { line, column: offset - start + 1 };
  });
}
