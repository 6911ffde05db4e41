import { expect, test, describe } from 'vitest';

import { en } from '../../../../src/languages/en.ts';
import { createRenderer } from '../../../../src/markdown/renderer.ts';
import { renderArticle, type EntryData } from '../../../../src/ingest/write/render-entry.ts';

const { renderText } = createRenderer((key) => key, en.text);

const data: EntryData = {
  title: 'Fog',
  titleSupplied: false,
  byline: [],
  language: undefined,
  tags: { people: [], places: [], organizations: [], topics: [], publications: [] },
  source: { file: 'undated/fog.md', sha256: '0'.repeat(64), received: '2024-05-02' },
};

describe('renderArticle', () => {
  test('keeps the indentation that the text begins with: it makes code of what else were live', () => {
    const entry = renderArticle(data, '\n \r\n    *a* <b>c</b>\n\nThe fog.\n\n');
    const [, , body = ''] = entry.split(/^---\n/m);
    expect(body).toBe('\n    *a* <b>c</b>\n\nThe fog.\n');
    expect(renderText(body)).toContain('<code>*a* &#x3C;b>c&#x3C;/b>');
  });
});
