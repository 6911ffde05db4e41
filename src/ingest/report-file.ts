import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

import type { Origin } from './draft.ts';
import { wordLikeness, type Outcome } from './plan.ts';

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

/** A report that is written while items are read. */
export interface ReportFile {
  add(outcome: Outcome, isDry: boolean): Promise<void>;
  close(): Promise<void>;
}

/** @param path where the report is kept until it is whole */
export async function openReportFile(path: string): Promise<ReportFile> {
  const stream = createWriteStream(path);
  await once(stream, 'open');
  return {
    async add(outcome, isDry) {
      if (!stream.write(`${JSON.stringify(describe(outcome, isDry))}\n`)) await once(stream, 'drain');
    },
    async close() {
      stream.end();
      await finished(stream);
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
