import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { SourceError } from '../../../../../src/ingest/sources/source-error.ts';
import type { Item } from '../../../../../src/ingest/sources/source.ts';
import { readFeed } from '../../../../../src/ingest/sources/feed/feed.ts';
import { damaged, failureOf, saidBy, useReader } from '../read-source.ts';

const { readText, readFixture, loadFixture, readAnything } = useReader(readFeed, 'feed', 'feed');

function describePosition(item: Item): string {
  const { origin } = item.kind === 'draft' ? item.draft : item.kind === 'failed' ? item.failure : item;
  return `${origin.item}, line ${origin.line}: ${item.kind}`;
}

const rss = (items: string, attributes = '') =>
  `<rss version="2.0"${attributes}><channel><title>T</title>${items}</channel></rss>`;
const rssItem = (inner: string) => rss(`<item>${inner}<description>It rained.</description></item>`);
const atom = (inner: string, head = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom">${head}<entry>${inner}</entry></feed>`;
const first = async (text: string) => saidBy((await readText(text))[0]);

describe('readFeed', () => {
  test('reads RSS 2.0, and goes on after items that cannot be taken', async () => {
    const items = await readFixture('rss2.xml');
    expect(items.map(describePosition)).toEqual([
      'item 1, line 11: draft',
      'item 2, line 28: draft',
      'item 3, line 37: failed',
      'item 4, line 43: failed',
      'item 5, line 47: failed',
      'item 6, line 48: draft',
    ]);
    expect(saidBy(items[0])).toEqual({
      title: 'Harbour bridge reopens & cars return',
      date: '2021-07-18',
      byline: ['Otto Brandt', 'Ines Calder'],
      language: 'en-gb',
      summary: 'The bridge over the harbour is open again, the Authority says.',
      publisher: 'The Lowmere Courier & Post',
      url: 'https://courier.example/2021/07/18/harbour-bridge?a=1&b=2',
      rights: 'Courier Holdings',
      terms: [{ name: 'Local' }, { name: 'Bridges & tunnels' }],
      body:
        'The sign on the bridge read `]]>` for weeks.\n\n' +
        'On Sunday it was [taken down](https://courier.example/signs)\u00a0— and the cars came back.\n\n' +
        '[bridge.mp3](https://courier.example/bridge.mp3)\n\n' +
        '[bridge.jpg](https://courier.example/bridge.jpg)\n',
      leftOut: expect.anything(),
      notices: [],
    });
    expect(saidBy(items[1])).toEqual({
      date: '2021-07-19',
      byline: [],
      language: 'fr',
      publisher: 'The Lowmere Courier & Post',
      url: 'https://courier.example/2021/07/19/short',
      rights: 'Wire service',
      terms: [],
      leftOut: [],
      body: 'Fog stopped\u00a0all ferries on Monday.\n\nThey ran again by noon.\n',
      notices: ['The feed has only a summary of the article (<description>).'],
    });
    expect(failureOf(items[2])).toBe(
      '40:16: found date "2020-02-31": 2020-02 has 29 days, not a day 31 in <pubDate>; ' +
        'expected a date like 2021-07-18. Correct the date, or remove it: an article may be undated.',
    );
    expect(failureOf(items[3])).toMatch(
      /^43:1: found no text in <content:encoded> or <description>; expected /,
    );
  });

  test('reads Atom, and respects the types of its texts', async () => {
    const items = await readFixture('atom.xml');
    expect(items.map(describePosition)).toEqual([
      'entry 1, line 3: draft',
      'entry 2, line 20: draft',
      'entry 3, line 28: draft',
    ]);
    expect(saidBy(items[0])).toEqual({
      title: 'Frost in den Gärten & Feldern',
      date: '2020-04-02',
      byline: ['Hanna Rede', 'Jo Feld'],
      language: 'de',
      summary: 'Drei Nächte Frost haben die Kirschen gekostet.',
      publisher: 'Talblatt',
      url: 'https://blatt.example/feed/2020/frost.html',
      rights: 'Talblatt',
      terms: [{ name: 'Obstbau' }, { name: 'Wetter' }],
      body:
        'Die Äpfel blühten [später](https://blatt.example/feed/2020/spaeter.html).\n\n' +
        'Sie blieben\\\nverschont.\n\n[ton.mp3](https://blatt.example/feed/2020/ton.mp3)\n',
      leftOut: [{ what: 'the author’s <email>', text: 'jo@blatt.example' }],
      notices: [],
    });
    expect(saidBy(items[1])).toEqual({
      title: 'Eins & zwei',
      date: '2020-04-03',
      byline: ['Redaktion'],
      language: 'de',
      publisher: 'Talblatt',
      terms: [],
      leftOut: [],
      body: '1\\. Kein \\*Markdown\\* \\<b>hier\\</b>.\n\nZweiter Absatz.\n',
      notices: ['The date is that of the last change; the feed has no date of publication.'],
    });
    expect(saidBy(items[2])).toMatchObject({
      title: 'a < b &amp; c',
      byline: ['Someone Else'],
      language: 'en',
      publisher: 'Another paper',
      rights: 'Another publisher',
      body: 'Only this much *is here*.\n',
      notices: ['The feed has only a summary of the article (<summary>).'],
    });
  });

  test('reads RSS 1.0 in the order of the file', async () => {
    const [one, two, ...others] = await readFixture('rdf.xml');
    expect(others).toEqual([]);
    expect(saidBy(one)).toEqual({
      title: 'Ferry fares to rise',
      date: '2003-05',
      byline: ['Marit Lund'],
      language: 'en',
      publisher: 'Sound Herald',
      url: 'https://sound.example/1',
      rights: 'Sound Herald Press',
      terms: [{ name: 'Ferries' }],
      leftOut: [],
      body: 'By a tenth, from April.\n',
      notices: [],
    });
    expect(saidBy(two)).toMatchObject({ title: 'Pupils go free', body: 'The county pays.\n' });
  });

  test('reads RSS 0.91 with a document type, entities of HTML, and names in any case', async () => {
    const [item] = await readFixture('rss091.xml');
    expect(saidBy(item)).toEqual({
      title: 'Café opens',
      byline: [],
      publisher: 'Old écho',
      url: 'http://echo.example/cafe',
      terms: [],
      leftOut: [],
      body: 'On the quay, on Friday.\n',
      notices: ['The feed has only a summary of the article (<description>).'],
    });
  });

  test('reads JSON Feed, in which titles and texts are no HTML', async () => {
    const items = await readFixture('feed.json');
    expect(items.map(describePosition)).toEqual([
      'item 1, line 8: draft',
      'item 2, line 20: draft',
      'item 3, line 21: draft',
      'item 4, line 22: failed',
      'item 5, line 23: failed',
    ]);
    expect(saidBy(items[0])).toEqual({
      title: 'Frost & <fog>',
      date: '2022-01-31',
      byline: ['Hanna Reed', 'Jo Field'],
      language: 'en-US',
      publisher: 'Valley Wire',
      url: 'https://wire.example/frost',
      terms: [{ name: 'Weather' }, { name: 'Fruit' }],
      body: 'Three nights of frost. [A map](https://wire.example/map).\n\n## After\n\nSun.\n\n[a.mp3](https://wire.example/a.mp3)\n',
      leftOut: [],
      notices: [],
    });
    expect(saidBy(items[1])).toMatchObject({
      byline: ['The desk'],
      date: '2022-02-01',
      body: 'First \\*line\\*.\n\n\\# Not a heading\n',
    });
    expect(saidBy(items[2])).toMatchObject({
      notices: ['The feed has only a summary of the article ("summary").'],
    });
    expect(failureOf(items[4])).toMatch(/^23:53: found date "2022-13-01": .* in "date_published"; /);
  });

  test.for(['rss2.xml', 'atom.xml', 'rdf.xml', 'rss091.xml', 'feed.json'])(
    'keeps of each item of %s its own part of the file, letter for letter',
    async (name) => {
      const whole = (await loadFixture(name)).toString();
      const lines = whole.split('\n');
      for (const item of await readFixture(name)) {
        if (item.kind !== 'draft') continue;
        const { origin, received } = item.draft;
        const part = Buffer.from(received.bytes).toString();
        expect(received.extension).toBe(name.endsWith('json') ? 'json' : 'xml.txt');
        expect(whole).toContain(part);
        expect(part).toMatch(/^(?:<item\b.*<\/item>|<entry\b.*<\/entry>|\{.*\})$/is);
        expect(lines[origin.line - 1]).toContain(part.split('\n')[0]);
      }
    },
  );

  test('fails only the item that is malformed, and takes those after it', async () => {
    const items = await readFixture('broken.xml');
    expect(items.map(describePosition)).toEqual([
      'item 1, line 4: draft',
      'item 2, line 5: draft',
      'item 3, line 6: failed',
      'item 4, line 7: draft',
    ]);
    expect(failureOf(items[2])).toBe(
      '6:73: found malformed XML (unexpected close tag); expected well-formed XML. ' +
        'Correct the file there, or request it again: it may be truncated.',
    );
  });

  test('refuses entity declarations, which it neither expands nor fetches', async () => {
    await expect(readFixture('entities.xml')).rejects.toMatchObject({
      problem: { line: 2, found: 'entity declarations in <!DOCTYPE>' },
    });
  });

  test.for<[string, string, RegExp]>([
    ['a feed without items', rss(''), /^found a feed without any item/],
    ['an Atom feed without entries', '<feed xmlns="http://www.w3.org/2005/Atom"/>', /^found/],
    [
      'a JSON Feed without items',
      '{"version": "https://jsonfeed.org/version/1", "items": []}',
      /^found a feed without/,
    ],
    ['JSON that is no feed', '[1, 2]', /^found a feed without/],
    ['JSON that is cut short', '{"items": [{"content_text": "a"}, {"cont', /^found malformed JSON/],
    ['XML that is no feed', '<opml><body/></opml>', /^found <opml>; expected a feed/],
    ['a page', '<!doctype html><p>Hello<br>you', /^found malformed XML/],
    ['a plain text', 'Hello', /^found malformed XML/],
    [
      'a feed that is cut short in its first item',
      rss('').slice(0, 40) + '<item><title>',
      /^found malformed XML/,
    ],
  ])('refuses %s', async ([, text, message]) => {
    const read = readText(text);
    await expect(read).rejects.toBeInstanceOf(SourceError);
    await expect(read).rejects.toThrow(message);
  });

  test('reads a feed in the encoding that it declares, whatever is given', async () => {
    const latin = `<?xml version="1.0" encoding="ISO-8859-1"?>${rssItem('<title>Caf\xe9</title>')}`;
    for (const encoding of [undefined, 'shift_jis']) {
      const [item] = await readText(Buffer.from(latin, 'latin1'), encoding === undefined ? {} : { encoding });
      expect(saidBy(item).title).toBe('Café');
    }
  });

  test('reads an item without a title as a draft without one', async () => {
    expect(await first(rssItem(''))).toEqual({
      publisher: 'T',
      byline: [],
      terms: [],
      leftOut: [],
      body: 'It rained.\n',
      notices: ['The feed has only a summary of the article (<description>).'],
    });
  });

  test.for([
    ['a link within the site', '<link>/a</link>', 'https://t.example/a'],
    ['a guid that is an address', '<guid>https://t.example/g</guid>', 'https://t.example/g'],
    ['a guid that is none', '<guid>tag:4711</guid>', undefined],
    ['a guid that does not last', '<guid isPermaLink="false">https://t.example/g</guid>', undefined],
    ['a link that would run', '<link>javascript:alert(1)</link>', undefined],
  ])('takes the address of an item from %s', async ([, inner = '', url]) => {
    const text = rss(
      `<link>https://t.example/</link><item>${inner}<description>It rained.</description></item>`,
    );
    expect((await first(text)).url).toBe(url);
  });

  test('resolves links from xml:base, the innermost first', async () => {
    const link = '<content type="html">&lt;a href="x"&gt;It&lt;/a&gt; rained.</content><link href="y"/>';
    expect(await first(atom(link))).toMatchObject({ body: 'It rained.\n' });
    const home = '<link href="https://t.example/news/"/>';
    expect(await first(atom(link, home))).toMatchObject({
      body: '[It](https://t.example/news/x) rained.\n',
      url: 'https://t.example/news/y',
    });
    const based = atom(link.replace('type', 'xml:base="c/" type'), home).replace(
      '<entry',
      '<entry xml:base="/b/"',
    );
    expect(await first(based)).toMatchObject({
      body: '[It](https://t.example/b/c/x) rained.\n',
      url: 'https://t.example/b/y',
    });
  });

  test('takes the day that the feed writes, not that of Greenwich', async () => {
    expect((await first(rssItem('<pubDate>Sat, 31 Dec 2022 23:59:59 EST</pubDate>'))).date).toBe(
      '2022-12-31',
    );
    const entry = '<published>2023-01-01T00:10:00+14:00</published><content>It rained.</content>';
    expect((await first(atom(entry))).date).toBe('2023-01-01');
  });

  test('reads a date in words in the language of the feed', async () => {
    const item =
      '<item><pubDate>dimanche 18 juillet 2021</pubDate><description>Il pleut.</description></item>';
    expect((await first(rss(`<language>fr</language>${item}`))).date).toBe('2021-07-18');
  });

  test('takes names of authors before their addresses', async () => {
    expect((await first(rssItem('<author>ada@t.example (Ada Lind)</author>'))).byline).toEqual(['Ada Lind']);
    expect((await first(rssItem('<author>ada@t.example</author>'))).byline).toEqual([]);
    const dc = '<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Ada Lind</dc:creator>';
    expect((await first(rssItem(`<author>ada@t.example</author>${dc}`))).byline).toEqual(['Ada Lind']);
  });

  test('takes no summary that is the beginning of the text', async () => {
    const encoded =
      '<content:encoded><![CDATA[<p>It <b>rained</b> all day.</p><p>Then not.</p>]]></content:encoded>';
    const withSummary = (summary: string) =>
      first(
        rss(
          `<item><description>${summary}</description>${encoded}</item>`,
          ' xmlns:content="http://purl.org/rss/1.0/modules/content/"',
        ),
      );
    expect((await withSummary('It rained all […]')).summary).toBeUndefined();
    expect((await withSummary('Rain all day.')).summary).toBe('Rain all day.');
  });

  test('says where a text is that is not in the feed, and does not fetch it', async () => {
    const [item] = await readText(atom('<content src="https://t.example/1.pdf" type="application/pdf"/>'));
    expect(failureOf(item)).toContain('no text in <content> (it is at https://t.example/1.pdf)');
  });

  test('leaves out what would run, and pictures', async () => {
    const html =
      '&lt;p onclick="a()"&gt;It rained.&lt;img src=x onerror=b()&gt;&lt;script&gt;c()&lt;/script&gt;';
    const { body, leftOut = [] } = await first(rss(`<item><description>${html}</description></item>`));
    expect(body).toContain('It rained.');
    const told = leftOut.map(({ what }) => what).join();
    expect(told).toMatch(/script/);
    expect(told).toMatch(/onclick/);
  });

  test('takes items that stand beside the channel, and prefixes for the feed’s own names', async () => {
    expect(await first('<rss><item><description>It rained.</description></item></rss>')).toMatchObject({
      body: 'It rained.\n',
    });
    const prefixed =
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:content>It rained.</a:content></a:entry></a:feed>';
    expect(await first(prefixed)).toMatchObject({ body: 'It rained.\n' });
  });

  test('is not misled by feeds and closing tags within a text', async () => {
    const code =
      '<![CDATA[<p>A feed is <code>&lt;rss version="2.0"></code></p> <rss version="2.0"></item></entry></feed>]]>';
    const items = await readText(atom(`<content type="html">${code}</content>`));
    expect(items.map(describePosition)).toEqual(['entry 1, line 1: draft']);
    expect(saidBy(items[0]).body).toBe('A feed is `<rss version="2.0">`\n');
  });

  test('refuses an item that is nested too deeply, and takes the next', async () => {
    const deep = `<item><description>${'&lt;div&gt;'.repeat(9000)}</description></item>`;
    const items = await readText(rss(`${deep}<item><description>It rained.</description></item>`));
    expect(failureOf(items[0])).toContain('found elements nested too deeply');
    expect(saidBy(items[1])).toMatchObject({ body: 'It rained.\n' });
  });

  test('survives feeds with hostile values', async () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '<b>',
        '</',
        '&amp;',
        '&#0;',
        '&nbsp',
        ']]>',
        '<!--',
        '0000-00-00',
        'Sun, 18 Jul 2021',
        '2021-07',
        '\u202e',
      ),
    );
    const value = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
    const element = fc.tuple(
      fc
        .constantFrom(
          'title',
          'link',
          'guid',
          'pubDate',
          'author',
          'category',
          'description',
          'content:encoded',
        )
        .chain((name) =>
          fc.constantFrom(name, name, 'published', 'updated', 'content', 'summary', 'id', 'rights'),
        ),
      value,
      fc.constantFrom('', ' type="html"', ' type="xhtml"', ' xml:base="//"', ' xml:lang="?"', ' href="a"'),
    );
    const part = fc.array(element, { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('rss', 'feed', 'json'),
        async (items, kind) => {
          const xml = items.map((elements) =>
            elements
              .map(([name, text, attributes]) => `<${name}${attributes}>${escape(text)}</${name}>`)
              .join(''),
          );
          const keys = [
            'title',
            'url',
            'content_html',
            'content_text',
            'date_published',
            'tags',
            'authors',
            'language',
          ];
          const objects = items.map((elements) =>
            Object.fromEntries(
              elements.map(([, text], index) => [keys[(index + text.length) % keys.length], text]),
            ),
          );
          const text =
            kind === 'json'
              ? JSON.stringify({ title: 'T', items: objects })
              : kind === 'rss'
                ? rss(xml.map((inner) => `<item>${inner}</item>`).join(''))
                : atom(xml.join('</entry><entry>'));
          expect(await readAnything(text)).toHaveLength(items.length);
        },
      ),
      { numRuns: 150 },
    );
  });

  test.for(['rss2.xml', 'atom.xml', 'feed.json'])('survives %s cut short or damaged', async (name) => {
    await fc.assert(
      fc.asyncProperty(damaged([await loadFixture(name)], ['<', ']]>', '&', '{']), async (bytes) => {
        await readAnything(bytes);
      }),
      { numRuns: 60 },
    );
  });
});

/** A value as it has to be written in XML; what may not be in XML at all is left out. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
