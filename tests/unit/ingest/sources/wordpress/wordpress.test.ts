import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { SourceError } from '../../../../../src/ingest/sources/source-error.ts';
import { writeWordpressExport } from '../../../../bench/wordpress-export.ts';
import { readWordpress } from '../../../../../src/ingest/sources/wordpress/wordpress.ts';
import { makeFolder } from '../../run-ingest.ts';
import { damaged, saidBy, describeItem, useReader } from '../read-source.ts';

const { readFrom, readText, readFixture, loadFixture, readAnything } = useReader(
  readWordpress,
  'wordpress',
  'export',
);

const withPages = { postTypes: new Set(['post', 'page']) };
const site = (items: string) =>
  `<rss version="2.0"><channel>\n<title>T</title>\n${items}\n</channel></rss>\n`;
const post = (inner = '', text = 'It rained.') =>
  `<item>${inner}<content:encoded>${text}</content:encoded><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`;
const first = async (xml: string) => saidBy((await readText(site(xml)))[0]);

/** A text from a line on, without what readers have written. */
function restWithoutComments(text: string, line: number): string {
  const rest = text
    .split('\n')
    .slice(line - 1)
    .join('\n');
  return rest.replace(/<wp:comment>[^]*?<\/wp:comment>/g, '');
}

describe('readWordpress', () => {
  test('takes what a post in blocks says of itself', async () => {
    const [item] = await readFixture('site.xml');
    expect(saidBy(item)).toEqual({
      title: 'Ferry & bridge: both closed',
      date: '2021-07-18',
      byline: ['Inés March'],
      language: 'en-GB',
      summary: 'Both ways over the water are shut – for a week.',
      publisher: 'The Harbour & Hill Gazette',
      url: 'https://gazette.example/2021/07/18/ferry-and-bridge/',
      formerUrls: ['https://gazette.example/?p=11'],
      terms: [{ name: 'Town & Country' }, { name: 'Ostwick' }],
      body: [
        'The ferry and the bridge of Ostwick were closed on Sunday, and [the storm](https://gazette.example/2021/07/17/storm/) is to blame.',
        '## Nobody hurt',
        '- Two boats sank.\n- A pier is gone.',
        '[pier.jpg](https://gazette.example/pier.jpg)\\\nThe pier as it was.\n',
      ].join('\n\n'),
      leftOut: [
        { what: 'a term of the taxonomy "region"', text: 'North' },
        { what: 'the custom field "title"', text: 'not the title' },
        { what: 'the words of a link to the rest of the text', text: 'Read the rest' },
        {
          what: 'the block "latest-posts", whose content is not in the post',
          text: 'wp:latest-posts {"postsToShow":3} /',
        },
      ],
      notices: ['Readers’ comments, with their e-mail and IP addresses, are not kept in the source text.'],
    });
  });

  test('makes paragraphs of a post from before there were blocks', async () => {
    const said = saidBy((await readFixture('site.xml'))[1]);
    expect(said).toMatchObject({ title: 'A quiet week “at last”', byline: [], terms: [] });
    expect(said.body).toBe(
      [
        'It was a quiet week in the hills.\\\nThe sheep came down on Friday.',
        '[sheep.jpg](https://gazette.example/sheep.jpg)\\\nSheep near Aldham',
        '"We had \\[nearly] given up," said the shepherd \\[sic].',
        '> First they went.\n>\n> Then they came.',
        'A list in code reads `a[0]]]>` and ends.\n',
      ].join('\n\n'),
    );
    expect(said.leftOut).toContainEqual({
      what: 'an excerpt that is not a single line of plain text',
      text: '<p>One.</p>\n<p>Two.</p>',
    });
    expect(said.leftOut).toContainEqual({
      what: 'the account that entered the post, as its author',
      text: 'desk',
    });
    expect(said).not.toHaveProperty('summary');
  });

  test('invents no date and no address', async () => {
    const said = saidBy((await readFixture('site.xml', withPages))[2]);
    expect(said).toMatchObject({ title: 'About the Gazette', byline: [] });
    expect(said.leftOut).toContainEqual({
      what: 'a link that is not a web address',
      text: 'javascript:alert(1)',
    });
    expect(said).not.toHaveProperty('date');
    expect(said).not.toHaveProperty('url');
  });

  test('says of every other item what becomes of it', async () => {
    expect((await readFixture('site.xml')).slice(2).map(describeItem)).toEqual([
      'item 3, line 102: of the type "page", which --post-type page takes',
      'item 4, line 114: a draft',
      'item 5, line 115: private',
      'item 6, line 116: in the trash',
      'item 7, line 117: not published yet',
      'item 8, line 118: waiting for review',
      'item 9, line 119: protected by a password',
      'item 10, line 120: an attachment',
      'item 11, line 121: a menu item',
      'item 12, line 122: of the type "recipe", which --post-type recipe takes',
      'item 13, line 123: draft',
      'item 14, line 124: 127:17 date "2021-02-31": 2021-02 has 28 days, not a day 31 in <wp:post_date>',
      'item 15, line 131: 131:1 no <wp:status>',
    ]);
  });

  test('takes the statuses that are asked for', async () => {
    const items = await readFixture('site.xml', { statuses: new Set(['publish', 'draft', 'private']) });
    const drafts = items.filter((item) => item.kind === 'draft').slice(2, 5);
    expect(drafts.map(({ draft }) => [draft.title, draft.notices])).toEqual([
      ['Not yet', ['It is not public in WordPress: a draft.']],
      ['For us', ['It is not public in WordPress: private.']],
      ['Locked', []],
    ]);
  });

  test('keeps each item letter for letter, but for comments of readers', async () => {
    const text = (await loadFixture('site.xml')).toString();
    const items = await readFixture('site.xml', withPages);
    for (const item of items.slice(0, 3)) {
      if (item.kind !== 'draft') throw new Error();
      const kept = new TextDecoder().decode(item.draft.received.bytes);
      expect(kept).toMatch(/^<item>\s[^]*\s<\/item>$/);
      expect(restWithoutComments(text, item.draft.origin.line)).toContain(kept);
      expect(kept).not.toMatch(/wp:comment>|@post\.example/);
      expect(text.split('\n')[item.draft.origin.line - 1]).toBe('\t<item>');
    }
  });

  test('reads WXR 1.0: names for authors, tags and categories written twice, captions as attributes', async () => {
    const [item, ...others] = await readFixture('version-1.0.xml');
    expect(others).toEqual([]);
    expect(saidBy(item)).toEqual({
      title: 'Peat fires ’burn on’ at Kelham & Marsh',
      date: '2009-10-30',
      byline: ['Rowan Tolliver'],
      language: 'en',
      publisher: 'Moor Notes',
      url: 'http://moor.example/2009/10/peat-fires/',
      formerUrls: ['http://moor.example/?p=3'],
      terms: [{ name: 'Fires' }, { name: 'Peat' }],
      body: 'The fires on the moor burn on.\n\n[smoke.jpg](http://moor.example/smoke.jpg)\\\nSmoke over Kelham\n\nFiremen from **Marsh** came at noon.\n\nThe second page says the same.\n',
      leftOut: [],
      notices: [],
    });
  });

  test('takes the day from universal time only where there is no local one, and says so', async () => {
    const gmt = '<wp:post_date_gmt>2021-07-19 04:30:00</wp:post_date_gmt>';
    expect(await first(post(`<wp:post_date>2021-07-18 23:30:00</wp:post_date>${gmt}`))).toMatchObject({
      date: '2021-07-18',
      notices: [],
    });
    expect(await first(post(gmt))).toMatchObject({
      date: '2021-07-19',
      notices: ['The date is that of <wp:post_date_gmt>, in UTC: the post has no local date.'],
    });
    expect(await first(post('<pubDate>Mon, 19 Jul 2021 04:30:00 +0000</pubDate>'))).toMatchObject({
      date: '2021-07-19',
    });
  });

  test('bears CDATA in pieces, entities of HTML, long titles and a byte order mark', async () => {
    const title = 'Long '.repeat(1000).trim();
    const cdata = '<![CDATA[a ]]]]><![CDATA[> b]]>&eacute;&hellip;&#8211;<!-- no --><![CDATA[ &lt;c]]>';
    const xml = `\uFEFF  ${'\n'}<?xml version="1.1" encoding="ISO-8859-1"?>${site(
      post(`<title>${title}</title>`, cdata),
    )}`;
    expect(saidBy((await readText(xml))[0])).toMatchObject({ title, body: 'a ]]> b\u00e9…– \\<c\n' });
  });

  test('is not misled by other elements of the same name', async () => {
    const inner = '<title>T1</title><wp:comment><title>T2</title><item><title>T3</title></item></wp:comment>';
    const items = await readText(site(`<image><title>T4</title><item>T5</item></image>${post(inner)}`));
    expect(items.map(describeItem)).toEqual(['item 1, line 3: draft']);
    expect(saidBy(items[0])).toMatchObject({ title: 'T1', publisher: 'T' });
  });

  test('reads on after an item that is malformed', async () => {
    const items = await readText(
      site(
        [
          post('<title>A & B</title>'),
          post('', 'A vertical\u000btab'),
          post('<title>C</title>'),
          `${post('<b>')}`,
          post('<title>&nosuch;</title>'),
          '<item><title><![CDATA[D\n</title></item>',
          post('', '<![CDATA[E]]>'),
          post('<title>F</title>'),
          '<item><title><b></item>',
          post('<title>G</title>'),
        ].join('\n'),
      ),
    );
    expect(items.map(describeItem)).toEqual([
      'item 1, line 3: 3:16 malformed XML (an & that does not begin an entity)',
      'item 2, line 4: draft',
      'item 3, line 5: draft',
      'item 4, line 6: 6:124 malformed XML (unexpected close tag)',
      'item 5, line 7: 7:21 malformed XML (undefined entity)',
      'item 6, line 8: 10:54 malformed XML (unexpected close tag)',
      'item 7, line 11: draft',
      'item 8, line 12: 12:23 malformed XML (unexpected close tag)',
      'item 9, line 13: draft',
    ]);
  });

  test('takes what came before the file breaks off', async () => {
    const whole = site(`${post()}\n${post()}`);
    expect((await readText(whole.slice(0, -40))).map(describeItem)).toEqual([
      'item 1, line 3: draft',
      expect.stringMatching(/^item 2, line 4: 4:\d+ malformed XML \(unclosed tag/),
    ]);
    expect((await readText(whole.slice(0, -10))).map(describeItem)).toEqual([
      'item 1, line 3: draft',
      'item 2, line 4: draft',
      expect.stringMatching(/^the rest after item 2, line 5: 5:\d+ malformed XML \(unclosed tag/),
    ]);
  });

  test('ends at what is malformed between the items', async () => {
    expect((await readText(site(`${post()}\n& ${post()}`))).map(describeItem)).toEqual([
      'item 1, line 3: draft',
      expect.stringMatching(/^the rest after item 1, line 6: 6:\d+ malformed XML/),
    ]);
  });

  test.for([
    ['<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>', '&b;'],
    ['<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '&a;'],
    ['<!DOCTYPE rss [<!entity % a SYSTEM "http://127.0.0.1/a">%a;]>', 'a'],
  ])('refuses the entities of %j', async ([doctype, text]) => {
    await expect(readText(doctype + site(post('', text)))).rejects.toThrow(
      'entity declarations in <!DOCTYPE>',
    );
  });

  test('names no entity of a document type that is elsewhere', async () => {
    const doctype = '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/rss.dtd">';
    expect((await readText(doctype + site(post('', '&a;') + post()))).map(({ kind }) => kind)).toEqual([
      'failed',
      'draft',
    ]);
  });

  test.for([
    ['<html><body>Hello</body></html>', 'no <channel>'],
    [new Uint8Array([0x3c, 0x72, 0x73, 0x73, 0x3e, 0xff]), 'not UTF-8'],
  ])('says of %s what is wrong with it', async ([text, message]) => {
    await expect(readText(text!)).rejects.toThrow(message as string);
    await expect(readText(text!)).rejects.toThrow(SourceError);
  });

  test.for(['', 'Dear editor', '{"a": 1}', '<', '<rss><channel>', '\u0000\u0001'])(
    'makes one failed item of %j',
    async (text) => {
      const items = await readText(text);
      expect(items.map(({ kind }) => kind)).toEqual(['failed']);
    },
  );

  test('fails an item that is greater than what is read in one piece, and one that is nested too deeply', async () => {
    const items = await readText(
      site(
        [
          post('', `<![CDATA[${'x'.repeat(1 << 24)}\n${'y'.repeat(1 << 25)}]]>`),
          post('<a>'.repeat(200)),
          post('', `<![CDATA[${'<div>'.repeat(5000)}]]>`),
          post(),
        ].join('\n'),
      ),
    );
    expect(items.map(describeItem)).toEqual([
      expect.stringMatching(/^item 1, line 3: \d+:\d+ an item of [\d,]+ characters/),
      expect.stringMatching(/^item 2, line 5: 5:\d+ malformed XML \(elements nested too deeply\)/),
      expect.stringMatching(/^item 3, line 6: 6:1 /),
      'item 4, line 7: draft',
    ]);
  });

  test('drops what would run, and says so', async () => {
    const said = await first(
      post('', '<![CDATA[<p onclick="a()">Safe.</p><script>a()</script><a href="javascript:a()">b</a>]]>'),
    );
    expect(said.body).toBe('Safe.\n\nb\n');
    expect(said.leftOut).toHaveLength(3);
  });

  test('reads an export of the generator, whatever pieces it comes in', async () => {
    const path = join(await makeFolder(), 'generated.xml');
    await writeWordpressExport(path, 2_000_000, 40);
    const { size } = await stat(path);
    expect(Math.abs(size - 2_000_000)).toBeLessThan(50_000);
    const text = await readFile(path, 'utf8');
    const items = await readFrom(path);
    expect(items.map(({ kind }) => kind)).not.toContain('failed');
    expect(items).toHaveLength(text.split('<item>').length - 1);
    const drafts = items.flatMap((item) => (item.kind === 'draft' ? item.draft : []));
    expect(drafts).toHaveLength(40);
    for (const { body, received, origin } of drafts) {
      expect(body.length).toBeGreaterThan(4500);
      const kept = new TextDecoder().decode(received.bytes);
      expect(restWithoutComments(text, origin.line).startsWith(kept)).toBe(true);
    }
  });
});

describe('readWordpress, whatever the file holds', () => {
  const limit = { numRuns: 200 };

  test('makes a draft of any text that is well-formed', async () => {
    const escape = (text: string) => text.replace(/[<>&]/g, (letter) => `&#${letter.charCodeAt(0)};`);
    // Letters that XML has.
    const value = fc
      .oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'binary-ascii' }),
        fc.constantFrom('../../etc/passwd', 'CON', '.', '🚢', '\u202Eabc', '[a x=1]'),
      )
      .map((text) =>
        text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '�'),
      );
    await fc.assert(
      fc.asyncProperty(value, value, value, async (title, name, text) => {
        const item = post(
          `<title>${escape(title)}</title><dc:creator>${escape(name)}</dc:creator><category>${escape(name)}</category>`,
          `a ${escape(text)}`,
        );
        const said = (await readText(site(item)))[0];
        expect(saidBy(said).body).toMatch(/^(?:a|&#x61;)/);
      }),
      limit,
    );
  });

  test('ends with drafts, skipped and failed items, or says what is wrong', async () => {
    const files = await Promise.all(['site.xml', 'version-1.0.xml'].map(loadFixture));
    const scraps = [
      '<item>',
      '</item>',
      ']]>',
      '<![CDATA[',
      '&',
      '<!DOCTYPE a [',
      '\u0000',
      '</channel>',
      '<',
      '"',
      '\xff',
    ];
    await fc.assert(
      fc.asyncProperty(damaged(files, scraps), async (bytes) => {
        await readAnything(bytes);
      }),
      limit,
    );
  });
});
