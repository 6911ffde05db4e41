import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getHeapStatistics } from 'node:v8';

import { formatCount } from '../../records/format-count.ts';
import { parseSpan } from '../../records/span.ts';
import { CommandError } from '../../system/command-error.ts';
import { digestModules } from '../../system/module-digest.ts';
import { findRealPath } from '../../system/real-path.ts';
import { writeFileSafely } from '../../system/write-file.ts';
import { findConflict, isLitter, type Surroundings } from '../release/output-folder.ts';

/**
 * A part of an archive: what building a span of years has made that does not depend on other years. Its folder is a cache
 * (`../../system/cache.ts`), from which the join takes the parsed frontmatter, the rendered texts and the parts of the search
 * index of these articles. Nothing in it is needed that could not be made again from the content folder.
 */
export interface Part {
  /** The span, as it was given: `1950-1979`. */
  span: string;
  /** Digest of the code that has made it. */
  code: string;
  /** The number of its articles; missing until the part is finished. */
  articles?: number;
}

const partFile = 'part.json';

/** Digests the code that makes parts. A part of other code has nothing that the join could take. */
export const digestPartCode = () => digestModules(new URL('./make-part.ts', import.meta.url));

/** @param folder absolute path of the part's folder */
export function writePart(folder: string, part: Part): Promise<void> {
  return writeFileSafely(join(folder, partFile), `${JSON.stringify(part, null, 1)}\n`);
}

/** @returns undefined when the folder is not a part */
export function readPart(folder: string): Part | undefined {
  try {
    const { span, code, articles } = JSON.parse(readFileSync(join(folder, partFile), 'utf8')) as Part;
    return parseSpan(span) && { span, code, ...(articles !== undefined && { articles }) };
  } catch {
    return undefined;
  }
}

/**
 * Makes sure that a folder is one that a part may be written to: it is missing, empty, or has a part of the same span, and is
 * neither one that matters nor in one.
 *
 * @throws {CommandError} when it is none
 */
export function refuseForeignFolder(folder: string, span: string, surroundings: Surroundings): void {
  const conflict = findConflict(findRealPath(folder), surroundings);
  if (conflict !== undefined)
    throw new CommandError(
      `${folder} cannot take a part: ${conflict}. Give a folder of its own with --out-dir, such as parts/${span}.`,
    );
  const part = readPart(folder);
  const state = lstatSync(folder, { throwIfNoEntry: false });
  const isFree =
    state === undefined || (state.isDirectory() && readdirSync(folder).every((name) => isLitter(name)));
  if (part ? part.span === span : isFree) return;
  throw new CommandError(
    part
      ? `${folder} has the span ${part.span}, not ${span}. Give another folder with --out-dir.`
      : `${folder} is neither empty nor a part of an archive. Give another folder with --out-dir.`,
  );
}

/**
 * Finds out whether an archive can be joined from parts: each is finished, made by this program, and there is one for every
 * year of which there are articles.
 *
 * @param folders absolute paths of the parts
 * @param root absolute path of the content folder
 * @throws {CommandError} with everything that is wrong with them
 */
export function refuseIncompleteParts(folders: readonly string[], root: string): void {
  const parts = folders.map((folder) => ({ folder, part: readPart(folder) }));
  const code = digestPartCode();
  const wrong = parts.flatMap(({ folder, part }) => {
    if (!part) return [`${folder} is not a part of an archive. Leave it out, or build a part there.`];
    const again = `Build it again: npm run build -- --span ${part.span} --out-dir ${folder}`;
    if (part.articles === undefined) return [`${folder} (${part.span}) was not finished. ${again}`];
    if (part.code !== code)
      return [`${folder} (${part.span}) was built by another version of the program. ${again}`];
    return [];
  });
  const spans = parts.flatMap(({ part }) => (part && parseSpan(part.span)) ?? []);
  const missing = listYears(root).filter((year) => !spans.some((span) => span.includes(year)));
  wrong.push(
    ...formatRuns(missing).map(
      (run) => `The articles of ${run} are in none of the parts. Build them: npm run build -- --span ${run}`,
    ),
  );
  if (wrong.length > 0) throw new CommandError(`The parts cannot be joined:\n  ${wrong.join('\n  ')}`);
  refuseLittleMemory(parts.reduce((sum, { part }) => sum + (part?.articles ?? 0), 0));
}

/** What the join holds of an article, in bytes: 12,000 of each of 120,000 short texts, their share of all pages included. */
const heapPerArticle = 13_000;

/** @throws {CommandError} rather than let Node.js end with "heap out of memory" after the first half of the work */
function refuseLittleMemory(articles: number): void {
  const needed = articles * heapPerArticle;
  const { heap_size_limit: limit } = getHeapStatistics();
  if (needed <= limit) return;
  const inGigabytes = (bytes: number) => (bytes / 1e9).toFixed(1);
  throw new CommandError(
    `To join ${formatCount(articles, 'article')}, some ${inGigabytes(needed)} GB of memory are needed, and Node.js takes ${inGigabytes(limit)} GB at most. Let it take more, on a machine that has it: NODE_OPTIONS=--max-old-space-size=${Math.ceil(needed / 1e6)} npm run build -- --join …`,
  );
}

/** The folders directly below `articles/`, sorted: years, and `undated`. */
function listYears(root: string): string[] {
  try {
    return readdirSync(join(root, 'articles'), { withFileTypes: true })
      .flatMap((entry) => (entry.isDirectory() && parseSpan(entry.name) ? [entry.name] : []))
      .sort();
  } catch {
    // It is reported when it is read.
    return [];
  }
}

/** @example formatRuns(['1950', '1951', '1960', 'undated']) // ['1950-1951', '1960', 'undated'] */
function formatRuns(years: readonly string[]): string[] {
  const runs: string[][] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run && Number(run.at(-1)) + 1 === Number(year)) run.push(year);
    else runs.push([year]);
  }
  return runs.map((run) => (run.length === 1 ? (run[0] ?? '') : `${run[0]}-${run.at(-1)}`));
}
