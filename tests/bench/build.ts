import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

import { listRecordFiles } from '../../src/records/read/list-files.ts';
import { benchFolder, buildAstro, buildDateline, emptyTrash, forget } from './builds.ts';
import { generateCorpus } from './corpus.ts';
import { compareGoals, printGoals, type GoalRow } from './goals.ts';
import type { Cost, SiteSize } from './measure.ts';
import { readProfiles } from './profile.ts';
import { measurePair, measureRound, type Round } from './rounds.ts';

/** What building a site has cost, and what came of it. */
interface Row extends Omit<Cost, 'said'>, Partial<SiteSize> {
  articles: number;
  what: string;
  /** How often as long as Hugo and Pagefind it took; missing where Hugo is not installed. */
  ratio?: number | undefined;
}

export interface BuildBench {
  sizes: readonly number[];
  /** A content folder to measure instead of generated ones. It is copied, and not changed. */
  content: string | undefined;
  /** How often everything is measured; the median counts. */
  runs: number;
  json: boolean;
}

/**
 * Measures builds of archives: by this project with everything that it has, by Hugo and Pagefind, and by bare Astro, each
 * from nothing; for one archive, the largest up to 20,000 articles, rebuilds after one change each, the check and the
 * development server, too. Says which goals are met; nothing fails on a figure.
 */
export async function benchBuild({ sizes, content, runs, json }: BuildBench): Promise<void> {
  const rows: Row[] = [];
  const goals: GoalRow[] = [];
  const tell = (row: Row) => {
    rows.push(row);
    if (!json) printRow(row);
  };
  if (!json) printHead();
  const folders = content ? [await copyContent(content)] : await Promise.all(sizes.map(prepareContent));
  const fullyMeasured = folders.findLast(({ articles }) => content || articles <= 20_000);
  for (const { articles, folder } of folders) {
    const rounds: Round[] = [];
    for (let run = 0; run < runs; run++) {
      const costs: [string, Cost][] = [];
      const round = await (folder === fullyMeasured?.folder
        ? measureRound(folder, (what, cost) => costs.push([`  ${what}`, cost]))
        : measurePair(folder));
      const { hugo, cold } = round;
      const rated = (what: string, { said: _, ...cost }: Cost) =>
        tell({ articles, what, ratio: hugo && cost.wall / hugo.wall, ...cost });
      if (hugo) rated('Hugo and Pagefind', hugo);
      rated('Dateline', cold);
      for (const [what, cost] of costs) rated(what, cost);
      if (run === 0)
        rated('bare Astro, no search', await buildAstro(join(folder, 'content'), join(folder, 'astro')));
      rounds.push(round);
    }
    goals.push(
      ...compareGoals(
        articles,
        rounds.map(({ figures }) => figures),
      ),
    );
  }
  await emptyTrash();
  if (json) console.log(JSON.stringify({ rows, goals }, null, 2));
  else {
    printGrowth(rows);
    console.log(`\nGoals, median of ${runs}:`);
    printGoals(goals);
  }
}

/** An archive to be measured. */
interface Archive {
  articles: number;
  /** Has it in `content`, and what is built of it. */
  folder: string;
}

async function prepareContent(articles: number): Promise<Archive> {
  const folder = join(benchFolder, String(articles));
  const content = join(folder, 'content');
  if (!existsSync(content)) await generateCorpus(content, { articles, url: 'http://localhost/' });
  return { articles, folder };
}

/** Copies an archive, without its ledger: the articles of a copy may be removed. */
async function copyContent(content: string): Promise<Archive> {
  const from = resolve(content);
  const name = createHash('sha256').update(from).digest('hex').slice(0, 12);
  const folder = join(benchFolder, `${basename(from)}-${name}`);
  const copy = join(folder, 'content');
  await rm(folder, { recursive: true, force: true });
  await cp(from, copy, { recursive: true, preserveTimestamps: true });
  await rm(join(copy, 'ledger.ndjson'), { force: true });
  return { articles: listRecordFiles(join(copy, 'articles')).files.length, folder };
}

/** Builds one archive from nothing, and says where the time goes. */
export async function profileBuild(articles: number): Promise<void> {
  const { folder } = await prepareContent(articles);
  const [content, dist, profiles] = [join(folder, 'content'), join(folder, 'dist'), join(folder, 'profiles')];
  await forget(content, dist);
  await rm(profiles, { recursive: true, force: true });
  const { said } = await buildDateline(content, dist, ['--cpu-prof', `--cpu-prof-dir=${profiles}`]);
  console.log(said);
  for (const [number, times] of (await readProfiles(profiles, 25)).entries()) {
    console.log(`Thread ${number + 1}, seconds in each place itself:`);
    for (const { place, seconds } of times) console.log(`${seconds.toFixed(2).padStart(8)}  ${place}`);
  }
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
