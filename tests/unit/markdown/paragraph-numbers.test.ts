import { describe, expect, test } from 'vitest';

import { en } from '../../../src/languages/en.ts';
import { withoutParagraphNumbers } from '../../../src/markdown/paragraph-numbers.ts';
import { createRenderer } from '../../../src/markdown/renderer.ts';

const { renderArticle, renderText } = createRenderer((key) => `/${key}/`, en.text);
const numbered = (markdown: string) =>
  Array.from(
    renderArticle(markdown, [], 'en').html.matchAll(/<p id="(p\d+)">.*?<\/a>([^<]*)/g),
    ([, id, text]) => [id, text],
  );

describe('numberParagraphs', () => {
  test('numbers paragraphs in their order, those of quotations too', () => {
    expect(numbered('One.\n\n> Two.\n\nThree.')).toEqual([
      ['p1', 'One.'],
      ['p2', 'Two.'],
      ['p3', 'Three.'],
    ]);
  });

  test('passes over lists, tables, headings and editor’s notes', () => {
    const markdown = '# Head\n\n- one\n\n- two\n\n| a |\n|---|\n| b |\n\nText.[^1]\n\n[^1]: A note.';
    expect(numbered(markdown)).toEqual([['p1', 'Text.']]);
  });

  test('adds no letter to the text', () => {
    const { html } = renderArticle('One.\n\nTwo.', [], 'en');
    expect(html.replace(/<[^>]+>/g, '')).toBe('One.\nTwo.');
    expect(html).toContain('<a href="#p2" aria-label="Paragraph 2"></a>Two.');
  });

  test('leaves the archive’s own words alone', () => {
    expect(renderText('One.')).toBe('<p>One.</p>');
  });

  test('is taken back for feeds, and nothing else is', () => {
    const markdown =
      'One, [as said](#p1).\n\n> `<p id="p1"><a href="#p1" aria-label="x"></a>`\n\n- Item.\n\nText.[^1]\n\n[^1]: A note.';
    const { html } = renderArticle(markdown, [], 'en');
    const without = withoutParagraphNumbers(html);
    expect(without).not.toMatch(/<a [^>]*><\/a>|<p id/);
    expect(without.length).toBe(
      html.length - 3 * '<a href="#p1" aria-label="Paragraph 1"></a> id="p1"'.length,
    );
    expect(without.replace(/<[^>]+>/g, '')).toBe(html.replace(/<[^>]+>/g, ''));
  });
});
