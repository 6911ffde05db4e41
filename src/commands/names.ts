import { resolve } from 'node:path';

import { contentRoot } from '../records/content-root.ts';
import { formatCount } from '../records/format-count.ts';
import { displayPath } from '../records/problem.ts';
import { proposeNames } from '../names/propose-names.ts';
import { checkReplaceable, writeProposals } from '../names/table/write-proposals.ts';
import { createReport } from '../system/progress.ts';
import { UsageError } from '../system/command-error.ts';
import { applyNamesTable } from './apply-names.ts';
import { help, options, readOptions, usage } from './names-options.ts';
import { runCommand } from './run-command.ts';

await runCommand({ usage, help, options, takesFiles: true }, async (values, articles) => {
  if (values.apply !== undefined) {
    if (articles.length > 0) throw new UsageError('--apply takes one table, and no articles.');
    return applyNamesTable(values.apply, values['dry-run']);
  }
  if (values['dry-run']) throw new UsageError('--dry-run is for --apply FILE.');
  const asked = readOptions(values, articles);
  const file = resolve(values.out);
  await checkReplaceable(file);
  const found = await proposeNames(contentRoot(), asked, createReport());
  const { proposals } = found;
  for (const [language, count] of found.withoutCapitals)
    console.log(
      `${formatCount(count, 'article')} in ${nameLanguage(language)}: names cannot be recognized without capitals. Create records with npm run new; their names are found in texts.`,
    );
  for (const [language, count] of found.withoutWords)
    console.log(
      `${formatCount(count, 'article')} in ${nameLanguage(language)}: its words are not known here, so that more of the proposals are wrong.`,
    );
  await writeProposals(file, proposals);
  const of = (kind: string) => proposals.filter((proposal) => proposal.kind === kind).length;
  console.log(
    `${displayPath(file)}: ${formatCount(proposals.length, 'name')} of ${formatCount(found.articles, 'article')} (${formatCount(of('person'), 'person', 'people')}, ${formatCount(of('place'), 'place')}, ${formatCount(of('organization'), 'organization')}, ${formatCount(of('topic'), 'topic')}).`,
  );
  if (proposals.length > 0)
    console.log(
      `Next: write yes, no or "same as ID" into its first column, then npm run names -- --apply ${displayPath(file)}`,
    );
});

function nameLanguage(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
}
