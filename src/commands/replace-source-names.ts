import { planSourceNames } from '../names/tagging/source-names.ts';
import { checkUnchanged, writeChanges } from '../records/edit/write-changes.ts';
import { formatCount } from '../records/format-count.ts';
import { displayPath } from '../records/problem.ts';
import { createReport } from '../system/progress.ts';
import { writeFileSafely } from '../system/write-file.ts';

/**
 * Replaces the names of sources with ids of publications in all articles, and makes the records that are missing. The
 * records are written first, so that an interrupted run can be repeated.
 */
export async function replaceSourceNames(root: string, dryRun: boolean): Promise<void> {
  const report = createReport();
  report.step('Reading the articles');
  const { made, changed } = await planSourceNames(root);
  report.done(formatCount(changed.length, 'article to change', 'articles to change'));
  if (dryRun) for (const { file } of [...made, ...changed]) console.log(displayPath(file));
  else if (changed.length > 0) {
    report.step('Writing');
    await checkUnchanged(changed);
    for (const { file, after } of made) await writeFileSafely(file, after);
    await writeChanges(changed, (done) => report.progress(done, changed.length));
    report.done(formatCount(made.length + changed.length, 'file'));
  }
  const would = dryRun ? 'would be ' : '';
  console.log(
    `"source.publication" ${would}written in ${formatCount(changed.length, 'article')}, ${formatCount(made.length, 'record')} of publications ${would}made.`,
  );
}
