import { describe, expect, test } from 'vitest';

import type { Draft } from '../../../../../src/ingest/drafts/draft.ts';
import type { SourceOptions } from '../../../../../src/ingest/sources/source.ts';
import { readWebPage } from '../../../../../src/ingest/sources/web-page/web-page.ts';
import { useReader } from '../read-source.ts';

const { readText } = useReader(readWebPage, 'web-page', 'page.html');

async function readAll(html: string, options?: Partial<SourceOptions>): Promise<Draft[]> {
  const items = await readText(html, options);
  return items.map((item) => {
    if (item.kind !== 'draft') throw new Error(JSON.stringify(item));
    return item.draft;
  });
}

async function read(html: string): Promise<Draft> {
  const [draft] = await readAll(html);
  if (!draft) throw new Error('There is no draft.');
  return draft;
}

const canonical = 'https://post.example/mill/';
const sentences =
  'The mill at Norhaven has burnt for the third time, and nobody was hurt, said the mayor, who had seen the smoke from her house. ' +
  'It had stood empty since the spring, when the last miller left it, and the council had meant to sell it in the autumn.';
const page = (graph: unknown, head = `<link rel="canonical" href="${canonical}">`, body = '') =>
  `<!doctype html><html><head><title>Mill burns | Post</title>${head}` +
  `<script type="application/ld+json">${JSON.stringify(graph)}</script></head>` +
  `<body><main><article><h1>Mill burns</h1>${body}<p>${sentences}</p><p>${sentences}</p></article></main></body></html>`;

const other = {
  '@type': 'NewsArticle',
  headline: 'Ferry sold',
  url: 'https://post.example/ferry',
  author: 'Per Holm',
};
const right = { '@type': 'NewsArticle', headline: 'The mill burns again', author: 'Ada Lind' };

describe('of several articles in JSON-LD', () => {
  test.for<[string, object]>([
    ['its own @id', { '@id': `${canonical}#article` }],
    ['the page that it is the main entity of', { mainEntityOfPage: { '@id': `${canonical}#webpage` } }],
    ['the page that it is a part of', { isPartOf: { '@id': `${canonical}#webpage` } }],
    ['an address with parameters', { url: 'http://www.post.example/mill?utm_source=x' }],
    ['the main entity of the page', { '@id': '#a1' }],
  ])('that one is taken which the page is by %s', async ([, joint]) => {
    const webPage = {
      '@type': 'WebPage',
      '@id': `${canonical}#webpage`,
      url: canonical,
      mainEntity: { '@id': '#a1' },
    };
    const { byline, title } = await read(page({ '@graph': [other, { ...right, ...joint }, webPage] }));
    expect([title, byline]).toEqual(['The mill burns again', ['Ada Lind']]);
  });

  test('that one is taken which has the headline of the page', async () => {
    const { byline } = await read(page([other, { ...right, headline: 'Mill burns' }], ''));
    expect(byline).toEqual(['Ada Lind']);
  });

  test('none is taken when it cannot be told, and that is said', async () => {
    const draft = await read(page([other, { ...other, headline: 'Quay sold', author: 'Jon Dahl' }]));
    expect([draft.title, draft.byline]).toEqual(['Mill burns', []]);
    expect(draft.notices).toEqual([
      'The page’s JSON-LD describes 2 articles ("Ferry sold", "Quay sold"), and does not say that the page is one of them: nothing was taken from it.',
    ]);
  });

  test('the only one is not taken when it is of another page', async () => {
    expect(await read(page(other))).toMatchObject({ title: 'Mill burns', byline: [] });
  });

  test('an offer of a job is none', async () => {
    expect(
      (await read(page({ '@type': 'JobPosting', headline: 'Mill burns', author: 'Per Holm' }))).byline,
    ).toEqual([]);
  });
});

test('what an article is about is a person, a place or an organization as the data say', async () => {
  const article = {
    ...right,
    about: [{ '@id': '#ada' }, { '@type': ['Place', 'City'], name: 'Norhaven' }],
    contentLocation: { name: 'Lowmere' },
    keywords: ['Ada Lind', 'Mills'],
  };
  const { terms } = await read(
    page({ '@graph': [article, { '@type': 'Person', '@id': '#ada', name: 'Ada Lind' }] }, ''),
  );
  expect(terms).toEqual([
    { name: 'Ada Lind', vocabulary: 'people' },
    { name: 'Mills' },
    { name: 'Norhaven', vocabulary: 'places' },
    { name: 'Lowmere', vocabulary: 'places' },
  ]);
});

test('the address has no parameters by which readers are followed, and the others', async () => {
  const head = '<meta property="og:url" content="https://post.example/?p=12&utm_source=x&fbclid=y#part">';
  const { url, leftOut } = await read(page([], head));
  expect(url).toBe('https://post.example/?p=12#part');
  expect(leftOut).toContainEqual({
    what: 'the parameters of the address by which readers are followed',
    address: 'https://post.example/?p=12&utm_source=x&fbclid=y#part',
  });
});

test('the day is that of the page’s own zone, where the page writes it', async () => {
  const head = '<meta property="article:published_time" content="2021-07-19T00:30:00+01:00">';
  const { date } = await read(page({ ...right, datePublished: '2021-07-18T23:30:00Z' }, head));
  expect(date).toBe('2021-07-19');
  const { date: plain } = await read(page({ ...right, datePublished: '2015-11-28 05:36:00.000000' }, ''));
  expect(plain).toBe('2015-11-28');
});

describe('of the text of a page', () => {
  const whole = (inner: string) =>
    `<!doctype html><title>Mill burns</title><body><nav><a href="/">Home</a></nav><main><article><h1>Mill burns</h1>${inner}</article></main>`;
  const paragraph = `<div class="markup"><p>${sentences}</p></div>`;

  test('every paragraph is kept, wherever it stands, and what is none is named', async () => {
    const { body, leftOut } = await read(
      whole(
        `<div class="intro-header"><p>Smoke was seen at noon.</p></div>${paragraph}` +
          `<div class="markup"><p><a href="https://post.example/f"><b>On Friday the owner had been told.</b></a></p></div>` +
          `<aside class="pullquote"><p>Nobody was hurt.</p></aside>` +
          `<div class="related-stories"><h3>Related</h3><ul><li><a href="/a">Ferry sold</a></li><li><a href="/b">Quay sold</a></li></ul></div>` +
          `${paragraph}<p class="byline-end">Reporting by Ada Lind.</p>` +
          `<div class="newsletter-signup"><p>Never miss a story.</p><button>Sign up</button></div>` +
          `<div class="social-share"><a href="/s">Share</a></div><section id="comments"><p>First!</p></section>`,
      ),
    );
    expect(body).toMatch(/^Smoke was seen at noon\.\n\nThe mill/);
    expect(body).toContain('[**On Friday the owner had been told.**](https://post.example/f)');
    expect(body).toContain('> Nobody was hurt.');
    expect(body).toMatch(/Reporting by Ada Lind\.\n$/);
    expect(leftOut).toEqual([
      { what: 'the navigation', text: 'Home' },
      { what: 'related stories', text: 'Related Ferry sold Quay sold' },
      { what: 'a newsletter box', text: 'Never miss a story. Sign up' },
      { what: 'share buttons', text: 'Share' },
      { what: 'comments of readers', text: 'First!' },
    ]);
  });

  test('a name that means something else does not take the text away', async () => {
    const { body } = await read(
      whole(`<div class="share-enabled comments-open">${paragraph}${paragraph}</div>`),
    );
    expect(body).toContain('for the third time');
  });

  test('a masthead is told', async () => {
    const { leftOut } = await read(
      whole(paragraph).replace('<nav>', '<header>The Norhaven Post, No. 412, 3 May 1998</header><nav>'),
    );
    expect(leftOut[0]).toEqual({ what: 'the masthead', text: 'The Norhaven Post, No. 412, 3 May 1998' });
  });

  test('each of several articles is an item by itself where that is asked for', async () => {
    const story = (title: string) => `<article><h2>${title}</h2><p>${title}: ${sentences}</p></article>`;
    const data = [
      { '@type': 'NewsArticle', headline: 'Ferry sold', author: 'Per Holm', datePublished: '1998-05-03' },
    ];
    const html =
      `<!doctype html><html lang="en"><title>The Post</title><script type="application/ld+json">${JSON.stringify(data)}</script>` +
      `<body>${story('Mill burns')}\n${story('Ferry sold')}</body></html>`;
    const drafts = await readAll(html, { split: 'article' });
    expect(
      drafts.map(({ origin, title, date, byline }) => [origin.item, origin.line, title, date, byline]),
    ).toEqual([
      ['article 1', 1, 'Mill burns', undefined, []],
      ['article 2', 2, 'Ferry sold', '1998-05-03', ['Per Holm']],
    ]);
    expect(new TextDecoder().decode(drafts[1]?.received.bytes)).toBe(story('Ferry sold'));
    expect(drafts[1]?.body).not.toContain('Mill');
  });

  test('of several articles in JSON-LD, each that has its text is an item by itself where that is asked for', async () => {
    const node = (headline: string, day: number) =>
      `{"@type": "NewsArticle", "headline": "${headline}", "datePublished": "1998-05-0${day}",\n "author": {"name": "Per Holm"}, "articleBody": "${headline}: \\"${sentences}\\" {"}`;
    const teaser = '{"@type": "NewsArticle", "headline": "Fog lifts"}';
    const html =
      `<!doctype html><html lang="en"><title>The Post</title><body><h1>News</h1><p>${sentences}</p><script type="application/ld+json">\n` +
      `{"@graph": [${node('Mill burns', 3)},\n${node('Ferry sold', 4)}, ${teaser}]}</script>`;
    const drafts = await readAll(html, { split: 'article' });
    expect(
      drafts.map(({ origin, title, date, byline }) => [origin.item, origin.line, title, date, byline]),
    ).toEqual([
      ['article 1', 2, 'Mill burns', '1998-05-03', ['Per Holm']],
      ['article 2', 4, 'Ferry sold', '1998-05-04', ['Per Holm']],
    ]);
    expect(drafts[1]?.body).toBe(`Ferry sold: "${sentences}" {\n`);
    expect(new TextDecoder().decode(drafts[1]?.received.bytes)).toBe(node('Ferry sold', 4));
    const [whole] = await readAll(html);
    expect(whole?.notices.join(' ')).toContain('With --split article, each of them');
  });
});
