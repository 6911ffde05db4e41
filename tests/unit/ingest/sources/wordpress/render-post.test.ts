import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';

import { addParagraphs } from '../../../../../src/ingest/sources/wordpress/add-paragraphs.ts';
import { renderPost } from '../../../../../src/ingest/sources/wordpress/render-post.ts';

/** Without the line ends between elements, which mean nothing. */
const compact = (html: string) => html.replace(/\n/g, '');

describe('addParagraphs', () => {
  test.for([
    ['One.\n\nTwo.', '<p>One.</p><p>Two.</p>'],
    ['One.\r\n\r\n \t\r\nTwo.\n', '<p>One.</p><p>Two.</p>'],
    ['One.\n&nbsp;\nTwo.', '<p>One.</p><p>Two.</p>'],
    ['Roses are red,\nviolets are blue.', '<p>Roses are red,<br>violets are blue.</p>'],
    ['One,<br />\ntwo.', '<p>One,<br />two.</p>'],
    ['<strong>One\n\nTwo</strong>\n\nThree', '<p><strong>One</p><p>Two</strong></p><p>Three</p>'],
    ['<em>One</em> <b>two</b>\nthree', '<p><em>One</em> <b>two</b><br>three</p>'],
    ['Before\n<h2>Heading</h2>\nafter', '<p>Before</p><h2>Heading</h2><p>after</p>'],
    ['<h2>One\ntwo</h2>', '<h2>One<br>two</h2>'],
    ['<p>One\n\ntwo</p>\n\nThree', '<p>One<p>two</p><p>Three</p>'],
    ['<ul>\n\t<li>One</li>\n\t<li>Two\nlines</li>\n</ul>', '<ul><li>One</li><li>Two<br>lines</li></ul>'],
    ['<li>One\n\ntwo', '<li>One<p>two'],
    ['<blockquote>One\n\nTwo</blockquote>Three', '<blockquote><p>One</p><p>Two</p></blockquote><p>Three</p>'],
    ['<div>\n\nOne\n</div>', '<div><p>One</p></div>'],
    ['<p>One\n<div>Two</div>\nThree', '<p>One<div><p>Two</p></div><p>Three</p>'],
    ['One</div>\nTwo', '<p>One</p></div><p>Two</p>'],
    ['One\n<hr>\nTwo', '<p>One</p><hr><p>Two</p>'],
    ['1 < 2 & <3\n\n</>', '<p>1 < 2 & <3</p><p></></p>'],
    ['', ''],
    [' \n\n ', ''],
  ])('makes of %j the HTML %j', ([text, html]) => {
    expect(compact(addParagraphs(text!))).toBe(html);
  });

  test('leaves what is preformatted as it is', () => {
    const code = '<pre>\na\n\n  <b>b</b>\n</pre>';
    expect(addParagraphs(`One.\n\n${code}\n\nTwo.`)).toBe(`<p>One.</p>\n${code}<p>Two.</p>\n`);
    expect(addParagraphs('<pre>a\n\nb')).toBe('<pre>a\n\nb');
  });

  test('keeps every letter that is not white space, in its order', () => {
    const parts = fc.constantFrom(
      ...[
        'a',
        ' b',
        '\n',
        '\n\n',
        '<p>',
        '</p>',
        '<div>',
        '</div>',
        '<em>',
        '</em>',
        '<br>',
        '<pre>',
        '</pre>',
      ],
      ...['<li>', '</li>', '<ul>', '<h2>', '</h2>', '<', '>', '&amp;', '<blockquote>', '<!--', '-->', '<td>'],
    );
    const characterCount = (html: string) =>
      parseHTML(`<body>${html}</body>`).document.body.textContent.replace(/\s/g, '');
    fc.assert(
      fc.property(
        fc.array(parts, { maxLength: 30 }).map((each) => each.join('')),
        (html) => {
          expect(characterCount(addParagraphs(html))).toBe(characterCount(html));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('renderPost', () => {
  test('shows the shortcodes that stand in code', () => {
    const code =
      '<pre class="wp-block-code"><code>[caption id="a"]A[/caption] [gallery]</code></pre><p>Write <code>[embed]</code>';
    const { html, leftOut } = renderPost(`<!-- wp:code -->${code}<!-- /wp:code --> [gallery ids="1"].</p>`);
    expect(html).toBe(`${code} .</p>`);
    expect(leftOut).toEqual([
      { what: 'a picture of a gallery that is not in the export', text: 'attachment 1' },
    ]);
  });

  test('leaves a text in blocks as it is, but for the comments', () => {
    const post = '<!-- wp:paragraph -->\n<p>One\ntwo.</p>\n<!-- /wp:paragraph -->';
    expect(renderPost(post)).toEqual({ html: '\n<p>One\ntwo.</p>\n', leftOut: [], notices: [] });
  });

  test('says which blocks have their text elsewhere, and what comments say', () => {
    const post =
      '<!-- wp:paragraph --><p>One.</p><!-- /wp:paragraph -->\n<!-- wp:acme/prices {"n":[1,2]} /--><!-- check this -->';
    expect(renderPost(post).leftOut).toEqual([
      {
        what: 'the block "acme/prices", whose content is not in the post',
        text: 'wp:acme/prices {"n":[1,2]} /',
      },
      { what: 'an HTML comment', text: 'check this' },
    ]);
  });

  test('drops the marks of the beginning and of pages', () => {
    const { html, leftOut } = renderPost('One<!--more Go on--> two.<!--nextpage-->Three.');
    expect(compact(html)).toBe('<p>One two.</p><p>Three.</p>');
    expect(leftOut).toEqual([{ what: 'the words of a link to the rest of the text', text: 'Go on' }]);
  });

  test('keeps captions, as text or as attribute', () => {
    const picture = '<img src="a.jpg" />';
    expect(
      compact(
        renderPost(`One.\n[caption align="left" width="3"]${picture} A <b>pier</b>[/caption]\nTwo.`).html,
      ),
    ).toBe(`<p>One.</p><figure>${picture}<figcaption>A <b>pier</b></figcaption></figure><p>Two.</p>`);
    expect(compact(renderPost(`[wp_caption caption="It's a pier"]${picture}[/wp_caption]`).html)).toBe(
      `<figure>${picture}<figcaption>It's a pier</figcaption></figure>`,
    );
  });

  test('reads brackets and escaped quotation marks in attributes and captions', () => {
    const picture = '<a href="b.jpg"><img src="a.jpg"></a>';
    expect(
      compact(
        renderPost(`[caption caption="The \\"old [sic]\\" pier, <em>A. Reed</em>"]${picture}[/caption]`).html,
      ),
    ).toBe(`<figure>${picture}<figcaption>The "old [sic]" pier, <em>A. Reed</em></figcaption></figure>`);
    expect(compact(renderPost(`[caption width="1"]${picture} The pier [archive][/caption]`).html)).toBe(
      `<figure>${picture}<figcaption>The pier [archive]</figcaption></figure>`,
    );
    expect(
      renderPost('[pullquote cite="A. Reed, \'mate [ret.]\'"]The tide waits.[/pullquote]'),
    ).toMatchObject({
      html: expect.stringMatching(
        /^<blockquote><p>The tide waits\.<\/p>\s*<p><cite>A\. Reed, 'mate \[ret\.\]'<\/cite>/,
      ) as string,
      leftOut: [],
    });
  });

  test('names shortcodes whose output is unknown; what they enclose is text', () => {
    const { html, leftOut } = renderPost(
      'One [gallery]two [contact-form id="3"]three [box]four [b x=1]five[/b][/box] six [divider]seven',
    );
    expect(html.trim()).toBe('<p>One two three four five six seven</p>');
    expect(leftOut).toEqual([
      { what: 'a gallery of pictures that are not in the export' },
      { what: 'the shortcode [contact-form]', text: '[contact-form id="3"]' },
      { what: 'the shortcode [b]', text: '[b x=1]' },
      { what: 'the shortcode [box]', text: '[box]' },
      { what: 'the shortcode [divider]', text: '[divider]' },
    ]);
  });

  test.for([
    ['[embed width="5"]https://v.example/1?a=1&b=2[/embed]', 'https://v.example/1?a=1&b=2'],
    ['[youtube https://v.example/2&w=640]', 'https://v.example/2&w=640'],
    ['[tracks url="https://v.example/3" params="a=b" /]', 'https://v.example/3'],
    ['[audio mp3="https://v.example/4.mp3"][/audio]', 'https://v.example/4.mp3'],
    ['[video src="https://v.example/5.mp4"]', 'https://v.example/5.mp4'],
    ['https://v.example/6', 'https://v.example/6'],
    ['<!-- wp:embed {"url":"https://v.example/7"} /-->', 'https://v.example/7'],
    [
      '<!-- wp:embed {"url":"https://v.example/8"} --><figure></figure><!-- /wp:embed -->',
      'https://v.example/8',
    ],
    [
      '<!-- wp:embed {"url":"https://v.example/9"} --><figure><div>\nhttps://v.example/9\n</div></figure><!-- /wp:embed -->',
      'https://v.example/9',
    ],
  ])('makes of %j a link to %s', ([post = '', address = '']) => {
    const { html, leftOut } = renderPost(post);
    expect(html.replaceAll('&amp;', '&')).toContain(`<a href="${address}">${address}</a>`);
    expect(html.match(/<a\b/g)).toHaveLength(1);
    expect(html).not.toMatch(/\[\/?\w+/);
    expect(leftOut).toEqual([]);
  });

  test('leads with the words of a button to where it leads', () => {
    expect(renderPost('Read [button url="https://v.example/a"]all of it[/button].').html.trim()).toBe(
      '<p>Read <a href="https://v.example/a">all of it</a>.</p>',
    );
  });

  test.for([
    'He [the mayor] said so [sic] […] [1].',
    'a[i] = b[j]',
    '[see p 5]',
    'one [ two ] three',
    '[/end]',
    '[]',
  ])('does not take the brackets of %j for a shortcode', (text) => {
    expect(renderPost(text)).toEqual({ html: `<p>${text}</p>\n`, leftOut: [], notices: [] });
  });

  test('keeps a word in brackets on its own line, which may be a shortcode, and says so', () => {
    expect(renderPost('One.\n\n[applause]\n\nTwo.')).toEqual({
      html: '<p>One.</p>\n<p>[applause]</p>\n<p>Two.</p>\n',
      leftOut: [],
      notices: ['"[applause]" stands on a line of its own, and was kept as text: it may be a shortcode.'],
    });
  });

  test('shows a shortcode that is written twice in brackets', () => {
    expect(renderPost('Write [[gallery]] here.').html).toBe('<p>Write [gallery] here.</p>\n');
  });

  test('adds footnotes in their order, and tells those that cannot be read', () => {
    const footnotes = JSON.stringify([
      { id: 'a-1', content: 'First, <em>old</em>.' },
      { id: 'b-2', content: 'Second.' },
    ]);
    const list =
      '<ol class="wp-block-footnotes"><li id="a-1">First, <em>old</em>.</li><li id="b-2">Second.</li></ol>';
    expect(
      renderPost('<!-- wp:p --><p>One.</p><!-- /wp:p --><!-- wp:footnotes /-->', { footnotes }).html,
    ).toContain(list);
    expect(renderPost('<p>One.</p>', { footnotes }).html).toContain(list);
    expect(renderPost('One.', { footnotes: '{no' }).leftOut).toEqual([
      { what: 'footnotes that cannot be read', text: '{no' },
    ]);
  });

  test('makes no paragraph of blanks', () => {
    expect(compact(renderPost('<!-- wp:p --><p>One</p><p class="a">&nbsp;</p><p> </p><p>Two</p>').html)).toBe(
      '<p>One</p><p>Two</p>',
    );
  });

  test('is done at once with what is never closed', () => {
    for (const part of [
      '<!--',
      '[caption ',
      '[caption]',
      '<a ',
      '<div>',
      '</div><p>',
      '[a x="',
      '<p> ',
      '\n',
      '<a "',
      '[a x="\\"',
      '[a x=\'[b y="',
      '[[a]',
      '[a]',
      '[/a]',
      '<img ',
      '<figure><img class="wp-image-1">',
      'https://a.example/',
      '<p>https://a.example/ ',
      '<!-- wp:embed {"url":"https://a.example/"} -->',
    ]) {
      expect(renderPost(part.repeat(100_000)).html).toBeTypeOf('string');
    }
  });
});
