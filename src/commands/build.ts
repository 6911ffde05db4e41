import { buildSite } from '../build/build-site.ts';
import { createReport } from '../system/progress.ts';
import { outDirOption, runCommand } from './run-command.ts';

await runCommand(
  {
    usage: 'npm run build -- [--out-dir FOLDER] [--media-out FOLDER] [--if-changed] [--allow-removal]',
    help: `
  --out-dir        the folder to build into; dist when left out
  --media-out      the folder for pictures and attachments, when site.yaml has a mediaUrl
  --if-changed     builds nothing when it would make the same again
  --allow-removal  builds although most articles, or lines of the ledger, are gone since the last build`,
    options: {
      ...outDirOption,
      'media-out': { type: 'string' },
      'if-changed': { type: 'boolean', default: false },
      'allow-removal': { type: 'boolean', default: false },
    },
  },
  ({ 'out-dir': outDir, 'media-out': mediaOut, 'if-changed': ifChanged, 'allow-removal': allowsRemoval }) =>
    buildSite({ outDir, mediaOut, ifChanged, allowsRemoval }, createReport()),
);
