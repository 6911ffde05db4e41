import { fileURLToPath } from 'node:url';
import { build, type AstroIntegration, type AstroPrerenderer } from 'astro';

import { currentBatch } from './batch.ts';
import { addressOf } from './match-routes.ts';
import { findOwnAssets, type OwnAssets } from './own-assets.ts';
import { createPageWriter, type ChangedPage, type PagesTarget, type PageWriter } from './page-writer.ts';

/** One of the paths that a route of Astro's lists. */
type StaticPath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** The route that renders a batch; it is in no folder of pages. */
const batchRoute = 'src/build/pages/Batch.astro';

/**
 * Renders the pages that have changed within a build of Astro's, which can do everything that Astro can, and takes three
 * seconds more.
 *
 * @param assets absolute path of the folder that Astro writes styles, scripts and the files of `public/` into
 */
export async function renderWithAstro(target: PagesTarget, assets: string): Promise<void> {
  await build({ outDir: assets, logLevel: 'error', integrations: [prerenderInto(target)] });
}

function prerenderInto(target: PagesTarget): AstroIntegration {
  let project: URL;
  let base: string;
  const own: OwnAssets = { scripts: new Set(), others: new Set() };
  let writer: PageWriter;
  let together: ChangedPage<StaticPath>[] = [];
  let byThemselves: ReadonlyMap<string, ChangedPage<StaticPath>> = new Map();
  return {
    name: 'dateline-pages',
    hooks: {
      'astro:config:setup': ({ config, injectRoute, updateConfig }) => {
        project = config.root;
        base = config.base.replace(/\/?$/, '/');
        injectRoute({ pattern: '/batch-of-pages', entrypoint: batchRoute, prerender: true });
        updateConfig({ vite: { plugins: [findOwnAssets(fileURLToPath(project), own)] } });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          async getStaticPaths() {
            const paths = await astro.getStaticPaths();
            const isBatch = ({ route }: StaticPath) => route.component === batchRoute;
            const alone = own.scripts.union(own.others);
            writer = createPageWriter(target, { project, base, alone });
            const changed = await writer.takeOver(paths.filter((path) => !isBatch(path)));
            together = changed.filter(({ route }) => !alone.has(route));
            const others = changed.filter(({ route }) => alone.has(route));
            byThemselves = new Map(others.map((each) => [addressOf(each.page.path), each]));
            return [...paths.filter(isBatch), ...others.map(({ path }) => path)];
          },
          async render(request, options) {
            const render = async () => {
              const result = await astro.render(request, options);
              return (result instanceof Response ? result : result.response).bytes();
            };
            if (options.routeData.component === batchRoute) {
              currentBatch.give(writer.batchOf(together));
              await render();
            } else {
              const changed = byThemselves.get(addressOf(request.url));
              if (!changed)
                throw new Error(`Astro renders ${request.url}, which is not a page that has changed.`);
              for await (const job of writer.computeViews([changed])) await writer.write(job, await render());
            }
            // The release has the page already: nothing is left for Astro to write.
            return { response: new Response(null) };
          },
        }));
      },
    },
  };
}
