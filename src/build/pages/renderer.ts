import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

import type { SitePage } from '../../views/page.ts';
import { currentPageScript } from '../../views/page-script.ts';
import type { RoutePath } from './match-routes.ts';

/** What Astro bundles of a route. */
interface RouteModule {
  default: AstroComponentFactory;
  getStaticPaths?: () => readonly { params: Readonly<Record<string, string>> }[];
}

/** Renders pages without a server: by Astro's container, from components that Astro has bundled. */
export interface Renderer {
  /** Lists the paths of all routes, which take them from the current list of pages. */
  listPaths(): RoutePath[];
  /** Renders the current batch ({@link file://./batch.ts}). */
  renderBatch(): Promise<void>;
  /** Renders a page whose components have scripts of their own. @param path one of {@link Renderer.listPaths} */
  renderPage(path: RoutePath, page: SitePage): Promise<string>;
}

// Loaded at once: the folder of the bundle may be removed while pages are rendered.
const batch = import.meta.glob<RouteModule>('./Batch.astro', { eager: true });
const modules = import.meta.glob<RouteModule>('../../pages/**/*.astro', { eager: true });
/** What these components have given when they were loaded. */
const pageScript = currentPageScript.take();
const [{ default: Batch }] = Object.values(batch) as [RouteModule];
const routes = new Map(
  Object.entries(modules).map(([file, module]) => [file.replace(/^(?:\.\.\/)+/, 'src/'), module]),
);

/**
 * Creates a renderer. This module is bundled with all components, so that they share one runtime of Astro's.
 *
 * @param site its address, and its path with a slash at both ends
 * @param findScript gives the address of a component's own script, from Astro's name for it
 * @public
 */
export async function createRenderer(
  { site, base }: { site: string; base: string },
  findScript: (id: string) => string,
): Promise<Renderer> {
  // A process that builds again has loaded the components already, and perhaps others since.
  currentPageScript.give(pageScript);
  const container = await AstroContainer.create({
    astroConfig: { site },
    resolve: (id) => Promise.resolve(findScript(id)),
  });
  const render = (component: AstroComponentFactory, path: string, props = {}) =>
    container.renderToString(component, { request: new Request(new URL(path, site)), props, partial: false });
  return {
    listPaths: () =>
      [...routes].flatMap(([component, { getStaticPaths }]) => {
        const pattern = component.replace(/^src\/pages/, '').replace(/(?:\/index)?\.astro$/, '');
        const listed = getStaticPaths?.() ?? [{ params: {} as Readonly<Record<string, string>> }];
        const route = { component };
        return listed.map(({ params }) => ({
          pathname: `${pattern.replace(/\[(?:\.{3})?(\w+)\]/g, (_, name: string) => params[name] ?? '')}/`,
          route,
        }));
      }),
    async renderBatch() {
      await render(Batch, `${base}batch-of-pages/`);
    },
    renderPage({ pathname, route: { component } }, page) {
      const module = routes.get(component);
      if (!module) throw new Error(`There is no page ${component}.`);
      return render(module.default, base + pathname.slice(1), { page });
    },
  };
}
