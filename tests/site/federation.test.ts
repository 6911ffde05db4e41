import { cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { cacheFolder } from '../../src/records/content-root.ts';
import { change } from '../support/content-folder.ts';
import { entry, fillFederation, foldersOf, invented } from '../support/federated-archives.ts';
import { all, listFiles, readPages, sumFiles, textOf, type BuiltPage } from '../support/read-site.ts';
import { runWarm } from '../support/warm-commands.ts';

let root: string;
let folders: ReturnType<typeof foldersOf>;
let site: string;

const build = (content: string, outDir: string, ...options: string[]) =>
  runWarm('build', content, [...options, '--out-dir', outDir]);
const read = (path: string) => readFile(join(site, path), 'utf8');

async function makeFolder(): Promise<string> {
  return realpath(await mkdtemp(join(tmpdir(), 'dateline-federation-')));
}

async function removeFolder(folder: string): Promise<void> {
  for (const each of [folder, ...Object.values(foldersOf(folder)).map(cacheFolder)])
    await rm(each, { recursive: true, force: true });
}

/** The checksums of the federation's site, built where nothing has been built before. */
async function sumCleanBuild(): Promise<Record<string, string>> {
  const other = await makeFolder();
  try {
    await cp(root, other, { recursive: true, filter: (path) => !/\/(?:site|sites|parts|dist)$/.test(path) });
    const dist = join(other, 'site');
    expect(await build(foldersOf(other).federation, dist)).toMatchObject({ code: 0 });
    return await sumFiles(dist);
  } finally {
    await removeFolder(other);
  }
}

beforeAll(async () => {
  root = await makeFolder();
  folders = foldersOf(root);
  site = join(root, 'site');
  await fillFederation(root);
  expect(await build(folders.federation, site)).toMatchObject({ code: 0 });
});

afterAll(() => removeFolder(root));

describe('a federation', () => {
  let pages: ReadonlyMap<string, BuiltPage>;

  beforeAll(async () => {
    pages = new Map((await readPages(site, '/')).map((page) => [page.path, page]));
  });
  const pageAt = (path: string) => pages.get(path)!;
  const linksIn = (path: string, selector: string) =>
    all(pageAt(path), selector).map((link) => [textOf(link), link.getAttribute('href')]);

  test('has no pages of articles, nor what belongs to them', async () => {
    const files = await listFiles(site);
    expect(
      files.filter((file) =>
        /^(?:articles\/(?!index|undated|untagged|\d{4}\/)|citations|sources|media|reading-list)/.test(file),
      ),
    ).toEqual([]);
    expect(files.filter((file) => /quay-opens|ferry\/|taken-back|\/t-berg\/|^old\//.test(file))).toEqual([]);
    expect(await read('redirects.csv')).not.toContain('old/quay');
    expect(await read('index.html')).not.toContain('reading-list');
  });

  test('leads to articles at their own archives, all of which are there', async () => {
    const addresses = new Set(
      [...pages.values()].flatMap((page) =>
        all(page, 'a[href^="http"]').map((link) => link.getAttribute('href') ?? ''),
      ),
    );
    const dists = { gazette: invented.gazette, herald: invented.herald, courrier: invented.courrier };
    const checked: string[] = [];
    for (const [name, home] of Object.entries(dists)) {
      const dist = join(root, 'sites', name);
      expect(await build(folders[name as keyof typeof dists], dist)).toMatchObject({ code: 0 });
      const files = new Set(await listFiles(dist));
      for (const address of addresses) {
        if (!address.startsWith(home)) continue;
        const path = address.slice(home.length);
        expect(files, address).toContain(path === '' ? 'index.html' : `${path}index.html`);
        checked.push(address);
      }
    }
    expect(checked).toContain(`${invented.gazette}articles/1950/03/12/quay-opens/`);
    expect(checked).toContain(`${invented.herald}articles/1950/03/12/quay-opens/`);
    expect(checked).toContain(`${invented.courrier}people/lind/`);
    expect([...addresses].filter((each) => !checked.includes(each)).sort()).toEqual([
      'https://sws.geonames.org/9000002/',
      'https://viaf.org/viaf/9000003',
      'https://www.wikidata.org/wiki/Q9000001',
    ]);
  });

  test('has one record of what archives say is the same, with its pages and the articles of all', () => {
    expect(linksIn('/people/ada-lind/', '#in-archives ~ ul a')).toEqual([
      ['Ternholm Gazette', `${invented.gazette}people/ada-lind/`],
      ['Herald Archive: Ada M. Lind', `${invented.herald}people/a-lind/`],
      ['Courrier du Détroit', `${invented.courrier}people/lind/`],
    ]);
    const page = pageAt('/people/ada-lind/');
    expect(all(page, '#in-archives ~ ul .count').map(textOf)).toEqual(Array(3).fill('1 article'));
    expect(linksIn('/people/ada-lind/', '.article-list-title a')).toEqual([
      ['Le quai est ouvert', `${invented.courrier}articles/1950/03/14/le-quai/`],
      ['Quay opened', `${invented.herald}articles/1950/03/12/quay-opens/`],
      ['The new quay opens', `${invented.gazette}articles/1950/03/12/quay-opens/`],
    ]);
    expect(all(page, '.evidence mark').map(textOf)).toEqual(['Mrs. Lind', 'Ada Lind']);
    expect(textOf(page.document.querySelector('.description'))).toBe('Harbour master of Ternholm');
    // The second archive says what the first does not.
    expect(all(page, 'dd').map(textOf)).toEqual([
      'Ada M. Lind',
      'Mrs. Lind',
      'la capitaine Lind',
      'harbour master1948 – 1955',
      'wikidata.org/wiki/Q9000001',
      'viaf.org/viaf/9000003',
    ]);
    expect(linksIn('/people/ada-lind/', '.note a')).toEqual([
      ['the lighthouse', `${invented.gazette}places/ternholm/`],
    ]);
  });

  test('keeps records apart of which no archive says that they are the same', () => {
    expect(linksIn('/people/', 'main .record-list a, main dt a, main li a').map(([, href]) => href)).toEqual(
      expect.arrayContaining(['/people/tomas-berg/', '/people/tomas-berg-herald/']),
    );
    expect(linksIn('/people/tomas-berg/', '.article-list-title a').map(([title]) => title)).toEqual([
      'The new quay opens',
    ]);
    expect(linksIn('/people/tomas-berg-herald/', '.article-list-title a').map(([title]) => title)).toEqual([
      'Quay opened',
    ]);
    expect(linksIn('/topics/harbours-herald/', '#in-archives ~ ul a')).toEqual([
      ['Herald Archive', `${invented.herald}topics/harbours/`],
    ]);
  });

  test('names records by their own ids wherever one refers to another', () => {
    expect(linksIn('/places/ternholm/', 'dl a').slice(0, 1)).toEqual([['Osmark', '/places/osmark/']]);
    expect(linksIn('/publications/herald/', 'dl a').slice(0, 1)).toEqual([['Ternholm', '/places/ternholm/']]);
    // The articles of places within one are also its own.
    expect(linksIn('/places/osmark/', '.article-list-title a')).toHaveLength(4);
  });

  test('says of each article in which archive it is, in its language', () => {
    const labels = all(pageAt('/'), '#newest, section[aria-labelledby=newest] .label').map(textOf);
    expect(labels).toContain('14 March 1950 · Courrier du Détroit');
    expect(labels).toContain('12 March 1950 · Herald Archive · The Herald');
    const [title] = all(pageAt('/'), 'a[href$="/le-quai/"]').map((link) => link.closest('[lang]'));
    expect(title?.getAttribute('lang')).toBe('fr');
    expect(linksIn('/', '#archives, section[aria-labelledby=archives] a').slice(1)).toEqual([
      ['Ternholm Gazette', invented.gazette],
      ['Herald Archive', invented.herald],
      ['Courrier du Détroit', invented.courrier],
    ]);
  });

  test('collects bylines as printed, and takes none for the record of another archive', async () => {
    expect(linksIn('/authors/jane-holm/', '.article-list-title a')).toHaveLength(2);
    expect(await read('data/authors.csv')).not.toContain('people/');
  });

  test('has feeds, data and sitemaps with the right addresses', async () => {
    const feed = JSON.parse(await read('feed.json')) as { items: { url: string; content_html: string }[] };
    expect(feed.items.map(({ url }) => url)).toContain(`${invented.herald}articles/1962/07/20/ferry/`);
    expect(feed.items[0]?.content_html).toContain(`href="${invented.herald}places/osmark/"`);
    expect(await read('people/ada-lind/feed.xml')).toContain(
      `<link>${invented.gazette}articles/1950/03/12/quay-opens/`,
    );
    const lines = (await read('data/articles.ndjson'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const quay = lines.find(({ id }) => id === 'gazette/1950/03/12/quay-opens');
    expect(quay).toMatchObject({
      url: `${invented.gazette}articles/1950/03/12/quay-opens/`,
      people: ['ada-lind', 'tomas-berg'],
      topics: ['harbours'],
      source: { publication: 'gazette', section: 'Harbour' },
      text: 'Ada Lind opened the new quay at Ternholm. Tomas Berg spoke of trawlers.',
    });
    expect(JSON.stringify(quay)).not.toMatch(/sha256|quay\.txt|\/old\//);
    expect(lines.find(({ id }) => id === 'courrier/undated/chanson')).toMatchObject({ language: 'fr' });
    expect(await read('data/vocabularies.ttl')).toContain(`<${invented.herald}people/a-lind/>`);
    expect(await read('data/vocabularies.ttl')).toContain(':notes "She kept');
    expect(await read('data/index.html')).not.toContain('/sources/');
    const sitemap = await read('sitemap-1.xml');
    expect(sitemap).toContain(`<loc>${invented.federation}people/ada-lind/</loc>`);
    expect(sitemap).not.toMatch(/gazette\.example|herald\.example|courrier/);
    const [data] = all(pageAt('/people/ada-lind/'), 'script[type="application/ld+json"]');
    expect(data?.textContent).toContain(`"${invented.gazette}people/ada-lind/"`);
  });

  test('can be searched by archive and by the names that archives have in common', async () => {
    const facet = async (name: string) =>
      (JSON.parse(await read(`search/catalogue/${name}.json`)) as { values: unknown[] }).values;
    expect(await facet('archive')).toEqual([
      ['courrier', 'Courrier du Détroit', 2],
      ['gazette', 'Ternholm Gazette', 2],
      ['herald', 'Herald Archive', 2],
    ]);
    expect(await facet('person')).toEqual([
      ['ada-lind', 'Ada Lind', 3],
      ['tomas-berg', 'Tomas Berg (Ternholm Gazette)', 1],
      ['tomas-berg-herald', 'Tomas Berg (Herald Archive)', 1],
    ]);
  });
});

describe('a federation that is built again', () => {
  test('is not, when nothing has changed in any archive', async () => {
    const { code, stderr } = await build(folders.federation, site);
    expect({ code, isSame: stderr.includes('Nothing has changed since the last build.') }).toEqual({
      code: 0,
      isSame: true,
    });
  });

  test('is what a clean build makes, after changes in its archives', async () => {
    await change(folders.herald, {
      'people/tomas-berg.md': entry([
        'name: Tomas Berg',
        'description: A boat builder',
        'sameAs: [https://viaf.org/viaf/9000009]',
      ]),
      'articles/1963/01/01/ice.md': entry(
        ['title: Ice', 'date: 1963-01-01', 'people: [a-lind]', 'places: [osmark]', 'topics: []'],
        'Ice on the Sound. Ada M. Lind closed the port.',
      ),
    });
    await change(folders.gazette, {
      'people/tomas-berg.md': entry([
        'name: Tomas Berg',
        'description: Mayor of Ternholm',
        'sameAs: [https://viaf.org/viaf/9000009/]',
      ]),
      'articles/1949/06/01/regatta.md': null,
    });
    await change(folders.courrier, {
      'site.yaml': (await readFile(join(folders.courrier, 'site.yaml'), 'utf8')).replace(
        'du Détroit',
        'du Port',
      ),
    });
    expect(await build(folders.federation, site)).toMatchObject({ code: 0 });
    const files = await listFiles(site);
    expect(files).toContain('articles/1963/01/01/index.html');
    expect(files).not.toContain('people/tomas-berg-herald/index.html');
    expect(await read('people/tomas-berg/index.html')).toContain('Herald Archive');
    expect(await read('people/ada-lind/index.html')).toContain('Courrier du Port');
    expect(await sumFiles(site)).toEqual(await sumCleanBuild());
  });
});

describe('a federation that is joined from parts', () => {
  const partOf = (name: string, span: string) => join(root, 'parts', `${name}-${span}`);
  const buildPart = (name: 'gazette' | 'herald' | 'courrier', span: string) =>
    build(folders[name], partOf(name, span), '--span', span);
  const parts = [
    ['gazette', '1940-1960'],
    ['herald', '1940-1960'],
    ['herald', '1961-1970'],
    ['courrier', '1940-1960'],
    ['courrier', 'undated'],
  ] as const;

  test('is what one build makes, once there is a part of every year of each archive', async () => {
    const whole = await sumFiles(site);
    for (const [name, span] of parts.slice(0, 2))
      expect(await buildPart(name, span)).toMatchObject({ code: 0 });
    const dist = join(root, 'sites', 'joined');
    const some = parts.slice(0, 2).map(([name, span]) => partOf(name, span));
    const refused = await runWarm('build', folders.federation, ['--join', ...some, '--out-dir', dist]);
    expect(refused.code).toBe(1);
    const missing = refused.stderr.split('\n').filter((line) => line.includes('none of the parts'));
    expect(missing.map((line) => line.trim())).toEqual([
      ...[
        ['herald', '1962-1963'],
        ['courrier', '1950'],
        ['courrier', 'undated'],
      ].map(
        ([name, span]) =>
          `The articles of ${span} in ${root}/${name}/content are in none of the parts. Build them: ARCHIVE_CONTENT=${root}/${name}/content npm run build -- --span ${span} --out-dir parts/${name}-${span}`,
      ),
    ]);
    for (const [name, span] of parts.slice(2)) expect(await buildPart(name, span)).toMatchObject({ code: 0 });
    // Nothing of the builds before.
    for (const each of Object.values(folders)) await rm(cacheFolder(each), { recursive: true, force: true });
    const given = parts.map(([name, span]) => partOf(name, span));
    expect(await runWarm('build', folders.federation, ['--join', ...given, '--out-dir', dist])).toMatchObject(
      { code: 0 },
    );
    expect(await sumFiles(dist)).toEqual(whole);
    // All that was rendered is in the parts: the federation's own cache has but its colophon.
    const kept = await listFiles(join(cacheFolder(folders.federation), 'archives'));
    const renderings = kept.filter((file) => file.endsWith('renderings.ndjson'));
    const sizes = await Promise.all(
      renderings.map(async (file) =>
        (await readFile(join(cacheFolder(folders.federation), 'archives', file), 'utf8')).includes(
          'trawlers',
        ),
      ),
    );
    expect(sizes).not.toContain(true);
  });

  test('says of a part of another archive that it does not belong to it', async () => {
    const { code, stderr } = await runWarm('build', folders.gazette, [
      ...['--join', partOf('gazette', '1940-1960'), partOf('herald', '1940-1960')],
      ...['--out-dir', join(root, 'sites', 'wrong')],
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      `herald-1940-1960 (1940-1960) is of the archive ${invented.herald}, which is not joined here.`,
    );
  });

  test('is not itself built in spans', async () => {
    const { code, stderr } = await build(folders.federation, partOf('all', '1950'), '--span', '1950');
    expect(code).toBe(1);
    expect(stderr).toContain('found a federation; expected an archive that has articles of its own.');
  });
});

describe('a federation that is not valid', () => {
  const checkWith = async (archives: string, more: Parameters<typeof change>[1] = {}) => {
    const other = await makeFolder();
    try {
      await fillFederation(other);
      const { federation } = foldersOf(other);
      const file = join(federation, 'site.yaml');
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.slice(0, text.indexOf('archives:')) + archives);
      await change(other, more);
      const checked = await runWarm('check', federation);
      expect(checked.code).toBe(1);
      const built = await build(federation, join(other, 'site'));
      expect(built.code).toBe(1);
      const linesOf = (output: string) =>
        output
          .replaceAll(`${other}/`, '')
          .split('\n')
          .filter((line) => line.includes('found'));
      const lines = linesOf(checked.stdout + checked.stderr);
      expect(linesOf(built.stdout + built.stderr)).toEqual(lines);
      return lines;
    } finally {
      await removeFolder(other);
    }
  };

  test('is told everything that is wrong with the list of its archives', async () => {
    const archives = [
      'archives:',
      '  - { name: gazette, content: ../../gazette/content }',
      '  - { name: gazette, content: ../../herald/content }',
      '  - { name: again, content: ../../gazette/../gazette/content/ }',
      '  - { name: lost, content: ../../nowhere }',
      '  - { name: file, content: ../../gazette/content/site.yaml }',
      '  - { name: itself, content: . }',
      '  - { name: nested, content: ../../nested/content }',
      '',
    ].join('\n');
    const nested = [
      'title: Nested',
      'description: A federation',
      'language: en',
      'url: https://nested.example.org/',
      'archives: [{ name: gazette, content: ../../gazette/content }]',
      '',
    ].join('\n');
    expect(await checkWith(archives, { 'nested/content/site.yaml': nested })).toEqual([
      'all/content/site.yaml:7:13: found the name "gazette" a second time; expected another name for each archive. Give one of them another name.',
      'all/content/site.yaml:8:29: found the content folder of "gazette" again; expected that of another archive. Name each archive once.',
      ...['nowhere, which does not exist', 'gazette/content/site.yaml, which is not a folder'].map(
        (what, index) =>
          `all/content/site.yaml:${9 + index}:28: found ${what}; expected the content folder of an archive. Correct the path: it begins at the folder that has this file, or is absolute.`,
      ),
      'all/content/site.yaml:11:30: found the content folder of the federation itself; expected that of another archive. Name each archive once.',
      'nested/content/site.yaml:5:11: found a federation; expected an archive that has articles of its own. Name the content folder of one of its archives instead.',
    ]);
  });

  test('is told what is wrong in all archives, and what it has itself', async () => {
    const archives = [
      'archives:',
      ...['gazette', 'herald', 'courrier'].map(
        (name) => `  - { name: ${name}, content: ../../${name}/content }`,
      ),
      '',
    ].join('\n');
    const gazetteSite = [
      'title: Gazette',
      'description: The Gazette',
      'language: en',
      `url: ${invented.herald.slice(0, -1)}`,
      '',
    ].join('\n');
    expect(
      await checkWith(archives, {
        'gazette/content/site.yaml': gazetteSite,
        'gazette/content/people/ada-lind.md': entry(['name: Ada Lind', 'description: Somebody']),
        'courrier/content/articles/undated/chanson.md': entry(
          ['title: Une chanson', 'undated: true', 'people: []', 'places: []', 'topics: [bateaux]'],
          'Les bateaux rentrent au port.',
        ),
        'all/content/people/own.md': entry(['name: Own', 'description: Nobody']),
      }),
    ).toEqual([
      'all/content/people:1:1: found records of a federation’s own; expected a federation that has only site.yaml, about.md and share.png. Move it to the content folder of one of its archives, or remove "archives" from site.yaml.',
      'all/content/site.yaml:7:5: found an archive at https://herald.example.org/, which is also the address of "gazette"; expected an address of its own for each archive, and for the federation. Correct "url" in the site.yaml of one of them.',
      'courrier/content/articles/undated/chanson.md:6:10: found the topic "bateaux", which has no record; expected the id of a file in content/topics/. Add content/topics/bateaux.md.',
    ]);
  });

  test.each(['ledger', 'new', 'bag'] as const)('cannot be what "npm run %s" is for', async (command) => {
    const options = {
      ledger: ['--date', '2020-01-01'],
      new: ['--person', 'A', '--description', 'B'],
      bag: [join(root, 'bag')],
    };
    const { code, stdout, stderr } = await runWarm(command, folders.federation, options[command]);
    expect(code).not.toBe(0);
    expect(stdout + stderr).toContain(
      'found a federation; expected an archive that has articles of its own.',
    );
  });
});
