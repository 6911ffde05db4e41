import { buildSite } from './build-site.ts';
import { runCommand } from './command.ts';
import { createReport } from './report.ts';

await runCommand('npm run build -- [--out-dir FOLDER] [--if-changed]', (options) =>
  buildSite(options, createReport()),
);
