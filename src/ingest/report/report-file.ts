import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, rmSync } from 'node:fs';
import { lstat, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';

import { UsageError } from '../../system/command-error.ts';
import type { LeftOut } from '../drafts/draft.ts';
import type { Temporary } from '../write/with-cleanup.ts';
import type { Origin } from '../sources/source.ts';
import { formatSimilarity } from '../duplicates/find-duplicates.ts';
import type { Outcome } from '../plan/outcome.ts';

/** A line of a report: a JSON object for each item (ndjson.org). */
export interface ReportLine extends Origin {
  /** `planned` when the run was dry. */
  outcome: 'written' | 'planned' | 'skipped' | 'failed';
  /** The article's id. */
  id?: string;
  title?: string;
  /** Why it was skipped, or what is wrong. */
  reason?: string;
  /** Which article it is similar to. */
  likeness?: string;
  /** Ambiguous names: a person has to decide whose they are. */
  doubts?: readonly { name: string; records: readonly string[]; reason: string }[];
  /** Names in the source that no record has; `doubt` says why it is not known which kind of record one would be. */
  unmatched?: readonly { name: string; vocabulary?: string; doubt?: string }[];
  /** Its pictures and attachments: paths below the content folder, and the files that they are copies of. */
  media?: readonly { path: string; from: string }[];
  /** What of the source is not in the entry. */
  leftOut?: readonly LeftOut[];
  /** How it was read: which columns were used, what is doubtful. */
  notices?: readonly string[];
}

/** A report that is written while items are read. Removing it does not remove what was published. */
export interface ReportFile extends Temporary {
  add(outcome: Outcome, isDry: boolean): Promise<void>;
  /** Renames the complete report to its final name. An older report of that name is replaced. */
  publish(): Promise<void>;
}

/**
 * Opens a report as a temporary file beside its final name, so that it is known at once whether it can be written there.
 *
 * @param target absolute path
 * @throws {UsageError} when nothing can be written there, or it would replace something other than a report
 */
export async function openReportFile(target: string): Promise<ReportFile> {
  await refuseOtherFile(target);
  const path = join(dirname(target), `.report-${randomUUID()}`);
  const stream = createWriteStream(path, { flags: 'wx' });
  await once(stream, 'open').catch((error: Error) => {
    throw new UsageError(`--report ${target} cannot be written (${error.message}).`, { cause: error });
  });
  // Later errors are thrown by the next call.
  stream.on('error', () => {});
  return {
    async add(outcome, isDry) {
      if (stream.errored) throw stream.errored;
      if (!stream.write(`${JSON.stringify(toReportLine(outcome, isDry))}\n`)) await once(stream, 'drain');
    },
    async publish() {
      stream.end();
      await finished(stream);
      await rename(path, target);
    },
    remove() {
      stream.destroy();
      rmSync(path, { force: true });
    },
  };
}

/** What each line of a report begins with. */
const firstKey = '{"outcome":"';

async function refuseOtherFile(target: string): Promise<void> {
  const state = await lstat(target).catch(() => undefined);
  if (state === undefined || (state.isFile() && state.size === 0)) return;
  if (state.isFile() && (await readStart(target, firstKey.length)) === firstKey) return;
  throw new UsageError(
    `--report ${target} cannot be written: there is something else than a report of npm run ingest. Give another name, or move that elsewhere.`,
  );
}

async function readStart(file: string, length: number): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

function toReportLine(outcome: Outcome, isDry: boolean): ReportLine {
  if (outcome.kind === 'failed') {
    const { origin, line, column, found, expected, fix } = outcome.failure;
    return {
      outcome: 'failed',
      ...origin,
      line,
      reason: `column ${column}: found ${found}; expected ${expected}. ${fix}`,
    };
  }
  if (outcome.kind === 'skipped') {
    const { origin, title, reason, detail } = outcome;
    const told = detail === undefined ? reason : `${reason}: ${detail}`;
    return { outcome: 'skipped', ...origin, ...(title !== undefined && { title }), reason: told };
  }
  const { origin, planned } = outcome;
  const { id, title, likeness, doubts, unmatched, media, leftOut, notices } = planned;
  return {
    outcome: isDry ? 'planned' : 'written',
    ...origin,
    id,
    title,
    ...(likeness && { likeness: formatSimilarity(likeness) }),
    ...(doubts.length > 0 && { doubts }),
    ...(unmatched.length > 0 && { unmatched }),
    ...(media.length > 0 && { media: media.map(({ path, from }) => ({ path, from })) }),
    ...(leftOut.length > 0 && { leftOut }),
    ...(notices.length > 0 && { notices }),
  };
}
