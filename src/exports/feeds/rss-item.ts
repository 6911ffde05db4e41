import { generateRssFeed, type RssFeed } from 'feedsmith';

import { renderItemHtml, startOfDay, type FeedItem } from './feed-view.ts';

// An article is in the feeds of all its records. Its XML is rendered once and put into each feed in place of the
// placeholder: rendering it for each feed takes three seconds more with 20,000 articles.

type RssItem = RssFeed.Item<Date, true>;

/** Stands for all items of a feed, and has an element of each namespace that they have. */
const placeholder: RssItem = {
  title: 'placeholder',
  content: { encoded: 'placeholder' },
  dc: { languages: ['en'] },
  atom: { updated: new Date(0) },
};
const withPictures: RssItem = { ...placeholder, media: { contents: [{ url: 'placeholder' }] } };

/** The placeholders for items, with their XML: of items without pictures, and of items some of which have any. */
const placeholders = [placeholder, withPictures].map((item) => ({ item, xml: renderAlone(item) }));

/** Finds what stands for all items of a feed, and its XML in the feed. */
export function findPlaceholder(items: readonly FeedItem[]): { item: RssItem; xml: string } | undefined {
  if (items.length === 0) return undefined;
  return placeholders[items.some(({ pictures }) => pictures) ? 1 : 0];
}

/** As bytes, which are not part of the heap. */
const rendered = new WeakMap<FeedItem, Buffer>();

/** Renders an item as it is in a feed, indented, without a line break at the end. */
export function renderRssItem(item: FeedItem): string {
  const known = rendered.get(item);
  if (known) return known.toString();
  const xml = renderAlone({
    title: item.title,
    link: item.url,
    guid: { value: item.url, isPermaLink: true },
    description: item.summary,
    content: { encoded: renderItemHtml(item) },
    categories: item.names.map((name) => ({ name })),
    ...(item.published && { pubDate: startOfDay(item.published) }),
    dc: { creators: [...item.byline], languages: [item.language] },
    atom: { updated: startOfDay(item.updated) },
    ...(item.attachments && {
      enclosures: item.attachments.map(({ size, type, url }) => ({ url, type, length: size })),
    }),
    ...(item.pictures && { media: { contents: item.pictures.map(describePicture) } }),
  });
  rendered.set(item, Buffer.from(xml));
  return xml;
}

/** A picture in Media RSS 1.5.1 (`media:content`). */
function describePicture({ alt, caption, credit, ...content }: NonNullable<FeedItem['pictures']>[number]) {
  const description = caption ?? alt;
  return {
    ...content,
    medium: 'image',
    ...(description !== '' && { description: { value: description, type: 'plain' } }),
    ...(credit && { credits: [{ value: credit }] }),
  };
}

/** Renders an item in a feed of its own, and cuts it out of that. */
function renderAlone(item: RssItem): string {
  const feed = generateRssFeed(
    { title: 'title', link: 'https://example.org/', description: 'description', items: [item] },
    { strict: true },
  );
  const end = '</item>';
  return feed.slice(feed.indexOf('    <item>'), feed.lastIndexOf(end) + end.length);
}
