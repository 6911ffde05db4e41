import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { SourceError } from '../../../../../src/ingest/sources/source-error.ts';
import type { Draft } from '../../../../../src/ingest/drafts/draft.ts';
import type { Item } from '../../../../../src/ingest/sources/source.ts';
import { readWebPage } from '../../../../../src/ingest/sources/web-page/web-page.ts';
import { damaged, failureOf as wordFailure, only, useReader } from '../read-source.ts';

const { readText, readFixture, loadFixture, readAnything } = useReader(readWebPage, 'web-page', 'page.html');

function draftOf(item: Item): Draft {
  if (item.kind !== 'draft') throw new Error(JSON.stringify(item));
  return item.draft;
}

const draftFrom = async (name: string) => draftOf(only(await readFixture(name)));
const draftOfText = async (html: string) => draftOf(only(await readText(html)));
const failureOf = async (html: string) => wordFailure(only(await readText(html)));

const text =
  '<p>The well on the market square gave water again on Monday, after a summer in which it had none.</p>';
const page = (head: string, body = `<article>${text}</article>`) =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const jsonLd = (data: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;

describe('readWebPage', () => {
  test('takes from JSON-LD what it says, before meta tags, for the article that has the page’s address', async () => {
    const { body, received, ...draft } = await draftFrom('news-article.html');
    expect(draft).toEqual({
      origin: { file: 'page.html', line: 1 },
      title: 'Harbour bridge reopens after repairs & tests',
      subtitle: 'Nine weeks of work come to an end',
      date: '2021-07-18',
      byline: ['Ines Calder', 'Otto Brandt', 'Wire desk'],
      dateline: 'LOWMERE',
      language: 'en-GB',
      summary: 'After nine weeks the bridge over the harbour is open.',
      publisher: 'The Lowmere Courier',
      section: 'Local',
      url: 'https://courier.example/2021/07/18/harbour-bridge',
      rights: 'Courier Holdings',
      terms: [
        { name: 'Transport' },
        { name: 'bridges' },
        { name: 'Harbour Authority', vocabulary: 'organizations' },
        { name: 'Lowmere', vocabulary: 'places' },
        { name: 'Bascule bridge' },
      ],
      leftOut: [
        { what: 'the title of the page', text: 'Harbour bridge reopens after repairs | The Lowmere Courier' },
        { what: 'the date of the last change', text: '2021-08-02T09:00:00-05:00' },
        { what: 'the navigation', text: 'Home Local' },
        { what: 'the footer', text: 'All pages of the Courier are printed on recycled electrons.' },
        { what: 'an event handler (onclick)' },
        { what: 'an event handler (onmouseover)' },
        { what: 'a script' },
        { what: 'a link to javascript:', text: 'Share this', address: 'javascript:share()' },
        { what: 'a script', address: 'https://courier.example/late.js' },
      ],
      notices: [],
    });
    expect(body).toBe((await loadFixture('news-article.md')).toString());
    expect(received.extension).toBe('html.txt');
    expect(Buffer.from(received.bytes)).toEqual(await loadFixture('news-article.html'));
  });

  test('takes from meta tags what JSON-LD does not say, in a page that leaves out the tags that it may', async () => {
    const { body, received, origin, ...draft } = await draftFrom('meta-tags.html');
    expect(draft).toEqual({
      title: 'Ferry fares to rise in spring',
      date: '2020-02-03',
      byline: ['Marit Lund', 'Per Aas'],
      language: 'nb-NO',
      publisher: 'Sound Herald',
      url: 'https://herald.example/fares',
      rights: 'Sound Herald, all rights reserved',
      section: 'Islands',
      terms: [{ name: 'Ferries' }, { name: 'Fares' }],
      leftOut: [
        { what: 'the title of the page', text: 'Ferry fares to rise - Sound Herald' },
        { what: 'the date of the last change', text: '2020-02-05T08:15:00+01:00' },
        { what: 'a part of the page outside of the article', text: 'Skip to content' },
      ],
      notices: [],
    });
    expect(body).toMatch(
      /^Whoever crosses .* years\.\n\nPupils .* \[The new prices\]\(https:\/\/herald\.example\/prices\)/,
    );
    expect(body).toContain('The mayor');
    expect(body).not.toContain('Skip to content');
  });

  test('says nothing that the page does not say', async () => {
    const { body, received, origin, ...draft } = await draftFrom('plain-old.html');
    expect(draft).toEqual({
      title: 'Frost in the orchards',
      byline: [],
      terms: [],
      leftOut: [],
      notices: [],
    });
    expect(body).toBe(
      'By Hanna Reed\n\nThree nights of frost have cost the growers of the valley most of their cherries.\n\n' +
        'The apples flowered later, and were spared.\n',
    );
  });

  test('takes articleBody where the page has no text, and passes over malformed JSON-LD', async () => {
    const { body, received, origin, ...draft } = await draftFrom('article-body-only.html');
    expect(body).toBe('Llovió toda la noche.\n\n\\* Nadie lo esperaba.\n');
    expect(draft).toEqual({
      title: 'Vuelve la lluvia',
      date: '2019-11-05',
      byline: ['Luz Pardo'],
      language: 'es',
      terms: [],
      leftOut: [
        { what: 'the title of the page', text: 'Lluvia' },
        { what: 'a script', address: 'app.js' },
      ],
      notices: [
        'A malformed JSON-LD block on the page was ignored.',
        'The text is the articleBody of the page’s JSON-LD.',
      ],
    });
  });

  test.for<[string, unknown, string[]]>([
    ['a text', 'Ada Lind', ['Ada Lind']],
    ['a list of texts', ['Ada Lind', 'Tomas Berg'], ['Ada Lind', 'Tomas Berg']],
    ['an object', { '@type': 'Person', name: ' Ada\nLind ' }, ['Ada Lind']],
    ['an object with a list of names', { name: ['Ada Lind', 'A. Lind'] }, ['Ada Lind']],
    ['a value object', { '@value': 'Ada Lind', '@language': 'en' }, ['Ada Lind']],
    ['a reference to nothing', { '@id': '#nobody' }, []],
    ['the same twice', ['Ada Lind', { name: 'Ada Lind' }], ['Ada Lind']],
    ['nonsense', [null, true, {}, [[[]]], ''], []],
  ])('reads authors that are %s', async ([, author, byline]) => {
    expect((await draftOfText(page(jsonLd({ '@type': 'NewsArticle', author })))).byline).toEqual(byline);
  });

  test('finds articles in arrays and under types with a prefix, but takes nothing from other things', async () => {
    const other = { '@type': 'Recipe', headline: 'Soup', author: 'Cook' };
    const article = { '@type': 'http://schema.org/OpinionNewsArticle', headline: 'Water again' };
    const draft = await draftOfText(page(jsonLd([other, [article]])));
    expect([draft.title, draft.byline]).toEqual(['Water again', []]);
    expect((await draftOfText(page(jsonLd(other)))).title).toBeUndefined();
  });

  test('takes the day that the page writes, not that of Greenwich', async () => {
    const head = '<meta property="article:published_time" content="2021-07-18T23:59:59-11:00">';
    expect((await draftOfText(page(head))).date).toBe('2021-07-18');
  });

  test('takes a date of the article’s text only where there is no other, and says so', async () => {
    const body = `<article><time datetime="2018-03-04">4 March</time>${text}</article>`;
    const notice =
      'The date is that of the first <time> in the article; the page has no date of publication.';
    expect(await draftOfText(page('', body))).toMatchObject({ date: '2018-03-04', notices: [notice] });
    const head = '<meta name="DC.date.issued" content="2018-03-05">';
    expect(await draftOfText(page(head, body))).toMatchObject({ date: '2018-03-05', notices: [] });
    expect(
      (await draftOfText(page('', `<time datetime="2018-03-04">now</time>${text}`))).date,
    ).toBeUndefined();
  });

  test('passes over a date that is none where another is one, and says so', async () => {
    const head =
      jsonLd({ '@type': 'Article', datePublished: '03/04/2021' }) + '<meta name="date" content="2021-04-03">';
    expect(await draftOfText(page(head))).toMatchObject({
      date: '2021-04-03',
      notices: [
        'Ignored: date "03/04/2021", whose day and month are ambiguous without --date-order in datePublished (JSON-LD).',
      ],
    });
  });

  test('keeps a box with a picture, its caption and its credit, and lists one without by all that it says', async () => {
    const picture =
      '<aside class="wide"><img src="https://s.example/ferry.jpg" alt="Ferry"><p>The ferry at the quay. <span>Photo: Ann Ode</span></p></aside>';
    const box =
      '<aside><h4>More</h4><p>Fares rise in May.</p><a href="https://s.example/a">One</a> <a href="https://s.example/b">Two</a></aside>';
    const draft = await draftOfText(page('', `<article>${text}${picture}${text}${box}</article>`));
    expect(draft.body).toContain('https://s.example/ferry.jpg');
    expect(draft.body).toContain('The ferry at the quay. Photo: Ann Ode');
    expect(draft.leftOut).toEqual([
      {
        what: 'a box beside the text',
        text: 'More Fares rise in May. One Two',
        address: 'https://s.example/a',
        addresses: ['https://s.example/b'],
      },
    ]);
  });

  test('reads a date in words in the language of the page', async () => {
    const french = page('<meta name="date" content="18 juillet 2021">').replace('<html', '<html lang="fr"');
    expect((await draftOfText(french)).date).toBe('2021-07-18');
  });

  test.for([
    ['main', '', ''],
    ['body', '<div>', '</div>'],
  ])('names the other one when it takes one of two articles in <%s>', async ([name, open, close]) => {
    const story = (subject: string) =>
      `${open}<article><h2>News</h2><p>The ${subject} was closed for some days by the storm that came in from the sea on Monday, and nobody was hurt, said the mayor, who had seen it.</p></article>${close}`;
    const { body, notices, leftOut } = await draftOfText(
      page('', `<${name}>${story('harbour')}${story('market')}</${name}>`),
    );
    expect(body.match(/harbour|market/g)).toHaveLength(1);
    expect(notices).toEqual([
      'The page has 2 articles ("News", "News"); --split article takes each by itself.',
    ]);
    expect(leftOut).toEqual([
      {
        what: 'another article on the page',
        text: expect.stringContaining('was closed for some days') as string,
      },
    ]);
  });

  test('says nothing of readers’ comments, which are articles within the article', async () => {
    const comments = `<article>${text.repeat(3)}</article>`;
    const { notices } = await draftOfText(
      page('', `<article>${text.repeat(3)}<section class="comments">${comments}</section></article>`),
    );
    expect(notices).toEqual([]);
  });

  test('takes a page that is one form, as old servers make them', async () => {
    const { body } = await draftOfText(
      '<!doctype html><title>T</title><body><form><p>The ferry is late.</p></form>',
    );
    expect(body).toBe('The ferry is late.\n');
  });

  test('refuses an impossible date, with its place', async () => {
    expect(await failureOf(page('\n<meta name="date" content="2020-02-31">'))).toBe(
      '2:28: found date "2020-02-31": 2020-02 has 29 days, not a day 31 in <meta> date; ' +
        'expected a date like 2021-07-18. Correct the date, or remove it: an article may be undated.',
    );
  });

  test('takes no date from the last change', async () => {
    const head = jsonLd({ '@type': 'Article', dateModified: '2021-04-03' });
    expect((await draftOfText(page(head))).date).toBeUndefined();
  });

  test('takes the headline as printed before the title of the page, and once', async () => {
    const body = `<article><h1>Water <i>again</i></h1>${text}</article>`;
    const draft = await draftOfText(page('<title>Water again · The Well</title>', body));
    expect(draft.title).toBe('Water again');
    expect(draft.body).toMatch(/^The well/);
    const site = `<h1>The Well</h1><article>${text}</article>`;
    expect(
      (await draftOfText(page('<title>Water is back on the market square | The Well</title>', site))).title,
    ).toBe('Water is back on the market square');
  });

  test('tells the portrait of an author, whose line is removed as the byline', async () => {
    const portrait = '<img src="people/lind.jpg" alt="Ada Lind at her desk">';
    const body = `<article><div class="byline">${portrait}By Ada Lind</div>${text.repeat(3)}</article>`;
    const draft = await draftOfText(page('', body));
    expect(draft.byline).toEqual(['Ada Lind']);
    expect(draft.body).not.toContain('desk');
    expect(draft.leftOut).toContainEqual({
      what: 'a picture in the byline',
      text: 'Ada Lind at her desk',
      address: 'people/lind.jpg',
    });
  });

  test('tells where the picture of a note on the author is, also by a relative address', async () => {
    const note =
      '<div class="author-box"><img src="people/lind.jpg" alt="Ada Lind"> writes about wells.</div>';
    const draft = await draftOfText(page('', `<article>${text.repeat(3)}${note}</article>`));
    expect(draft.leftOut).toContainEqual({
      what: 'a note on the author',
      text: 'writes about wells. Ada Lind',
      address: 'people/lind.jpg',
    });
  });

  test('finds a byline in the text, and does not take a dateline for one', async () => {
    const body = `<article><div class="byline">By Ada Lind</div><p class="dateline">Lowmere, Monday</p>${text.repeat(3)}</article>`;
    const draft = await draftOfText(page('', body));
    expect(draft.byline).toEqual(['Ada Lind']);
    expect(draft.body).toMatch(/^Lowmere, Monday\n\nThe well/);
  });

  test.for([
    [
      'citation_author',
      ['Lind, Ada', 'van der Meer, Bo', 'Reed, John M.'],
      ['Ada Lind', 'Bo van der Meer', 'John M. Reed'],
    ],
    ['DC.creator', ['Lind, Ada'], ['Ada Lind']],
    ['citation_author', ['Ada Lind', 'Harbour Board,'], ['Ada Lind', 'Harbour Board']],
    ['citation_author', ['Ada Lind, Bo Meer'], ['Ada Lind', 'Bo Meer']],
    ['author', ['Lind, Ada'], ['Lind, Ada']],
  ] as const)('takes from the tags %s with %j the authors %j', async ([tag, values, byline]) => {
    const tags = values.map((value) => `<meta name="${tag}" content="${value}">`).join('');
    expect((await draftOfText(page(`<title>Rain</title>${tags}`))).byline).toEqual(byline);
  });

  test('takes a summary that the page gives, and none of its own', async () => {
    expect((await draftOfText(page(''))).summary).toBeUndefined();
    const head = '<meta name="description" content="Water &amp; no end.">';
    expect((await draftOfText(page(head))).summary).toBe('Water & no end.');
  });

  test('resolves links from the page’s base and address, and makes text of those that lead nowhere', async () => {
    const body = `<article>${text}<p>Read <a href="b.html">more</a> of it, if there is more of it to read.</p></article>`;
    const canonical = '<link rel="canonical" href="https://well.example/news/a.html">';
    expect((await draftOfText(page(canonical, body))).body).toContain(
      '[more](https://well.example/news/b.html)',
    );
    expect((await draftOfText(page(`${canonical}<base href="/old/">`, body))).body).toContain(
      '[more](https://well.example/old/b.html)',
    );
    expect((await draftOfText(page('', body))).body).toContain('Read more of it');
  });

  test('knows the address that a browser notes in a page that it saves', async () => {
    const saved = `<!-- saved from url=(0026)https://well.example/saved -->\n${page('')}`;
    expect((await draftOfText(saved)).url).toBe('https://well.example/saved');
  });

  test('takes no address that is not of the web', async () => {
    const head =
      jsonLd({ '@type': 'Article', url: 'javascript:alert(1)' }) +
      '<link rel=canonical href="file:///etc/passwd">';
    expect((await draftOfText(page(head))).url).toBeUndefined();
  });

  test('lets nothing through that would run, and counts it once', async () => {
    const body =
      `<article onclick="a()">${text}<script>x()</script><p onload=b()>More words of the same kind, and of others.` +
      '<a href=" JavaScript:c()">Click</a></p><script type="application/json">{}</script></article>';
    const draft = await draftOfText(page('<script>y()</script>', body));
    expect(draft.body).toMatch(/Click\n$/);
    expect(draft.body).not.toMatch(/script|\(\)/i);
    expect(draft.leftOut).toEqual([
      { what: 'an event handler (onclick)' },
      { what: 'a script' },
      { what: 'an event handler (onload)' },
      { what: 'a link to javascript:', text: 'Click', address: 'JavaScript:c()' },
    ]);
  });

  test('reads a page in the encoding that it declares, and names one that is wrong or unknown', async () => {
    expect(draftOf(only(await readFixture('windows-1252.html'))).title).toBe('Café');
    await expect(readText(Buffer.from('<meta charset="utf-8"><p>\xe9', 'latin1'))).rejects.toThrow(
      SourceError,
    );
    await expect(readText(Buffer.from('<meta charset="nonsense"><p>\xe9', 'latin1'))).rejects.toThrow(
      'found the encoding "nonsense", which the file declares; expected an encoding that browsers know (WHATWG Encoding). ' +
        'Convert the file first: iconv -f nonsense -t UTF-8, and correct its declaration.',
    );
    const declared = '<meta charset="windows_1252"><title>Caf\xe9</title>';
    const items = await readText(Buffer.from(page(declared), 'latin1'));
    expect(draftOf(only(items)).title).toBe('Café');
  });

  test.for([
    ['an empty body', ''],
    ['only a picture', '<article><img src="a.png"></article>'],
    ['only frames', '</body><frameset><frame src="a.html"></frameset>'],
    ['only a program', '<div id="app"></div><script>start()</script>'],
  ])('refuses a page with %s', async ([, body = '']) => {
    expect(await failureOf(page('<title>Well</title>', body))).toMatch(
      /^1:1: found no text in <body>; expected /,
    );
  });

  test('refuses pages that would take hours or all of the stack', async () => {
    expect(await failureOf(page('', '<div>'.repeat(9000) + text))).toContain(
      'found elements nested too deeply',
    );
    expect(await failureOf(page('', '<p>x'.repeat(16_000)))).toContain('at most 15,000');
  });

  test('survives pages with hostile values', async () => {
    const values = fc.record({
      '@type': fc.constantFrom('NewsArticle', 'Article', ['BlogPosting'], 5),
      headline: fc.oneof(fc.string({ unit: 'grapheme' }), fc.jsonValue()),
      author: fc.jsonValue(),
      datePublished: fc.oneof(fc.date({ noInvalidDate: true }).map(String), fc.string(), fc.jsonValue()),
      keywords: fc.jsonValue(),
      mainEntityOfPage: fc.oneof(fc.webUrl(), fc.jsonValue()),
      mentions: fc.jsonValue(),
      articleBody: fc.jsonValue(),
    });
    const markup = fc.array(
      fc.oneof(
        fc.constantFrom('<p>', '</div>', '<table>', '<td>', '<svg>', '<!--', '<a href=', '<h1>', '&#0;', '"'),
        fc.string(),
      ),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(values, markup, async (data, parts) => {
        await readAnything(page(jsonLd(data), parts.join('')));
      }),
      { numRuns: 100 },
    );
  });

  test('survives pages that are cut short or damaged', async () => {
    const files = [await loadFixture('news-article.html')];
    await fc.assert(
      fc.asyncProperty(damaged(files, ['<', '"', '<table>', '</script>']), async (bytes) => {
        await readAnything(bytes);
      }),
      { numRuns: 60 },
    );
  });
});
