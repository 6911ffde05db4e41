import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

import { change, makeContent, record } from '../support/content-folder.ts';
import { runWarm } from '../support/warm-commands.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { all, listFiles, readPages, textOf } from '../support/read-site.ts';

const article = 'articles/2021/05/06/secret.md';
const other = 'articles/2021/05/06/open.md';
/** Two articles in one file, as a table has them. */
const received = 'Zanzibarquux told Ada Lind.\nThe harbour is open.\n';
const sha256 = createHash('sha256').update(received).digest('hex');
const lines = [
  'title: Vexillumquux at Norhaven',
  'subtitle: Quaggaquux speaks',
  'byline: Byline Bulbulquux',
  'dateline: NORHAVENQUUX, May 6',
  'summary: It summarizes Summaquux.',
  'date: 2021-05-06',
  'people: [ada-lind]',
  'places: [norhaven]',
  'topics: [trade]',
  'rights: Held by Rightsquux.',
  `source: { publication: daily, section: Sourcequux, url: https://example.org/urlquux, file: table.csv, sha256: "${sha256}" }`,
  'formerIds: [2021/05/old-secret]',
];
const text = '\nZanzibarquux told Ada Lind of it.[^1]\n\n[^1]: A note on Notequux.\n';
const withdrawn = 'withdrawn: { date: 2022-03-04, reason: privacy, note: Asked for by a reader. }';

const daily = { 'publications/daily.md': '---\nname: The Daily\ndescription: A newspaper\n---\n' };

/** The bytes of a file of a site, decompressed if it is compressed. */
async function readPlain(file: string): Promise<Buffer> {
  const bytes = await readFile(file);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes);
  return file.endsWith('.br') ? brotliDecompressSync(bytes) : bytes;
}

async function filesWith(dist: string, words: RegExp): Promise<string[]> {
  const found: string[] = [];
  for (const file of await listFiles(dist)) {
    if (words.test((await readPlain(join(dist, file))).toString('latin1'))) found.push(file);
  }
  return found;
}

test('a withdrawn article keeps its URL and leaves none of its text, whatever was published before', async () => {
  const root = await makeContent({
    'site.yaml': 'title: Made up\ndescription: Made up\nlanguage: en\nurl: http://localhost/\n',
    [article]: `---\n${lines.join('\n')}\n---\n${text}`,
    ...daily,
    [other]: record(
      'title: The harbour is open',
      'date: 2021-05-06',
      'people: [ada-lind]',
      'places: []',
      'topics: [trade]',
      `source: { file: table.csv, sha256: "${sha256}" }`,
    ),
    'sources/table.csv': received,
  });
  const dist = join(await makeFolder(), 'dist');
  const build = async () => {
    const { code, stderr } = await runWarm('build', root, ['--out-dir', dist]);
    expect(code, stderr).toBe(0);
    return stderr;
  };
  await build();
  const before = await filesWith(dist, /quux/i);
  for (const file of [/^articles\/2021\/05\/06\/secret\//, /^people\/ada-lind\//, /^sources\//, /fragment/])
    expect(
      before.some((each) => file.test(each)),
      String(file),
    ).toBe(true);

  await change(root, { [article]: `---\n${[...lines, withdrawn].join('\n')}\n---\n${text}` });
  const said = await build();
  expect(said).toContain('Articles: read 4, published 3, withdrawn 1, refused 0.');
  expect(await filesWith(dist, /quux/i)).toEqual([]);

  const pages = new Map((await readPages(dist, '/')).map((page) => [page.path, page]));
  const tombstone = pages.get('/articles/2021/05/06/secret/');
  expect(textOf(tombstone?.document.querySelector('main'))).toMatch(
    /withdrawn to protect someone’s privacy, on 4 March 2022.+Asked for by a reader\./,
  );
  expect(tombstone?.document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
  expect(pages.get('/articles/2021/05/old-secret/')?.html).toContain('/articles/2021/05/06/secret/');
  const links = [...pages.values()].flatMap((page) =>
    all(page, 'a[href="/articles/2021/05/06/secret/"]').map(() => page.path),
  );
  expect(links).toEqual(['/articles/2021/05/old-secret/']);

  // The source text of both is not published, and the article that is shown says so.
  const open = pages.get('/articles/2021/05/06/open/');
  expect(textOf(open?.document.querySelector('.provenance'))).toContain(
    'another article in it has been withdrawn',
  );
  expect(await listFiles(dist)).not.toContain('sources/table.csv');
});

test('every list and count of the site covers exactly the articles that are shown', async () => {
  const secret = (...more: string[]) => `---\n${[...lines, ...more].join('\n')}\n---\n${text}`;
  const [shown, hidden] = [
    await makeContent({ ...daily, 'sources/table.csv': received }),
    await makeContent({ ...daily, [article]: secret(withdrawn), 'sources/table.csv': received }),
  ];
  const filesOf = async (root: string) => {
    const dist = join(await makeFolder(), 'dist');
    const { code, stderr } = await runWarm('build', root, ['--out-dir', dist]);
    expect(code, stderr).toBe(0);
    // The list of what was withdrawn, and what describes it, are as tombstones are.
    const own =
      /^articles\/2021\/05\/(?:06\/secret|old-secret)\/|^manifest-|redirects|^Caddyfile$|^data\/(?:withdrawn|datapackage|index)\./;
    const files = (await listFiles(dist)).filter((file) => !own.test(file));
    return Object.fromEntries(
      await Promise.all(files.map(async (file) => [file, await readFile(join(dist, file), 'latin1')])),
    );
  };
  expect(await filesOf(hidden)).toEqual(await filesOf(shown));
});
