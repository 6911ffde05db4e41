import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';

import { change, makeContent, record } from '../support/content-folder.ts';
import { readPages, textOf } from '../support/read-site.ts';
import { bytesOf, illustrated, makeJpeg, makePicture, sumOf } from '../support/pictures.ts';
import { runWarm } from '../support/warm-commands.ts';
import { fixtures } from '../support/site-fixtures.ts';
import { makeFolder } from '../support/temporary-folder.ts';

const { dist, base } = fixtures.pictures;
const page = await readFile(join(dist, illustrated, 'index.html'), 'utf8');
const { document } = parseHTML(page);
const sizeOf = async (href: string) => (await stat(join(dist, href.replace(base, '')))).size;

describe('an article with pictures', () => {
  test('shows each where it belongs, with caption and credit', () => {
    const figures = [...document.querySelectorAll('.text figure')].map((figure) =>
      figure.textContent?.trim(),
    );
    expect(figures).toEqual([
      'Harbour master Ada Lind and the pilot Gudrun at the quay. Photo: Nils Sund/Evening Post',
      'The mast of the ferry.',
      'Eva Berg',
      '',
    ]);
    expect(document.querySelectorAll('.text .gallery figure')).toHaveLength(2);
  });

  test('has every size that it names', async () => {
    const named = Array.from(page.matchAll(new RegExp(`${base}media/[^"\\s]+`, 'g')), ([href]) => href);
    expect(named.length).toBeGreaterThan(10);
    for (const href of named) expect(await sizeOf(href), href).toBeGreaterThan(0);
  });

  test('is small: HTML and CSS in one round trip, a photo on a phone of 390 px and two pixels to the point in 80 KB', async () => {
    const styles = [...document.querySelectorAll('link[rel=stylesheet]')].map(
      (link) => link.getAttribute('href') ?? '',
    );
    expect(styles).toHaveLength(1);
    const files = await Promise.all(styles.map((href) => readFile(join(dist, href.replace(base, '')))));
    const bytes = [Buffer.from(page), ...files].map((file) => gzipSync(file, { level: 9 }).length);
    expect(bytes.reduce((a, b) => a + b)).toBeLessThanOrEqual(14 * 1024);
    const [smallest = ''] = (document.querySelector('source')?.getAttribute('srcset') ?? '').split(' ');
    expect(smallest).toContain('-720.webp');
    expect(await sizeOf(smallest)).toBeLessThanOrEqual(80 * 1024);
  });

  test('has the words of its printed page at a lasting address, and other pages name none', async () => {
    const href = document.querySelector('.printed-page')?.getAttribute('data-words') ?? '';
    expect(href).toMatch(new RegExp(`^${base}media/[0-9a-f]{16}-words\\.txt$`));
    const published = await readFile(join(dist, href.replace(base, '')), 'utf8');
    expect(published).toContain('\nhar-bour\t2500 1400 800 200\t600 1800 900 200\n');
    const issues = await readPages(fixtures.issues.dist, fixtures.issues.base);
    expect(issues.filter(({ html }) => html.includes('data-words'))).toEqual([]);
  });

  test('is searched by its captions, which are evidence as captions only', async () => {
    const person = await readFile(join(dist, 'people/ada-lind/index.html'), 'utf8');
    expect(textOf(parseHTML(person).document.querySelector('.article-list'))).toContain(
      'In a caption: Harbour master Ada Lind and the pilot Gudrun at the quay.',
    );
  });
});

test('pages without pictures do not load their styles, and name none', async () => {
  const other = await readFile(join(dist, 'articles/2021/05/04/harbour-reopens/index.html'), 'utf8');
  expect(other).not.toMatch(/pictures\.|figure|media\//);
});

const ferry = 'articles/2021/05/04/ferry.md';
const lines = (bytes: Uint8Array, more: string[] = []) =>
  record(
    ...['title: A ferry', 'date: 2021-05-04', 'people: []', 'places: []', 'topics: []', ...more],
    ...['pictures:', '  - file: a b.jpg', `    sha256: ${sumOf(bytes)}`, '    alt: A ferry'],
  );

/** Builds. @returns what the command said */
async function build(root: string, out: string, ...options: string[]): Promise<string> {
  const { code, stderr } = await runWarm('build', root, ['--out-dir', out, ...options]);
  expect(stderr).not.toMatch(/^\s+at /m);
  return `${code}\n${stderr}`;
}

test('a rebuild makes no picture again; a withdrawn article leaves none; a damaged one is named and changes nothing', async () => {
  const bytes = await makeJpeg(800, 600);
  const root = await makeContent({ 'media/a b.jpg': bytes, [ferry]: lines(bytes) });
  const out = join(await makeFolder(), 'dist');
  const media = async () => readdir(join(out, 'media')).catch(() => []);
  expect(await build(root, out)).toContain('attachments: 1 of 1 file');
  const before = await media();
  expect(before).toHaveLength(2);
  // Otherwise there would be nothing to build.
  await change(root, { 'about.md': '---\ntitle: About it\n---\n\nWords.\n' });
  expect(await build(root, out)).toContain('attachments: 0 of 1 file');
  expect(await media()).toEqual(before);

  const cut = (await bytesOf(makePicture(900, 700).jpeg())).slice(0, 3000);
  await change(root, { 'media/a b.jpg': cut, [ferry]: lines(cut) });
  expect(await build(root, out)).toMatch(/^1\n[^]*media\/a b\.jpg:1:1: found a picture that is damaged/);
  expect(await media()).toEqual(before);

  await change(root, {
    'media/a b.jpg': bytes,
    [ferry]: lines(bytes, ['withdrawn: { date: 2022-01-01, reason: rights }']),
  });
  expect(await build(root, out)).toMatch(/^0\n/);
  expect(await media()).toEqual([]);
});

test('with mediaUrl, pictures are written to a folder of their own, and pages may show them', async () => {
  const bytes = await makeJpeg(800, 600);
  const site =
    'title: T\ndescription: D\nlanguage: en\nurl: https://example.org/\nmediaUrl: https://pictures.example.net/p/\n';
  const root = await makeContent({ 'media/a b.jpg': bytes, [ferry]: lines(bytes), 'site.yaml': site });
  const folder = await makeFolder();
  const [out, media] = [join(folder, 'dist'), join(folder, 'media')];
  expect(await build(root, out)).toContain('give --media-out FOLDER');
  expect(await build(root, out, '--media-out', media)).toMatch(/^0\n/);
  expect(await readdir(media)).toHaveLength(2);
  await expect(readdir(join(out, 'media'))).rejects.toThrow();
  const html = await readFile(join(out, 'articles/2021/05/04/ferry/index.html'), 'utf8');
  expect(html).toMatch(/src="https:\/\/pictures\.example\.net\/p\/[0-9a-f]{16}-800\.jpg"/);
  expect(html).toContain('img-src &#39;self&#39; https://pictures.example.net'.replaceAll('&#39;', "'"));
  expect(await readFile(join(out, '_headers'), 'utf8')).toContain(
    "img-src 'self' https://pictures.example.net;",
  );
});

test('--media-out without a mediaUrl is refused', async () => {
  const root = await makeContent();
  const folder = await makeFolder();
  expect(await build(root, join(folder, 'dist'), '--media-out', join(folder, 'media'))).toContain(
    'this one has none',
  );
});
