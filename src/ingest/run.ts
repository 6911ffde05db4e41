import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import type { Report } from '../command/report.ts';
import { CommandError } from '../command/run-command.ts';
import { ContentError } from '../records/problem.ts';
import { readArchive } from '../records/read-archive.ts';
import type { Failure, SourceOptions } from './draft.ts';
import { listFiles } from './list-files.ts';
import { createPlanner, type Outcome, type PlanOptions, type PresentSources } from './plan.ts';
import { readItems } from './read-items.ts';
import type { Format } from './recognize.ts';
import { openReportFile } from './report-file.ts';
import { openStaging, type Staging } from './staging.ts';
import { createTally, type Tally } from './tally.ts';

/** What a run is asked to do. */
export interface RunOptions extends PlanOptions, Omit<SourceOptions, 'language'> {
  format?: Format | undefined;
  /** Stops when it is known what would be written. */
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
 */
export async function takeIn(
  root: string,
  names: readonly string[],
  options: RunOptions,
  progress: Report,
  onPlan: (tally: Tally) => void,
): Promise<Tally> {
  progress.step('Reading the archive');
  const { content, problems } = await readArchive(root);
  if (!content) throw new ContentError(problems);
  progress.done(`${content.articles.length.toLocaleString('en')} articles`);

  const staging = await openStaging(root);
  const stop = () => {
    staging.remove();
    process.exit(130);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const plan = createPlanner(content, presentSources(root), options);
    const tally = createTally();
    const reportFile = await openReportFile(staging.pathOf('report'));
    progress.step('Reading the files');
    const listed = await listFiles(names, staging.pathOf('stdin'));
    for (const [number, each] of listed.entries()) {
      const items =
        each.kind === 'file'
          ? readItems(each.file, options.format, { ...options, language: content.site.language })
          : [each];
      for await (const item of items) {
        const outcome = plan(item);
        tally.add(outcome);
        await reportFile.add(outcome, options.dryRun);
        if (!options.dryRun) await prepare(staging, outcome);
        progress.progress(
          listed.length > 1 ? number : tally.items,
          listed.length > 1 ? listed.length : undefined,
        );
      }
    }
    progress.done(`${tally.items.toLocaleString('en')} items`);
    await reportFile.close();
    onPlan(tally);
    if (!options.dryRun) await write(staging, progress);
    if (options.report !== undefined) await rename(staging.pathOf('report'), resolve(options.report));
    return tally;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined || error instanceof CommandError) throw error;
    const done =
      'Entries are in their places whole or not at all. Mend the cause, and run the same command again.';
    throw new CommandError(`The run has stopped: ${message}. ${done}`, { cause: error });
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    staging.remove();
  }
}

async function prepare(staging: Staging, outcome: Outcome): Promise<void> {
  if (outcome.kind !== 'planned') return;
  const { id, entry, sourceFile, source, records } = outcome.planned;
  // In this order nothing ever refers to what is not there.
  for (const { path, text } of records) await staging.prepare(path, text);
  await staging.prepare(`sources/${sourceFile}`, source);
  await staging.prepare(`articles/${id}.md`, entry);
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
      return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : undefined;
    },
  };
}

/** Words a failure as all errors are worded: `file:line:column: found …; expected …. What to do.` */
export function formatFailure({ origin, line, column, found, expected, fix }: Failure): string {
  const item = origin.item === undefined ? '' : ` ${origin.item}:`;
  return `${origin.file}:${line}:${column}:${item} found ${found}; expected ${expected}. ${fix}`;
}
