import { generateJsonFeed } from 'feedsmith';

import { renderItemHtml, startOfDay, type FeedItem, type FeedView } from './feed-view.ts';

/** Renders a feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function renderJsonFeed({ title, description, url, feedUrl, language, items }: FeedView): string {
  const feed = generateJsonFeed(
    {
      title,
      description,
      home_page_url: url,
      feed_url: feedUrl,
      language,
      items: items.map((item) => ({
        id: item.url,
        url: item.url,
        title: item.title,
        content_html: renderItemHtml(item),
        summary: item.summary,
        language: item.language,
        tags: [...item.names],
        date_modified: startOfDay(item.updated),
        ...(item.published && { date_published: startOfDay(item.published) }),
        ...(item.byline.length > 0 && { authors: item.byline.map((name) => ({ name })) }),
        ...(item.pictures?.[0] && { image: item.pictures[0].url }),
        ...((item.pictures ?? item.attachments) && { attachments: listAttachments(item) }),
      })),
    },
    { strict: true },
  );
  return JSON.stringify(feed, null, 1);
}

function listAttachments({ pictures = [], attachments = [] }: FeedItem) {
  return [
    ...pictures.map(({ alt, caption, type, url }) => ({ url, mime_type: type, title: caption ?? alt })),
    ...attachments.map(({ size, title, type, url }) => ({
      url,
      mime_type: type,
      title,
      size_in_bytes: size,
    })),
  ];
}
