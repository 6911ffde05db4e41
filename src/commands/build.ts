import { createReport } from '../system/progress.ts';
import { outDirOption, runCommand } from './run-command.ts';

await runCommand(
  {
    usage: 'npm run build -- [--out-dir FOLDER] [--if-changed]',
    options: { ...outDirOption, 'if-changed': { type: 'boolean', default: false } },
  },
  async ({ 'out-dir': outDir, 'if-changed': ifChanged }) => {
    const { buildSite } = await import('../build/build-site.ts');
    await buildSite({ outDir, ifChanged }, createReport());
  },
);
