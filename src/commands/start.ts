import { basePath } from '../archive/paths.ts';
import { buildSite } from '../build/build-site.ts';
import { contentRoot } from '../records/content-root.ts';
import { currentSite, readSite } from '../records/read/read-site.ts';
import { outDirOption, runCommand } from './run-command.ts';
import { createReport } from '../system/progress.ts';

await runCommand(
  { usage: 'npm start -- [--out-dir FOLDER]', options: outDirOption },
  async ({ 'out-dir': outDir }) => {
    await buildSite({ outDir, ifChanged: true, allowsRemoval: false }, createReport());
    const { preview } = await import('astro');
    const { port } = await preview({ outDir, logLevel: 'warn' });
    const site = currentSite.find() ?? (await readSite(contentRoot())).site;
    console.log(
      `The archive is at http://localhost:${port}${basePath(site?.url ?? '')} (end it with Ctrl+C)`,
    );
  },
);
