import { describe, expect, test } from 'vitest';

import { maxDepth, maxMarks } from '../../../../src/records/check/markdown-limits.ts';
import { readMarkdownRecord } from '../../../../src/records/read/read-record.ts';
import { aboutSchema } from '../../../../src/records/schemas/schemas.ts';

const frontmatter = '---\ntitle: About\n---\n\n';

function check(markdown: string): string[] {
  const bytes = new TextEncoder().encode(frontmatter + markdown);
  return readMarkdownRecord(bytes, aboutSchema).problems.map(
    ({ line, column, found, expected, fix }) => `${line}:${column}: ${found}; ${expected}. ${fix}`,
  );
}

const sentence = 'The *ferry* left [Norhaven](https://example.org/norhaven) at noon, `on time`, she said. ';

const words = 'Nobody on the quay could say where she had been all these years, or why. ';

describe('a record’s Markdown is refused, with its position', () => {
  test('when quotations and lists lie too deep', () => {
    expect(check(`Text.\n\n${'> '.repeat(maxDepth + 1)}a\n`)).toEqual([
      '7:1: quotations and lists nested 33 deep; at most 32. Remove the characters that begin the line (>, -, *, 1.), or put a backslash before the first of them.',
    ]);
    const nested = Array.from({ length: 40 }, (_, depth) => `${'  '.repeat(depth)}- a`);
    expect(check(nested.join('\n'))[0]).toMatch(/^37:1: quotations and lists nested 40 deep/);
  });

  test('when a paragraph is full of characters of Markdown', () => {
    expect(check(`Text.\n\nOf *\n${'*a '.repeat(maxMarks + 1)}`)).toEqual([
      expect.stringMatching(
        /^7:1: a paragraph with 1,00[12] characters of Markdown; at most 1,000, and fewer/,
      ),
    ]);
  });

  test('when it holds too much of what takes long', () => {
    expect(check(`Text.\n\n${'- a\n'.repeat(50_000)}`)).toEqual([
      expect.stringMatching(/^7:1: 50,000 list items; at most 10,000 in one text\. Split/),
    ]);
  });

  test('with all that is wrong with it at once', () => {
    const bytes = new TextEncoder().encode(`---\nname: a\n---\n${'['.repeat(2000)}\n\n${'>'.repeat(50)}a\n`);
    const { problems, data } = readMarkdownRecord(bytes, aboutSchema);
    expect(problems.map(({ line }) => line).sort((a, b) => a - b)).toEqual([2, 2, 4, 6]);
    expect(data).toBeUndefined();
  });
});

describe('a record’s Markdown is accepted', () => {
  test.for([
    ['5 MB of paragraphs with links and emphasis', `${sentence}${words.repeat(5)}\n\n`.repeat(9000)],
    ['5 MB of lines of 80 characters', `${'word '.repeat(16)}\n`.repeat(62_000)],
    [
      'a table of 3,000 rows and 8 columns',
      `|${'a|'.repeat(8)}\n|${'-|'.repeat(8)}\n${`|${'[b](c)|'.repeat(8)}\n`.repeat(3000)}`.replaceAll(
        '[b](c)',
        '1,200',
      ),
    ],
    ['a list of 2,000 links', '- [a](https://example.org/a_b_c)\n'.repeat(2000)],
    [
      'a numbered list of 2,000 links',
      Array.from({ length: 2000 }, (_, index) => `${index + 1}. [a](b)`).join('\n'),
    ],
    [
      '500 notes',
      Array.from({ length: 500 }, (_, index) => `a[^${index}]\n\n[^${index}]: b_c_d [e](f)\n`).join('\n'),
    ],
    [
      '400 definitions',
      Array.from({ length: 400 }, (_, index) => `[${index}]: https://example.org/a_b_c_d\n`).join(''),
    ],
    [
      'rules of signs',
      `Name: ${'_'.repeat(2000)}\n\n${'* '.repeat(20)}\n\n${'-'.repeat(2000)}\n\n${'~'.repeat(2000)}`,
    ],
    ['500 TeX quotations in one paragraph', "``So it is'', she said. ".repeat(480)],
    ['a thousand quoted lines', '> He said so.\n'.repeat(1000)],
  ] as const)('of %s', ([, markdown]) => {
    expect(check(markdown)).toEqual([]);
  });
});
