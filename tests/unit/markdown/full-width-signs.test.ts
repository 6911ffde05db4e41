import { expect, test } from 'vitest';

import { en } from '../../../src/languages/en.ts';
import { createRenderer } from '../../../src/markdown/renderer.ts';
import { markdownSyntax } from '../../../src/markdown/syntax.ts';

const renderer = createRenderer((key) => `/${key}/`, en.text);
const render = (markdown: string) => renderer.renderText(markdown).trim();
const link = (address: string) => `<a href="${address}">${address}</a>`;

test.for([
  ['船期见https://example.org/port。请看。', `<p>船期见${link('https://example.org/port')}。请看。</p>`],
  ['（https://example.org/a）和 https://example.org/b，完', undefined],
  ['见www.example.org/a：**三点**开。', '<strong>三点</strong>开。'],
  ['见https://example.org/a。又见https://example.org/b、完', `。又见${link('https://example.org/b')}、完`],
  ['https://example.org/a。*下午*、`码`', '。<em>下午</em>、<code>码</code>'],
] as const)(
  'an address ends at a full-width sign, and what follows is Markdown: %j',
  ([markdown, expected]) => {
    const html = render(markdown);
    if (expected) expect(html).toContain(expected);
    for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^[!-~]+$/);
  },
);

test.for([
  ['<https://example.org/。a>', 'https://example.org/%E3%80%82a'],
  ['[船期](https://example.org/。a)', 'https://example.org/%E3%80%82a'],
  ['https://example.org/港口', 'https://example.org/%E6%B8%AF%E5%8F%A3'],
] as const)('an address in brackets, and letters of any script, stay whole: %j', ([markdown, href]) => {
  expect(render(markdown)).toContain(`href="${href}"`);
});

test.for([
  ['**重点：**港口开放。', '<p><strong>重点：</strong>港口开放。</p>'],
  ['前文**（测试）**后文。', '<p>前文<strong>（测试）</strong>后文。</p>'],
  ['*「引用」*如下。', '<p><em>「引用」</em>如下。</p>'],
  ['~~旧闻。~~更正。', '<p><del>旧闻。</del>更正。</p>'],
  ['**この文（括弧）。**が続く。', '<p><strong>この文（括弧）。</strong>が続く。</p>'],
  ['2 * 3 * 4 and a_b_c', '<p>2 * 3 * 4 and a_b_c</p>'],
] as const)('emphasis begins and ends at signs beside characters without spaces: %j', ([markdown, html]) => {
  expect(render(markdown)).toBe(html);
});

test('a text of a hundred thousand addresses without spaces takes no quadratic time', () => {
  const markdown = 'https://example.org/a。'.repeat(20_000);
  const [paragraph] = markdownSyntax.parse(markdown).children;
  expect(
    paragraph?.type === 'paragraph' && paragraph.children.filter(({ type }) => type === 'link'),
  ).toHaveLength(20_000);
});
