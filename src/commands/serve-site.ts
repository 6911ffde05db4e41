import { basePath } from '../archive/paths.ts';
import { buildSite } from '../build/build-site.ts';
import { contentRoot } from '../records/content-root.ts';
import { currentSite, readSite } from '../records/read/read-site.ts';
import { createReport } from '../system/progress.ts';

/**
 * Builds the site of the content folder where it has changed, serves it until the process ends, and says where.
 *
 * @param outDir the folder to build into
 * @param subject what is served: `The archive`
 */
export async function serveSite(outDir: string, subject: string): Promise<void> {
  await buildSite({ outDir, allowsRemoval: false, isPreview: true }, createReport());
  const { preview } = await import('astro');
  const { port } = await preview({ outDir, logLevel: 'warn' });
  const site = currentSite.find() ?? (await readSite(contentRoot())).site;
  console.log(`${subject} is at http://localhost:${port}${basePath(site?.url ?? '')} (end it with Ctrl+C)`);
}
