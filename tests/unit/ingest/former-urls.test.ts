import { expect, test } from 'vitest';

import { ingestFormerUrls } from '../../support/ingest-former-urls.ts';

const text =
  'The lock was opened again on Tuesday, said the harbour board, after nine weeks of work on its gates.';
const post = (id: number, slug: string, ...meta: [string, string][]) => `
  <item><title>Lock ${id} reopened</title><link>https://old.example.org/2015/11/${slug}/</link>
    <guid isPermaLink="false">https://old.example.org/?p=${id}</guid>
    <content:encoded><![CDATA[<p>${text} It was number ${id}.</p>]]></content:encoded>
    <wp:post_id>${id}</wp:post_id><wp:post_date>2015-11-07 09:00:00</wp:post_date><wp:post_name>${slug}</wp:post_name>
    <wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
    ${meta.map(([key, value]) => `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${value}</wp:meta_value></wp:postmeta>`).join('')}
  </item>`;
const upload = (id: number, parent: number, link: string, guid: string) => `
  <item><title>Gate</title><link>${link}</link><guid isPermaLink="false">${guid}</guid>
    <wp:post_id>${id}</wp:post_id><wp:post_parent>${parent}</wp:post_parent><wp:status>inherit</wp:status>
    <wp:post_type>attachment</wp:post_type><wp:attachment_url>https://old.example.org/files/${id}.jpg</wp:attachment_url></item>`;
const received = {
  'wordpress.xml': `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
  <channel><title>Old</title><link>https://old.example.org</link><wp:wxr_version>1.2</wp:wxr_version>
  ${post(123, 'lock-reopened', ['_wp_old_slug', 'lock-reopend'])}${post(124, 'second', ['_wp_old_slug', 'lock-reopened'])}
  ${upload(125, 123, 'https://old.example.org/2015/11/lock-reopened/gate/', 'https://old.example.org/files/125.jpg')}
  ${upload(126, 123, 'https://old.example.org/files/126.jpg', 'https://old.example.org/?attachment_id=126')}
  ${upload(127, 0, 'https://old.example.org/of-no-post/', 'https://old.example.org/?attachment_id=127')}</channel></rss>`,
  'jekyll.md': `---\nlayout: post\ntitle: Jekyll ferry\ndate: 2016-01-02\npermalink: /ferry/jekyll.html\nredirect_from:\n  - /old/ferry/\n  - /?p=9\n---\n\nA ferry ran aground off the northern mole early in the morning, and was towed off.\n`,
  'hugo.md': `---\ntitle: Hugo quay\ndate: 2016-01-03\nurl: /quay/hugo/\naliases: [/alt/quay/, https://other.example.net/x/]\n---\n\nThe quay was closed for repairs of its wall, which had been cracked by the frost.\n`,
  'feed.xml': `<rss version="2.0"><channel><title>F</title><link>https://old.example.org/</link><item><title>Fed crane</title><link>https://old.example.org/crane.php?id=7</link><pubDate>Mon, 04 Jan 2016 09:00:00 GMT</pubDate><description>${text.replace('lock', 'crane')} A crane.</description></item></channel></rss>`,
  'page.html': `<!doctype html><html lang="en"><head><title>Pilot boat</title><link rel="canonical" href="https://old.example.org/pilot#top"><meta property="article:published_time" content="2016-01-05"></head><body><article><h1>Pilot boat</h1><p>The pilot boat went out at four in the morning in heavy seas and came back at noon.</p><p>${text}</p></article></body></html>`,
};

const ingest = (options: string[], site?: string) => ingestFormerUrls(received, options, site);

const expected = {
  'lock-123-reopened': [
    '/2015/11/lock-reopened/',
    '/?p=123',
    // The pages of what was uploaded to it; a file is no page.
    '/2015/11/lock-reopened/gate/',
    '/?attachment_id=126',
    '/2015/11/lock-reopend/',
  ],
  'lock-124-reopened': ['/2015/11/second/', '/?p=124'],
  'jekyll-ferry': ['/ferry/jekyll.html', '/old/ferry/', '/?p=9'],
  'hugo-quay': ['/quay/hugo/', '/alt/quay/'],
  'fed-crane': ['/crane.php?id=7'],
  'pilot-boat': ['/pilot'],
};

test('addresses of all formats become former URLs, each of one entry, on hosts that the archive succeeds', async () => {
  const { found, said } = await ingest([], 'formerHosts: [old.example.org]\n');
  expect(found).toEqual(expected);
  expect(said).toContain('other.example.net');
});

test('so do those on the hosts of --former-host', async () => {
  expect((await ingest(['--former-host', 'old.example.org'])).found).toEqual(expected);
});

test('without such hosts none does', async () => {
  expect(Object.values((await ingest([])).found).flat()).toEqual([]);
});
