import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';

import { renderMeta, type Meta } from '../../../../src/exports/sharing/render-meta.ts';

/** What a reader of names, and one of properties, finds. */
const readBy = (attribute: 'name' | 'property', html: string) =>
  [...parseHTML(`<head>${html}</head>`).document.querySelectorAll(`meta[${attribute}]`)].map((meta) => [
    meta.getAttribute(attribute),
    meta.getAttribute('content'),
  ]);

const names: Meta[] = [
  { name: 'citation_title', content: 'Fog & “more” "here" <b>' },
  { name: 'citation_language', content: 'en' },
  { name: 'dc.title', content: 'Fog & “more” "here" <b>' },
];
const properties: Meta[] = [
  { property: 'og:type', content: 'article' },
  { property: 'og:title', content: 'Fog & “more” "here" <b>' },
  { name: 'twitter:card', content: 'en' },
];

describe('renderMeta', () => {
  const html = renderMeta(names, properties);

  test('says everything to readers of names and to those of properties', () => {
    expect(readBy('name', html)).toEqual(
      [...names, properties[2]].map((meta) => [meta?.name, meta?.content]),
    );
    expect(Object.fromEntries(readBy('property', html))).toEqual({
      'og:type': 'article',
      'og:title': 'Fog & “more” "here" <b>',
    });
  });

  test('says what both read once', () => {
    expect(html.match(/<meta /g)).toHaveLength(5);
    expect(html).toContain('name="citation_title" property="og:title"');
  });
});
