import type { Archive } from '../../archive/archive.ts';
import type { Article } from '../../archive/article.ts';
import { titleOfList } from '../../archive/vocabularies/authority.ts';
import { belowHome, createSiteFile, type SiteFile } from '../../archive/site-file.ts';
import { createFeedItems, feedSizes, selectFeedArticles, type FeedView } from './feed-view.ts';

// What writes feeds has many modules. It is loaded when a feed has to be made, which in development is seldom.
const renderRss = async (view: FeedView) => (await import('./rss.ts')).renderRss(view);
const renderAtom = async (view: FeedView) => (await import('./atom.ts')).renderAtom(view);
const renderJsonFeed = async (view: FeedView) => (await import('./json-feed.ts')).renderJsonFeed(view);

/** The formats of the feeds of the whole archive. */
const formats = [
  ['feed.xml', renderRss],
  ['atom.xml', renderAtom],
  ['feed.json', renderJsonFeed],
] as const;

/** Lists the feeds: of the whole archive in three formats, and of each authority record and author in RSS. */
export function listFeeds(archive: Archive): SiteFile[] {
  const { site, articles, paths, records, messages } = archive;
  const itemOf = createFeedItems(archive);
  const createView = (
    own: Pick<FeedView, 'title' | 'description'>,
    page: string,
    feed: string,
    listed: readonly Article[],
    size: number,
  ): FeedView => ({
    title: own.title,
    description: own.description,
    url: paths.canonical(page),
    feedUrl: paths.canonical(feed),
    language: site.language,
    publisher: site.publisher?.name ?? site.title,
    items: selectFeedArticles(listed, size).map(itemOf),
  });
  const ofSite = formats.map(([file, render]) => {
    const feed = paths.feed(file);
    return createSiteFile(
      belowHome(paths, feed),
      () => createView(site, paths.home, feed, articles, feedSizes.site),
      render,
    );
  });
  const ofRecords = Object.values(records)
    .flat()
    .map((record) => {
      const feed = paths.recordFeed(record.key);
      const title = titleOfList(record, messages);
      const own = { title: `${title} · ${site.title}`, description: record.description || title };
      return createSiteFile(
        belowHome(paths, feed),
        () => createView(own, record.href, feed, record.articles, feedSizes.record),
        renderRss,
      );
    });
  return [...ofSite, ...ofRecords];
}
