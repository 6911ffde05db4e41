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
    expect(renderPost(`<!-- wp:code -->${code}<!-- /wp:code --> [gallery ids="1"].</p>`)).toEqual({
      html: `${code} .</p>`,
      notices: ['1 × the shortcode [gallery], left out.'],
    });
    expect(renderPost('<code>[gallery]').notices).toHaveLength(1);
  });

  test('leaves a text in blocks as it is, but for the comments', () => {
    const post = '<!-- wp:paragraph -->\n<p>One\ntwo.</p>\n<!-- /wp:paragraph -->';
    expect(renderPost(post)).toEqual({ html: '\n<p>One\ntwo.</p>\n', notices: [] });
  });

  test('says which blocks have their text elsewhere', () => {
    const post =
      '<!-- wp:paragraph --><p>One.</p><!-- /wp:paragraph -->\n<!-- wp:acme/prices {"n":[1,2]} /-->';
    expect(renderPost(post).notices).toEqual([
      '1 × the block "acme/prices", whose content is not in the post, left out.',
    ]);
  });

  test('drops the marks of the beginning and of pages', () => {
    expect(compact(renderPost('One<!--more Go on--> two.<!--nextpage-->Three.').html)).toBe(
      '<p>One two.</p><p>Three.</p>',
    );
  });

  test('keeps captions, as text or as attribute', () => {
    const picture = '<img src="a.jpg" />';
    expect(
      compact(renderPost(`One.\n[caption id="a" width="3"]${picture} A <b>pier</b>[/caption]\nTwo.`).html),
    ).toBe(`<p>One.</p><figure><p>${picture} A <b>pier</b></p></figure><p>Two.</p>`);
    expect(compact(renderPost(`[wp_caption caption="It's a pier"]${picture}[/wp_caption]`).html)).toBe(
      `<figure><figcaption>It's a pier</figcaption><p>${picture}</p></figure>`,
    );
  });

  test('leaves shortcodes out and says so; what they enclose is text', () => {
    const { html, notices } = renderPost(
      'One [gallery]two [contact-form id="3"]three [box]four [b x=1]five[/b][/box] [embed]https://example.org/a[/embed]',
    );
    expect(html.trim()).toBe('<p>One two three four five https://example.org/a</p>');
    expect(notices).toEqual([
      '1 × the shortcode [gallery], left out.',
      '1 × the shortcode [contact-form], left out.',
      '1 × the shortcode [box], left out.',
      '1 × the shortcode [b], left out.',
    ]);
  });

  test.for([
    'He [the mayor] said so [sic] […] [1].',
    'a[i] = b[j]',
    '[see p 5]',
    'one [ two ] three',
    '[/end]',
    '[]',
  ])('does not take the brackets of %j for a shortcode', (text) => {
    expect(renderPost(text)).toEqual({ html: `<p>${text}</p>\n`, notices: [] });
  });

  test('shows a shortcode that is written twice in brackets', () => {
    expect(renderPost('Write [[gallery]] here.')).toEqual({
      html: '<p>Write [gallery] here.</p>\n',
      notices: [],
    });
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
    ]) {
      expect(renderPost(part.repeat(100_000)).html).toBeTypeOf('string');
    }
  });
});
