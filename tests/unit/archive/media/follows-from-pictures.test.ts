import { describe, expect, test } from 'vitest';

import type { Archive } from '../../../../src/archive/archive.ts';
import { renderItemHtml, createFeedItems } from '../../../../src/exports/feeds/feed-view.ts';
import { renderAtom } from '../../../../src/exports/feeds/atom.ts';
import { renderJsonFeed } from '../../../../src/exports/feeds/json-feed.ts';
import { renderRss } from '../../../../src/exports/feeds/rss.ts';
import {
  createPendingLine,
  renderArticleLines,
  renderArticleTable,
} from '../../../../src/exports/data/article-data.ts';
import { listSitemaps } from '../../../../src/exports/sharing/sitemap.ts';
import { describeArticle } from '../../../../src/exports/structured-data/describe-article.ts';
import { digestText } from '../../../../src/records/ledger/ledger.ts';
import type { MediaFile } from '../../../../src/records/media/inspect-media.ts';
import { createCatalogue } from '../../../../src/search/catalogue.ts';
import type { ArticleView } from '../../../../src/views/article.ts';
import type { HomeView } from '../../../../src/views/home.ts';
import { listPages } from '../../../../src/views/page-list.ts';
import { articleEntry, makeArchive } from '../entries.ts';

const sha256 = '0'.repeat(64);
const known = (more: Partial<MediaFile> = {}): MediaFile => ({
  sha256,
  kind: 'picture',
  type: 'image/jpeg',
  extension: '.jpg',
  size: 1000,
  width: 3000,
  height: 2000,
  frames: 1,
  ...more,
});
const media = new Map([
  ['a.jpg', known()],
  ['icon.png', known({ sha256: '1'.repeat(64), width: 20, height: 20 })],
  [
    'r.pdf',
    known({ sha256: '2'.repeat(64), kind: 'attachment', type: 'application/pdf', extension: '.pdf' }),
  ],
]);
const pictures = [
  { file: 'icon.png', sha256: '1'.repeat(64), alt: '' },
  {
    file: 'a.jpg',
    sha256,
    alt: 'A ferry.',
    caption: 'The ferry & Ada',
    credit: 'Ada Lind',
    rights: 'https://example.org/by/',
  },
];
const attachments = [{ file: 'r.pdf', sha256: '2'.repeat(64), title: 'The report' }];
const articles = {
  '2021/07/18/a': { date: '2021-07-18', pictures, attachments },
  '2021/07/17/b': { date: '2021-07-17' },
};
const illustrated = makeArchive({ articles, media });
const without = makeArchive({
  articles: { '2021/07/18/a': { date: '2021-07-18' }, '2021/07/17/b': { date: '2021-07-17' } },
});

const pagesOf = (archive: Archive) => listPages(archive, () => Promise.resolve([]));

async function viewOf<View>(archive: Archive, path: string): Promise<View> {
  return (await pagesOf(archive)
    .find((page) => page.path === path)
    ?.view()) as View;
}

const large = /^https:\/\/example\.org\/media\/[0-9a-f]{16}-2400\.jpg$/;

describe('an article with pictures', () => {
  test('says so in its structured data, with captions, credits and licences', async () => {
    const view = await viewOf<ArticleView>(illustrated, '/articles/2021/07/18/a/');
    const [news] = (JSON.parse(describeArticle(view)) as { '@graph': [{ image: unknown[] }] })['@graph'];
    expect(news.image[1]).toEqual({
      '@type': 'ImageObject',
      url: expect.stringMatching(large) as string,
      contentUrl: expect.stringMatching(large) as string,
      width: '2400',
      height: '1600',
      caption: 'The ferry & Ada',
      creditText: 'Ada Lind',
      license: 'https://example.org/by/',
    });
  });

  test('is shared with its first picture that is large enough', async () => {
    const { head } = await viewOf<ArticleView>(illustrated, '/articles/2021/07/18/a/');
    expect(head.image).toMatchObject({ alt: 'A ferry.', width: 1280, height: 853 });
  });

  test('is in feeds with them', () => {
    const items = illustrated.articles.map(createFeedItems(illustrated));
    const feed = {
      title: 'T',
      description: 'D',
      url: 'https://example.org/',
      feedUrl: 'https://example.org/f',
      language: 'en',
      publisher: 'P',
      items,
    };
    const rss = renderRss(feed);
    expect(rss).toContain('xmlns:media="http://search.yahoo.com/mrss/"');
    expect(rss).toMatch(
      /<media:content url="https:\/\/example\.org\/media\/\w+-1280\.jpg"[^>]*medium="image"/,
    );
    expect(rss).toContain('The ferry & Ada');
    expect(rss).toMatch(/<enclosure url="[^"]+-original\.pdf" length="1000" type="application\/pdf"\/>/);
    expect(renderAtom(feed)).toMatch(/<link href="[^"]+-1280\.jpg" rel="enclosure" type="image\/jpeg"\/>/);
    const [first] = (JSON.parse(renderJsonFeed(feed)) as { items: { attachments: unknown[] }[] }).items;
    expect(first?.attachments).toHaveLength(3);
  });

  test('has absolute addresses in feeds', () => {
    const text = {
      html: '<a href="/x"><source srcset="/m/a.webp 720w, /m/b.webp 1280w"><img src="/m/a.jpg"></a>',
    };
    expect(renderItemHtml({ notices: [], text, url: 'https://example.org/a/' } as never)).toBe(
      '<a href="https://example.org/x"><source srcset="https://example.org/m/a.webp 720w, https://example.org/m/b.webp 1280w"><img src="https://example.org/m/a.jpg"></a>',
    );
  });

  test('is in the data sets with them and where they are', () => {
    const lines = illustrated.articles.map((article) =>
      createPendingLine(illustrated, article, () => 'Text'),
    );
    const [line] = renderArticleLines(lines).split('\n');
    expect((JSON.parse(line ?? '') as { pictures: unknown[] }).pictures[1]).toEqual({
      ...pictures[1],
      url: expect.stringMatching(large) as string,
    });
    expect(renderArticleTable(lines)).toContain('icon.png\na.jpg: The ferry & Ada (Ada Lind)');
  });

  test('is in the sitemap with them', async () => {
    const [, sitemap] = listSitemaps(pagesOf(illustrated), illustrated.paths);
    const xml = String(await sitemap?.prepare().content());
    expect(xml).toContain('xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"');
    expect(xml.match(/<image:image><image:loc>https:\/\/example\.org\/media\//g)).toHaveLength(2);
  });

  test('is found by the facet of pictures', () => {
    const facet = createCatalogue(illustrated).facets.find(({ key }) => key === 'picture');
    expect(facet?.values).toEqual([['yes', 'with pictures', 1]]);
  });

  test('shows the newest article’s first picture on the home page', async () => {
    const { picture } = await viewOf<HomeView>(illustrated, '/');
    expect(picture).toMatchObject({ href: '/articles/2021/07/18/a/', figure: { file: 'icon.png' } });
  });

  test('is in the ledger by its captions and credits, too', () => {
    const sum = (list: object[]) =>
      digestText({ data: articleEntry('a', { pictures: list as never }).data, body: 'T' });
    const [, picture] = pictures;
    expect(sum([{ ...picture, caption: 'Another' }])).not.toBe(sum([{ ...picture }]));
    expect(sum([{ ...picture, credit: 'Another' }])).not.toBe(sum([{ ...picture }]));
    expect(sum([{ ...picture, alt: 'Another' }])).toBe(sum([{ ...picture }]));
    expect(sum([])).toBe(digestText({ data: articleEntry('a', {}).data, body: 'T' }));
  });
});

test('with a mediaUrl, every address leads there', async () => {
  const site = { mediaUrl: 'https://media.example.net/a' };
  const archive = makeArchive({ site, articles, media });
  const view = await viewOf<ArticleView>(archive, '/articles/2021/07/18/a/');
  expect(view.head.image?.address).toMatch(/^https:\/\/media\.example\.net\/a\/[0-9a-f]{16}-1280\.jpg$/);
  expect(view.frame.origins.media).toBe('https://media.example.net');
});

test('an archive without pictures says nothing of any', async () => {
  const pages = pagesOf(without);
  for (const page of pages) {
    const view = JSON.stringify(await page.view());
    expect(view, page.path).not.toMatch(/"(?:pictures|image|attachments|picture|media)":/);
  }
  expect(createCatalogue(without).facets.map(({ key }) => key)).not.toContain('picture');
  const items = without.articles.map(createFeedItems(without));
  expect(
    JSON.stringify(items.map((item) => ({ ...item, text: undefined, toJSON: undefined }))),
  ).not.toContain('pictures');
});
