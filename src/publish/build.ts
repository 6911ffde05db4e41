import { buildSite } from './build-site.ts';
import { outDirOption, runCommand } from './command.ts';
import { createReport } from './report.ts';

await runCommand(
  'npm run build -- [--out-dir FOLDER] [--if-changed]',
  { ...outDirOption, 'if-changed': { type: 'boolean', default: false } },
  (values) => buildSite({ outDir: values['out-dir'], ifChanged: values['if-changed'] }, createReport()),
);
