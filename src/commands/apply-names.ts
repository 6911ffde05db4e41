import { applyNames, planNames, type NamesPlan } from '../names/apply/apply-names.ts';
import type { RecordPlan } from '../names/apply/plan-records.ts';
import { contentRoot } from '../records/content-root.ts';
import { formatCount } from '../records/format-count.ts';
import { displayPath } from '../records/problem.ts';
import { vocabularies } from '../records/vocabularies.ts';
import { createReport } from '../system/progress.ts';
import { readGivenTable } from './read-given-table.ts';

/**
 * Applies a table of names, and says what was done: `npm run names -- --apply FILE`.
 *
 * @param dryRun whether it only shows what would be done
 */
export async function applyNamesTable(file: string, dryRun: boolean): Promise<void> {
  const [root, report] = [contentRoot(), createReport()];
  const plan = await planNames(root, file, await readGivenTable(file), report);
  if (dryRun) console.log([...listChanges(plan), summarize(plan)].join('\n'));
  else {
    await applyNames(root, plan, report);
    console.log(summarize(plan));
  }
}

function* listChanges({ records, articles }: NamesPlan): Iterable<string> {
  for (const record of records) yield formatRecord(record);
  for (const { file, added } of articles) {
    const tags = vocabularies.flatMap(({ name }) =>
      added[name].length > 0 ? [`+ ${name}: ${added[name].join(', ')}`] : [],
    );
    yield `${displayPath(file)}: ${tags.join('; ')}`;
  }
}

function formatRecord({ file, before, rows, variants }: RecordPlan): string {
  const names = variants.length > 0 ? `+ variants: ${variants.join(', ')}` : '';
  const what = before ? names : `new record of ${[rows[0]?.heading, names].filter(Boolean).join('; ')}`;
  return `${displayPath(file)}: ${what}`.replace(/\p{Cc}/gu, '\uFFFD');
}

function summarize({ records, articles, rejected }: NamesPlan): string {
  const made = records.filter(({ before }) => before === undefined).length;
  const parts = [
    formatCount(made, 'new record'),
    `${formatCount(records.length - made, 'record')} with more names`,
    `${formatCount(articles.length, 'article')} tagged`,
    `${formatCount(rejected, 'name')} rejected`,
  ];
  return `${parts.join(', ')}.`;
}
