import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getHeapStatistics } from 'node:v8';

import { federatedRoot } from '../../records/content-root.ts';
import { formatCount } from '../../records/format-count.ts';
import { displayPath } from '../../records/problem.ts';
import { readSite } from '../../records/read/read-site.ts';
import { parseSpan } from '../../records/span.ts';
import { CommandError } from '../../system/command-error.ts';
import { digestPartCode, readPart, type Part } from './part.ts';

/** The parts that a site is joined from. */
export interface JoinedParts {
  /** The folders of those of an archive, by the absolute path of its content folder. */
  of(root: string): string[];
}

/** An archive that has parts. */
interface JoinedArchive {
  root: string;
  /** Its public address; undefined where its `site.yaml` is not valid, which is reported when it is read. */
  url: string | undefined;
  /** The command that builds its part of a span. */
  build(span: string, folder?: string): string;
}

/** A part that was given, with the archive that it is of. */
interface JoinedPart {
  folder: string;
  part: Part | undefined;
  archive: JoinedArchive | undefined;
  /** It is of none of the archives. */
  isForeign: boolean;
}

/**
 * Finds out whether a site can be joined from parts: each is finished, made by this program, of this archive or of one of this
 * federation, and there is one for every year that has articles.
 *
 * @param folders absolute paths of the parts
 * @param root absolute path of the content folder
 * @throws {CommandError} with everything that is wrong with them
 */
export async function refuseIncompleteParts(folders: readonly string[], root: string): Promise<JoinedParts> {
  const archives = await listJoined(root);
  const code = digestPartCode();
  const parts = folders.map((folder): JoinedPart => {
    const part = readPart(folder);
    const archive = archives.find(({ url }) => url !== undefined && url === part?.archive);
    const isForeign =
      !archive && part?.articles !== undefined && archives.every(({ url }) => url !== undefined);
    return { folder, part, archive, isForeign };
  });
  const wrong = parts.flatMap((each) => describeFault(each, archives, code) ?? []);
  for (const archive of archives) {
    const own = parts.filter((each) => each.archive === archive || !(each.archive || each.isForeign));
    const spans = own.flatMap(({ part }) => (part && parseSpan(part.span)) ?? []);
    const missing = listYears(archive.root).filter((year) => !spans.some((span) => span.includes(year)));
    const of = archives.length > 1 ? ` in ${displayPath(archive.root)}` : '';
    wrong.push(
      ...formatRuns(missing).map(
        (run) => `The articles of ${run}${of} are in none of the parts. Build them: ${archive.build(run)}`,
      ),
    );
  }
  if (wrong.length > 0) throw new CommandError(`The parts cannot be joined:\n  ${wrong.join('\n  ')}`);
  refuseLittleMemory(parts.reduce((sum, { part }) => sum + (part?.articles ?? 0), 0));
  return {
    of: (of) => parts.flatMap(({ folder, archive }) => (archive?.root === of ? [folder] : [])),
  };
}

/** The archive of a content folder or, of a federation, its archives. */
async function listJoined(root: string): Promise<JoinedArchive[]> {
  const { site } = await readSite(root);
  if (!site?.archives) {
    const build = (span: string, folder?: string) =>
      `npm run build -- --span ${span}${folder === undefined ? '' : ` --out-dir ${folder}`}`;
    return [{ root, url: site?.url, build }];
  }
  const archives: JoinedArchive[] = [];
  for (const { name, content } of site.archives) {
    const own = federatedRoot(root, content);
    archives.push({
      root: own,
      url: (await readSite(own)).site?.url,
      build: (span, folder = `parts/${name}-${span}`) =>
        `ARCHIVE_CONTENT=${displayPath(own)} npm run build -- --span ${span} --out-dir ${folder}`,
    });
  }
  return archives;
}

/** Says what is wrong with a part, if anything is, and what to do about it. */
function describeFault(
  { folder, part, archive, isForeign }: JoinedPart,
  archives: readonly JoinedArchive[],
  code: string,
): string | undefined {
  if (!part) return `${folder} is not a part of an archive. Leave it out, or build a part there.`;
  // Of an unfinished part it is not known of which archive it is.
  const builder = archive ?? (archives.length === 1 ? archives[0] : undefined);
  const again = builder
    ? `Build it again: ${builder.build(part.span, folder)}`
    : 'Build it again, from the content folder that it is of.';
  const name = `${folder} (${part.span})`;
  if (part.articles === undefined) return `${name} was not finished. ${again}`;
  if (part.code !== code) return `${name} was built by another version of the program. ${again}`;
  return isForeign
    ? `${name} is of the archive ${part.archive}, which is not joined here. Leave it out, unless the archive has another address now. ${again}`
    : undefined;
}

/** What the join takes of the heap for an article, in bytes: 5,500 for each of a million short texts, with their share of all pages. */
const heapPerArticle = 6_500;

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
