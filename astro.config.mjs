import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';

import { basePath } from './src/archive/paths.ts';
import { findMessages } from './src/languages/messages.ts';
import { astroCacheFolder, contentRoot } from './src/records/content-root.ts';
import { currentSite, readSite } from './src/records/read/read-site.ts';

const root = contentRoot();
// A site.yaml that is wrong is reported with everything else that is wrong, when the records are loaded.
const site = currentSite.find() ?? (await readSite(root)).site;
const url = site?.url ?? 'http://localhost:4321/';
const { language } = findMessages(site?.language ?? 'en');
const languages = fileURLToPath(new URL('src/languages/', import.meta.url));

export default defineConfig({
  site: url,
  base: basePath(url),
  trailingSlash: 'always',
  cacheDir: astroCacheFolder(root),
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  vite: {
    // The policy of pages allows no inline scripts, which Astro would make of small ones.
    build: { assetsInlineLimit: 0 },
    worker: { format: 'es' },
    // A browser loads words of the site's language only.
    resolve: {
      alias: [
        {
          find: /^.*\/languages\/(search|refining|reading-list|compare)\/messages\.ts$/,
          replacement: `${languages}$1/${language}.ts`,
        },
      ],
    },
  },
  server: { port: Number(process.env.PORT) || 4321 },
});
