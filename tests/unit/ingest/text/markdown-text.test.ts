import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';

import { en } from '../../../../src/languages/en.ts';
import { renderPlainText } from '../../../../src/ingest/text/markdown-text.ts';
import { createRenderer } from '../../../../src/markdown/renderer.ts';

const { renderText } = createRenderer((key) => key, en.text);

/** What the archive's own pipeline shows of a Markdown text: the words of its paragraphs, and all else that is there. */
function show(markdown: string): { paragraphs: string[]; others: string[] } {
  const { document } = parseHTML(`<!doctype html><html><body>${renderText(markdown)}</body></html>`);
  const children = [...document.body.children];
  return {
    paragraphs: children.map((element) => element.textContent ?? ''),
    others: [...document.body.querySelectorAll('*')]
      .map(({ localName }) => localName)
      .filter((name) => name !== 'p'),
  };
}

/** A text's paragraphs, as a reader sees them: white space at the ends of lines is invisible. */
function paragraphsOf(text: string): string[] {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim());
  return lines
    .join('\n')
    .split(/\n{2,}/)
    .map((part) => part.replace(/^\n+|\n+$/g, ''))
    .filter((part) => part !== '');
}

describe('renderPlainText', () => {
  test.for([
    '# Not a heading\n===\n---\n***',
    '1. not a list\n2) nor this\n- nor this\n+ nor\n* nor',
    '*not* _emphasis_ **nor** __this__ ~~nor~~ snake_case 2*3*4',
    '<b>not HTML</b> <!-- nor --> <script>alert(1)</script> &amp; &#35; &copy;',
    '[not](a link) ![nor](an image) [nor]: https://example.org [^1] [^1]: nor',
    'https://example.org www.example.org a.b@example.org mailto:a@example.org <https://example.org>',
    '`not code` ```\nnor\n``` ~~~\nnor\n~~~',
    '    not code\n\tnor',
    '> not a quotation\n>> nor',
    '| a | b |\n| - | - |\n| 1 | 2 |',
    'a\\\nb  \nc \\* \\\\',
    '- [ ] not a task\n- [x] nor',
    'Термин #1: 「港」* ؛ *مرحبا* 🚢_x_',
    'One.\r\n\r\nTwo.\rThree.\n \t \nFour.',
  ])('keeps every letter, and makes nothing live, of %j', (text) => {
    const shown = show(renderPlainText(text));
    expect(shown.others).toEqual([]);
    expect(shown.paragraphs).toEqual(paragraphsOf(text));
  });

  test.for([
    ['word '.repeat(250_000), '1,250,000 characters'],
    ['- a\n'.repeat(20_001), '20,002 lines'],
  ])('refuses what is longer than one article', ([text = '', found]) => {
    expect(() => renderPlainText(text)).toThrow(`a text of ${found}`);
  });

  test('keeps every letter of any text', () => {
    const signs = fc.constantFrom(
      ...'*_`~#<>[]()!|\\&:;.-+=1a ￼\n\t@/wph\'"{}$^·é港🚢'.match(/./gsu)!,
      'www.',
      'http://',
      '\n\n',
      '&amp;',
      '    ',
    );
    fc.assert(
      fc.property(
        fc.array(signs, { maxLength: 40 }).map((each) => each.join('')),
        (text) => {
          const shown = show(renderPlainText(text));
          expect(shown.others).toEqual([]);
          expect(shown.paragraphs).toEqual(paragraphsOf(text));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
