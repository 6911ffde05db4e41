import { allKeys, htmlOf, listOf, type ReceivedFormat, type ReceivedItem } from './received-item.ts';

const lines = (values: readonly object[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

function ninjsItem(item: ReceivedItem): object {
  return {
    uri: `urn:payload:${item.index}`,
    standard: { name: 'ninjs', version: '2.1' },
    type: 'text',
    contentCreated: '2020-03-04T12:00:00Z',
    headlines: [
      { role: 'main', contenttype: 'text/plain', value: item.title },
      { role: 'sub', contenttype: 'text/plain', value: item.subtitle },
    ],
    by: item.byline,
    located: item.dateline,
    copyrightHolder: item.rights,
    descriptions: [{ role: 'summary', contenttype: 'text/plain', value: item.summary }],
    infosources: [{ name: item.publisher, role: 'publisher', uri: 'javascript:window.ran=1' }],
    subjects: [{ name: item.keyword, uri: item.title }],
    bodies: [{ role: 'main', contenttype: 'text/html', value: htmlOf(item) }],
    renditions: [{ href: 'javascript:window.ran=1', contenttype: item.title }],
  };
}

function jsonFeedItem(item: ReceivedItem): object {
  return {
    id: item.keyword,
    url: item.url,
    title: item.title,
    summary: item.summary,
    date_published: '2020-03-04T12:00:00Z',
    authors: [{ name: item.byline, url: 'javascript:window.ran=1' }],
    tags: [item.keyword],
    content_html: htmlOf(item),
    attachments: [{ url: 'javascript:window.ran=1', mime_type: item.title, title: item.title }],
  };
}

function row(item: ReceivedItem): object {
  const { keyword, text, raw, url, title, subtitle, byline, dateline, summary, publisher, rights } = item;
  const rest = { title, subtitle, author: [byline], dateline, summary, publisher, rights, url };
  return { ...rest, date: '2020-03-04', tags: [keyword], text: `${text}\n\n${raw}` };
}

/** Formats of JSON. */
export const jsonFormats: readonly ReceivedFormat[] = [
  {
    name: 'JSON Feed',
    options: [],
    keys: ['title', 'byline', 'summary', 'keyword', 'url', 'text'],
    write: (items) => [
      [
        'feed.json',
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          title: 'Feed',
          items: items.map(jsonFeedItem),
        }),
      ],
    ],
  },
  {
    name: 'ninjs',
    options: [],
    keys: ['title', 'subtitle', 'byline', 'dateline', 'summary', 'publisher', 'rights', 'keyword', 'text'],
    write: (items) => [['ninjs.json', lines(items.map(ninjsItem))]],
  },
  {
    name: 'NDJSON',
    options: [],
    keys: allKeys,
    write: (items) => [['table.ndjson', lines(items.map(row))]],
    expect: ({ byline, keyword }) => ({ byline: listOf(byline, /[;|]/), keyword: listOf(keyword, /[;|]/) }),
  },
];
