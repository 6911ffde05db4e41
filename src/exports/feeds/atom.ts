import { generateAtomFeed } from 'feedsmith';

import { toValidXml } from '../xml.ts';
import { renderItemHtml, startOfDay, type FeedView } from './feed-view.ts';

/** Renders a feed as Atom (RFC 4287). */
export function renderAtom(feed: FeedView): string {
  const { title, description, url, feedUrl, publisher, items } = feed;
  return generateAtomFeed(
    {
      id: url,
      title: { value: toValidXml(title) },
      subtitle: { value: toValidXml(description) },
      updated: new Date(Math.max(0, ...items.map(({ updated }) => startOfDay(updated).getTime()))),
      authors: [{ name: toValidXml(publisher) }],
      links: [
        { href: feedUrl, rel: 'self', type: 'application/atom+xml' },
        { href: url, rel: 'alternate', type: 'text/html' },
      ],
      entries: items.map((item) => ({
        id: item.url,
        title: { value: item.title },
        links: [
          { href: item.url, rel: 'alternate', type: 'text/html' },
          ...(item.pictures ?? []).map(({ url, type }) => ({ href: url, rel: 'enclosure', type })),
          ...(item.attachments ?? []).map(({ size, title, type, url }) => ({
            href: url,
            rel: 'enclosure',
            type,
            title,
            length: size,
          })),
        ],
        updated: startOfDay(item.updated),
        ...(item.published && { published: startOfDay(item.published) }),
        ...(item.byline.length > 0 && { authors: item.byline.map((name) => ({ name })) }),
        categories: item.names.map((term) => ({ term })),
        summary: { value: item.summary },
        content: { value: renderItemHtml(item), type: 'html' },
      })),
    },
    { strict: true },
  );
}
