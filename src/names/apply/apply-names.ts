import { join, relative } from 'node:path';

import { openStaging } from '../../ingest/write/staging.ts';
import { withCleanup } from '../../ingest/write/with-cleanup.ts';
import { checkUnchanged, writeChanges } from '../../records/edit/write-changes.ts';
import { ContentError, type Problem } from '../../records/problem.ts';
import { recordSchemas } from '../../records/read/frontmatter-cache.ts';
import { readArchive, type ArchiveContent } from '../../records/read/read-archive.ts';
import { readMarkdownRecord } from '../../records/read/read-record.ts';
import type { Report } from '../../system/progress.ts';
import { writeFileSafely } from '../../system/write-file.ts';
import { readTable } from '../../tables/read-table.ts';
import { TableError, type TableProblem } from '../../tables/table-problem.ts';
import { namesColumns } from '../names-table.ts';
import { readRejectedNames, rejectedFile, rejectionKey, renderRejectedNames } from '../rejected-names.ts';
import type { ArticleChange } from '../tagging/tag-articles.ts';
import { readDecisions, type DecidedRow } from './decisions.ts';
import { planRecords, type RecordPlan } from './plan-records.ts';
import { tagNamedArticles } from './tag-named-articles.ts';

/** What a table of names changes in an archive. */
export interface NamesPlan {
  records: readonly RecordPlan[];
  articles: readonly ArticleChange[];
  /** How many names are rejected that were not before. */
  rejected: number;
  /** The file of rejected names, when it changes. */
  rejectedText: string | undefined;
}

/**
 * Finds out what the decisions in a table of names change in an archive: records that are made or get further names, and
 * the tags of the articles that name them. Nothing is written: see {@link applyNames}. A table that was applied already
 * changes nothing.
 *
 * @param root absolute path of the content folder
 * @param name of the table's file, for messages
 * @param bytes the file
 * @throws {TableError} with everything that is wrong: with the rows, or with the archive as it would be
 * @throws {ContentError} when the archive has errors already
 */
export async function planNames(
  root: string,
  name: string,
  bytes: Uint8Array,
  report: Report,
): Promise<NamesPlan> {
  report.step('Reading the archive');
  const before = await readContent(root);
  report.done(`${before.articles.length.toLocaleString('en')} articles`);
  const table = await readTable(name, bytes, {
    known: namesColumns,
    required: ['decision', 'kind', 'heading'],
  });
  const problems: TableProblem[] = [...table.problems];
  const decided = readDecisions(table, problems);
  const { plans, keys } = await planRecords(root, before, decided, problems);
  if (problems.length > 0) throw new TableError(name, problems);
  const content = plans.length > 0 ? await readPlanned(root, name, plans) : before;

  report.step('Tagging');
  const articles = await tagNamedArticles(root, content, keys, (done) =>
    report.progress(done, content.articles.length),
  );
  report.done(`${articles.length.toLocaleString('en')} articles to change`);
  return { records: plans, articles, ...(await planRejected(root, decided)) };
}

/**
 * Writes what was planned: new records first, so that no article is ever tagged with one that is not there. A run that is
 * interrupted is completed by running it again.
 *
 * @throws {CommandError} before anything is written, when a file is not what it was when it was read
 */
export async function applyNames(root: string, plan: NamesPlan, report: Report): Promise<void> {
  const made = plan.records.filter(({ before }) => before === undefined);
  const changes = [...plan.records.filter(({ before }) => before !== undefined), ...plan.articles];
  report.step('Writing');
  await checkUnchanged(changes);
  await withCleanup(async (removeLater) => {
    if (made.length === 0) return;
    const staging = removeLater(await openStaging(root));
    for (const { file, after } of made) await staging.prepare(relative(root, file), after);
    await staging.publish(() => undefined);
  });
  await writeChanges(changes, (done) => report.progress(done, changes.length));
  if (plan.rejectedText !== undefined) await writeFileSafely(join(root, rejectedFile), plan.rejectedText);
  report.done(`${(made.length + changes.length).toLocaleString('en')} files`);
}

async function readContent(root: string): Promise<ArchiveContent> {
  const { content, problems } = await readArchive(root, { allowsRemoval: true });
  if (!content) throw new ContentError(problems);
  return content;
}

/** Reads the archive as it will be. @throws {TableError} when it would have errors */
async function readPlanned(
  root: string,
  name: string,
  plans: readonly RecordPlan[],
): Promise<ArchiveContent> {
  const planned = new Map(plans.map(({ file, after }) => [file, after]));
  const { content, problems } = await readArchive(root, { allowsRemoval: true, planned });
  if (content) return content;
  const byFile = new Map(plans.map((plan) => [plan.file, plan]));
  const own = problems.flatMap((problem): TableProblem[] => {
    const plan = byFile.get(problem.file);
    return plan ? [locateInTable(problem, plan)] : [];
  });
  const elsewhere = problems.filter(({ file }) => !byFile.has(file));
  throw own.length > 0 ? new TableError(name, own, elsewhere) : new ContentError(elsewhere);
}

/** The columns of the keys of a record. */
const columnOf: Readonly<Record<string, string>> = { name: 'heading', broader: 'within' };

/** Tells what is wrong with a record by the row and column that say it. */
function locateInTable(
  { line, column, found, expected, fix }: Problem,
  { after, vocabulary, rows, variants }: RecordPlan,
): TableProblem {
  const { positionOf, partial } = readMarkdownRecord(after, recordSchemas[vocabulary]);
  const data = partial as { variants?: string[] };
  const paths = [
    ...['name', 'description', 'sortName', 'sameAs', 'coordinates', 'within'].map((key) => [key]),
    ...(data.variants ?? []).map((_, index) => ['variants', index]),
  ];
  const [path = ['name']] = paths
    .map((each) => ({ each, at: positionOf(each) }))
    .filter(({ at }) => at.line < line || (at.line === line && at.column <= column))
    .sort((a, b) => b.at.line - a.at.line || b.at.column - a.at.column)
    .map(({ each }) => each);
  const [key, index] = path as [string, number?];
  const name = index === undefined ? undefined : data.variants?.[index];
  const row = rows.find((each) => name !== undefined && namesOf(each).includes(name)) ?? rows[0];
  const isHeading = name !== undefined && row?.heading === name && variants.includes(name);
  const at = row?.row ?? { line: 1, row: 1 };
  return { at, column: isHeading ? 'heading' : (columnOf[key] ?? key), found, expected, fix };
}

function namesOf({ heading, variants }: DecidedRow): string[] {
  return [heading, ...variants];
}

/** Remembers what was rejected, and forgets it for names that were accepted after all. */
async function planRejected(
  root: string,
  decided: readonly DecidedRow[],
): Promise<Pick<NamesPlan, 'rejected' | 'rejectedText'>> {
  const names = await readRejectedNames(root);
  const before = names.size;
  const text = renderRejectedNames(names.values());
  const listed = decided.map(({ decision, vocabulary, heading }) => ({
    isRejected: decision.kind === 'no',
    name: { kind: vocabulary.singular, heading },
  }));
  for (const { isRejected, name } of listed) if (isRejected) names.set(rejectionKey(name), name);
  const after = names.size;
  for (const { isRejected, name } of listed) if (!isRejected) names.delete(rejectionKey(name));
  const changed = renderRejectedNames(names.values());
  return {
    rejected: Math.max(0, Math.min(after, names.size) - before),
    rejectedText: changed === text ? undefined : changed,
  };
}
