import { createHash } from 'node:crypto';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { change, makeContent } from '../support/content-folder.ts';
import { listFiles, readPages, sumFiles, textOf } from '../support/read-site.ts';
import { wordFileHeader } from '../../src/records/media/word-boxes.ts';
import { makeJpeg, sumOf } from '../support/pictures.ts';
import { runWarm } from '../support/warm-commands.ts';
import { makeFolder } from '../support/temporary-folder.ts';

const received =
  'Three fined, among them Per Holm\n\nPer Holm, baker, was fined 200 crowns.\n\nMr. Holm was sorry.\n';
const sha256 = createHash('sha256').update(received).digest('hex');
const source = `{ publication: osmark-observer, file: 1998/three-fined.txt, sha256: ${sha256} }`;
const page = await makeJpeg(300, 400);
const verdict = new TextEncoder().encode('%PDF-1.7\n% Per Holm was fined.\n');
const facsimiles = `facsimiles: [{ file: 1998/page.jpg, sha256: ${sumOf(page)}, label: Page 3 }]`;
const attachments = `attachments: [{ file: 1998/verdict.pdf, sha256: ${sumOf(verdict)}, title: The verdict }]`;
const named = {
  'media/1998/page.jpg': page,
  'media/1998/page.jpg.words.txt': `${wordFileHeader}\nPer\t1 1 1 1\nHolm\t3 1 1 1\n`,
  'media/1998/verdict.pdf': verdict,
  'articles/1998/03/10/per-holm-fined.md': `---
title: Three fined, among them Per Holm
date: 1998-03-10
people: [per-holm]
places: [norhaven]
topics: []
summary: Per Holm and two others pay.
source: ${source}
${facsimiles}
${attachments}
---

Per Holm, baker, was fined 200 crowns. Two others were fined, too.

Mr. Holm was sorry.
`,
  'articles/1998/03/11/two-more.md': `---
title: Two more fined
date: 1998-03-11
people: []
places: [norhaven]
topics: []
source: ${source}
${facsimiles}
---

Two more were fined on Tuesday.
`,
  'publications/osmark-observer.md': '---\nname: The Osmark Observer\ndescription: A newspaper\n---\n',
  'people/per-holm.md': '---\nname: Per Holm\nsortName: Holm, Per\ndescription: A baker\n---\n',
  'sources/1998/three-fined.txt': received,
};
const redacted = {
  'articles/1998/03/10/per-holm-fined.md': null,
  'articles/1998/03/10/baker-fined.md': `---
title: Three fined, among them a baker
date: 1998-03-10
people: []
places: [norhaven]
topics: []
source: ${source}
${facsimiles}
${attachments}
redactions:
  - date: 2024-05-01
    reason: privacy
    note: A name was left out.
---

A baker was fined 200 crowns. Two others were fined, too.

He was sorry.
`,
  'people/per-holm.md': null,
};
const names = ['--redacted', 'Per Holm', '--redacted', 'Mr. Holm'];

async function run(command: 'build' | 'check' | 'ledger' | 'bag', root: string, options: string[] = []) {
  const result = await runWarm(command, root, options);
  expect(result.code, result.stderr).toBe(0);
  return result.stdout;
}

test('a name that is taken out of a published article is nowhere in what is built from then on', async () => {
  const root = await makeContent(named);
  const dist = join(await makeFolder(), 'dist');
  await run('build', root, ['--out-dir', dist]);
  await run('ledger', root, ['--date', '1998-04-01']);
  const before = await runWarm('check', root, [...names, '--out-dir', dist]);
  expect(before.code).toBe(1);
  const places = [
    /dist\/articles\/1998\/03\/10\/per-holm-fined:1:1: found "Per Holm" in its path/,
    /dist\/articles\/1998\/03\/10\/per-holm-fined\/index\.html:\d+:\d+: found "Per Holm"/,
    /dist\/people\/per-holm:1:1: found "Per Holm" in its path/,
    /dist\/sources\/1998\/three-fined\.txt:1:25: found "Per Holm";/,
    /dist\/pagefind\/fragment\/.+: found "Per Holm" decompressed/,
    /dist\/pagefind\/words\/.+: found "Per Holm" in this and other files of words/,
    ...['feed.xml', 'atom.xml', 'feed.json', 'data/articles.ndjson', 'data/articles.csv'].map(
      (file) => new RegExp(`dist/${file}:\\d+:\\d+: found "Per Holm"`),
    ),
    ...['data/vocabularies.ttl', 'search/catalogue/person.json', 'search/names/.+', 'sitemap-1.xml'].map(
      (file) => new RegExp(`dist/${file}:\\d+:\\d+: found "Per Holm"`),
    ),
    /dist\/media\/[0-9a-f]{16}-original\.pdf:2:3: found "Per Holm"/,
    /dist\/manifest-sha256\.txt:\d+:\d+: found "Per Holm"/,
  ];
  for (const place of places) expect(before.stderr).toMatch(place);

  await change(root, redacted);
  const refused = await runWarm('check', root);
  expect(refused.stderr).toMatch(
    /found people\/per-holm\/.+say "npm run ledger -- --retire people\/per-holm"/,
  );
  expect(refused.stderr).toMatch(/say "npm run ledger -- --retire articles\/1998\/03\/10\/per-holm-fined"/);
  const retiring = ['people/per-holm', 'content/articles/1998/03/10/per-holm-fined.md'];
  const retire = retiring.flatMap((address) => ['--retire', address]);
  expect(await run('ledger', root, [...retire, '--date', '2024-05-01'])).toBe('2 addresses retired.\n');
  await run('check', root);
  await run('build', root, ['--out-dir', dist]);
  await run('ledger', root, ['--date', '2024-05-02']);
  const ledger = await readFile(join(root, 'ledger.ndjson'), 'utf8');
  expect(ledger).not.toContain('holm');
  expect(ledger).toContain('{"path":"retired/1/","date":"2024-05-01","lines":1}\n');
  expect(ledger).toMatch(/"articles\/1998\/03\/10\/baker-fined\/","date":"2024-05-02",.+"redactions":1\}/);

  const after = await run('check', root, [...names, '--out-dir', dist]);
  expect(after).toMatch(/sources\/1998\/three-fined\.txt:1:25: found "Per Holm";/);
  expect(after).toMatch(/\n\d+ files and [\d,]+ bytes of .+dist read: no errors, \d warnings?\.\n$/);
  const files = await Promise.all(
    (await listFiles(dist)).map((file) => readFile(join(dist, file), 'latin1')),
  );
  // A checksum of a text that is known but for a name confirms a guess.
  expect(files.filter((text) => text.includes(sha256))).toEqual([]);

  const pages = new Map((await readPages(dist, '/')).map((page) => [page.path, page]));
  const article = pages.get('/articles/1998/03/10/baker-fined/');
  expect(textOf(article?.document.querySelector('section[aria-labelledby=redactions]'))).toBe(
    'Redaction1 May 2024: Something has been removed from this article to protect someone’s privacy. A name was left out.',
  );
  expect(textOf(article?.document.querySelector('.provenance'))).toContain(
    'Not shown, because something has been removed',
  );
  const other = pages.get('/articles/1998/03/11/two-more/');
  // A scan or attachment may show what had to go, also where another article names the same file.
  for (const [each, words] of [
    [article, '2 scans or attachments are not shown'],
    [
      other,
      'One scan or attachment is not shown, because it may contain something that has been removed or withdrawn.',
    ],
  ] as const) {
    expect(textOf(each?.document.querySelector('.provenance'))).toContain(words);
    expect(each?.document.querySelector('.printed, .attachments')).toBeNull();
  }
  expect((await listFiles(dist)).filter((file) => /^media\/|iiif|manifest\.json$/.test(file))).toEqual([]);
  expect(textOf(other?.document.querySelector('.provenance'))).toContain(
    'removed from another article in it',
  );
  const described = article?.document.querySelector('script[type="application/ld+json"]')?.textContent ?? '';
  expect(described).toMatch(
    /"@type":"CorrectionComment","text":"Something has been removed .+A name was left out\."/,
  );
  expect(await readFile(join(dist, 'feed.xml'), 'utf8')).toContain('Redaction, 1 May 2024: Something has');
  expect(await readFile(join(dist, 'data/articles.ndjson'), 'utf8')).toContain(
    '"redactions":[{"date":"2024-05-01","reason":"privacy","note":"A name was left out."}]',
  );

  const clean = join(await makeFolder(), 'dist');
  const copy = await makeFolder();
  await cp(root, copy, { recursive: true });
  await run('ledger', copy, ['--date', '2024-05-02']);
  await run('build', copy, ['--out-dir', clean]);
  await run('build', root, ['--out-dir', dist]);
  expect(await sumFiles(dist)).toEqual(await sumFiles(clean));

  // Neither a bag nor an archive without the source text holds it.
  const bag = join(await makeFolder(), 'bag');
  expect(await run('bag', root, [bag])).toContain(
    'Left out: 4 files that may hold what was taken out of articles; --withheld copies them too.',
  );
  expect((await listFiles(bag)).filter((file) => /three-fined\.txt|media/.test(file))).toEqual([]);
  expect(await readFile(join(bag, 'bag-info.txt'), 'utf8')).toContain('Left out: 4 files');
  await run('check', join(bag, 'data'));
}, 900_000);

test('an article with noindex is shown and found here, and kept from search engines and feeds', async () => {
  const root = await makeContent({
    'articles/1998/03/10/three-fined.md': `---
title: Three quibbled
date: 1998-03-10
people: [ada-lind]
places: []
topics: []
noindex: true
---

Ada Lind quibbled.
`,
  });
  const dist = join(await makeFolder(), 'dist');
  await run('build', root, ['--out-dir', dist]);
  const pages = new Map((await readPages(dist, '/')).map((page) => [page.path, page]));
  const page = pages.get('/articles/1998/03/10/three-fined/');
  expect(page?.document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
  expect(pages.get('/people/ada-lind/')?.html).toContain('/articles/1998/03/10/three-fined/');
  const found = await runWarm('check', root, ['--redacted', 'Three quibbled', '--out-dir', dist]);
  const kinds = ['feed.xml', 'atom.xml', 'feed.json', 'people/ada-lind/feed.xml', 'opensearch.xml'];
  for (const file of kinds) expect(found.stderr).not.toContain(`dist/${file}:`);
  expect(found.stderr).toMatch(/pagefind\/fragment/);
  expect(await readFile(join(dist, 'sitemap-1.xml'), 'utf8')).not.toContain('three-fined');
}, 600_000);

test('a scan of an article of which something was taken out is shown when somebody has looked at it', async () => {
  const root = await makeContent(named);
  await change(root, {
    ...redacted,
    'articles/1998/03/10/baker-fined.md': redacted['articles/1998/03/10/baker-fined.md'].replace(
      'label: Page 3',
      'label: Page 3, withheld: false',
    ),
  });
  const dist = join(await makeFolder(), 'dist');
  await run('build', root, ['--out-dir', dist]);
  const pages = new Map((await readPages(dist, '/')).map((each) => [each.path, each]));
  for (const slug of ['10/baker-fined', '11/two-more'])
    expect(pages.get(`/articles/1998/03/${slug}/`)?.document.querySelector('.printed img')).not.toBeNull();
  expect((await listFiles(dist)).some((file) => file.endsWith('.pdf'))).toBe(false);
  // Nobody has looked at the words that a program read on it.
  expect((await listFiles(dist)).some((file) => file.endsWith('-words.txt'))).toBe(false);
}, 600_000);
