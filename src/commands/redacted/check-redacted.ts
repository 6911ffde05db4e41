import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';

import { manifestFile } from '../../build/release/manifest.ts';
import { formatCount } from '../../records/format-count.ts';
import { byPosition, displayPath, startOfFile, type Position } from '../../records/problem.ts';
import { signature } from '../../search/pagefind/pagefind-file.ts';
import { CommandError } from '../../system/command-error.ts';
import type { CheckResult, Finding } from '../check-content.ts';
import { decompressFile, listHeldTexts } from './decode-file.ts';
import { createIndexSearch } from './index-search.ts';
import { createNamePattern } from './name-pattern.ts';
import { asWritten, listReadings, type Reading } from './reading.ts';

/** The most places that are told of one file. */
const mostPlaces = 20;

/** Where a name is in a file. */
interface Place extends Position {
  name: string;
  where: string;
}

/**
 * Looks for names in everything that is published, whatever it is encoded or compressed with: what is found is an error.
 * What is found in the content folder is a warning, since source texts stay there. Takes time in proportion to the bytes.
 *
 * @param root absolute path of the content folder
 * @param outDir absolute path of the folder that is published
 * @param names at least one, each with letters
 * @throws {CommandError} when there is no whole build, in which nothing could be proved
 */
export async function checkRedacted(
  root: string,
  outDir: string,
  names: readonly string[],
): Promise<CheckResult> {
  if (!existsSync(join(outDir, manifestFile)))
    throw new CommandError(`${displayPath(outDir)} is no build of an archive. Run "npm run build" first.`);
  const published = await searchFolder(outDir, names);
  const kept = await searchFolder(root, names);
  const message = {
    published: {
      expected: 'it to be nowhere in what is published',
      fix: 'Take it out of the record in content/ that this comes from, and build again.',
    },
    kept: {
      expected: 'to know of it: content/ is not published',
      fix: 'Take it out, too, if others can read this folder.',
    },
  };
  const findings = [
    ...published.places.map((place) => toFinding(place, 'error', message.published)),
    ...kept.places.map((place) => toFinding(place, 'warning', message.kept)),
  ].sort(byPosition);
  const read = `${formatCount(published.files, 'file')} and ${formatCount(published.bytes, 'byte')} of ${displayPath(outDir)} read`;
  return { findings, read, hasCheckedTags: true };
}

function toFinding(
  { file, name, where, line, column }: Place & { file: string },
  severity: Finding['severity'],
  message: Pick<Finding, 'expected' | 'fix'>,
): Finding {
  return { file, line, column, found: [`"${name}"`, where].filter(Boolean).join(' '), ...message, severity };
}

/** Looks for names in all files below a folder, and in their paths; hidden ones belong to tools. */
async function searchFolder(folder: string, names: readonly string[]) {
  const patterns = names.map((name) => ({ name, pattern: createNamePattern(name) }));
  const isAscii = names.every((name) => /^[\0-\x7f]*$/.test(name));
  const index = createIndexSearch(names);
  const places: (Place & { file: string })[] = [];
  let [files, bytes] = [0, 0];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .map((entry) => ({ isFile: entry.isFile(), path: join(entry.parentPath, entry.name) }))
    .filter(
      ({ path }) =>
        !relative(folder, path)
          .split(sep)
          .some((part) => part.startsWith('.')),
    )
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { isFile, path: file } of paths) {
    // What is above it has been told of.
    const inPath = findPlaces(listReadings(asWritten(basename(file))), patterns, { where: 'in its path' });
    places.push(...inPath.slice(0, 1).map((place) => ({ file, ...place, ...startOfFile })));
    if (!isFile) continue;
    const written = await readFile(file);
    files++;
    bytes += written.length;
    const content = decompressFile(written, file);
    if (file.endsWith('.pf_index')) index.read(file, content.subarray(signature.length));
    const compressed = content === written ? '' : 'decompressed';
    const found = listHeldTexts(content, isAscii).flatMap(({ reading, where, hasLines }) =>
      findPlaces(
        listReadings(reading),
        patterns,
        { where: [compressed, where].filter(Boolean).join(', ') },
        hasLines ? reading.text : undefined,
      ),
    );
    places.push(...limit(found).map((place) => ({ file, ...place })));
  }
  const inIndex = index.find().map(({ file, name, where }) => ({ file, name, where, ...startOfFile }));
  return { files, bytes, places: [...places, ...inIndex] };
}

/** Drops what two readings have found at the same place, and what is too much to be read. */
function limit(places: readonly Place[]): Place[] {
  const unique = [
    ...new Map(places.map((place) => [`${place.line}:${place.column}:${place.name}`, place])).values(),
  ];
  const left = unique.length - mostPlaces;
  const last = unique[mostPlaces];
  if (left <= 0 || !last) return unique;
  return [
    ...unique.slice(0, mostPlaces),
    { ...last, where: `${last.where} and in ${left - 1} more places`.trim() },
  ];
}

/** @param lines the text in which places are counted by line; by character where it is left out */
function findPlaces(
  readings: readonly Reading[],
  patterns: readonly { name: string; pattern: RegExp }[],
  { where }: { where: string },
  lines?: string,
): Place[] {
  return patterns.flatMap(({ name, pattern }) => {
    const offsets = readings.flatMap(({ text, originOf }) =>
      Array.from(text.matchAll(pattern), ({ index }) => originOf(index)),
    );
    return locate(
      [...new Set(offsets)].sort((a, b) => a - b),
      lines,
    ).map((position) => ({ name, where, ...position }));
  });
}

/** @param offsets ascending */
function locate(offsets: readonly number[], lines = ''): Position[] {
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
