import sharp from 'sharp';

import { digestOf, page, redirect, type TestRecord } from './make-warc.ts';

/** The host of a small news site that the tests make up. */
export const host = 'paper.example';
const site = `https://${host}`;

interface Story {
  path: string;
  title: string;
  date: string;
  paragraphs: string[];
  figure?: string;
}

export const stories: readonly Story[] = [
  {
    path: '/2015/11/lock-reopened/',
    title: 'Lock reopened after eleven months',
    date: '2015-11-03T08:30:00+01:00',
    paragraphs: [
      'The lower lock at Osmark was opened to ships again on Tuesday, eleven months after a barge had torn one of its gates from the hinges.',
      'Harbour master Jane Doe said that the new gates were heavier by a third, and that nobody should have to wait for more than an hour.',
    ],
    figure:
      '<figure><img src="/media/lock.png" alt="A barge leaves the lock."><figcaption>The first barge on Tuesday. Photo: Ada Lind</figcaption></figure>',
  },
  {
    path: '/2015/11/ferry-timetable/',
    title: 'Ferry sails every half hour in winter',
    date: '2015-11-04T09:00:00+01:00',
    paragraphs: [
      'From the first of December the ferry across the sound sails every thirty minutes, the council of Osmark decided on Wednesday.',
      'The last boat leaves at eleven in the evening, and one more at midnight on Saturdays if there are passengers for it.',
    ],
  },
  {
    path: '/2016/02/library-roof/',
    title: 'Library gets a roof of slate',
    date: '2016-02-11T07:00:00+01:00',
    paragraphs: [
      'Slate from the quarry at Hollen will cover the library from May on, since the tiles of 1962 no longer keep out the rain.',
      'Readers can borrow books in the town hall until then, said the librarian Nils Sund, who has packed four hundred boxes.',
    ],
  },
];

/** The page of a story: an article with its data, the navigation and related stories. */
export function storyPage({ path, title, date, paragraphs, figure = '' }: Story, more = ''): string {
  const data = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: date,
    mainEntityOfPage: site + path,
  });
  return `<!doctype html><html lang="en"><head><title>${title} | The Osmark Paper</title>
<link rel="canonical" href="${site}${path}">
<script type="application/ld+json">${data}</script></head>
<body><nav><a href="/">Home</a> <a href="/category/town/">Town</a></nav>
<main><article><h1>${title}</h1>${figure}${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></main>${more}
<footer>© The Osmark Paper</footer></body></html>`;
}

/** A page that lists all stories, as a home page or a category does. */
export function listPage(title: string): string {
  const teasers = [...stories, ...stories].map(
    ({ path, title: headline, paragraphs }) =>
      `<article><h2><a href="${path}">${headline}</a></h2><p>${paragraphs[0] ?? ''}</p></article>`,
  );
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main><h1>${title}</h1>${teasers.join('\n')}</main></body></html>`;
}

/** A picture. */
export const picture = await sharp({
  create: { width: 40, height: 30, channels: 3, background: '#336699' },
})
  .png()
  .toBuffer();

const png = { fields: { 'Content-Type': 'image/png' } };
const [lock, ferry, library] = stories.map((story) => ({ url: site + story.path, html: storyPage(story) }));
if (!lock || !ferry || !library) throw new Error('There are three stories.');

/** What a crawler has of the site: articles, and everything that is beside them. */
export const records: readonly TestRecord[] = [
  { type: 'warcinfo', body: 'software: made by a test\r\n' },
  { url: `${site}/robots.txt`, http: { fields: { 'Content-Type': 'text/plain' } }, body: 'User-agent: *\n' },
  // The redirect is before the page that it leads to, and the revisit before what it is the same as.
  redirect(`${site}/?p=17`, lock.url),
  redirect(`${site}/old/lock.html`, '/?p=17'),
  {
    type: 'revisit',
    url: `${site}/print/lock-reopened/`,
    date: '2021-07-18T11:00:00Z',
    fields: {
      'WARC-Payload-Digest': digestOf(lock.html),
      'WARC-Refers-To-Target-URI': lock.url,
      'WARC-Refers-To-Date': '2021-07-18T10:00:00Z',
    },
  },
  page(`${site}/`, listPage('The Osmark Paper')),
  page(`${site}/category/town/`, listPage('Town')),
  page(`${site}/latest/`, listPage('The latest')),
  page(`${site}/?s=lock`, listPage('Results')),
  page(lock.url, lock.html, { fields: { 'WARC-Payload-Digest': digestOf(lock.html) } }),
  { type: 'request', url: lock.url, http: { status: 'x' }, body: '' },
  page(ferry.url, ferry.html.replace('thirty minutes', '40 minutes'), { date: '2020-01-02T10:00:00Z' }),
  page(ferry.url, ferry.html),
  page(`${ferry.url}?share=mail`, ferry.html.replace('<main>', '<main class="shared">')),
  page(library.url, library.html),
  page(`${site}/2016/02/library-roof/index.html`, library.html),
  page(
    `${site}/alias/roof.html`,
    `<html><head><meta http-equiv="refresh" content="0; url=${library.url}"></head></html>`,
  ),
  {
    ...page(`${site}/gone/`, '<h1>Not found</h1>'),
    http: { status: '404 Not Found', fields: { 'Content-Type': 'text/html' } },
  },
  { url: `${site}/media/lock.png`, http: png, body: picture },
  { url: `${site}/media/unused.png`, http: png, body: picture.subarray(0, 50) },
  { url: `${site}/feed/`, http: { fields: { 'Content-Type': 'application/rss+xml' } }, body: '<rss/>' },
  page(
    'https://elsewhere.example/story/',
    storyPage({ ...(stories[0] as Story), path: '/x/', title: 'Elsewhere' }),
  ),
  { type: 'metadata', url: lock.url, body: 'via: x\r\n' },
];
