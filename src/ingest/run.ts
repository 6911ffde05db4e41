import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Report } from '../commands/progress.ts';
import { CommandError } from '../commands/run-command.ts';
import { ContentError } from '../records/problem.ts';
import { readArchive } from '../records/read/read-archive.ts';
import { cleaningUp } from './write/clean-up.ts';
import type { Failure, Item, SourceOptions } from './drafts/draft.ts';
import { createCopies } from './write/keep-copies.ts';
import { listFiles, type Listed } from './read/list-received-files.ts';
import { createPlanner, type Outcome, type PlanOptions, type PresentSources } from './plan/plan.ts';
import { readItems } from './read/read-items.ts';
import type { Format } from './read/recognize.ts';
import { openReportFile } from './report/report-file.ts';
import { findReportTarget } from './report/report-target.ts';
import { openStaging, type Staging } from './write/staging.ts';
import { createTally, type Tally } from './report/tally.ts';

/** What a run is asked to do. */
export interface RunOptions extends PlanOptions, Omit<SourceOptions, 'languages'> {
  format?: Format | undefined;
  /** Stops when it is known what would be written. Nothing in the content folder is touched. */
  dryRun: boolean;
  /** A file for a line an item. */
  report?: string | undefined;
}

/**
 * Takes files in. Everything is read and prepared first, in a stream; then what is prepared is put in its places. A run
 * that is broken off, at any moment, has written whole entries or none, and the same run once more writes the rest.
 *
 * @param root absolute path of the content folder
 * @param names files and folders; `-` for standard input
 * @param onPlan called with what is known when everything has been read, before anything is written
 * @throws {ContentError} when the archive itself has errors: what is taken in has to fit into it
 * @throws {UsageError} when the report cannot be where it is asked for
 */
export async function takeIn(
  root: string,
  names: readonly string[],
  options: RunOptions,
  progress: Report,
  onPlan: (tally: Tally) => void,
): Promise<Tally> {
  return cleaningUp(async (removeLater) => {
    const report =
      options.report === undefined
        ? undefined
        : removeLater(await openReportFile(findReportTarget(options.report, root, names)));
    progress.step('Reading the archive');
    const { content, problems } = await readArchive(root);
    if (!content) throw new ContentError(problems);
    progress.done(`${content.articles.length.toLocaleString('en')} articles`);

    try {
      const staging = options.dryRun ? undefined : removeLater(await openStaging(root));
      const plan = createPlanner(content, presentSources(root), options);
      const tally = createTally();
      progress.step('Reading the files');
      const languages = [options.language ?? [], content.site.language].flat();
      const listed = await listFiles(names, removeLater(createCopies()));
      for (const [number, each] of listed.entries()) {
        for await (const item of itemsOf(each, { ...options, languages })) {
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
      if (staging) await write(staging, progress);
      await report?.publish();
      return tally;
    } catch (error) {
      throw explain(error);
    }
  });
}

/** The items of a file, or that it has none: nothing that is given goes without a word. */
async function* itemsOf(
  listed: Listed,
  options: SourceOptions & Pick<RunOptions, 'format'>,
): AsyncIterable<Item> {
  if (listed.kind !== 'file') {
    yield listed;
    return;
  }
  let items = 0;
  for await (const item of readItems(listed.file, options.format, options)) {
    items++;
    yield item;
  }
  if (items === 0) {
    yield {
      kind: 'skipped',
      origin: { file: listed.file.name, line: 1 },
      reason: 'a file with no items in it',
    };
  }
}

/** Words what the system has refused; it is for the archivist to mend. */
function explain(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  const done =
    'Entries are in their places whole or not at all. Mend the cause, and run the same command again.';
  return new CommandError(`The run has stopped: ${message}. ${done}`, { cause: error });
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

function presentSources(root: string): PresentSources {
  return {
    digestOf(path) {
      const file = join(root, 'sources', path);
      const entry = lstatSync(file, { throwIfNoEntry: false });
      if (!entry) return undefined;
      // What is no file is no source text; its place is taken all the same.
      return entry.isFile() ? createHash('sha256').update(readFileSync(file)).digest('hex') : '';
    },
  };
}

/** Words a failure as all errors are worded: `file:line:column: found …; expected …. What to do.` */
export function formatFailure({ origin, line, column, found, expected, fix }: Failure): string {
  const item = origin.item === undefined ? '' : ` ${origin.item}:`;
  return `${origin.file}:${line}:${column}:${item} found ${found}; expected ${expected}. ${fix}`;
}
