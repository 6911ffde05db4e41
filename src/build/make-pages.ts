import { setImmediate } from 'node:timers/promises';
import type { AstroIntegration, AstroPrerenderer } from 'astro';

import { count } from '../records/count.ts';
import type { SearchIndex } from '../search/pagefind/search-index.ts';
import type { Report } from '../system/progress.ts';
import type { Edition } from './release.ts';
import { offerPages, type RoutePage } from './page-run.ts';

/** Pages that are made before threads are heard. */
const pagesBetween = 8;

/** The route of the articles' pages. */
const articleRoute = 'src/pages/[...article].astro';

/** The route of pages with a script, which the run would leave out. */
const routeWithScript = 'src/pages/[...vocabulary].astro';

/** The routes of files, other than pages, of which there are many or large ones: each has a `content`. */
const fileRoutes = [
  'src/pages/[vocabulary]/[...record]/feed.xml.ts',
  'src/pages/data/[file].ts',
  'src/pages/sources/[...file].ts',
];

/** The route that is none of the site's: it makes the pages of the others. */
const allPages = 'src/build/AllPages.astro';

type PagePath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** A page that is made or taken over. */
interface Page extends RoutePage {
  /** Below the folder of the site. */
  file: string;
  key: string | undefined;
  /** For what may be indexed, its place among that. */
  place: number | undefined;
  /** Its address within the site. */
  url: string;
  path: PagePath;
}

/**
 * Makes the pages that have changed, takes over the others, and has the articles' indexed.
 */
export function makePages(edition: Edition, index: SearchIndex, report: Report): AstroIntegration {
  let base = '/';
  let total = 0;
  let done = 0;
  /** All pages, by their addresses. */
  const pages = new Map<string, Page>();
  let manyToMake: Page[] = [];
  const add = ({ place, url, file }: Page, digest: string) => {
    if (place !== undefined) index.add(place, { url, digest, path: edition.pathOf(file) });
  };
  const take = async (page: Page, content: string | Uint8Array) => {
    if (page.place === undefined) await edition.write(page.file, content, page.key);
    else await edition.writePage(page.file, content, page.key, (digest) => add(page, digest));
    report.progress(++done, total);
    // Making pages waits for nothing, so that no thread would be heard until all are made.
    if (done % pagesBetween === 0) await setImmediate();
  };
  return {
    name: 'dateline-pages',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        injectRoute({ pattern: '/all-pages', entrypoint: allPages, prerender: true });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/*$/, '/');
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          async getStaticPaths() {
            const paths = await astro.getStaticPaths();
            const all = describePages(paths.filter(({ route }) => route.component !== allPages));
            report.done(count(all.length, 'page'));
            report.step('Making the pages that have changed');
            const toMake = all.filter((page) => {
              const address = addressOf(base + page.url);
              const other = pages.get(address);
              if (other)
                throw new Error(
                  `${page.route} and ${other.route} have a page at /${page.url} each. Give one another address.`,
                );
              pages.set(address, page);
              const isKept = page.key !== undefined && edition.takeOver(page.file, page.key);
              if (isKept) add(page, edition.indexedOf(page.file));
              return !isKept;
            });
            total = toMake.length;
            // Articles are indexed from the time they are there, while the other pages are made.
            const isArticle = ({ place }: Page) => place !== undefined;
            manyToMake = toMake.filter(isOfMany);
            manyToMake = [
              ...manyToMake.filter(isArticle).reverse(),
              ...manyToMake.filter((page) => !isArticle(page)),
            ];
            const others = toMake.filter((page) => !isOfMany(page)).map(({ path }) => path);
            return [...paths.filter(({ route }) => route.component === allPages), ...others];
          },
          async render(request, options) {
            const render = async () => {
              const result = await astro.render(request, options);
              return result instanceof Response ? result : result.response;
            };
            if (options.routeData.component === allPages) {
              await offerPages({ pages: manyToMake, take }, render);
            } else {
              const page = pages.get(addressOf(request.url));
              if (!page) throw new Error(`Astro renders ${request.url}, which is none of its paths.`);
              await take(page, await (await render()).bytes());
            }
            // The edition has it already.
            return { response: new Response(null) };
          },
        }));
      },
      'astro:build:done': () => report.done(count(done, 'page')),
    },
  };
}

/** Whether a page is made in the run: one of many that are alike, which are told apart by keys and have no scripts. */
function isOfMany({ key, path, route }: Page): boolean {
  return (
    key !== undefined &&
    route !== routeWithScript &&
    (path.route.type === 'page' || fileRoutes.includes(route))
  );
}

function describePages(paths: readonly PagePath[]): Page[] {
  // The route lists the newest first; they are numbered from the oldest.
  let place = paths.filter(({ route }) => route.component === articleRoute).length;
  const indexes = new Map<string, number>();
  return paths.map((path) => {
    const { component: route, type } = path.route;
    const index = indexes.get(route) ?? 0;
    indexes.set(route, index + 1);
    const name = path.pathname.replace(/^\/|\/$/g, '');
    const url = name === '' || type === 'endpoint' ? name : `${name}/`;
    const file = type === 'endpoint' ? name : name === '404' ? '404.html' : `${url}index.html`;
    const own = route === articleRoute ? --place : undefined;
    return { route, index, file, key: path.cacheKey, place: own, url, path };
  });
}

/** The address of a page on its host, with or without a slash at its end. */
function addressOf(url: string): string {
  const { href, origin } = new URL(url, 'http://localhost');
  return href.slice(origin.length).replace(/\/$/, '');
}
