import { buildSite } from '../build/build-site.ts';
import { outDirOption, runCommand } from './run-command.ts';
import { createReport } from '../system/progress.ts';

await runCommand(
  {
    usage: 'npm run build -- [--out-dir FOLDER] [--if-changed]',
    options: { ...outDirOption, 'if-changed': { type: 'boolean', default: false } },
  },
  (values) => buildSite({ outDir: values['out-dir'], ifChanged: values['if-changed'] }, createReport()),
);
