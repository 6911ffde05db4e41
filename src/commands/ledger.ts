import { findCommitDay } from './commit-day.ts';
import { runCommand } from './run-command.ts';
import { today } from './today.ts';
import { UsageError } from '../system/command-error.ts';
import { formatCount } from '../records/format-count.ts';
import { contentRoot, ledgerFile } from '../records/content-root.ts';
import { isDay } from '../records/date/archive-date.ts';
import { addLedgerEntries } from '../records/ledger/add-entries.ts';
import { readLedger } from '../records/ledger/ledger.ts';
import { retireAddresses, toAddress } from '../records/ledger/retire-addresses.ts';
import { ContentError } from '../records/problem.ts';
import { readArchive } from '../records/read/read-archive.ts';

await runCommand(
  {
    usage: 'npm run ledger -- [--date YYYY-MM-DD] [--retire ADDRESS …]',
    help: `
Adds to content/${ledgerFile} what has been published and is not in it: new addresses, and new texts, corrections and
redactions of articles. The day of publication is that of the last commit of the content folder, or --date.

  --retire ADDRESS  instead of that: an address like people/jane-holm, whose file has been removed because its name may
                    not be kept, or authors/jane-holm, which no byline names any more, may lead nowhere; a line without the address takes the place of its lines. Several
                    times for several addresses. The day is today, or --date`,
    options: { date: { type: 'string' }, retire: { type: 'string', multiple: true, default: [] } },
  },
  async ({ date, retire }) => {
    const root = contentRoot();
    if (date !== undefined && !isDay(date))
      throw new UsageError(`Invalid --date "${date}". Give a day like 2021-07-18.`);
    const { lines } = retire.length > 0 ? await readLedger(root) : { lines: [] };
    const retiring = new Set(retire.map((given) => toAddress(given, lines)));
    const { content, problems } = await readArchive(root, { retiring });
    if (!content) throw new ContentError(problems);
    if (retiring.size > 0) {
      await retireAddresses(root, content, retiring, date ?? today());
      console.log(`${formatCount(retiring.size, 'address', 'addresses')} retired.`);
      return;
    }
    const added = await addLedgerEntries(root, content, date ?? findCommitDay(root));
    const addresses = new Set([...content.ledger, ...added].map(({ path }) => path)).size;
    console.log(
      `${formatCount(added.length, 'entry', 'entries')} added; the ledger has ${formatCount(addresses, 'address', 'addresses')}.`,
    );
  },
);
