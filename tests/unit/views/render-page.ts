import { getViteConfig } from 'astro/config';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { createServer, type InlineConfig } from 'vite';

import type { PageKind, Views } from '../../../src/views/page.ts';

/** The component of each kind of page. */
const components: Record<PageKind, string> = {
  home: 'HomePage',
  about: 'AboutPage',
  readingList: 'ReadingListPage',
  compare: 'ComparePage',
  citations: 'CitationsPage',
  data: 'DataPage',
  articles: 'ArticlesPage',
  article: 'ArticlePage',
  tombstone: 'TombstonePage',
  redirect: 'RedirectPage',
  vocabulary: 'VocabularyPage',
  record: 'RecordPage',
  part: 'PartPage',
  issue: 'IssuePage',
  period: 'PeriodPage',
  search: 'SearchPage',
  notFound: 'NotFoundPage',
};

/** Renders pages by Astro, outside of a site. */
export interface PageRenderer {
  /** The HTML of a page that has this view and nothing else. */
  render<Kind extends PageKind>(kind: Kind, view: Views[Kind]): Promise<string>;
  close(): Promise<void>;
}

/** Opens Astro's compiler for the components of pages. */
export async function openPageRenderer(): Promise<PageRenderer> {
  const define = getViteConfig({ server: { middlewareMode: true, watch: null, ws: false } } as object);
  const config = await define({ mode: 'development', command: 'serve' });
  const server = await createServer(config as InlineConfig);
  const container = await AstroContainer.create();
  return {
    async render(kind, view) {
      const module = await server.ssrLoadModule(`/src/layouts/${components[kind]}.astro`);
      return container.renderToString(module.default as AstroComponentFactory, { props: { view } });
    },
    close: () => server.close(),
  };
}
