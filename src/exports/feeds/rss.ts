import { generateRssFeed } from 'feedsmith';

import { toValidXml } from '../xml.ts';
import type { FeedView } from './feed-view.ts';
import { findPlaceholder, renderRssItem } from './rss-item.ts';

/** Renders a feed as RSS 2.0 (RSS Advisory Board), with whole texts in `content:encoded`. A date that is not known to the day is left out. */
export function renderRss({ title, description, url, feedUrl, language, items }: FeedView): string {
  const placeholder = findPlaceholder(items);
  const feed = generateRssFeed(
    {
      title: toValidXml(title),
      description: toValidXml(description),
      link: url,
      language,
      atom: { links: [{ href: feedUrl, rel: 'self', type: 'application/rss+xml' }] },
      items: placeholder ? [placeholder.item] : [],
    },
    { strict: true },
  );
  // The last one: the archive's own texts come before it.
  const start = placeholder ? feed.lastIndexOf(placeholder.xml) : -1;
  if (!placeholder || start === -1) return feed;
  return (
    feed.slice(0, start) + items.map(renderRssItem).join('\n') + feed.slice(start + placeholder.xml.length)
  );
}
