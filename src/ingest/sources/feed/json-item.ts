import type { JsonFeed } from 'feedsmith';

import type { LinkedMedia } from '../../text/linked-media.ts';
import { resolveAddress } from '../../text/web-address.ts';
import { chooseDates, resolveAll, type FeedEntry } from './feed-entry.ts';

/** Reads an item of JSON Feed (jsonfeed.org/version/1.1), within its feed. */
export function readJsonItem(
  item: JsonFeed.Item<string> = {},
  feed: Partial<JsonFeed.Feed<string>> = {},
): FeedEntry {
  const base = resolveAll(feed.home_page_url, item.url);
  const text = { html: false, summary: false, base };
  const media = [
    ...[item.image, item.banner_image].map((url) => ({ url, title: undefined })),
    ...(item.attachments ?? []),
  ].flatMap(({ url = '', title }): LinkedMedia | [] => {
    const address = url === '' ? undefined : resolveAddress(url, base);
    return address === undefined ? [] : { address, words: title };
  });
  return {
    lines: {
      title: item.title,
      language: item.language ?? feed.language,
      publisher: feed.title,
      url: item.url && resolveAddress(item.url, feed.home_page_url),
      rights: undefined,
    },
    dates: chooseDates(
      { '"date_published"': item.date_published },
      { '"date_modified"': item.date_modified },
    ),
    byline: (item.authors ?? feed.authors ?? []).map(({ name }) => name),
    terms: item.tags ?? [],
    texts: [
      { ...text, value: item.content_html, where: '"content_html"', html: true },
      { ...text, value: item.content_text, where: '"content_text"' },
      { ...text, value: item.summary, where: '"summary"', summary: true },
    ],
    media,
    leftOut:
      item.external_url === undefined ? [] : [{ what: 'a link to another page', address: item.external_url }],
  };
}
