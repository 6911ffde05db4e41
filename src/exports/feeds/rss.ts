import { generateRssFeed } from 'feedsmith';

import { toValidXml } from '../xml.ts';
import { renderItemHtml, startOfDay, type FeedView } from './feed-view.ts';

/** Renders a feed as RSS 2.0 (RSS Advisory Board), with whole texts in `content:encoded`. A date that is not known to the day is left out. */
export function renderRss({ title, description, url, feedUrl, language, items }: FeedView): string {
  return generateRssFeed(
    {
      title: toValidXml(title),
      description: toValidXml(description),
      link: url,
      language,
      atom: { links: [{ href: feedUrl, rel: 'self', type: 'application/rss+xml' }] },
      items: items.map((item) => ({
        title: item.title,
        link: item.url,
        guid: { value: item.url, isPermaLink: true },
        description: item.summary,
        content: { encoded: renderItemHtml(item) },
        categories: item.names.map((name) => ({ name })),
        ...(item.published && { pubDate: startOfDay(item.published) }),
        dc: { creators: [...item.byline], languages: [item.language] },
        atom: { updated: startOfDay(item.updated) },
      })),
    },
    { strict: true },
  );
}
