import { describe, expect, test } from 'vitest';

import { readFeed } from '../../../../../src/ingest/sources/feed/feed.ts';
import { failureOf, saidBy, useReader } from '../read-source.ts';

const { readText } = useReader(readFeed, 'feed', 'feed');

const spaces =
  ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"' +
  ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
  ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"';
const rss = (items: string) =>
  `<rss version="2.0"${spaces}><channel><title>The Sound</title><link>https://s.example/</link>${items}</channel></rss>`;
const first = async (text: string) => saidBy((await readText(text))[0]);
const ofItem = (inner: string) => first(rss(`<item>${inner}</item>`));
const html = (text: string) => `<content:encoded><![CDATA[${text}]]></content:encoded>`;
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('an item', () => {
  test('has each element that is not read listed, with the words and addresses of all that is in it', async () => {
    const chapters =
      '<p:chapters xmlns:p="https://p.example/ns"><p:chapter title="Welcome"/>' +
      '<p:chapter title="The ferry" href="https://s.example/ferry" image="x"/><p:note>By <b>Jo</b></p:note></p:chapters>';
    const draft = await ofItem(
      `${html('<p>It rained.</p>')}${chapters}<comments>https://s.example/1#c</comments><ttl>5</ttl>`,
    );
    expect(draft.leftOut).toEqual([
      {
        what: 'an element <p:chapters>',
        text: 'Welcome The ferry By Jo',
        address: 'https://s.example/ferry',
      },
      { what: 'an element <comments>', address: 'https://s.example/1#c' },
    ]);
  });

  test('has the title of a picture listed that stands in its text without it', async () => {
    const media =
      '<media:content url="https://s.example/a.jpg" medium="image"><media:title>Quay at dawn</media:title></media:content>';
    const draft = await ofItem(`${html('<p>Fog. <img src="https://s.example/a.jpg"></p>')}${media}`);
    expect(draft.leftOut).toContainEqual({
      what: 'a title of a picture in the text',
      text: 'Quay at dawn',
      address: 'https://s.example/a.jpg',
    });
  });

  test('is read where a comment or blank lines stand before the XML declaration', async () => {
    const text = `\n<!-- made by hand -->\n<?xml version="1.0" encoding="utf-8"?>\n${rss(`<item>${html('<p>Rain.</p>')}</item>`)}`;
    expect((await first(text)).body).toBe('Rain.\n');
  });
});

describe('the text of an item', () => {
  const paragraphs = '<p>It rained <a href="/map">here</a>.</p><p>Then not.</p>';
  test.for([
    ['<body>', `<body xmlns="http://www.w3.org/1999/xhtml">${paragraphs}</body>`],
    [
      '<xhtml:body>',
      `<x:body xmlns:x="http://www.w3.org/1999/xhtml">${paragraphs.replace(/<(\/?)/g, '<$1x:')}</x:body>`,
    ],
    ['<fullitem>', `<fullitem>${paragraphs.replaceAll('<', '&lt;')}</fullitem>`],
    ['<content:encoded>', html(paragraphs)],
    ['<description> with elements', `<description>${paragraphs}</description>`],
    ['<description> that is escaped', `<description>${paragraphs.replaceAll('<', '&lt;')}</description>`],
    [
      '<description> that is escaped twice',
      `<description>${paragraphs.replaceAll('<', '&amp;lt;').replaceAll('>', '&amp;gt;')}</description>`,
    ],
  ])('is read from %s', async ([, inner = '']) => {
    expect((await ofItem(inner)).body).toBe('It rained [here](https://s.example/map).\n\nThen not.\n');
  });

  test('is the whole one, and the short one is its summary', async () => {
    const body = '<body xmlns="http://www.w3.org/1999/xhtml"><p>It rained all day.</p></body>';
    const draft = await ofItem(`<description>Rain.</description>${body}`);
    expect(draft).toMatchObject({ body: 'It rained all day.\n', summary: 'Rain.', notices: [] });
  });

  test('is that of the description where the other is empty, and this is told', async () => {
    const draft = await ofItem(`${html('  ')}<description>Rain &amp;amp; fog.</description>`);
    expect(draft).toMatchObject({
      body: 'Rain & fog.\n',
      notices: ['The feed has only a summary of the article (<description>).'],
    });
  });

  test('tells that it was escaped twice, and leaves a text about tags alone', async () => {
    const twice = '<description>&amp;lt;p&amp;gt;Rain.&amp;lt;/p&amp;gt;</description>';
    expect((await ofItem(twice)).notices).toContain(
      'The HTML in <description> was escaped twice; it was read as HTML: check it.',
    );
    const about = '<description>Use &amp;lt;b&amp;gt; for bold, and 3 &amp;lt; 4.</description>';
    expect((await ofItem(about)).body).toBe('Use \\<b> for bold, and 3 < 4.\n');
  });

  test('has paragraphs where two line breaks part it', async () => {
    expect((await ofItem(html('<div>It rained.<br /><br />\n<br>Then not.<br>Fog.</div>'))).body).toBe(
      'It rained.\n\nThen not.\\\nFog.\n',
    );
  });

  test.for([
    'The post <a href="https://s.example/1">Rain</a> appeared first on <a href="https://s.example">The Sound</a>.',
    'Der Beitrag <a rel="nofollow" href="https://s.example/1">Rain</a> erschien zuerst auf <a href="https://s.example">The Sound</a>.',
  ])('loses the line that WordPress adds, and says so: %s', async (line) => {
    const inner = `<title>Rain</title><link>https://s.example/1</link>${html(`<p>It rained.</p><p>${line}</p>`)}`;
    const { body, leftOut } = await ofItem(inner);
    expect(body).toBe('It rained.\n');
    expect(leftOut).toEqual([
      {
        what: 'the line that WordPress adds to texts in feeds',
        text: line.replace(/<[^>]*>/g, ''),
        address: 'https://s.example/1',
      },
    ]);
  });

  test('keeps a last paragraph with two links of its own', async () => {
    const line = '<p>See <a href="https://a.example">one</a> and <a href="https://b.example">two</a>.</p>';
    expect((await ofItem(html(`<p>It rained.</p>${line}`))).body).toContain(
      '[one](https://a.example) and [two](https://b.example).',
    );
  });
});

describe('Atom', () => {
  const atom03 = (inner: string) =>
    `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>S</title><entry>${inner}</entry></feed>`;

  test('0.3 says how its texts are encoded', async () => {
    const draft = await first(
      atom03(
        `<title mode="base64">${base64('Rain – again')}</title><issued>2004-05-01T10:00:00Z</issued>` +
          `<content type="text/html" mode="base64">${base64('<p>It <b>rained</b>.</p>')}</content>`,
      ),
    );
    expect(draft).toMatchObject({ title: 'Rain – again', date: '2004-05-01', body: 'It **rained**.\n' });
    const modes = [
      '<content type="text/html" mode="escaped">&lt;p&gt;It rained.&lt;/p&gt;</content>',
      '<content type="application/xhtml+xml" mode="xml"><p xmlns="http://www.w3.org/1999/xhtml">It rained.</p></content>',
    ];
    for (const content of modes) expect((await first(atom03(content))).body).toBe('It rained.\n');
  });

  test('refuses base64 that is no text', async () => {
    for (const written of [Buffer.from([0xff, 0xfe, 0]).toString('base64'), 'not base64!']) {
      const [item] = await readText(atom03(`<content type="text/html" mode="base64">${written}</content>`));
      expect(failureOf(item)).toContain('base64 in <content> that is not a text in UTF-8');
    }
  });

  test('resolves addresses by xml:base within its texts', async () => {
    const text =
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://s.example/a/"><entry xml:base="b/"><content type="xhtml">' +
      '<div xmlns="http://www.w3.org/1999/xhtml"><p><a href="x">X</a></p><p xml:base="/c/"><a href="y">Y</a></p></div>' +
      '</content></entry></feed>';
    expect((await first(text)).body).toBe('[X](https://s.example/a/b/x)\n\n[Y](https://s.example/c/y)\n');
  });

  test('takes the address of the page itself, not that of the service that counts its readers', async () => {
    const inner =
      '<content>It rained.</content><link href="https://counted.example/~3/1"/>' +
      '<f:origLink xmlns:f="http://rssnamespace.org/feedburner/ext/1.0">https://s.example/rain</f:origLink>';
    const draft = await first(`<feed xmlns="http://www.w3.org/2005/Atom"><entry>${inner}</entry></feed>`);
    expect(draft.url).toBe('https://s.example/rain');
    expect(draft.leftOut).toEqual([{ what: 'a link (alternate)', address: 'https://counted.example/~3/1' }]);
  });

  test('names its other links and contributors', async () => {
    const inner =
      '<content>It rained.</content><link rel="via" href="https://v.example/1" title="Wire"/>' +
      '<link rel="edit" href="https://s.example/edit"/><contributor><name>Ben Holm</name></contributor>';
    const text = `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${inner}</entry></feed>`;
    expect((await first(text)).leftOut).toEqual([
      { what: 'a link (via)', text: 'Wire', address: 'https://v.example/1' },
      { what: 'a link (edit)', address: 'https://s.example/edit' },
      { what: 'a contributor', text: 'Ben Holm' },
    ]);
  });
});

describe('the export of a Blogger blog', () => {
  const entry = (kind: string, inner: string) =>
    '<entry><category scheme="http://schemas.google.com/g/2005#kind" ' +
    `term="http://schemas.google.com/blogger/2008/kind#${kind}"/>${inner}` +
    '<content type="html">&lt;div&gt;It rained.&lt;/div&gt;</content>' +
    '<author><name>The Sound</name><email>noreply@blogger.com</email></author></entry>';
  const blog = (entries: string) =>
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://purl.org/atom/app#" ' +
    'xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:blogger="http://schemas.google.com/blogger/2018">' +
    `<title>The Sound</title>${entries}</feed>`;

  test('has one article: the post, with the labels of its author alone', async () => {
    const items = await readText(
      blog(
        entry('template', '<title>Template</title>') +
          entry('settings', '<title>A setting</title>') +
          entry('page', '<title>Contact</title>') +
          entry('post', '<title>Unfinished</title><app:control><app:draft>yes</app:draft></app:control>') +
          entry('comment', '<title>Call me: 555-0100</title><thr:in-reply-to ref="x"/>') +
          entry(
            'post',
            '<title>Rain</title><category scheme="http://www.blogger.com/atom/ns#" term="Weather"/>',
          ),
      ),
    );
    const skipped = items.flatMap((item) => (item.kind === 'skipped' ? [[item.title, item.reason]] : []));
    expect(skipped).toEqual([
      ['Template', 'the template of a blog'],
      ['A setting', 'a setting of a blog'],
      ['Contact', 'a page of a blog, not a post'],
      ['Unfinished', 'a draft'],
      [undefined, 'a reader’s comment'],
    ]);
    expect(saidBy(items[5])).toMatchObject({ title: 'Rain', terms: [{ name: 'Weather' }], byline: [] });
    expect(saidBy(items[5]).leftOut).toEqual([
      { what: 'the author’s <email>', text: 'noreply@blogger.com' },
      { what: 'the name of an account, as author', text: 'The Sound' },
    ]);
  });

  test('may be that of 2018 and later', async () => {
    const one = (type: string, status: string) =>
      `<entry><blogger:type>${type}</blogger:type><blogger:status>${status}</blogger:status><title>A</title><content type="html">It rained.</content></entry>`;
    const items = await readText(
      blog(one('POST', 'LIVE') + one('POST', 'DRAFT') + one('COMMENT', 'LIVE') + one('PAGE', 'LIVE')),
    );
    expect(items.map((item) => (item.kind === 'skipped' ? item.reason : item.kind))).toEqual([
      'draft',
      'a draft',
      'a reader’s comment',
      'a page of a blog, not a post',
    ]);
  });
});

describe('names, pictures and other elements', () => {
  test('has no mail address in a name', async () => {
    const byline = async (written: string) =>
      (await ofItem(`<description>Rain.</description><dc:creator>${written}</dc:creator>`)).byline;
    expect(await byline('Eva Berg &lt;eva@mail.example&gt;')).toEqual(['Eva Berg']);
    expect(await byline('reader@mail.example (Eva Berg)')).toEqual(['Eva Berg']);
    expect(await byline('By Eva Berg')).toEqual(['Eva Berg']);
    expect(await byline('byron (staff)')).toEqual(['byron']);
    expect(await byline('eva@mail.example')).toEqual([]);
  });

  test('adds a picture with its caption and credit', async () => {
    const picture =
      '<media:content url="https://s.example/p.jpg" medium="image"><media:title>Gulls</media:title>' +
      '<media:description>Gulls at dawn.</media:description><media:credit role="photographer">Nils Sund</media:credit></media:content>';
    expect((await ofItem(`${html('<p>Gulls came.</p>')}${picture}`)).body).toBe(
      'Gulls came.\n\n[Gulls](https://s.example/p.jpg)\\\nGulls at dawn. Nils Sund\n',
    );
  });

  test('takes the largest file of a group, and names the others', async () => {
    const group =
      '<media:group><media:content url="https://s.example/s.jpg" width="80"/><media:content url="https://s.example/l.jpg" width="800"/>' +
      '<media:credit>Nils Sund</media:credit></media:group><media:thumbnail url="https://s.example/t.jpg"/>';
    const draft = await ofItem(`${html('<p>Gulls came.</p>')}${group}`);
    expect(draft.body).toBe('Gulls came.\n\n[l.jpg](https://s.example/l.jpg)\\\nNils Sund\n');
    expect(draft.leftOut).toEqual([
      { what: 'a media file in another size', address: 'https://s.example/s.jpg' },
      { what: 'a thumbnail', address: 'https://s.example/t.jpg' },
    ]);
  });

  test('names each element that nothing is taken from', async () => {
    const inner =
      '<description>Rain.</description><g:point xmlns:g="http://g.example/">56 10</g:point><guid isPermaLink="false">7</guid>';
    expect((await ofItem(inner)).leftOut).toEqual([{ what: 'an element <g:point>', text: '56 10' }]);
  });

  test('takes dates and names of Dublin Core in either form', async () => {
    const inner =
      '<description>Rain.</description><dcterms:issued>1998-05-12</dcterms:issued><dcterms:creator>Ada Lind</dcterms:creator><dcterms:subject>Weather</dcterms:subject>';
    expect(await ofItem(inner)).toMatchObject({
      date: '1998-05-12',
      byline: ['Ada Lind'],
      terms: [{ name: 'Weather' }],
    });
  });

  test('skips what readers wrote', async () => {
    const [item] = await readText(
      rss(
        '<item><title>By: Eva</title><link>https://s.example/1#comment-7</link><description>Nice!</description></item>',
      ),
    );
    expect(item).toMatchObject({ kind: 'skipped', reason: 'a reader’s comment' });
    expect(item).not.toHaveProperty('title');
  });
});

describe('a fault in a feed', () => {
  const good = (name: string) => `<item><title>${name}</title><description>It rained.</description></item>\n`;
  test.for([
    [
      'a bare sign',
      '<item><title>B</title><link>https://s.example/?a=1&b=2</link><description>Rain.</description></item>\n',
    ],
    ['a control character', '<item><title>B</title><description>Rain\u000b.</description></item>\n'],
    ['an element that is not closed', '<item><title>B<description>Rain.</description></item>\n'],
    ['an item that is not closed', '<item><title>B</title><description>Rain.</description>\n'],
  ])('costs its own item only: %s', async ([, bad = '']) => {
    const items = await readText(rss(`\n${good('A')}${bad}${good('C')}${good('D')}`));
    expect(items.map(({ kind }) => kind)).toEqual(['draft', 'failed', 'draft', 'draft']);
    expect(failureOf(items[1])).toMatch(/^[34]:\d+: found malformed XML/);
    expect(saidBy(items[3])).toMatchObject({ title: 'D', publisher: 'The Sound' });
  });

  test('is told with its place', async () => {
    const bad =
      '<item><title>B</title>\n<link>https://s.example/?a=1&b=2</link><description>Rain.</description></item>';
    const [, item] = await readText(rss(`\n${good('A')}${bad}`));
    expect(failureOf(item)).toMatch(/^4:29: found malformed XML \(a bare "&"\)/);
  });

  test('costs no item when it is in what the feed says about itself', async () => {
    const text = rss(good('A')).replace('The Sound', 'Sound & Sea');
    expect(await first(text)).toMatchObject({ title: 'A', publisher: 'Sound & Sea' });
  });
});
