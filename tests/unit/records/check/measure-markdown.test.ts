import type { Nodes } from 'mdast';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { markdownSyntax } from '../../../../src/markdown/syntax.ts';
import { measureMarkdown } from '../../../../src/records/check/markdown-limits.ts';

/** What a text holds, by its kinds, and how deep its containers are nested. */
type Counts = Record<string, number>;

function measure(markdown: string): Counts {
  const { constructs, depth } = measureMarkdown(markdown, 0);
  const counts = [...constructs].map(([construct, { count }]) => [construct, count] as const);
  return { ...Object.fromEntries(counts), deepest: depth.count };
}

/** The same, of the tree that the text is parsed to. */
function parse(markdown: string): Counts {
  const counts: Counts = { deepest: 0 };
  visit(markdownSyntax.parse(markdown), 0);
  return counts;

  function visit(node: Nodes, depth: number): void {
    const { start, end } = node.position ?? {};
    const source = markdown.slice(start?.offset, end?.offset);
    const kind = kinds[node.type];
    if (kind) counts[kind] = (counts[kind] ?? 0) + 1;
    if (node.type === 'heading' && !source.startsWith('#'))
      counts['underlined headings'] = (counts['underlined headings'] ?? 0) + 1;
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

describe('measureMarkdown', { timeout: 1_800_000 }, () => {
  test('never counts less than a text holds', () => {
    const runs = process.env.HOSTILE === 'all' ? 100_000 : 3000;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const markdown = lines.join('\n');
        const measured = measure(markdown);
        for (const [kind, number] of Object.entries(parse(markdown)))
          expect(measured[kind] ?? 0, kind).toBeGreaterThanOrEqual(number);
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
    const { marks } = measureMarkdown(markdown, 0);
    const counts = measure(markdown);
    expect(marks.count).toBe(5);
    expect(counts.deepest).toBe(2);
    expect(counts['list items']).toBe(6);
    expect(counts['table cells']).toBe(6);
  });
});
