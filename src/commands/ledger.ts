import { execFileSync } from 'node:child_process';

import { CommandError, runCommand, UsageError } from './run-command.ts';
import { count } from '../records/count.ts';
import { contentRoot } from '../records/content-root.ts';
import { isDay } from '../records/date/archive-date.ts';
import { ledgerFile } from '../records/ledger/ledger.ts';
import { ContentError } from '../records/problem.ts';
import { readArchive } from '../records/read/read-archive.ts';
import { enterInLedger } from '../records/ledger/add-entries.ts';

await runCommand(
  {
    usage: 'npm run ledger -- [--date YYYY-MM-DD]',
    help: `
Enters in content/${ledgerFile} what has been published and is not in it: new addresses, and new texts and corrections
of articles. The day of publication is that of the last commit to the content folder, or --date.`,
    options: { date: { type: 'string' } },
  },
  async ({ date }) => {
    const root = contentRoot();
    if (date !== undefined && !isDay(date)) {
      throw new UsageError(`--date is "${date}", which is no day of the calendar like 2021-07-18.`);
    }
    const { content, problems } = await readArchive(root);
    if (!content) throw new ContentError(problems);
    const added = await enterInLedger(root, content, date ?? dayOfCommit(root));
    const addresses = new Set([...content.ledger, ...added].map(({ path }) => path)).size;
    console.log(
      `${count(added.length, 'entry', 'entries')} added; the ledger has ${count(addresses, 'address', 'addresses')}.`,
    );
  },
);

/** The day, by the committer's own clock and time zone, of the last commit to a content folder that is committed whole. */
function dayOfCommit(root: string): string {
  const git = (...options: string[]) =>
    execFileSync('git', ['-C', root, ...options], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  let day: string;
  let changes: string;
  try {
    day = git('log', '-1', '--format=%cd', '--date=format:%Y-%m-%d', '--', '.').trim();
    changes = git('status', '--porcelain', '--untracked-files=all', '--', '.', `:(exclude)${ledgerFile}`);
  } catch {
    day = changes = '';
  }
  const fix = 'Commit it, or give the day of publication with --date YYYY-MM-DD.';
  if (day === '')
    throw new CommandError(`${root} is in no commit, so that the day of publication is not known. ${fix}`);
  if (changes !== '') throw new CommandError(`${root} has changes that are in no commit:\n${changes}${fix}`);
  return day;
}
