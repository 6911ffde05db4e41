import { pathToFileURL } from 'node:url';

import type { BuildRequest } from './builder.ts';

// The process of `startBuilder`.

process.on('message', async ({ module, content, dist }: BuildRequest) => {
  process.env.ARCHIVE_CONTENT = content;
  const silent = { step() {}, progress() {}, done() {}, log() {} };
  try {
    const { buildSite } = (await import(
      pathToFileURL(module).href
    )) as typeof import('../../src/build/build-site.ts');
    await buildSite({ outDir: dist, ifChanged: false, allowsRemoval: false }, silent);
    process.send?.('built');
  } catch (error) {
    process.send?.((error as Error).stack ?? String(error));
  }
});
