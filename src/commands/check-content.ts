import { join } from 'node:path';

import { formatCount } from '../records/format-count.ts';
import { findMissingEntries } from '../records/ledger/add-entries.ts';
import { byPosition, startOfFile, type Problem } from '../records/problem.ts';
import { readArchive, type ArchiveContent } from '../records/read/read-archive.ts';
import { vocabularies } from '../records/vocabularies.ts';
import { checkTagging } from './check-tagging.ts';

/** What is checked besides what every build checks. */
interface CheckOptions {
  /** Checks whether tags and texts agree. */
  tags: boolean;
  /** Does so too, and reports as errors what would be warnings. */
  strict: boolean;
  /** Checks whether everything is in the ledger. */
  published: boolean;
}

/** A problem that was found, and how serious it is. */
export interface Finding extends Problem {
  severity: 'error' | 'warning';
}

/** What a check has found. */
export interface CheckResult {
  /** By file and line. */
  findings: readonly Finding[];
  /** How much was read: `3 articles, 4 people`; undefined when not all could be. */
  read: string | undefined;
  /** Whether tags were checked, so that it is worth saying that there are no warnings. */
  hasCheckedTags: boolean;
}

/** Checks a content folder. */
export async function checkContent(
  root: string,
  { tags, strict, published }: CheckOptions,
): Promise<CheckResult> {
  const hasCheckedTags = tags || strict;
  const { content, problems } = await readArchive(root);
  const errors = [...problems, ...(content && published ? checkPublished(root, content) : [])];
  const doubts = content && hasCheckedTags ? await checkTagging(root, content) : [];
  const findings: Finding[] = [
    ...errors.map((problem): Finding => ({ ...problem, severity: 'error' })),
    ...doubts.map((problem): Finding => ({ ...problem, severity: strict ? 'error' : 'warning' })),
  ];
  return { findings: findings.sort(byPosition), read: content && formatCounts(content), hasCheckedTags };
}

function formatCounts({ articles, vocabularies: records }: ArchiveContent): string {
  const counts = vocabularies.map(({ name, singular }) => formatCount(records[name].length, singular, name));
  return [formatCount(articles.length, 'article'), ...counts].join(', ');
}

function checkPublished(root: string, content: ArchiveContent): Problem[] {
  const known = new Set(content.ledger.map(({ path }) => path));
  return findMissingEntries(content).map(({ path }) => ({
    file: join(root, `${path.slice(0, -1)}.md`),
    ...startOfFile,
    found: known.has(path)
      ? 'a text or a correction that is not in the ledger'
      : `${path}, which is not in the ledger`,
    expected: 'everything that is published to be in the ledger',
    fix: 'Run "npm run ledger" once it is published.',
  }));
}
