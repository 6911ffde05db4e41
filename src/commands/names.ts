import { UsageError } from '../system/command-error.ts';
import { applyNamesTable } from './apply-names.ts';
import { runCommand } from './run-command.ts';

await runCommand(
  {
    usage: 'npm run names -- --apply FILE [--dry-run]',
    help: `
  --apply FILE   make the records of the rows that say "yes" in a table of names, add the names of those that say "same as
                 ID" to that record, tag the articles that name them, and remember those that say "no"
  --dry-run      with --apply: show what would be changed, and stop

Exit codes: 0 done, 1 something is wrong with the table or the archive (then nothing is written), 2 invalid arguments.
`,
    options: { apply: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
  },
  async ({ apply, 'dry-run': dryRun }) => {
    // Proposing names is a part of its own.
    if (apply === undefined) throw new UsageError('--apply FILE is missing.');
    await applyNamesTable(apply, dryRun);
  },
);
