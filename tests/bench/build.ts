import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

import { cacheFolder } from '../../src/records/content-root.ts';
import { readArchive } from '../../src/records/read/read-archive.ts';
import { changes } from './changes.ts';
import { generateCorpus } from './corpus.ts';
import { measure, measureSite, type Cost, type SiteSize } from './measure.ts';
import { writeHugoContent } from './peers/hugo-content.ts';
import { readProfiles } from './profile.ts';

/** What building a site has cost, and what came of it. */
interface Row extends Omit<Cost, 'said'>, Partial<SiteSize> {
  articles: number;
  what: string;
  /** How often as long as Hugo and Pagefind it took; missing where Hugo is not installed. */
  ratio?: number | undefined;
}

const cache = resolve('node_modules/.cache/dateline/bench');
const trash = join(cache, 'trash');
const pagefind = resolve('node_modules/pagefind/lib/runner/bin.cjs');
const astro = resolve('node_modules/astro/bin/astro.mjs');

/**
 * Measures builds of generated archives: by this project with everything that it has, by Hugo and Pagefind, and by bare
 * Astro, each from nothing; then rebuilds of one archive, the largest up to 20,000 articles, after one change each.
 * Nothing fails on a figure.
 */
export async function benchBuild(sizes: readonly number[], json: boolean): Promise<void> {
  const rows: Row[] = [];
  const tell = (row: Row) => {
    rows.push(row);
    if (!json) printRow(row);
  };
  if (!json) printHead();
  for (const articles of sizes) {
    const folder = join(cache, String(articles));
    const content = join(folder, 'content');
    if (!existsSync(content)) await generateCorpus(content, { articles, url: 'http://localhost/' });
    const hugo = await buildHugo(content, join(folder, 'hugo'));
    if (hugo) tell({ articles, what: 'Hugo and Pagefind', ratio: 1, ...hugo });
    const rated = (what: string, row: Omit<Row, 'articles' | 'what'>) =>
      tell({ articles, what, ratio: hugo && row.wall / hugo.wall, ...row });
    rated('bare Astro, no search', await buildAstro(content, join(folder, 'astro')));
    const dist = join(folder, 'dist');
    await forget(content, dist);
    rated('Dateline', { ...(await buildDateline(content, dist)), ...(await measureSite(dist)) });
    if (articles !== sizes.findLast((size) => size <= 20_000)) continue;
    for (const { what, make } of changes) {
      const takeBack = await make(content);
      try {
        rated(`  ${what}`, await buildDateline(content, dist));
      } finally {
        await takeBack();
      }
      // The next change is one to a site that is up to date.
      await buildDateline(content, dist);
    }
  }
  await rm(trash, { recursive: true, force: true });
  if (json) console.log(JSON.stringify(rows, null, 2));
  else printGrowth(rows);
}

/** Builds one archive from nothing, and says where the time goes. */
export async function profileBuild(articles: number): Promise<void> {
  const folder = join(cache, String(articles));
  const [content, dist, profiles] = [join(folder, 'content'), join(folder, 'dist'), join(folder, 'profiles')];
  if (!existsSync(content)) await generateCorpus(content, { articles, url: 'http://localhost/' });
  await forget(content, dist);
  await rm(profiles, { recursive: true, force: true });
  const { said } = await buildDateline(content, dist, ['--cpu-prof', `--cpu-prof-dir=${profiles}`]);
  console.log(said);
  for (const [number, times] of (await readProfiles(profiles, 25)).entries()) {
    console.log(`Thread ${number + 1}, seconds in each place itself:`);
    for (const { place, seconds } of times) console.log(`${seconds.toFixed(2).padStart(8)}  ${place}`);
  }
}

/** Removes what earlier builds have left, so that the next one is a clean build. */
async function forget(content: string, dist: string): Promise<void> {
  const before = join(dist, '..', `.${basename(dist)}-previous`);
  for (const folder of [cacheFolder(content), dist, before]) await setAside(folder);
}

/**
 * Takes away what is not to be there, to be removed at the end: ext4 looks through the places of all files that have
 * been removed in the last minutes for each that is made, which costs a build of 60,000 files up to ten seconds.
 */
async function setAside(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  await mkdir(trash, { recursive: true });
  await rename(folder, join(trash, randomUUID()));
}

function buildDateline(content: string, dist: string, flags: readonly string[] = []): Promise<Cost> {
  const options = [...flags, 'src/commands/build.ts', '--out-dir', dist];
  return measure(process.execPath, options, { env: { ARCHIVE_CONTENT: content } });
}

/** @returns nothing when Hugo is not installed */
async function buildHugo(content: string, folder: string): Promise<(Cost & SiteSize) | undefined> {
  if (spawnSync('hugo', ['version']).status !== 0) return undefined;
  const site = join(folder, 'public');
  if (!existsSync(join(folder, 'content'))) {
    const { content: archive } = await readArchive(content);
    if (archive) await writeHugoContent(archive, join(folder, 'content'));
  }
  await cp('tests/bench/peers/hugo', folder, { recursive: true });
  await setAside(site);
  const hugo = await measure('hugo', ['--quiet'], { cwd: folder });
  const index = await measure(process.execPath, [pagefind, '--site', site]);
  return {
    wall: hugo.wall + index.wall,
    cpu: hugo.cpu && index.cpu && hugo.cpu + index.cpu,
    memory: hugo.memory && index.memory && Math.max(hugo.memory, index.memory),
    said: '',
    ...(await measureSite(site)),
  };
}

async function buildAstro(content: string, folder: string): Promise<Cost & SiteSize> {
  const site = join(folder, 'dist');
  await setAside(folder);
  const env = { ARCHIVE_CONTENT: content, PEER_CACHE: join(folder, 'cache') };
  const cost = await measure(process.execPath, [astro, 'build', '--outDir', site], {
    cwd: 'tests/bench/peers/astro',
    env,
  });
  return { ...cost, ...(await measureSite(site)) };
}

function printHead(): void {
  const columns = ['articles', 'built by', 'wall s', 'CPU s', 'memory MB', 'pages', 'files', 'MB', 'ratio'];
  console.log(layOut(columns));
}

function printRow({ articles, what, wall, cpu, memory, pages, files, bytes, ratio }: Row): void {
  const inMillions = (number: number | undefined) => number && Math.round(number / 1e6);
  const numbers = [wall.toFixed(1), cpu?.toFixed(1), inMillions(memory), pages, files, inMillions(bytes)];
  console.log(layOut([articles, what, ...numbers, ratio?.toFixed(2)]));
}

function layOut(cells: readonly (string | number | undefined)[]): string {
  const texts = cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : (cell ?? '')));
  return texts.map((text, column) => (column === 1 ? text.padEnd(26) : text.padStart(10))).join(' ');
}

function printGrowth(rows: readonly Row[]): void {
  const own = rows.filter(({ what }) => what === 'Dateline');
  for (const [index, row] of own.entries()) {
    const before = own[index - 1];
    if (!before) continue;
    const growth = (key: 'wall' | 'memory') => {
      const [now, then] = [row[key], before[key]];
      return now && then ? (now / row.articles / (then / before.articles)).toFixed(2) : '–';
    };
    const sizes = `${before.articles.toLocaleString('en')} to ${row.articles.toLocaleString('en')} articles`;
    console.log(
      `From ${sizes}: ${growth('wall')} times the time an article, ${growth('memory')} times the memory.`,
    );
  }
}
