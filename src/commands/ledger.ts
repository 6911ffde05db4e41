import { findCommitDay } from './commit-day.ts';
import { runCommand } from './run-command.ts';
import { UsageError } from '../system/command-error.ts';
import { formatCount } from '../records/format-count.ts';
import { contentRoot } from '../records/content-root.ts';
import { isDay } from '../records/date/archive-date.ts';
import { addLedgerEntries } from '../records/ledger/add-entries.ts';
import { ledgerFile } from '../records/ledger/ledger.ts';
import { ContentError } from '../records/problem.ts';
import { readArchive } from '../records/read/read-archive.ts';

await runCommand(
  {
    usage: 'npm run ledger -- [--date YYYY-MM-DD]',
    help: `
Adds to content/${ledgerFile} what has been published and is not in it: new addresses, and new texts and corrections of
articles. The day of publication is that of the last commit of the content folder, or --date.`,
    options: { date: { type: 'string' } },
  },
  async ({ date }) => {
    const root = contentRoot();
    if (date !== undefined && !isDay(date))
      throw new UsageError(`Invalid --date "${date}". Give a day like 2021-07-18.`);
    const { content, problems } = await readArchive(root);
    if (!content) throw new ContentError(problems);
    const added = await addLedgerEntries(root, content, date ?? findCommitDay(root));
    const addresses = new Set([...content.ledger, ...added].map(({ path }) => path)).size;
    console.log(
      `${formatCount(added.length, 'entry', 'entries')} added; the ledger has ${formatCount(addresses, 'address', 'addresses')}.`,
    );
  },
);
