import { outDirOption, runCommand } from './run-command.ts';
import { serveSite } from './serve-site.ts';

await runCommand(
  { usage: 'npm start -- [--out-dir FOLDER]', options: outDirOption },
  ({ 'out-dir': outDir }) => serveSite(outDir, 'The archive'),
);
