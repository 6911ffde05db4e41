import { cp, mkdir, mkdtemp, realpath, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { generateCorpus } from '../bench/corpus.ts';
import { copyProject, removeCaches } from '../support/project-copy.ts';
import { createRandom } from '../../src/system/random.ts';
import { listFiles, sumFiles } from '../support/read-site.ts';
import { requestOf } from '../support/run-command.ts';
import { openWarmProcess, type WarmProcess } from '../support/warm-processes.ts';
import { articleEdits, furtherArticleEdits } from './edits/article-edits.ts';
import {
  editFile,
  listOf,
  NothingToEdit,
  pickArticle,
  pickOne,
  readRecords,
  setKeys,
  type Edit,
  type EditedArchive,
} from './edits/edited-archive.ts';
import { programEdits } from './edits/program-edits.ts';
import { furtherRecordEdits, recordEdits } from './edits/record-edits.ts';
import { furtherSiteEdits, siteEdits } from './edits/site-edits.ts';

/** The checksum of each file of a site, by its path. */
type Sums = Record<string, string>;

/** How many edits of articles or records are made before a rebuild: with `EDITS=1` each has one of its own, for which there is not always time. */
const together = Number(process.env.EDITS) || 6;

const furtherEdits = { ...furtherArticleEdits, ...furtherRecordEdits, ...furtherSiteEdits };
const walks = dealWalks(furtherEdits, 3);

let root = '';
/** The processes that make the rebuilds and the clean builds. */
const rebuilder = openWarmProcess();
const cleaner = openWarmProcess();
let cleanBuilds = 0;
/** Every so many clean builds are made by a new process: what one of many builds leaves in memory shows. */
const mostTogether = 4;
/** The site as it was built last. */
let before: Sums;

const content = () => join(root, 'content');
/** The copy of the program that keeps its caches from build to build, and the one whose caches are removed before each. */
const keeping = () => join(root, 'keeping');
const forgetting = () => join(root, 'forgetting');
const rebuiltSite = () => join(root, 'rebuilt/site');

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'dateline-rebuild-')));
  await generateCorpus(content(), { articles: 60, seed: 7 });
  await cp('tests/fixtures/variety', content(), { recursive: true });
  const archive = openArchive(7);
  // So many articles with one tag that their list has parts.
  for (let index = 0; index < 140; index++) {
    const day = `1987-03-${String((index % 28) + 1).padStart(2, '0')}`;
    const file = join(content(), 'articles', day.replaceAll('-', '/'), `short-${index}.md`);
    await mkdir(dirname(file), { recursive: true });
    const keys = ['people: []', 'places: []', 'topics: []'];
    await writeFile(
      file,
      ['---', `title: Short ${index}`, `date: ${day}`, ...keys, '---', 'Short.', ''].join('\n'),
    );
  }
  for (const { file, data } of await readRecords(archive, 'articles')) {
    const topics = listOf(data, 'topics');
    if (!topics.includes('shipping')) await setKeys(file, { topics: [...topics, 'shipping'] });
  }
  await Promise.all([copyProject(keeping()), copyProject(forgetting())]);
  await buildIn(rebuilder, keeping(), rebuiltSite());
  before = await sumFiles(rebuiltSite());
  expect(Object.keys(before)).toContain('topics/shipping/1980s/index.html');
});

afterAll(async () => {
  await Promise.all([rebuilder.close(), cleaner.close()]);
  await rm(root, { recursive: true });
});

function openArchive(seed: number) {
  return { content: content(), projects: [keeping(), forgetting()], random: createRandom(seed) };
}

/** Rebuilds the site and makes a clean build. @returns the files in which they differ, and how the site changed */
async function rebuild(): Promise<{ wrong: string[]; changed: string[]; kept: number }> {
  const inodes = await readInodes();
  // An edit removes the ledger.
  const rebuilding = buildIn(rebuilder, keeping(), rebuiltSite(), ['--allow-removal']);
  const [clean] = await Promise.all([buildClean(), rebuilding]);
  const rebuilt = await sumFiles(rebuiltSite());
  const changed = differing(before, rebuilt);
  const wrong = differing(rebuilt, clean);
  before = rebuilt;
  const kept = [...(await readInodes())].filter(([file, inode]) => inodes.get(file) === inode).length;
  // A wrong file would be reported again after every following edit.
  if (wrong.length > 0) {
    await removeCaches(keeping());
    await rm(join(root, 'rebuilt'), { recursive: true });
    await buildIn(rebuilder, keeping(), rebuiltSite());
    before = clean;
  }
  return { wrong, changed, kept };
}

/** @returns what is in a site that is built without anything that earlier builds have made of the archive */
async function buildClean(): Promise<Sums> {
  const fresh = join(root, 'fresh');
  await removeCaches(forgetting(), { keepsBundles: true });
  if (++cleanBuilds % mostTogether === 0) await cleaner.close();
  await mkdir(fresh);
  await buildIn(cleaner, forgetting(), join(fresh, 'site'));
  const sums = await sumFiles(join(fresh, 'site'));
  await rm(fresh, { recursive: true });
  return sums;
}

function differing(one: Sums, other: Sums): string[] {
  const files = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...files].filter((file) => one[file] !== other[file]).sort();
}

/** A page with the same inode as before was not rendered again. */
async function readInodes(): Promise<Map<string, number>> {
  const pages = (await listFiles(rebuiltSite())).filter((file) => file.endsWith('.html'));
  return new Map(
    await Promise.all(
      pages.map(async (file): Promise<[string, number]> => {
        return [file, (await stat(join(rebuiltSite(), file))).ino];
      }),
    ),
  );
}

/** Deals edits, shuffled, into walks. */
function dealWalks(
  edits: Readonly<Record<string, Edit>>,
  many: number,
): { number: number; names: string[] }[] {
  const random = createRandom(many);
  const shuffled = Object.keys(edits)
    .map((name) => ({ name, order: random() }))
    .sort((a, b) => a.order - b.order);
  return Array.from({ length: many }, (_, index) => ({
    number: index + 1,
    names: shuffled.filter((_name, position) => position % many === index).map(({ name }) => name),
  }));
}

/** Makes an edit, unless what it needs is not there any more. */
async function editIfPossible(archive: EditedArchive, edit: Edit | undefined): Promise<void> {
  try {
    await edit?.(archive);
  } catch (error) {
    if (!(error instanceof NothingToEdit)) throw error;
  }
}

async function buildIn(process: WarmProcess, project: string, dist: string, options: string[] = []) {
  const request = requestOf('build', content(), ['--out-dir', dist, ...options], project);
  const { code, stderr } = await process.run(request);
  if (code !== 0) throw new Error(stderr);
}

/**
 * Deals edits into groups that are made together, so that those that follow one another are in different ones: an article
 * is withdrawn, and later shown again.
 */
function dealEdits(names: readonly string[], most: number): { group: number; names: string[] }[] {
  const many = Math.ceil(names.length / most);
  return Array.from({ length: many }, (_, group) => ({
    group,
    names: names.filter((_name, index) => index % many === group),
  }));
}

function testEdits(
  edits: Readonly<Record<string, Edit>>,
  {
    keepsPages = false,
    changesProgram = false,
    most = 1,
  }: { keepsPages?: boolean; changesProgram?: boolean; most?: number } = {},
): void {
  test.for(dealEdits(Object.keys(edits), most))('$names', async ({ group, names }) => {
    const archive = openArchive(group);
    for (const name of names) await edits[name]?.(archive);
    // The program is run as it is now.
    if (changesProgram) await Promise.all([rebuilder.close(), cleaner.close()]);
    const { wrong, changed, kept } = await rebuild();
    expect(wrong, 'files that are other than in a clean build').toEqual([]);
    // An edit that changes nothing tests nothing.
    expect(changed.length, 'files that the edit changed').toBeGreaterThan(1);
    if (keepsPages) expect(kept, 'pages that were not made again').toBeGreaterThan(0);
  });
}

describe('a rebuild is, byte for byte, what a clean build is after', () => {
  describe('an edit of articles:', () => testEdits(articleEdits, { keepsPages: true, most: together }));
  describe('an edit of authority records:', () =>
    testEdits(recordEdits, { keepsPages: true, most: together }));
  describe('an edit of the archive:', () => testEdits(siteEdits, { most: 2 }));
  describe('a change of the program:', () => testEdits(programEdits, { changesProgram: true, most: 4 }));

  test('files get other times and a comment, which changes nothing', async () => {
    const archive = openArchive(1);
    for (const kind of ['articles', 'people', 'places'])
      for (const { file } of await readRecords(archive, kind)) await utimes(file, 1e9, 1e9);
    const { file } = await pickArticle(archive);
    await editFile(file, (text) => text.replace('---\n', '---\n# A note for editors.\n'));
    const { wrong, changed, kept } = await rebuild();
    expect({ wrong, changed }).toEqual({ wrong: [], changed: [] });
    expect(kept).toBeGreaterThan(0);
  });

  test.for(walks)('a walk of edits, $number', async ({ number, names }) => {
    const archive = openArchive(number);
    for (const name of names) {
      await editIfPossible(archive, furtherEdits[name]);
      await editIfPossible(archive, pickOne(archive, Object.values(articleEdits)));
    }
    const { wrong, changed } = await rebuild();
    expect(wrong, 'files that are other than in a clean build').toEqual([]);
    expect(changed.length).toBeGreaterThan(names.length);
  });
});
