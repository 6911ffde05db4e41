import { join } from 'node:path';

import { checkAuthors } from '../records/check/check-authors.ts';
import { formatCount } from '../records/format-count.ts';
import { isNamedAddress } from '../records/ledger/named-addresses.ts';
import { findMissingEntries } from '../records/ledger/add-entries.ts';
import { cacheFolder, ledgerFile } from '../records/content-root.ts';
import { isFormer } from '../records/ledger/ledger.ts';
import { byPosition, startOfFile, type Problem } from '../records/problem.ts';
import { readArchive, type ArchiveContent } from '../records/read/read-archive.ts';
import { listContents, type FolderContent } from '../records/read/read-federated.ts';
import { vocabularies } from '../records/vocabularies.ts';
import { openCache } from '../system/cache.ts';
import { checkLinks } from './check-links.ts';
import { checkTagging } from './check-tagging.ts';

/** What is checked in addition to what every build checks. */
export interface CheckOptions {
  /** Checks whether tags and texts agree. */
  tags: boolean;
  /** The same, but all warnings are reported as errors. */
  strict: boolean;
  /** Checks whether everything is in the ledger. */
  published: boolean;
  /** Looks for links in texts to former hosts that lead nowhere. */
  links: boolean;
  /** Whether most articles, and lines of the ledger, may have been removed since the last build. */
  allowsRemoval: boolean;
}

/** A problem with its severity. */
export interface Finding extends Problem {
  severity: 'error' | 'warning';
}

/** The result of a check. */
export interface CheckResult {
  /** By file and line. */
  findings: readonly Finding[];
  /** What was read: `3 articles, 4 people`; undefined when there are invalid files. */
  read: string | undefined;
  /** Whether tags were checked, so that the summary states the number of warnings even if it is 0. */
  hasCheckedTags: boolean;
}

/** Checks a content folder and, of a federation, those of its archives. */
export async function checkContent(
  root: string,
  { tags, strict, published, links, allowsRemoval }: CheckOptions,
): Promise<CheckResult> {
  const hasCheckedTags = tags || strict;
  const {
    content,
    problems,
    warnings: doubts,
  } = await readArchive(root, {
    savesCache: true,
    allowsRemoval,
    federates: (of) => openCache(cacheFolder(of)),
  });
  // Of a federation, its archives are checked as each is by itself.
  const contents = content ? listContents(content, root) : [];
  const errors = [
    ...problems,
    ...(published ? contents.flatMap((each) => checkPublished(each.root, each.content)) : []),
  ];
  const warnings = [
    ...doubts,
    ...contents.flatMap((each) => checkAuthors(each.root, each.content)),
    ...(hasCheckedTags ? await checkAllTagging(contents) : []),
    ...(links ? contents.flatMap((each) => checkLinks(each.root, each.content)) : []),
  ];
  const findings: Finding[] = [
    ...errors.map((problem): Finding => ({ ...problem, severity: 'error' })),
    ...warnings.map((problem): Finding => ({ ...problem, severity: strict ? 'error' : 'warning' })),
  ];
  return { findings: findings.sort(byPosition), read: content && formatCounts(contents), hasCheckedTags };
}

async function checkAllTagging(contents: readonly FolderContent[]): Promise<Problem[]> {
  const found: Problem[] = [];
  for (const { root, content } of contents) found.push(...(await checkTagging(root, content)));
  return found;
}

function formatCounts(contents: readonly FolderContent[]): string {
  const sum = (count: (content: ArchiveContent) => number) =>
    contents.reduce((total, { content }) => total + count(content), 0);
  const counts = vocabularies
    .map(({ name, singular, sourceKey }) => ({
      ...{ name, singular, sourceKey },
      total: sum((content) => content.vocabularies[name].length),
    }))
    .filter(({ sourceKey, total }) => sourceKey === undefined || total > 0)
    .map(({ name, singular, total }) => formatCount(total, singular, name));
  return [
    formatCount(
      sum(({ articles }) => articles.length),
      'article',
    ),
    ...counts,
  ].join(', ');
}

function checkPublished(root: string, content: ArchiveContent): Problem[] {
  const known = new Set(content.ledger.map(({ path }) => path));
  return findMissingEntries(content).map(({ path }) => ({
    file: join(root, isFormer({ path }) || isNamedAddress(path) ? ledgerFile : `${path.slice(0, -1)}.md`),
    ...startOfFile,
    found: known.has(path)
      ? 'a text or a correction that is not in the ledger'
      : `${path}, which is not in the ledger`,
    expected: 'everything that is published to be in the ledger',
    fix: 'Run "npm run ledger" once it is published.',
  }));
}
