import { defineConfig } from 'astro/config';

import { basePath } from './src/archive/paths.ts';
import { cacheFolder, contentRoot } from './src/records/content-root.ts';
import { readSite } from './src/records/read-archive.ts';

const root = contentRoot();
// A site.yaml that is wrong is reported with everything else that is wrong, when the records are loaded.
const { site } = await readSite(root);
const url = site?.url ?? 'http://localhost:4321/';

export default defineConfig({
  site: url,
  base: basePath(url),
  trailingSlash: 'always',
  cacheDir: cacheFolder(root),
  prerenderConflictBehavior: 'error',
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  vite: {
    worker: { format: 'es' },
  },
  server: { port: Number(process.env.PORT) || 4321 },
});
