import type { Nodes } from 'mdast';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { markdownSyntax } from '../../../../src/markdown/syntax.ts';
import { createBlockReader } from '../../../../src/records/check/markdown-blocks.ts';

/** What a text holds: by its kinds, the depth of its containers, and the most brackets in one of its blocks. */
type Counts = Record<string, number>;

function estimate(markdown: string): Counts {
  const counts: Counts = { deepest: 0, 'brackets in a block': 0 };
  const reader = createBlockReader({
    count: (kind, number) => (counts[kind] = (counts[kind] ?? 0) + number),
    reach: (depth) => (counts.deepest = Math.max(counts.deepest ?? 0, depth)),
    close: ({ signs }) =>
      (counts['brackets in a block'] = Math.max(counts['brackets in a block'] ?? 0, signs)),
  });
  let from = 0;
  for (const line of markdown.split('\n')) {
    reader.readLine(markdown, from, from + line.length);
    from += line.length + 1;
  }
  reader.end(markdown.length);
  return counts;
}

/** The same, of the tree that the text is parsed to. */
function parse(markdown: string): Counts {
  const counts: Counts = { deepest: 0, 'brackets in a block': 0 };
  visit(markdownSyntax.parse(markdown), 0);
  return counts;

  function visit(node: Nodes, depth: number): void {
    const { start, end } = node.position ?? {};
    const source = markdown.slice(start?.offset, end?.offset);
    const kind = kinds[node.type];
    if (kind) counts[kind] = (counts[kind] ?? 0) + 1;
    if (node.type === 'heading' && !source.startsWith('#'))
      counts['underlined headings'] = (counts['underlined headings'] ?? 0) + 1;
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      // What is in the place of an underlined heading may begin with definitions.
      const words = markdown.slice(node.children[0]?.position?.start.offset ?? end?.offset, end?.offset);
      const brackets = words.match(/[[\]]/g)?.length ?? 0;
      counts['brackets in a block'] = Math.max(counts['brackets in a block'] ?? 0, brackets);
    }
    const isContainer = ['blockquote', 'listItem', 'footnoteDefinition'].includes(node.type);
    const inner = isContainer ? depth + 1 : depth;
    counts.deepest = Math.max(counts.deepest ?? 0, inner);
    if ('children' in node) for (const child of node.children) visit(child, inner);
  }
}

const kinds: Readonly<Record<string, string>> = {
  listItem: 'list items',
  blockquote: 'quotations',
  footnoteDefinition: 'notes',
  table: 'tables',
  tableCell: 'table cells',
};

const beginnings = [
  '',
  '',
  ' ',
  '  ',
  '   ',
  '    ',
  '      ',
  '\t',
  '> ',
  '>',
  '- ',
  '-    ',
  '-     ',
  '* ',
  '+ ',
  '1. ',
  '2. ',
  '7) ',
  '-\t',
  '[^a]: ',
  '[^b]:',
  '# ',
  '[a]: ',
];
const rests = ['[a', '[', 'b', '', '-', '+', '1.', '===', '---', '|a|b|', '|-|-|', ':-', '[a|', '|', '* * *'];
const rest = [
  ...rests,
  '\u00a0',
  '\f',
  '```',
  '<div>',
  '<!--',
  '[a]: b',
  '[a]: b "c"',
  '[a]: b "c',
  '\\|[',
  '[^a]',
];
const line = fc
  .tuple(fc.array(fc.constantFrom(...beginnings), { maxLength: 3 }), fc.constantFrom(...rest))
  .map(([signs, words]) => signs.join('') + words);

describe('createBlockReader', { timeout: 1_800_000 }, () => {
  test('never counts less than a text holds', () => {
    const runs = process.env.HOSTILE === 'all' ? 100_000 : 3000;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const markdown = lines.join('\n');
        const estimated = estimate(markdown);
        for (const [kind, number] of Object.entries(parse(markdown)))
          expect(estimated[kind] ?? 0, kind).toBeGreaterThanOrEqual(number);
      }),
      { numRuns: runs },
    );
  });

  test('counts no more where blocks are plain to see', () => {
    const markdown = [
      'A [b](c) d.\n[e](f)',
      '- [a](b)\n- [a](b)\n- [a](b)',
      '1. [a](b)\n2. [a](b)',
      '| [a](b) | c |\n|---|---|\n| [a](b) | c |\n| [a](b) | c |',
      '[a]: https://example.org/a_b_c_d\n[b]: https://example.org/a_b_c_d\n[c]: https://example.org/a_b_c_d "e"',
      '[^1]: [a](b)\n[^2]: [a](b)\n[^3]: [a](b)',
      '# [a](b)\n## [a](b)\n> - c',
    ].join('\n\n');
    const counts = estimate(markdown);
    expect(counts['brackets in a block']).toBe(5);
    expect(counts.deepest).toBe(2);
    expect(counts['list items']).toBe(6);
    expect(counts['table cells']).toBe(6);
  });
});
