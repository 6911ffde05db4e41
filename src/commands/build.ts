import { buildSite } from '../build/build-site.ts';
import { createReport } from '../system/progress.ts';
import { outDirOption, runCommand } from './run-command.ts';

await runCommand(
  {
    usage: 'npm run build -- [--out-dir FOLDER] [--if-changed] [--allow-removal]',
    help: `
  --out-dir        the folder to build into; dist when left out
  --if-changed     builds nothing when it would make the same again
  --allow-removal  builds although most articles, or lines of the ledger, are gone since the last build`,
    options: {
      ...outDirOption,
      'if-changed': { type: 'boolean', default: false },
      'allow-removal': { type: 'boolean', default: false },
    },
  },
  ({ 'out-dir': outDir, 'if-changed': ifChanged, 'allow-removal': allowsRemoval }) =>
    buildSite({ outDir, ifChanged, allowsRemoval }, createReport()),
);
