import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';

import { UsageError } from '../../commands/run-command.ts';
import type { Temporary } from '../write/clean-up.ts';
import type { Origin } from '../drafts/draft.ts';
import { wordLikeness, type Outcome } from '../plan/plan.ts';

/** What is said of an item in a report: a JSON object a line (ndjson.org). */
export interface ReportLine extends Origin {
  /** `planned` when the run was dry. */
  outcome: 'written' | 'planned' | 'skipped' | 'failed';
  /** The article's id. */
  id?: string;
  title?: string;
  /** Why it was skipped, or what is wrong. */
  reason?: string;
  /** What it is much like. */
  likeness?: string;
  /** Names of which a person has to say whose they are. */
  doubts?: readonly { name: string; records: readonly string[]; reason: string }[];
  /** Names that the source gives and no record has. */
  unmatched?: readonly { name: string; vocabulary?: string }[];
  /** How it was taken: what was left out, and which keys went where. */
  notices?: readonly string[];
}

/** A report that is written while items are read. Removing it leaves what {@link ReportFile.publish} put in its place. */
export interface ReportFile extends Temporary {
  add(outcome: Outcome, isDry: boolean): Promise<void>;
  /** Puts the report in its place, whole. What was there is replaced. */
  publish(): Promise<void>;
}

/**
 * Opens a report beside the place where it is going to be: so what keeps it from being written there is known at once.
 *
 * @param target absolute path
 * @throws {UsageError} when nothing can be written there
 */
export async function openReportFile(target: string): Promise<ReportFile> {
  const path = join(dirname(target), `.report-${randomUUID()}`);
  const stream = createWriteStream(path, { flags: 'wx' });
  await once(stream, 'open').catch((error: Error) => {
    throw new UsageError(`--report ${target} cannot be written (${error.message}).`, { cause: error });
  });
  // What goes wrong later is thrown by the next that is done.
  stream.on('error', () => {});
  return {
    async add(outcome, isDry) {
      if (stream.errored) throw stream.errored;
      if (!stream.write(`${JSON.stringify(describe(outcome, isDry))}\n`)) await once(stream, 'drain');
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

function describe(outcome: Outcome, isDry: boolean): ReportLine {
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
    const { origin, title, reason } = outcome;
    return { outcome: 'skipped', ...origin, ...(title !== undefined && { title }), reason };
  }
  const { origin, planned } = outcome;
  const { id, title, likeness, doubts, unmatched, notices } = planned;
  return {
    outcome: isDry ? 'planned' : 'written',
    ...origin,
    id,
    title,
    ...(likeness && { likeness: wordLikeness(likeness) }),
    ...(doubts.length > 0 && { doubts }),
    ...(unmatched.length > 0 && { unmatched }),
    ...(notices.length > 0 && { notices }),
  };
}
