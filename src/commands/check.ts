import { resolve } from 'node:path';

import { findingFormats } from './format-findings.ts';
import { outDirOption, runCommand } from './run-command.ts';
import { UsageError } from '../system/command-error.ts';
import { contentRoot } from '../records/content-root.ts';

await runCommand(
  {
    usage:
      'npm run check -- [--tags] [--strict] [--published] [--links] [--allow-removal] [--redacted NAME … [--out-dir FOLDER]] [--format text|json|github | --json]',
    help: `
  --tags       also warns of names in texts that are not tagged, tags that the text never names, names that several
               records share, records that are probably of the same, and a record that is probably of two people; with
               --strict these are errors
  --links      also warns of links in texts to former hosts (formerHosts in site.yaml) that lead to no record
  --published  also reports what is not in the ledger yet as an error
  --allow-removal  does not compare the archive with what was there in the last build
  --redacted NAME  instead of all that: proves that a name is nowhere in what was built (dist/, or --out-dir), whatever it
               is encoded or compressed with; several times for several names. What pictures show is not looked at.
               Where the name still is in content/ is a warning
  --format     text (the default), json (one object; also --json), or github (workflow annotations)

Exit codes: 0 no errors (there may be warnings), 1 errors, 2 invalid options.`,
    options: {
      tags: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      published: { type: 'boolean', default: false },
      links: { type: 'boolean', default: false },
      'allow-removal': { type: 'boolean', default: false },
      redacted: { type: 'string', multiple: true, default: [] },
      'out-dir': { type: 'string' },
      format: { type: 'string', default: 'text' },
      json: { type: 'boolean', default: false },
    },
  },
  async ({ format, json, redacted, 'out-dir': outDir, 'allow-removal': allowsRemoval, ...options }) => {
    const print = json ? findingFormats.json : findingFormats[format as keyof typeof findingFormats];
    if (!Object.hasOwn(findingFormats, format))
      throw new UsageError(`Unknown format "${format}". Use text, json or github.`);
    const { tags, strict, published, links } = options;
    if (redacted.length > 0 && [tags, strict, published, links, allowsRemoval].includes(true))
      throw new UsageError(
        '--redacted looks for names and nothing else: give --tags, --strict, --published, --links or --allow-removal without it.',
      );
    if (outDir !== undefined && redacted.length === 0)
      throw new UsageError('--out-dir is for --redacted, which looks through what was built.');
    const unclear = redacted.find((name) => !/\p{L}.*\p{L}/u.test(name));
    if (unclear !== undefined) throw new UsageError(`Invalid --redacted "${unclear}". Give a name.`);
    // Each loads only what it needs.
    const check = async () => {
      if (redacted.length === 0) {
        const { checkUnlessSame } = await import('./check-unless-same.ts');
        return checkUnlessSame(contentRoot(), { ...options, allowsRemoval });
      }
      const { checkRedacted } = await import('./redacted/check-redacted.ts');
      return checkRedacted(contentRoot(), resolve(outDir ?? outDirOption['out-dir'].default), redacted);
    };
    const checked = await check();
    print(checked);
    if (checked.findings.some(({ severity }) => severity === 'error')) process.exitCode = 1;
  },
);
