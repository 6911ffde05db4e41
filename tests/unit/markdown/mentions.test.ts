import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';

import { en } from '../../../src/languages/en.ts';
import { normalizeName } from '../../../src/records/normalize-name.ts';
import type { NamedRecord } from '../../../src/markdown/name-finder.ts';
import { createRenderer } from '../../../src/markdown/renderer.ts';

const fixtures = new URL('../../fixtures/mentions/', import.meta.url);
const renderer = createRenderer((key) => `/archive/${key}/`, en.text);
const adaLind: NamedRecord = { key: 'people/ada-lind', names: ['Ada Lind'], hyphenJoins: true };

/** Names of a fixture folder: `names.json`. */
interface Names {
  language: string;
  records: NamedRecord[];
}

describe('linkMentions, by fixture folder', () => {
  test.for(readdirSync(fixtures).sort())('%s', async (name) => {
    const read = (file: string) => readFile(new URL(`${name}/${file}`, fixtures), 'utf8');
    const { language, records } = JSON.parse(await read('names.json')) as Names;
    const { html, ...findings } = renderer.renderArticle(await read('input.md'), records, language);
    // The numbers of paragraphs have tests of their own.
    const text = html.replace(/ id="p\d+"|<a href="#p\d+" aria-label="[^"]*"><\/a>/g, '');
    expect(`${text}\n`).toBe(await read('expected.html'));
    expect(findings).toEqual(JSON.parse(await read('expected.json')));
  });

  test.for(readdirSync(fixtures).sort())('%s: each evidence holds the name at its place', async (name) => {
    const read = (file: string) => readFile(new URL(`${name}/${file}`, fixtures), 'utf8');
    const { language, records } = JSON.parse(await read('names.json')) as Names;
    const { evidence } = renderer.renderArticle(await read('input.md'), records, language);
    const plain = (text: string) => normalizeName(text).toUpperCase();
    for (const [key, { text, start, end }] of Object.entries(evidence)) {
      const names = records.find((record) => record.key === key)?.names.map(plain);
      expect(names).toContain(plain(text.slice(start, end)));
    }
  });
});

describe('linkMentions', () => {
  test('finds a name across a line break of a file with CRLF', () => {
    const { html, evidence } = renderer.renderArticle('Then Ada\r\nLind came.\r\n', [adaLind], 'en');
    expect(html).toContain('<a href="/archive/people/ada-lind/" class="mention">Ada\r\nLind</a>');
    expect(evidence).toHaveProperty(['people/ada-lind', 'start'], 5);
  });

  test('forgets one article before the next', () => {
    const [first, second] = ['Ada Lind came.', 'Ada Lind left.'].map((text) =>
      renderer.renderArticle(text, [adaLind], 'en'),
    );
    expect(first?.evidence['people/ada-lind']?.text).toBe('Ada Lind came.');
    expect(second?.evidence['people/ada-lind']?.text).toBe('Ada Lind left.');
    expect(second?.html).toContain('class="mention"');
  });
});
