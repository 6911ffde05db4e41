import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, onTestFinished, test } from 'vitest';

import { en } from '../../../src/languages/en.ts';
import type { Findings } from '../../../src/markdown/mentions.ts';
import { createRenderer } from '../../../src/markdown/renderer.ts';
import { createArticleContexts, createJob, renderJob } from '../../../src/markdown/render-job.ts';
import { normalizeName } from '../../../src/records/normalize-name.ts';
import { readArchive } from '../../../src/records/read/read-archive.ts';
import { generateCorpus } from '../../bench/corpus.ts';
import { awkwardMarkdown, awkwardRecords as records } from './awkward-markdown.ts';

const { renderArticle } = createRenderer((key) => `/${key}/`, en.text);
const parse = (html: string) => parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;

/** What an article itself says: its text without the archive's notes and the numbers that lead to them. */
function plainText(html: string): string {
  const body = parse(html);
  for (const note of body.querySelectorAll('section[data-footnotes], sup:has(> a[data-footnote-ref])'))
    note.remove();
  return body.textContent ?? '';
}

function expectExact(
  html: string,
  findings: Findings,
  namesOf: (key: string) => readonly string[] | undefined,
) {
  const text = plainText(html);
  expect(text).toContain(findings.firstSentence);
  for (const [key, { text: sentence, start, end }] of Object.entries(findings.evidence)) {
    expect(text).toContain(sentence);
    expect(namesOf(key)?.map(normalizeName)).toContain(normalizeName(sentence.slice(start, end)));
  }
}

test('all evidence in a generated archive is an exact part of its article and holds the name', async () => {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'dateline-corpus-')));
  onTestFinished(() => rm(root, { recursive: true }));
  await generateCorpus(root, { articles: 300 });
  const { content } = await readArchive(root);
  if (!content) throw new Error('The generated archive is not right.');
  const contextOf = createArticleContexts(content, (key) => `/${key}/`);
  const names = new Map(
    (['people', 'places', 'organizations'] as const).flatMap((vocabulary) =>
      content.vocabularies[vocabulary].map(({ id, data }) => [
        `${vocabulary}/${id}`,
        [data.name, ...data.variants],
      ]),
    ),
  );
  let seen = 0;
  for (const article of content.articles) {
    const { html, ...findings } = renderJob(createJob(article, contextOf(article))) as {
      html: string;
    } & Findings;
    expect(findings.firstSentence).not.toBe('');
    expectExact(html, findings, (key) => names.get(key));
    seen += Object.keys(findings.evidence).length;
  }
  expect(seen).toBeGreaterThan(content.articles.length);
});

const language = fc.constantFrom('en', 'de', 'fr', 'ru', 'ar', 'ja', 'zh-Hant', 'ka', 'sr-Latn');

describe('a hard break', () => {
  const evidenceOf = (markdown: string) => {
    const { html, evidence } = renderArticle(markdown, records, 'en');
    expect(plainText(html)).toContain(evidence['people/ada-lind']?.text);
    return evidence['people/ada-lind']?.text;
  };

  test('ends the evidence, so that a verse stands by itself', () => {
    expect(evidenceOf('The sea was grey\\\nAda Lind stood by\\\nThe sky was low')).toBe('Ada Lind stood by');
    expect(evidenceOf('Berg 3  \nAda Lind 2  \nHolm 1')).toBe('Ada Lind 2');
  });

  test('does not end it where the sentence goes on', () => {
    expect(evidenceOf('The sea was grey,\\\nAda Lind\\\nstood by.')).toBe(
      'The sea was grey,\nAda Lind\nstood by.',
    );
  });

  test('within a name parts nothing', () => {
    expect(evidenceOf('So said Ada\\\nLind. It rained.')).toBe('So said Ada\nLind.');
  });
});

test('what stands between two texts of a list item parts its evidence', () => {
  const { evidence } = renderArticle('- Ada Lind\n  # Port\n  left.', records, 'en');
  expect(evidence['people/ada-lind']?.text).toBe('Ada Lind');
});

describe('any text', () => {
  test('gives evidence that is an exact part of it and holds the name', () => {
    fc.assert(
      fc.property(awkwardMarkdown, language, (markdown, tag) => {
        const { html, ...findings } = renderArticle(markdown, records, tag);
        expectExact(html, findings, (key) => records.find((record) => record.key === key)?.names);
      }),
      { numRuns: 1000 },
    );
  });

  test('gives evidence also of names that are as awkward', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
      .filter((text) => text.trim() === text);
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), awkwardMarkdown, (names, markdown) => {
        const text = `${markdown} ${names.join(' ')} ${markdown}`;
        const { html, ...findings } = renderArticle(text, [{ key: 'any', names, hyphenJoins: false }], 'en');
        expectExact(html, findings, () => names);
      }),
      { numRuns: 500 },
    );
  });

  test('becomes no other HTML than that of Markdown', () => {
    const allowed =
      /^(?:a|blockquote|br|code|del|div|em|h[2-6]|hr|li|ol|p|pre|section|span|strong|sup|table|tbody|td|th|thead|tr|ul)$/;
    fc.assert(
      fc.property(awkwardMarkdown, (markdown) => {
        const { html } = renderArticle(markdown, records, 'en');
        for (const element of parse(html).querySelectorAll('*')) {
          expect(element.localName).toMatch(allowed);
          for (const { name } of element.attributes) expect(name).not.toMatch(/^(?:on|style$|src$)/);
          expect(element.getAttribute('href') ?? '').toMatch(/^(?:(?:https?|mailto):|[^:]*(?:$|[/?#]))/i);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
