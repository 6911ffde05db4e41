import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { en } from '../../../src/languages/en.ts';
import { createRenderer } from '../../../src/markdown/renderer.ts';
import { readHtml, listElements } from './read-html.ts';

const { renderArticle } = createRenderer((key) => `/${key}/`, en.text);
const render = (markdown: string) => renderArticle(markdown, [], 'en').html;

/** All ids that pages have of their own, as their sources say them. */
const pageIds = ['layouts', 'components', 'pages'].flatMap((folder) =>
  readdirSync(join('src', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.astro'))
    .flatMap((file) =>
      Array.from(readFileSync(join('src', folder, file), 'utf8').matchAll(/\bid="([^"]+)"/g)),
    )
    .map(([, id]) => id as string),
);

const labels = [
  ...pageIds,
  'label',
  'fn-1',
  'fnref-1',
  '1',
  '1-2',
  '2',
  '1-3',
  'p1',
  'footnote-label',
  '__proto__',
  'constructor',
  'toString',
  '',
  'É',
  '%C3%89',
  '%c3%89',
  '%25',
  '王毅',
  'ß',
  'ẞ',
  'SS',
  'İ',
  '😀',
  '"onclick=x',
  '&quot;',
  '<b>',
  'a'.repeat(999),
];

/** The ids that a rendered text has, and where its links within the page lead. */
function listIds(html: string): { ids: string[]; targets: string[]; described: string[] } {
  const elements = listElements(readHtml(html));
  const all = (name: string) =>
    elements.flatMap(({ properties }) => (properties[name] ?? []) as string | string[]);
  return {
    ids: all('id'),
    targets: all('href').flatMap((href) => (href.startsWith('#') ? href.slice(1) : [])),
    described: all('ariaDescribedBy'),
  };
}

/** Ids of our own making: of paragraphs, of notes and of their heading. */
const ownId = /^(?:p\d+|note-fn-\d+|note-fnref-\d+(?:-\d+)?|footnote-label)$/;

function expectOwnIds(html: string): void {
  const { ids, targets, described } = listIds(html);
  for (const id of ids) expect(id).toMatch(ownId);
  expect(new Set(ids).size, 'no id twice').toBe(ids.length);
  for (const target of [...targets, ...described]) expect(ids).toContain(target);
  for (const id of ids) expect(pageIds).not.toContain(id);
}

test('the ids of pages are found', () => {
  expect(pageIds).toEqual(
    expect.arrayContaining(['main', 'q', 'related', 'copy-citation', 'save-citation', 'results', 'status']),
  );
});

describe('notes', { timeout: 1_800_000 }, () => {
  test.for(labels)('labelled [^%s] have ids of our own', (label) => {
    expectOwnIds(render(`A.[^${label}] B.[^${label}] C.[^1]\n\n[^${label}]: First.\n\n[^1]: Second.\n`));
  });

  test.for([
    ['1 and 1-2', 'A[^1] b[^1-2] c[^1]\n\n[^1]: One.\n[^1-2]: Two.', ['One.', 'Two.', 'One.']],
    ['2 and 1', 'A[^2] b[^1]\n\n[^1]: One.\n[^2]: Two.', ['Two.', 'One.']],
    ['one in capitals', 'A[^a] b[^A]\n\n[^A]: One.\n', ['One.', 'One.']],
    ['one twice', 'A[^a]\n\n[^a]: One.\n[^a]: Two.', ['One.']],
    ['one that is not called', 'A[^a]\n\n[^1]: One.\n[^a]: Two.', ['Two.']],
    ['those of notes', 'A[^a]\n\n[^b]: One.\n[^a]: Two.[^b]', ['Two.', 'One.']],
  ] as const)('lead to what is meant: %s', ([, markdown, notes]) => {
    const elements = listElements(readHtml(render(markdown)));
    const byId = new Map(elements.map((element) => [element.properties.id, element]));
    const calls = elements.filter(({ properties }) => properties.dataFootnoteRef !== undefined);
    const texts = calls.map(({ properties }) => {
      const note = byId.get(String(properties.href).slice(1));
      const [, text] = /\s*(\w+\.)/.exec(textOf(note)) ?? [];
      return text;
    });
    expect(texts).toEqual(notes);
  });

  test('of any labels, called in any order, have ids of our own', () => {
    const label = fc.oneof(
      fc.constantFrom(...labels, '3', '4', '10'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    const call = label.map((name) => `a[^${name}]`);
    const note = fc
      .tuple(label, fc.array(call, { maxLength: 3 }))
      .map(([name, calls]) => `\n\n[^${name}]: ${calls.join(' ')} b\n\n`);
    const text = fc.array(fc.oneof(call, note, fc.constantFrom('\n\n- ', '\n\n> ', '\n\n# ', ' ')), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, (pieces) => expectOwnIds(render(pieces.join('')))),
      { numRuns: process.env.HOSTILE === 'all' ? 5000 : 300 },
    );
  });
});

test('headings, links, code and tables have no ids', () => {
  for (const id of pageIds) {
    const html = render(
      `# ${id}\n\n${id} {#${id}}\n===\n\n[a](${id} "${id}") <a id="${id}" name="${id}">\n\n\`\`\`${id}\nb\n\`\`\`\n\n|${id}|\n|-|\n\n[${id}]: b`,
    );
    for (const own of listIds(html).ids) expect(own).toMatch(ownId);
    expect(html).not.toMatch(/<[^>]* name=/);
  }
});

function textOf(node: ReturnType<typeof listElements>[number] | undefined): string {
  return (node?.children ?? [])
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('');
}
