import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';

import { runWarm } from '../../support/warm-commands.ts';
import { ingest, makeArchive, makeFolder, readFolder, writeFiles } from './run-ingest.ts';

const many = 100_000;
const nest = (open: string, close: string, times = many) => open.repeat(times) + close.repeat(times);
const channel = (items: string, doctype = '') =>
  `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`;
const item = (inner: string) => `<item><title>A</title>${inner}</item>`;
const page = (inner: string) => `<!doctype html><title>D</title><body><article>${inner}`;
const entry = (key: string) => `---\ntitle: A\n${key}\n---\n\nA text.\n`;
const attributes = Array.from({ length: many }, (_, index) => ` a${index}=""`).join('');
const lists = ['b', 'c', 'd', 'e'].map((name, index) => {
  const before = String.fromCodePoint(97 + index);
  return `${name}: &${name} [${Array(9).fill(`*${before}`).join()}]`;
});
const laughs = ['a: &a [x,x,x,x,x,x,x,x,x]', ...lists, 'title: *e'].join('\n');
const utf32 = Buffer.concat(
  [0xfeff, ...Buffer.from('Boats')].map((code) => Buffer.from([code & 255, code >> 8, 0, 0])),
);

/** Files that would take a program's memory, time or stack, with what is said of them. */
const files: Readonly<Record<string, [content: string | Uint8Array, said: string]>> = {
  'deep.rss': [channel(item(`<description>${nest('<b>', '</b>')}</description>`)), '100,003 elements'],
  'deep-escaped.rss': [
    channel(item(`<description>${'&lt;b&gt;'.repeat(14_000)}x</description>`)),
    'elements nested too deeply',
  ],
  'deep.alto.xml': [
    `<alto><Layout><Page>${nest('<ComposedBlock ID="a">', '</ComposedBlock>')}</Page></Layout></alto>`,
    'no text',
  ],
  'deep.page.xml': [
    `<PcGts><Page>${nest('<TextRegion id="a"><TextEquiv><Unicode>x</Unicode></TextEquiv>', '</TextRegion>', 25_000)}</Page></PcGts>`,
    'a text of 49,999 lines',
  ],
  'deep.mets.xml': [
    `<mets><structMap>${nest('<div TYPE="section">', '</div>')}</structMap></mets>`,
    'elements nested too deeply',
  ],
  'deep.hocr': [`<div class="ocr_page">${'<b>'.repeat(14_000)}<p class="ocr_par">x</p>`, 'nested too deeply'],
  'many.alto.xml': [`<alto>${'<a/>'.repeat(2_000_001)}</alto>`, 'more than 2,000,000 elements'],
  'bomb.alto.xml': [
    `<!DOCTYPE alto [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><alto>&b;</alto>`,
    'entity declarations',
  ],
  'deep.wxr': [
    channel(`${item(`<wp:x>${nest('<b>', '</b>')}</wp:x>`)}`).replace(
      '<channel>',
      '<channel xmlns:wp="http://wordpress.org/export/1.2/">',
    ),
    'elements nested too deeply',
  ],
  'deep.html': [page('<div>'.repeat(many)), '100,003 elements'],
  'deep-few.html': [page('<b>'.repeat(14_000)), 'elements nested too deeply'],
  'deep.json': [nest('[', ']'), 'JSON of another kind'],
  'deep-feed.json': [
    `{"version":"https://jsonfeed.org/version/1.1","items":${nest('[', ']')}}`,
    'no text in "content_html"',
  ],
  'deep.md': [entry(`tags: ${nest('[', ']', 40_000)}`), 'invalid YAML (maximum call stack'],
  'laughs.md': [
    entry(laughs.replace('title', 'byline')),
    'YAML that cannot be resolved (excessive alias count',
  ],
  'tag.md': [entry("byline: !!js/function 'function(){}'"), 'unresolved tag'],
  'many.html': [page(`<p${attributes}>x</p>`), 'a tag with more than 1,000 attributes'],
  'many.rss': [channel(`<item${attributes}></item>`), 'a tag with more than 1,000 attributes'],
  'long.html': [
    page(`<${'x'.repeat(1e6)}>`),
    'a tag with more than 1,000 attributes, or with a name of more than 1,000 characters',
  ],
  'long.rss': [
    channel(item(`<description>${'x'.repeat(4e6)}</description>`)),
    'a text of 4,000,000 characters',
  ],
  'long.csv': [`title,text\n"${'x'.repeat(4e6)}","y"\n`, 'a title of 4,000,000 characters'],
  'long.md': [entry(`summary: ${'x'.repeat(4e6)}`), 'frontmatter of 4,0'],
  'rows.txt': ['|a|b|\n'.repeat(19_000), '19,000 table rows without a table'],
  'quotations.html': [page(`${'<blockquote>'.repeat(100)}x`), 'nested 100 deep'],
  'addresses.txt': ['a.b@c.d '.repeat(40_000), '40,000 addresses'],
  'entity.rss': [
    channel(item('<description>&a;&a;</description>'), `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(9e4)}">]>`),
    'XML without an element',
  ],
  'parameter.rss': [
    channel(item(''), '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>'),
    'entity declarations',
  ],
  'packed.txt.gz': [gzipSync('The boats are in.'), 'a compressed file (gzip)'],
  'utf-32.txt': [utf32, 'the control character U+0000'],
};

test('files that are too deep or too much are refused, each with its reason, and the run goes on', async () => {
  const folder = await makeFolder();
  await writeFiles(
    folder,
    Object.fromEntries(Object.entries(files).map(([name, [content]]) => [name, content])),
  );
  await writeFile(join(folder, 'sparse.txt'), 'The boats are in.\n');
  await truncate(join(folder, 'sparse.txt'), 5e9);
  await writeFile(join(folder, 'taken.txt'), 'The boats are in.\n');
  const root = await makeArchive();
  const { code, stdout, stderr } = await ingest(root, ['--json', folder]);
  expect([code, stderr]).toEqual([1, expect.not.stringMatching(/\n {4}at /)]);
  const { failures } = JSON.parse(stdout) as {
    failures: { origin: { file: string }; found: string; expected: string; fix: string }[];
  };
  const told = new Map(
    failures.map(({ origin, found }) => [origin.file.slice(folder.length + 1), found] as const),
  );
  const said = Object.fromEntries(Object.entries(files).map(([name, [, words]]) => [name, words]));
  for (const [name, words] of Object.entries({ ...said, 'sparse.txt': 'a text of 5,000,000,000 bytes' }))
    expect(told.get(name), name).toContain(words);
  for (const { expected, fix } of failures) expect([expected, fix]).not.toContain('');
  expect([...(await readFolder(root)).keys()]).toEqual([
    'articles/undated/the-boats-are-in.md',
    'site.yaml',
    'sources/undated/the-boats-are-in.txt',
  ]);
});

test('records that are too deep are told of by the check', async () => {
  const record = (topics: string) =>
    `---\ntitle: A\ndate: 2020\npeople: []\nplaces: []\ntopics: ${topics}\n---\n\nA text.\n`;
  const root = await makeArchive({
    'articles/2020/a.md': record(nest('[', ']')),
    'articles/2020/b.md': record(
      `\n${Array.from({ length: 5000 }, (_, index) => ' '.repeat(index + 1)).join('- \n')}`,
    ),
    'articles/2020/c.md': record('[]').replace('title: A', laughs),
  });
  const { code, stdout, stderr } = await runWarm('check', root, []);
  expect([code, stdout + stderr]).toEqual([1, expect.not.stringMatching(/\n {4}at /)]);
  const told = (stdout + stderr).match(/[abc]\.md(?=:\d+:\d+: found )/g);
  expect([...new Set(told)]).toEqual(['a.md', 'b.md', 'c.md']);
});

test('nothing that a file names is read, neither from this machine nor from elsewhere', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const folder = await makeFolder();
  await writeFiles(folder, {
    'dtd.rss': channel(item('<description>One boat.</description>'), `<!DOCTYPE rss SYSTEM "${own}/dtd">`),
    'style.rss': channel(item('<description>Two boats.</description>')).replace(
      '?>',
      `?><?xml-stylesheet href="${own}/style" type="text/xsl"?>`,
    ),
    'include.rss': channel(
      item(
        `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/><description>Three boats.</description>`,
      ),
    ),
    'page.html': page(
      `<base href="${own}/"><link rel="stylesheet" href="a.css"><script src="a.js"></script><img src="a.png"><iframe src="a"></iframe><p>Four boats.</p>`,
    ),
    'context.html': page(
      `<script type="application/ld+json">{"@context":"${own}/context","@type":"NewsArticle","headline":"Five"}</script><p>Five boats.</p>`,
    ),
  });
  await mkdir(join(folder, 'empty'));
  const root = await makeArchive();
  const { code, stdout } = await ingest(root, [folder]);
  expect([code, stdout]).toEqual([0, expect.stringContaining('5 articles written')]);
  expect(asked).toEqual([]);
  const entries = await readdir(join(root, 'articles'), { recursive: true });
  expect(entries.filter((name) => name.endsWith('.md'))).toHaveLength(5);
});
