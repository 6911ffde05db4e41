import { buildSite } from '../build/build-site.ts';
import { createReport } from '../system/progress.ts';
import { outDirOption, runCommand } from './run-command.ts';

await runCommand(
  {
    usage: 'npm run build -- [--out-dir FOLDER] [--if-changed]',
    options: { ...outDirOption, 'if-changed': { type: 'boolean', default: false } },
  },
  ({ 'out-dir': outDir, 'if-changed': ifChanged }) => buildSite({ outDir, ifChanged }, createReport()),
);
