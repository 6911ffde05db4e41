import { stringify } from 'yaml';

import { page, writeRecord } from '../../support/crawl/make-warc.ts';
import {
  allKeys,
  escapeMarkdown,
  escapeXml,
  htmlOf,
  listOf,
  type ReceivedFormat,
  type ReceivedItem,
} from './received-item.ts';

/** Commas separate names where nothing else does. */
const words = (text: string) => listOf(text, /[;|]/.test(text) ? /[;|]/ : /,/);

export const columns = [
  'title',
  'subtitle',
  'byline',
  'dateline',
  'summary',
  'publisher',
  'rights',
  'url',
] as const;

/** A table whose cells are all in quotation marks (RFC 4180). */
function writeTable(items: readonly ReceivedItem[], delimiter: string): string {
  const rows = items.map((item) => [
    '2020-03-04',
    ...columns.map((column) => item[column]),
    item.keyword,
    `${item.text}\n\n${item.raw}`,
  ]);
  return [['date', ...columns, 'tags', 'text'], ...rows]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
    .join('\r\n');
}

/** Names of files that a shell, a log, a terminal or another system would take for something else. */
function nameFile({ index, title }: ReceivedItem, extension: string): string {
  const own = [
    '-rf',
    '--help',
    '$(touch /tmp/ran)',
    '`touch x`',
    '; touch x',
    "'",
    '"',
    'a\nb',
    'a\r\u001b[2Jb',
    '\u202Egnp.',
    'CON',
    'NUL ',
    'trailing. ',
    '..',
    '~',
    '*',
    '%00',
    '\u{1F6A2}'.repeat(50),
  ];
  const name = (own[index] ?? title).replace(/[/\0]/g, '_').replace(/^\./, '_');
  let end = name.length;
  while (Buffer.byteLength(name.slice(0, end)) > 255 - extension.length - 8) end--;
  // Lists of files are in the order of their names; the report says which is which by its number.
  return `${name.slice(0, end).replace(/\p{Cs}/gu, '')} ${index}.${extension}`;
}

function headerOf(item: ReceivedItem): string {
  return [
    `Title: ${item.title}`,
    `Subtitle: ${item.subtitle}`,
    'Date: 2020-03-04',
    `By: ${item.byline}`,
    `Dateline: ${item.dateline}`,
    `Summary: ${item.summary}`,
    `Source: ${item.publisher}`,
    `Rights: ${item.rights}`,
    `Tags: ${item.keyword}`,
    `URL: ${item.url}`,
  ].join('\n');
}

function markdownOf(item: ReceivedItem): string {
  const { title, subtitle, byline, dateline, summary, publisher, rights, keyword, url } = item;
  const source = { name: publisher, url };
  const data = { title, subtitle, date: '2020-03-04', author: [byline], dateline, summary, source, rights };
  return `---\n${stringify({ ...data, tags: [keyword] })}---\n\n${escapeMarkdown(item.text)}\n${item.raw}\n`;
}

/** A page that says of itself what it is in JSON-LD, or in meta tags. */
function pageOf(item: ReceivedItem): string {
  const data = {
    '@type': 'NewsArticle',
    headline: escapeXml(item.title),
    alternativeHeadline: escapeXml(item.subtitle),
    datePublished: '2020-03-04',
    author: { name: escapeXml(item.byline) },
    dateline: escapeXml(item.dateline),
    description: escapeXml(item.summary),
    publisher: { name: escapeXml(item.publisher) },
    copyrightHolder: { name: escapeXml(item.rights) },
    articleSection: escapeXml(item.keyword),
    url: item.url,
  };
  const meta = [
    ['og:title', item.title],
    ['article:published_time', '2020-03-04'],
    ['author', item.byline],
    ['description', item.summary],
    ['og:site_name', item.publisher],
    ['dc.rights', item.rights],
    ['article:tag', item.keyword],
    ['og:url', item.url],
  ].map(([name = '', content = '']) => `<meta property="${name}" content="${escapeXml(content)}">`);
  const head = isWithData(item)
    ? `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`
    : meta.join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeXml(item.title)}</title>${head}</head><body><nav>Home</nav><main><article><h1>${escapeXml(item.title)}</h1>${htmlOf({ ...item, raw: `<p>${paragraph.repeat(3)}</p>${item.raw}` })}</article></main></body></html>`;
}

/** A text that is one to a program that looks for the article of a page. */
const paragraph =
  'The ferry between the two harbours is not going today, said the board, and neither will it tomorrow: the wind is too strong, and the boats are too small. Who has to cross takes the road, which is long, but dry. ';

const isWithData = ({ index }: ReceivedItem) => index % 2 === 0;

/** Where lists are texts, names of a byline are separated by semicolons or bars only. */
export const expectLists: NonNullable<ReceivedFormat['expect']> = ({ byline, keyword }) => ({
  byline: listOf(byline, /[;|]/),
  keyword: words(keyword),
});

/** Formats of text, a file an article or a row. */
export const textFormats: readonly ReceivedFormat[] = [
  {
    name: 'plain text',
    options: ['--format', 'text'],
    keys: allKeys,
    write: (items) =>
      items.map((item) => [nameFile(item, 'txt'), `${headerOf(item)}\n\n${item.text}\n\n${item.raw}\n`]),
    expect: expectLists,
  },
  {
    name: 'Markdown',
    options: ['--format', 'markdown'],
    keys: allKeys,
    write: (items) => items.map((item) => [nameFile(item, 'md'), markdownOf(item)]),
    // What programs write where there is nothing.
    expect: (item) =>
      Object.fromEntries(
        Object.entries(item).flatMap(([key, value]) =>
          /^(?:null|~)$/.test(String(value)) ? [[key, undefined]] : [],
        ),
      ),
  },
  {
    name: 'web page',
    options: ['--format', 'html'],
    keys: allKeys,
    write: (items) => items.map((item) => [nameFile(item, 'html'), pageOf(item)]),
    expect: (item) => ({
      // Meta tags have none of these, and an address is no name.
      ...(!isWithData(item) && { subtitle: undefined, dateline: undefined }),
      ...(URL.canParse(item.byline) && { byline: undefined }),
    }),
  },
  {
    name: 'crawl',
    options: ['--format', 'warc'],
    keys: allKeys,
    // The same page would be the same source.
    write: (items) =>
      items.map((item) => [
        nameFile(item, 'warc'),
        writeRecord(page(item.url, `${pageOf(item)}<!-- captured -->`)).toString(),
      ]),
    expect: (item) => ({
      ...(!isWithData(item) && { subtitle: undefined, dateline: undefined }),
      ...(URL.canParse(item.byline) && { byline: undefined }),
    }),
  },
  {
    name: 'CSV',
    options: ['--format', 'table'],
    keys: allKeys,
    write: (items) => [['table.csv', writeTable(items, ',')]],
    expect: expectLists,
  },
  {
    name: 'TSV',
    options: ['--format', 'table'],
    keys: allKeys,
    write: (items) => [['table.tsv', writeTable(items, '\t')]],
    expect: expectLists,
  },
];
