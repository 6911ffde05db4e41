import { describe, expect, test } from 'vitest';

import { en } from '../../../src/languages/en.ts';
import { createRenderer } from '../../../src/markdown/renderer.ts';

const { renderText, renderArticle } = createRenderer((key) => `/${key}/`, en.text);

describe('raw HTML', () => {
  test('is shown as text, in a paragraph and as a block', () => {
    expect(renderText('A <b>bold</b> <img src=x onerror="alert(1)"> word')).toBe(
      '<p>A &#x3C;b>bold&#x3C;/b> &#x3C;img src=x onerror="alert(1)"> word</p>',
    );
    expect(renderText('<script>alert(1)</script>')).toBe('&#x3C;script>alert(1)&#x3C;/script>');
    expect(renderText('<!-- note -->')).toBe('&#x3C;!-- note -->');
    expect(renderText('<div\nonclick="alert(1)">x</div>')).toBe('&#x3C;div\nonclick="alert(1)">x&#x3C;/div>');
  });

  test('escaped in the source stays escaped', () => {
    expect(renderText('&lt;script&gt; &#60;b&#62; \\<i>')).toBe('<p>&#x3C;script> &#x3C;b> &#x3C;i></p>');
  });

  test('in an article is shown as text too', () => {
    const { html } = renderArticle(
      'Then <em>Ada</em>.',
      [{ key: 'a', names: ['Ada'], hyphenJoins: true }],
      'en',
    );
    expect(html).toContain('Then &#x3C;em><a href="/a/" class="mention">Ada</a>&#x3C;/em>.</p>');
  });
});

describe('links', () => {
  test.for([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'javascript&colon;alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'file:///etc/hosts',
    'ftp://example.org/',
    'irc://example.org/',
    'xmpp:a@example.org',
    'tel:+12025550100',
    '8',
    'page.html',
    '../2021/07/18/',
    './a:b',
    '?page=2',
    '//example.org/',
  ])('lose the address %s', (address) => {
    expect(renderText(`[text](${address})`)).toBe('<p><span>text</span></p>');
  });

  test.for(['https://example.org/', 'http://example.org/', 'mailto:a@example.org', '/people/', '#note'])(
    'keep the address %s',
    (address) => {
      expect(renderText(`[text](${address})`)).toBe(`<p><a href="${address}">text</a></p>`);
    },
  );
});

test('schemes of links are read in letters of any size', () => {
  expect(renderText('[a](HTTPS://Example.org/A) ![b](Http://Example.org/B.png) <MAILTO:A@example.org>')).toBe(
    '<p><a href="https://Example.org/A">a</a> <a href="http://Example.org/B.png">b</a> ' +
      '<a href="mailto:A@example.org">MAILTO:A@example.org</a></p>',
  );
  expect(renderText('[text](JAVASCRIPT:alert(1))')).toBe('<p><span>text</span></p>');
});

describe('images', () => {
  test('become links with their description', () => {
    expect(renderText('![A boat](https://example.org/boat.png)')).toBe(
      '<p><a href="https://example.org/boat.png">A boat</a></p>',
    );
    expect(renderText('![](https://example.org/boat.png)')).toBe(
      '<p><a href="https://example.org/boat.png">https://example.org/boat.png</a></p>',
    );
  });

  test('become links also when their address stands apart', () => {
    expect(renderText('![A boat][boat]\n\n[boat]: https://example.org/boat.png')).toBe(
      '<p><a href="https://example.org/boat.png">A boat</a></p>',
    );
  });

  test('become text when nothing on the web is meant', () => {
    expect(renderText('![A boat](javascript:alert(1)) ![](boat.png)')).toBe('<p>A boat boat.png</p>');
  });
});

describe('headings', () => {
  const ranks = (markdown: string) =>
    Array.from(renderText(markdown).matchAll(/<h(\d)/g), ([, rank]) => rank);

  test.for([
    ['begin below that of the page', '# a', '2'],
    ['keep their order', '# a\n## b\n### c\n## d', '2343'],
    ['skip no rank', '# a\n### b\n###### c\n### d\n## e', '23433'],
    ['begin at 2 whatever they begin with', '### a\n## b\n# c\n#### d', '2223'],
    ['end at 6', '# a\n## b\n### c\n#### d\n##### e\n###### f', '234566'],
    ['are counted in quotations too', '# a\n\n> ## b\n\n## c', '233'],
  ] as const)('%s', ([, markdown, expected]) => {
    expect(ranks(markdown).join('')).toBe(expected);
  });
});

describe('footnotes', () => {
  const html = renderText('One.[^1] Two.[^b] Again.[^1]\n\n[^1]: First.\n[^b]: Second.');
  const attributes = (pattern: RegExp) => Array.from(html.matchAll(pattern), ([, value]) => value);

  test('have ids of one prefix', () => {
    expect(attributes(/ id="([^"]+)"/g)).toEqual([
      'note-fnref-1',
      'note-fnref-2',
      'note-fnref-1-2',
      'footnote-label',
      'note-fn-1',
      'note-fn-2',
    ]);
  });

  test('lead to ids that are there, and back', () => {
    const ids = attributes(/ id="([^"]+)"/g);
    const targets = attributes(/ href="#([^"]+)"/g);
    expect(targets).toEqual([
      'note-fn-1',
      'note-fn-2',
      'note-fn-1',
      'note-fnref-1',
      'note-fnref-1-2',
      'note-fnref-2',
    ]);
    for (const target of targets) expect(ids).toContain(target);
    for (const label of attributes(/ aria-describedby="([^"]+)"/g)) expect(ids).toContain(label);
  });

  test('stand under a heading that says whose they are', () => {
    expect(html).toContain('<h2 id="footnote-label">Editor’s notes</h2>');
    expect(html).toContain('aria-label="Back to the text at note 2"');
  });

  test('are led back from by links of different names', () => {
    const labels = attributes(/ aria-label="(Back[^"]+)"/g);
    expect(new Set(labels).size).toBe(3);
  });

  test('keep their heading at its rank below other headings', () => {
    expect(renderText('# a\n\n## b[^1]\n\n[^1]: c')).toContain('<h2 id="footnote-label">');
  });
});

describe('tables', () => {
  const html = renderText('| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |');

  test('have their alignment as classes', () => {
    for (const side of ['left', 'center', 'right']) {
      expect(html).toMatch(new RegExp(`<th class="align-${side}">[a-c]</th>`));
      expect(html).toMatch(new RegExp(`<td class="align-${side}">[1-3]</td>`));
    }
    expect(html).toContain('<th>d</th>');
    expect(html).not.toMatch(/ align=|style=/);
  });

  test('scroll by themselves, under a name', () => {
    expect(html).toMatch(
      /^<div class="table-scroll" tabindex="0" role="group" aria-label="Table"><table>[^]*<\/table><\/div>$/,
    );
  });
});

test('task lists show their state without controls', () => {
  const html = renderText('- [x] done\n- [ ] open');
  expect(html).toContain('☑ done');
  expect(html).toContain('☐ open');
  expect(html).not.toContain('<input');
});

test('the words of the source stay as they are', () => {
  const text = '"Quoted" -- it\'s... (c) 1/2 -> “so”';
  expect(renderText(text)).toBe(`<p>${text}</p>`);
});

test('renderText links no names', () => {
  expect(renderText('Ada Lind')).toBe('<p>Ada Lind</p>');
});
