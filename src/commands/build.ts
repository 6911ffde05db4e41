import { buildSite } from '../build/build-site.ts';
import { webHosts, type WebHostName } from '../records/schemas/web-hosts.ts';
import { UsageError } from '../system/command-error.ts';
import { createReport } from '../system/progress.ts';
import { outDirOption, runCommand } from './run-command.ts';

await runCommand(
  {
    usage: 'npm run build -- [--out-dir FOLDER] [--media-out FOLDER] [--host HOST] [--allow-removal]',
    help: `
  --out-dir        the folder to build into; dist when left out
  --media-out      the folder for pictures and attachments, when site.yaml has a mediaUrl
  --host           checks the limits of a web host, and says what to do where the site does not fit:
                   ${webHosts.join(', ')}; by default that of site.yaml
  --allow-removal  builds although most articles, or lines of the ledger, are gone since the last build`,
    options: {
      ...outDirOption,
      'media-out': { type: 'string' },
      host: { type: 'string' },
      'allow-removal': { type: 'boolean', default: false },
    },
  },
  ({ 'out-dir': outDir, 'media-out': mediaOut, host, 'allow-removal': allowsRemoval }) =>
    buildSite({ outDir, mediaOut, host: readHost(host), allowsRemoval }, createReport()),
);

function readHost(given: string | undefined): WebHostName | undefined {
  const host = webHosts.find((each) => each === given);
  if (given !== undefined && !host)
    throw new UsageError(`--host ${given} is not known: use one of ${webHosts.join(', ')}.`);
  return host;
}
