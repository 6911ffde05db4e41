import type { Archive } from '../archive/archive.ts';
import type { SitePage } from './page.ts';
import { createPageView, type PageView } from './parts/page-view.ts';

/** What the page about the archive shows. */
export interface AboutView extends PageView {
  title: string;
  /** The archive's own text, rendered; missing when it has written none. */
  html: string | undefined;
  /** What it holds, in a sentence. */
  holdings: string;
  /** The path of the licences of the software. */
  licenses: string;
}

/** The page about the archive. */
export function listAboutPages(archive: Archive): SitePage<'about'>[] {
  const { about } = archive.paths;
  return [{ kind: 'about', path: about, isIndexable: true, view: () => viewAbout(archive) }];
}

/** What the page about the archive shows. */
function viewAbout(archive: Archive): AboutView {
  const { about, articles, paths, records, site, span, messages } = archive;
  const t = messages.about;
  const title = about?.title ?? t.title;
  const counts = archive.vocabularies.map(({ name }) =>
    messages.vocabularies[name].count(records[name].length),
  );
  return {
    ...createPageView(archive, { title, description: t.description(site.title), path: paths.about }),
    title,
    html: about?.html,
    holdings: t.holdings(articles.length, span, counts),
    licenses: `${paths.home}licenses.txt`,
  };
}
