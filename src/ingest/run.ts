import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Report } from '../system/progress.ts';
import { CommandError } from '../system/command-error.ts';
import { ContentError } from '../records/problem.ts';
import { readArchive } from '../records/read/read-archive.ts';
import { withCleanup } from './write/with-cleanup.ts';
import type { Item, SourceOptions } from './sources/source.ts';
import { createSiteReader } from './sources/markdown/jekyll/read-site.ts';
import { createTemporaryCopies } from './read/temporary-copies.ts';
import { joinCrawl } from './read/join-crawl.ts';
import { listReceivedFiles, textsFirst, type ListedFile } from './read/list-received-files.ts';
import { leaveToPackages } from './read/leave-to-packages.ts';
import { createMediaTaker, type MediaTaker } from './media/take-media.ts';
import type { Outcome } from './plan/outcome.ts';
import { createPlanner } from './plan/plan.ts';
import type { ExistingSources, PlanOptions } from './plan/plan-article.ts';
import type { TermSorter } from './names/term-sorter.ts';
import { readItems } from './read/read-items.ts';
import type { Format } from './read/recognize-format.ts';
import { openReportFile } from './report/report-file.ts';
import { findReportTarget } from './report/report-target.ts';
import { openStaging, type Staging } from './write/staging.ts';
import { createTally, type Tally } from './report/tally.ts';

/** The options of a run. */
export interface RunOptions extends PlanOptions, Omit<SourceOptions, 'languages' | 'siteOf' | 'copies'> {
  format?: Format | undefined;
  /** Only finds out what would be written; the content folder is not changed. */
  dryRun: boolean;
  /** Whether nothing is written when anything of the sources would not be in the entries. */
  strict: boolean;
  /** Folders that have the files of pictures. */
  media: readonly string[];
  /** Path of a file that gets a line for each item. */
  report?: string | undefined;
}

/**
 * Ingests files. All items are read and prepared first, as a stream; then the prepared files are moved to their final paths.
 * A run that is interrupted at any moment has written complete articles only, and running it again writes the rest.
 *
 * @param root absolute path of the content folder
 * @param names files and folders; `-` for standard input
 * @param onPlan called with what is known when everything has been read, before anything is written
 * @throws {ContentError} when the archive itself has errors: the new records have to be consistent with it
 * @throws {UsageError} when the report cannot be written to the given path
 */
export async function ingestFiles(
  root: string,
  names: readonly string[],
  options: RunOptions,
  progress: Report,
  onPlan: (tally: Tally) => void,
): Promise<Tally> {
  return withCleanup(async (removeLater) => {
    const report =
      options.report === undefined
        ? undefined
        : removeLater(await openReportFile(findReportTarget(options.report, root, names)));
    const media = await createMediaTaker(options.media);
    progress.step('Reading the archive');
    // What has gone is told by what publishes; a command that reads what others have sent starts no other program.
    const { content, problems } = await readArchive(root, { allowsRemoval: true });
    if (!content) throw new ContentError(problems);
    progress.done(`${content.articles.length.toLocaleString('en')} articles`);

    try {
      const staging = options.dryRun ? undefined : removeLater(await openStaging(root));
      const plan = createPlanner(content, existingSources(root), options);
      const tally = createTally();
      const languages = [options.language ?? [], content.site.language].flat();
      const copies = removeLater(createTemporaryCopies());
      const received = await leaveToPackages(await listReceivedFiles(names, copies), options.encoding);
      const listed = await joinCrawl(await textsFirst(received));
      const { sorter } = options;
      const formerHosts = [content.site.formerHosts ?? [], options.formerHosts ?? []].flat();
      const reading = { ...options, languages, formerHosts, copies };
      const siteOf = formerHosts.length > 0 ? createSiteReader() : undefined;
      if (sorter) await sortNames(sorter, listed, reading, progress);
      progress.step('Reading the files');
      for (const [number, each] of listed.entries()) {
        for await (const item of itemsOf(each, { ...reading, siteOf }, media)) {
          const outcome = plan(item);
          tally.add(outcome);
          await report?.add(outcome, options.dryRun);
          if (staging) await prepare(staging, outcome);
          progress.progress(
            listed.length > 1 ? number : tally.items,
            listed.length > 1 ? listed.length : undefined,
          );
        }
      }
      progress.done(`${tally.items.toLocaleString('en')} items`);
      onPlan(tally);
      if (staging && !isRefused(tally, options)) await write(staging, progress);
      await report?.publish();
      return tally;
    } catch (error) {
      throw toCommandError(error);
    }
  });
}

/** Reads what all texts say of the names that their sources give them: only then is known what each name is. */
async function sortNames(
  sorter: TermSorter,
  listed: readonly ListedFile[],
  options: SourceOptions & Pick<RunOptions, 'format'>,
  progress: Report,
): Promise<void> {
  progress.step('Sorting the names in the sources');
  let items = 0;
  for (const each of listed) {
    for await (const item of itemsOf(each, options)) {
      progress.progress(++items);
      if (item.kind === 'draft') sorter.read(item.draft, item.draft.language ?? options.languages[0] ?? 'en');
    }
  }
  progress.done(`${items.toLocaleString('en')} items`);
}

/** The items of a file; an empty file is a skipped item, so that every input is accounted for. */
async function* itemsOf(
  listed: ListedFile,
  options: SourceOptions & Pick<RunOptions, 'format'>,
  media?: MediaTaker,
): AsyncIterable<Item> {
  if (listed.kind !== 'file') {
    yield listed;
    return;
  }
  let items = 0;
  for await (const item of readItems(listed.file, options.format, options, media)) {
    items++;
    yield item;
  }
  if (items === 0) {
    yield {
      kind: 'skipped',
      origin: { file: listed.file.name, line: 1 },
      reason: 'a file without items',
    };
  }
}

/** Describes an error of the operating system as something for the archivist to fix. */
function toCommandError(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  const done =
    'Every article was written completely or not at all. Fix the cause, and run the same command again.';
  return new CommandError(`Ingest stopped: ${message}. ${done}`, { cause: error });
}

async function prepare(staging: Staging, outcome: Outcome): Promise<void> {
  if (outcome.kind !== 'planned') return;
  for (const { path, content } of outcome.planned.files) await staging.prepare(path, content);
}

async function write(staging: Staging, progress: Report): Promise<void> {
  progress.step('Writing');
  let written = 0;
  await staging.publish(() => progress.progress(++written, staging.prepared));
  progress.done(`${written.toLocaleString('en')} files`);
}

function existingSources(root: string): ExistingSources {
  return {
    digestOf: (path) => digestOf(join(root, 'sources', path)),
    mediaDigestOf: (path) => digestOf(join(root, 'media', path)),
  };
}

function digestOf(file: string): string | undefined {
  const entry = lstatSync(file, { throwIfNoEntry: false });
  if (!entry) return undefined;
  // Something else than a file is not a source text or a picture, but its path is taken.
  return entry.isFile() ? createHash('sha256').update(readFileSync(file)).digest('hex') : '';
}

/** Whether a run is strict, and something of the sources would not be in the entries. */
export function isRefused(tally: Tally, { strict }: Pick<RunOptions, 'strict'>): boolean {
  return strict && (tally.leftOut.size > 0 || tally.failures.length > 0);
}
