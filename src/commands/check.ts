import { checkContent } from './check-content.ts';
import { findingFormats } from './format-findings.ts';
import { runCommand } from './run-command.ts';
import { UsageError } from '../system/command-error.ts';
import { contentRoot } from '../records/content-root.ts';

await runCommand(
  {
    usage:
      'npm run check -- [--tags] [--strict] [--published] [--allow-removal] [--format text|json|github | --json]',
    help: `
  --tags       also warns of names in texts that are not tagged, tags that the text never names, names that several
               records share, records that are probably of the same, and a record that is probably of two people; with
               --strict these are errors
  --published  also reports what is not in the ledger yet as an error
  --allow-removal  does not compare the archive with what was there in the last build
  --format     text (the default), json (one object; also --json), or github (workflow annotations)

Exit codes: 0 no errors (there may be warnings), 1 errors, 2 invalid options.`,
    options: {
      tags: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      published: { type: 'boolean', default: false },
      'allow-removal': { type: 'boolean', default: false },
      format: { type: 'string', default: 'text' },
      json: { type: 'boolean', default: false },
    },
  },
  async ({ format, json, 'allow-removal': allowsRemoval, ...options }) => {
    const print = json ? findingFormats.json : findingFormats[format as keyof typeof findingFormats];
    if (!Object.hasOwn(findingFormats, format))
      throw new UsageError(`Unknown format "${format}". Use text, json or github.`);
    const checked = await checkContent(contentRoot(), { ...options, allowsRemoval });
    print(checked);
    if (checked.findings.some(({ severity }) => severity === 'error')) process.exitCode = 1;
  },
);
