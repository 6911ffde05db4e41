import { setFlagsFromString } from 'node:v8';

import { createReport } from './progress.ts';
import { runCommand, UsageError } from './run-command.ts';
import { contentRoot } from '../records/content-root.ts';
import { count } from '../records/count.ts';
import { displayPath } from '../records/problem.ts';
import { help, options, readOptions, usage } from './ingest-options.ts';
import { takeIn } from '../ingest/run.ts';
import { tallyAsJson, wordPlan } from '../ingest/report/summary.ts';

// Of a large file little is kept, and V8 would let what is done with fill the memory before it clears it away.
setFlagsFromString('--heap-growing-percent=20');

await runCommand({ usage, help, options, takesFiles: true }, async (values, files) => {
  if (files.length === 0) throw new UsageError('Which files are to be taken in is missing.');
  if (files.indexOf('-') !== files.lastIndexOf('-')) {
    throw new UsageError('Standard input can be read only once: leave out the second "-".');
  }
  const asked = readOptions(values);
  const { json } = values;
  const root = contentRoot();
  const tally = await takeIn(root, files, asked, createReport(), (plan) => {
    if (!json) console.log(wordPlan(plan));
  });
  if (json) console.log(tallyAsJson(tally, asked.dryRun));
  else if (!asked.dryRun) {
    const records = tally.planned - tally.articles;
    const also = records > 0 ? ` and ${count(records, 'authority record')}` : '';
    console.log(`\n${count(tally.articles, 'article')}${also} written to ${displayPath(root)}.`);
  }
  if (tally.failures.length > 0) process.exitCode = 1;
});
