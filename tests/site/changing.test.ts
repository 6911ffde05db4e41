import { hash } from 'node:crypto';
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { change, fillContent, record, type Changes } from '../support/content-folder.ts';
import { makeDisturbance, wasDisturbed } from '../support/disturbed-program.ts';
import { buildWarm, copyProject, removeCaches } from '../support/project-copy.ts';
import { sumFiles } from '../support/read-site.ts';
import { requestOf } from '../support/run-command.ts';
import { openWarmProcess } from '../support/warm-processes.ts';

// Content is changed while a build is at a certain point of its work. What is published must be of one state all the same,
// the build must say so, and the next one make what a clean build makes.

const source = 'sources/2021/05/04/harbour-reopens.txt';

const article = (text: string) =>
  record(
    `title: Harbour ${text}`,
    'date: 2021-05-04',
    'people: [ada-lind]',
    'places: [norhaven]',
    'organizations: [harbour-board]',
    'topics: [shipping]',
    `source: { file: 2021/05/04/harbour-reopens.txt, sha256: ${hash('sha256', text)} }`,
  );

const site = (title: string, address: string) =>
  `title: ${title}\ndescription: News\nlanguage: en\nurl: https://example.org/${address}\n`;

const ledger = (path: string) => `{"path":"${path}","date":"2021-06-01"}\n`;

/** A file of each kind before and after. */
const states: Readonly<Record<string, readonly [before: string | Uint8Array, after: string | Uint8Array]>> = {
  'site.yaml': [site('The first', 'one/'), site('The second', 'two/')],
  'about.md': ['---\ntitle: About it\n---\n\nBefore.\n', '---\ntitle: About it\n---\n\nAfter.\n'],
  'articles/2021/05/04/harbour-reopens.md': [article('before'), article('after')],
  'people/ada-lind.md': [
    '---\nname: Ada Lind\ndescription: Harbour master\n---\n',
    '---\nname: Ada Lind\ndescription: Mayor\n---\n',
  ],
  // No line is ever removed.
  'ledger.ndjson': [
    ledger('articles/undated/ferry-song/'),
    ledger('articles/undated/ferry-song/') + ledger('people/ada-lind/'),
  ],
  [source]: ['before', 'after'],
};

let root = '';
/** The processes of builds that are disturbed, and of those with a program that has changed. */
const disturbed = openWarmProcess();
const changed = openWarmProcess();
/** The checksums of clean builds of both states. */
let before: Record<string, string>;
let after: Record<string, string>;
let picture: Uint8Array;

const content = () => join(root, 'content');
const project = () => join(root, 'project');
const dist = () => join(root, 'site/dist');
const disturbance = () => join(root, 'disturbance');

function stateOf(index: 0 | 1): Changes {
  const files = Object.entries(states).map(([path, both]) => [path, both[index]] as const);
  return {
    ...Object.fromEntries(files),
    'share.png': index === 0 ? picture : Buffer.concat([picture, picture]),
  };
}

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'dateline-changing-')));
  picture = await readFile('tests/fixtures/share.png');
  await fillContent(content());
  await copyProject(project());
  await change(content(), stateOf(1));
  await build();
  after = await sumFiles(dist());
  await forget();
  await change(content(), stateOf(0));
  await build();
  before = await sumFiles(dist());
});

afterAll(async () => {
  await disturbed.close();
  await rm(root, { recursive: true });
});

beforeEach(async () => {
  await change(content(), stateOf(0));
  await forget();
});

/** Removes everything that would keep a build from making something of the content. */
async function forget(): Promise<void> {
  await removeCaches(project(), { keepsBundles: true });
  await rm(join(root, 'site'), { recursive: true, force: true });
}

function build(): Promise<string> {
  return buildWarm(project(), content(), dist());
}

/** Builds with the program as it is, in a process that has loaded it since it changed. */
async function buildChanged(): Promise<void> {
  const request = requestOf('build', content(), ['--out-dir', dist()], project());
  const { code, stderr } = await changed.run(request);
  expect(code, stderr).toBe(0);
}

/** Builds while files are changed. @returns what the build said, whether it succeeded or not */
async function buildDisturbed(moment: RegExp, changes: Changes, folder = content()): Promise<string> {
  const variables = await makeDisturbance(disturbance(), { moment, root: folder, changes });
  const request = requestOf('build', content(), ['--out-dir', dist()], project());
  const { stderr } = await disturbed.run({ ...request, env: { ...request.env, ...variables } });
  expect(wasDisturbed(disturbance()), stderr).toBe(true);
  return stderr;
}

const notice = /^Files changed while the site was built: (.+)\. Run the build again\.$/m;

describe('content that changes while it is read', () => {
  test.for([...Object.keys(states), 'content/share.png'])(
    'is read again: after %s',
    { timeout: 600_000 },
    async (path) => {
      const said = await buildDisturbed(new RegExp(`${path}$`), stateOf(1));
      expect(said).not.toMatch(notice);
      expect(await sumFiles(dist())).toEqual(after);
      expect(await build()).toBe('Nothing has changed since the last build.\n');
    },
  );
});

describe('content that changes after it was read', () => {
  const { [source]: _source, ...others } = states;
  /** The source text belongs to the checksum in the article: both stay. */
  const withoutSource = (): Changes => {
    const after = Object.keys(others).map((path) => [path, stateOf(1)[path] ?? null] as const);
    return {
      ...Object.fromEntries(after),
      'articles/2021/05/04/harbour-reopens.md': article('before').replace('Harbour before', 'Harbour after'),
      'share.png': stateOf(1)['share.png'] ?? null,
    };
  };

  /** The checksums of a clean build of what is changed. */
  let next: Record<string, string>;

  beforeAll(async () => {
    await forget();
    await change(content(), { ...stateOf(0), ...withoutSource() });
    await build();
    next = await sumFiles(dist());
    expect(next).not.toEqual(before);
  });

  test.for([
    ['when articles are rendered', /renderings\.ndjson/],
    ['when the components are opened', /bundle\.json/],
    ['when pages are rendered', /renderer\.mjs/],
    ['when it is published', /manifest-sha256\.txt/],
  ] as const)('is not published: %s', { timeout: 600_000 }, async ([, moment]) => {
    const said = await buildDisturbed(moment, withoutSource());
    const [, named = ''] = notice.exec(said) ?? [];
    expect(named, said).toContain('content/about.md');
    expect(named).toMatch(/ and 3 more$/);
    expect(await sumFiles(dist())).toEqual(before);
    await build();
    expect(await sumFiles(dist())).toEqual(next);
  });

  test.for([
    ['when articles are rendered', /renderings\.ndjson/],
    ['when pages are rendered', /renderer\.mjs/],
  ] as const)('is not published in part: a source text, %s', { timeout: 600_000 }, async ([, moment]) => {
    const said = await buildDisturbed(moment, stateOf(1));
    const [now, then] = [hash('sha256', 'after'), hash('sha256', 'before')];
    expect(said).toContain(
      `${join(content(), source)}:1:1: found a source text whose SHA-256 is now ${now}; ` +
        `expected the one that has just been checked (${then}). ` +
        'It was changed while the archive was built: run the build again.',
    );
    expect(said).not.toMatch(/^ {4}at /m);
    await build();
    expect(await sumFiles(dist())).toEqual(after);
  });

  test('is published as it was, when it is taken back: a source text', { timeout: 600_000 }, async () => {
    await buildDisturbed(/renderer\.mjs/, { [source]: 'after' });
    await change(content(), { [source]: 'before' });
    await build();
    expect(await sumFiles(dist())).toEqual(before);
  });

  test('ends the build when it is a source text that is removed', { timeout: 600_000 }, async () => {
    const said = await buildDisturbed(/renderer\.mjs/, { [source]: null });
    expect(said).toContain(
      `${source}:1:1: found a source text that cannot be read any more (ENOENT); expected the one that`,
    );
  });
});

describe('the program, when it changes while a site is built', () => {
  afterEach(async () => {
    await Promise.all([disturbed.close(), changed.close()]);
  });

  const colophon = 'src/components/Colophon.astro';
  const mark = 'public/favicon.svg';

  test('makes nothing that the next build takes over', { timeout: 600_000 }, async () => {
    const own = await readFile(join(project(), colophon), 'utf8');
    const edited = own.replace('<footer', '<footer data-changed');
    // The component has been bundled, and is digested for the keys of pages afterwards.
    const said = await buildDisturbed(/renderer\.mjs/, { [colophon]: edited }, project());
    expect(said).toMatch(new RegExp(`${colophon}\\. Run the build again\\.$`, 'm'));
    await buildChanged();
    const next = await sumFiles(dist());
    await forget();
    await buildChanged();
    expect(await sumFiles(dist())).toEqual(next);
    await writeFile(join(project(), colophon), own);
    expect(next).not.toEqual(before);
  });

  test('publishes its mark and the picture for cards of one state', { timeout: 600_000 }, async () => {
    await rm(join(content(), 'share.png'));
    await buildChanged();
    const { 'share.png': card, 'favicon.svg': favicon } = await sumFiles(dist());
    await forget();
    const own = await readFile(join(project(), mark), 'utf8');
    const edited = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>\n';
    const said = await buildDisturbed(/renderer\.mjs/, { [mark]: edited }, project());
    expect(said).toMatch(new RegExp(`${mark}\\. Run the build again\\.$`, 'm'));
    expect(await sumFiles(dist())).toMatchObject({ 'share.png': card, 'favicon.svg': favicon });
    await changed.close();
    await buildChanged();
    const next = await sumFiles(dist());
    await writeFile(join(project(), mark), own);
    expect(next['favicon.svg']).toBe(hash('sha256', edited));
    expect(next['share.png']).not.toBe(card);
  });
});
