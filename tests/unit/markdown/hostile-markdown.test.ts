import fc from 'fast-check';
import type { Element, Root as HtmlRoot } from 'hast';
import { HtmlValidate } from 'html-validate';
import type { Nodes, Root } from 'mdast';
import { afterAll, describe, expect, test } from 'vitest';

import { en } from '../../../src/languages/en.ts';
import { createRenderer } from '../../../src/markdown/renderer.ts';
import { markdownSyntax } from '../../../src/markdown/syntax.ts';
import { createTally } from '../../hostile/tally.ts';
import { awkwardMarkdown, awkwardRecords } from './awkward-markdown.ts';
import { listElements, readHtml } from './read-html.ts';

const { renderArticle, renderText } = createRenderer((key) => `/${key}/`, en.text);
const runs = process.env.HOSTILE === 'all' ? 5000 : 300;

/** The elements that a text can have, and the attributes of each. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  a: [
    'href',
    'id',
    'title',
    'className',
    'dataFootnoteRef',
    'dataFootnoteBackref',
    'dataNumber',
    'ariaDescribedBy',
    'ariaLabel',
  ],
  blockquote: [],
  br: [],
  code: ['className'],
  del: [],
  div: ['className', 'tabIndex', 'role', 'ariaLabel'],
  em: [],
  h2: ['id'],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  hr: [],
  li: ['className', 'id'],
  ol: ['className', 'start'],
  p: ['id'],
  pre: [],
  section: ['className', 'dataFootnotes'],
  span: ['title'],
  strong: [],
  sup: [],
  table: [],
  tbody: [],
  td: ['className'],
  th: ['className'],
  thead: [],
  tr: [],
  ul: ['className'],
};
const allowedClass =
  /^(?:align-(?:left|right|center)|contains-task-list|data-footnote-backref|footnotes|language-.*|mention|table-scroll|task-list-item)$/su;

/** Pieces of Markdown, of HTML that does something, and letters that are seldom written. */
const payload = fc.constantFrom(
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<style>*{display:none}</style>',
  '<a id="main" href="javascript:alert(1)">',
  '</div></main></body>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?php',
  '<math><mtext><table><mglyph><style>',
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt&colon;alert(1))',
  '[a](java\tscript:alert(1))',
  '[a](&#1;javascript:alert(1))',
  '[a](data:text/html,<script>)',
  '[a](vbscript:x "onclick=alert(1)")',
  '[a](//example.org/)',
  '[a](HTTPS://example.org/)',
  '![a](javascript:alert(1))',
  '![a](https://example.org/a.png)',
  '![a](data:image/svg+xml,<svg>)',
  '<javascript:alert(1)>',
  '<mailto:a@example.org>',
  '[a][b]',
  '\n\n[b]: javascript:alert(1)\n\n',
  '[^main]',
  '\n\n[^main]: a\n\n',
  '[^1-2]',
  '\n\n```"onload=x <b>\n',
  '\n\n| a | b |\n|:-:|--:|\n| c | d |\n\n',
  '&lt;script&gt;',
  '&#0;',
  '&#xD800;',
  '&amp;amp;',
);
const letter = fc.oneof(
  fc.constantFrom('\u0000', '\u0008', '\u000c', '\u001b', '\u007f', '\u0085', '\u00ad', '\ufeff', '\ufffe'),
  fc.constantFrom(
    '\u200b',
    '\u200d',
    '\u202e',
    '\u2066',
    '\u2069',
    '\u0301',
    '\ud83d',
    '\udc00',
    '\u{10ffff}',
  ),
);
const hostileMarkdown = fc
  .array(
    fc.oneof(awkwardMarkdown, payload, letter, fc.constantFrom('\n', '\n\n', ' ', '    ', '\n> ', '\n- ')),
    {
      maxLength: 12,
    },
  )
  .map((pieces) => pieces.join(''));

/** A tag as it is written, with all its attributes. */
const tag = /<[a-z](?:[^"<>]|"[^"]*")*>/g;

/** What a tree of Markdown says: the letters that readers see, without white space and notes. */
function readWords(tree: Root): string {
  const definitions = new Map<string, string>();
  collect(tree);
  return withoutSpace(wordsOf(tree));

  function collect(node: Nodes): void {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node.url);
    if ('children' in node) node.children.forEach(collect);
  }

  function wordsOf(node: Nodes): string {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code' || node.type === 'html')
      return node.value;
    if (node.type === 'image') return node.alt || node.url;
    if (node.type === 'imageReference') return node.alt || (definitions.get(node.identifier) ?? '');
    if (!('children' in node)) return '';
    const columns = node.type === 'table' ? node.children[0]?.children.length : undefined;
    const children: Nodes[] =
      node.type === 'table' ? node.children.flatMap((row) => row.children.slice(0, columns)) : node.children;
    return children.map(wordsOf).join('');
  }
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

function textOf(node: HtmlRoot | Element): string {
  return (node.children as HtmlRoot['children'])
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('');
}

function expectHarmless(html: string): void {
  for (const { tagName, properties } of listElements(readHtml(html))) {
    expect(Object.keys(allowed)).toContain(tagName);
    for (const [name, value] of Object.entries(properties)) {
      expect(allowed[tagName], tagName).toContain(name);
      if (name === 'className') for (const each of value as string[]) expect(each).toMatch(allowedClass);
      if (name !== 'href') continue;
      const { protocol } = new URL(String(value), 'https://archive.example/a/');
      expect(['http:', 'https:', 'mailto:']).toContain(protocol);
    }
  }
}

const tally = createTally();

/** Checks many texts, and counts what became of each. */
function checkAll(
  field: string,
  texts: fc.Arbitrary<string>,
  numRuns: number,
  check: (markdown: string) => void | Promise<void>,
): Promise<void> {
  const counted = async (markdown: string) => {
    try {
      await check(markdown);
    } catch (error) {
      tally.add(field, [String(error)]);
      throw error;
    }
    tally.add(field);
  };
  return fc.assert(fc.asyncProperty(texts, counted), { numRuns });
}

describe('hostile Markdown, as an article', { timeout: 1_800_000 }, () => {
  afterAll(() => {
    if (process.env.HOSTILE_REPORT !== undefined) tally.report('Generated Markdown');
  });

  test('becomes the elements, attributes and addresses that are allowed, and nothing else', () =>
    checkAll('Markdown: elements and addresses', hostileMarkdown, runs, (markdown) => {
      expectHarmless(renderArticle(markdown, awkwardRecords, 'en').html);
      expectHarmless(renderText(markdown));
    }));

  test('becomes HTML that is read as it was written', () =>
    checkAll('Markdown: tags as written', hostileMarkdown, runs, (markdown) => {
      const { html } = renderArticle(markdown, awkwardRecords, 'en');
      const elements = listElements(readHtml(html));
      expect(elements.length).toBe(html.match(tag)?.length ?? 0);
      const ids = elements.flatMap(({ properties }) => properties.id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
    }));

  test('becomes valid HTML', () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
    return checkAll('Markdown: valid HTML', hostileMarkdown, runs / 4, async (markdown) => {
      const { html } = renderArticle(markdown, awkwardRecords, 'en');
      const { results } = await validator.validateString(html);
      expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    });
  });

  test('says what the Markdown says', () => {
    const texts = hostileMarkdown.filter((markdown) => !/\[\^|\[[xX ]\]/.test(markdown));
    return checkAll('Markdown: letter for letter', texts, runs, (markdown) => {
      const shown = textOf(readHtml(renderArticle(markdown, awkwardRecords, 'en').html));
      expect(withoutSpace(shown)).toBe(readWords(markdownSyntax.parse(markdown)));
    });
  });
});
