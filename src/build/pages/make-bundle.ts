import { readdirSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type AstroConfig, type AstroIntegration } from 'astro';

import { currentCollections, emptyCollections } from '../../records/collections.ts';
import { currentSite } from '../../records/read/read-site.ts';
import type { Site } from '../../records/schemas/site-schema.ts';
import { writeFileSafely } from '../../system/write-file.ts';
import { areCollectionsInUse } from '../fill-collections.ts';
import { bundleParts, type BundleFacts } from './bundle.ts';
import { findOwnAssets, type OwnAssets, type VitePlugin } from './own-assets.ts';

/** The module that is bundled with all components. */
const renderer = 'src/build/pages/renderer.ts';

/** What a thread is asked for: to make a bundle. */
export interface BundleJob {
  /** Absolute path of an empty folder, which becomes the bundle. */
  folder: string;
  site: Site;
}

/** Has Astro bundle all components, and no page rendered. */
export async function makeBundle({ folder, site }: BundleJob): Promise<void> {
  currentSite.give(site);
  currentCollections.give(emptyCollections);
  const outDir = join(folder, bundleParts.assets);
  await build({ outDir, logLevel: 'error', integrations: [keepBundle(folder)] });
}

function keepBundle(folder: string): AstroIntegration {
  const name = 'dateline-bundle';
  const own: OwnAssets = { scripts: new Set(), others: new Set() };
  const scripts: Record<string, string> = {};
  const obstacles: string[] = [];
  let config: AstroConfig;
  let server: string | undefined;

  const keepOutput: VitePlugin = {
    name,
    buildStart() {
      if (this.environment.name !== 'prerender') return;
      this.emitFile({
        type: 'chunk',
        id: fileURLToPath(new URL(renderer, config.root)),
        fileName: bundleParts.renderer,
        preserveSignature: 'strict',
      });
    },
    writeBundle({ dir }, output) {
      if (this.environment.name === 'prerender') server = dir;
      if (this.environment.name !== 'client') return;
      for (const chunk of Object.values(output))
        if (chunk.type === 'chunk' && chunk.isEntry && chunk.facadeModuleId !== null)
          scripts[chunk.facadeModuleId] = chunk.fileName;
    },
  };
  return {
    name,
    hooks: {
      'astro:config:setup': ({ config: { root }, updateConfig }) => {
        const plugins = [findOwnAssets(fileURLToPath(root), own), keepOutput];
        updateConfig({ vite: { plugins } });
      },
      'astro:config:done': ({ config: resolved }) => {
        config = resolved;
        obstacles.push(...findObstacles(config, name));
      },
      'astro:routes:resolved': ({ routes }) => {
        const others = routes.filter(
          ({ origin, entrypoint, type }) =>
            origin !== 'internal' && (type !== 'page' || !entrypoint.endsWith('.astro')),
        );
        obstacles.push(...others.map(({ entrypoint }) => `${entrypoint} is no component`));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          // Astro has written everything by now, and removes the modules when it has rendered the pages.
          async getStaticPaths() {
            if (areCollectionsInUse(fileURLToPath(config.root)))
              obstacles.push('a page reads records from astro:content');
            obstacles.push(...[...own.others].map((route) => `${route} has styles or components of its own`));
            const facts: BundleFacts = {
              obstacles,
              base: config.base.replace(/\/?$/, '/'),
              publicFolder: fileURLToPath(config.publicDir),
              alone: [...own.scripts].sort(),
              scripts,
            };
            await writeFileSafely(join(folder, bundleParts.facts), JSON.stringify(facts));
            // Every page needs a build of Astro's.
            if (obstacles.length > 0) return [];
            if (server === undefined)
              throw new Error('Astro has written no modules. Use the version in package-lock.json.');
            const filter = (path: string) => !path.startsWith(join(server ?? '', '_astro'));
            await cp(server, join(folder, bundleParts.server), { recursive: true, filter });
            return [];
          },
        }));
      },
    },
  };
}

/** Lists the settings of Astro that need a build of Astro's for each page. */
function findObstacles({ integrations, i18n, security, srcDir }: AstroConfig, own: string): string[] {
  const found = integrations.filter(({ name }) => name !== own).map(({ name }) => `the integration ${name}`);
  if (i18n) found.push('i18n');
  if (security.csp) found.push('security.csp');
  const names = readdirSync(srcDir).map((file) => parse(file).name);
  if (names.includes('middleware')) found.push('middleware');
  return found;
}
