import { setFlagsFromString } from 'node:v8';

import { createReport } from '../system/progress.ts';
import { runCommand } from './run-command.ts';
import { UsageError } from '../system/command-error.ts';
import { contentRoot } from '../records/content-root.ts';
import { formatCount } from '../records/format-count.ts';
import { displayPath } from '../records/problem.ts';
import { help, options, readOptions, usage } from './ingest-options.ts';
import { ingestFiles, isRefused } from '../ingest/run.ts';
import { tallyAsJson, formatSummary } from '../ingest/report/format-summary.ts';

// Little of a large file is kept; without this, V8 lets the heap grow far before it collects garbage.
setFlagsFromString('--heap-growing-percent=20');

await runCommand({ usage, help, options, takesFiles: true }, async (values, files) => {
  if (files.length === 0) throw new UsageError('No input files given.');
  if (files.indexOf('-') !== files.lastIndexOf('-')) {
    throw new UsageError('Standard input can be read only once: leave out the second "-".');
  }
  const asked = readOptions(values);
  const { json } = values;
  const root = contentRoot();
  if (values.audit) {
    const { auditFiles, formatAudit } = await import('../ingest/audit/audit-files.ts');
    const audit = await auditFiles(root, files, asked);
    console.log(json ? JSON.stringify(audit, null, 2) : formatAudit(audit));
    if (audit.missing.length > 0) process.exitCode = 1;
    return;
  }
  // It brings a gazetteer, which takes a second to load.
  const sorter =
    asked.createRecords.size > 0
      ? (await import('../names/terms/sort-terms.ts')).createTermSorter()
      : undefined;
  const tally = await ingestFiles(root, files, { ...asked, sorter }, createReport(), (plan) => {
    if (!json) console.log(formatSummary(plan));
  });
  if (json) console.log(tallyAsJson(tally, asked.dryRun));
  else if (isRefused(tally, asked))
    console.log('\nNothing was written, since something would have been left out (--strict).');
  else if (!asked.dryRun) {
    const records = tally.planned - tally.articles;
    const also = records > 0 ? ` and ${formatCount(records, 'authority record')}` : '';
    console.log(`\n${formatCount(tally.articles, 'article')}${also} written to ${displayPath(root)}.`);
    if (tally.articles > 0)
      console.log(
        'Next: "npm run names" proposes the people, places, organizations and topics that they name.',
      );
  }
  if (tally.failures.length > 0 || isRefused(tally, asked)) process.exitCode = 1;
});
