import { buildSite } from '../build/build-site.ts';
import { parseSpan, type Span } from '../records/span.ts';
import { webHosts, type WebHostName } from '../records/schemas/web-hosts.ts';
import { UsageError } from '../system/command-error.ts';
import { createReport } from '../system/progress.ts';
import { runCommand } from './run-command.ts';

await runCommand(
  {
    usage:
      'npm run build -- [--out-dir FOLDER] [--media-out FOLDER] [--host HOST] [--allow-removal] [--span YEARS | --join PART …]',
    help: `
  --out-dir        the folder to build into; dist when left out
  --media-out      the folder for pictures and attachments, when site.yaml has a mediaUrl
  --host           checks the limits of a web host, and says what to do where the site does not fit:
                   ${webHosts.join(', ')}; by default that of site.yaml
  --allow-removal  builds although most articles, or lines of the ledger, are gone since the last build

For archives that are too large for one build:
  --span           builds only the part of some years, such as 1950-1979, 1984 or undated, into parts/YEARS
  --join           joins the site from the parts of all years: the folders that are given`,
    options: {
      'out-dir': { type: 'string' },
      'media-out': { type: 'string' },
      host: { type: 'string' },
      'allow-removal': { type: 'boolean', default: false },
      span: { type: 'string' },
      join: { type: 'boolean', default: false },
    },
    takesFiles: true,
  },
  async (
    { 'out-dir': outDir, 'media-out': mediaOut, host, span, join, 'allow-removal': allowsRemoval },
    parts,
  ) => {
    if (join !== parts.length > 0)
      throw new UsageError(join ? '--join needs the folders of the parts.' : `What is "${parts[0]}" for?`);
    if (span === undefined) {
      const joined = join ? parts : undefined;
      const options = {
        outDir: outDir ?? 'dist',
        mediaOut,
        host: readHost(host),
        allowsRemoval,
        parts: joined,
      };
      await buildSite(options, createReport());
      return;
    }
    if (join || mediaOut !== undefined || host !== undefined || allowsRemoval)
      throw new UsageError('--span has no other option than --out-dir: the site is built by --join.');
    const { buildSpan } = await import('../build/spans/build-span.ts');
    await buildSpan(readSpan(span), outDir ?? `parts/${span}`, createReport());
  },
);

function readSpan(given: string): Span {
  const span = parseSpan(given);
  if (!span)
    throw new UsageError(
      `--span ${given} is no span of years: use 1950-1979, 1984 or undated, for instance.`,
    );
  return span;
}

function readHost(given: string | undefined): WebHostName | undefined {
  const host = webHosts.find((each) => each === given);
  if (given !== undefined && !host)
    throw new UsageError(`--host ${given} is not known: use one of ${webHosts.join(', ')}.`);
  return host;
}
