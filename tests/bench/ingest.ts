import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { generateCorpus } from './corpus.ts';
import { documentFormats, writeDocuments, writeSpreadsheet } from './documents.ts';
import { writeCrawl } from './crawl.ts';
import { nodeArgumentsOf } from './measure.ts';
import { writeWordpressExport } from './wordpress-export.ts';

/** What a run of the import has cost. */
interface Cost {
  what: string;
  items: number;
  seconds: number;
  /** The most memory that the process had, in megabytes. */
  megabytes: number;
}

const cache = resolve('node_modules/.cache/dateline/bench-ingest');
const records = { people: 240, places: 180, organizations: 140, topics: 40 };

/** Prints, when a process ends, the most memory that it had. */
const tellMemory = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\nmaxRSS '+process.resourceUsage().maxRSS+'\\n'))`;

/**
 * Measures the import: plain texts of some 150 words into an archive of 600 authority records, in several sizes, and a
 * WordPress export of 1 GB with 20,000 posts (100 MB and 2,000 when not large), crawls of 50 and 200 MB (and 2 GB when
 * large), documents of some 600 words and a spreadsheet.
 */
export async function benchIngest(sizes: readonly number[], isLarge: boolean, json: boolean): Promise<void> {
  const costs: Cost[] = [];
  const tell = (cost: Cost) => {
    costs.push(cost);
    if (json) return;
    const { what, items, seconds, megabytes } = cost;
    console.log(
      `${what.padEnd(28)}${`${items} items`.padStart(14)}${`${seconds.toFixed(1)} s`.padStart(10)}${`${megabytes} MB`.padStart(9)}`,
    );
  };
  await prepareTexts(Math.max(...sizes));
  for (const size of sizes) {
    const texts = join(cache, 'chosen');
    await rm(texts, { recursive: true, force: true });
    await mkdir(texts, { recursive: true });
    const names = (await readdir(join(cache, 'texts'))).slice(0, size);
    for (const name of names) await cp(join(cache, 'texts', name), join(texts, name));
    tell(await measure(`${size.toLocaleString('en')} plain texts`, texts));
  }
  const [megabytes, posts] = isLarge ? [1000, 20_000] : [100, 2_000];
  const file = join(cache, `export-${megabytes}.xml`);
  if (!existsSync(file)) await writeWordpressExport(file, megabytes * 1e6, posts);
  tell(await measure(`WordPress, ${megabytes} MB`, file));
  for (const megabytes of isLarge ? [50, 200, 2000] : [50, 200]) {
    const crawl = join(cache, `crawl-${megabytes}.warc.gz`);
    if (!existsSync(crawl)) await writeCrawl(crawl, megabytes * 1e6);
    tell(await measure(`Crawl (WARC), ${megabytes} MB`, crawl));
  }
  const plain = (await readdir(join(cache, 'texts')))
    .slice(0, 2000)
    .map((name) => join(cache, 'texts', name));
  for (const format of documentFormats) {
    const folder = join(cache, format);
    if (!existsSync(folder)) await writeDocuments(folder, format, plain);
    tell(await measure(`${format}, 500 documents`, folder));
  }
  const sheet = join(cache, 'articles.xlsx');
  if (!existsSync(sheet)) await writeSpreadsheet(sheet, plain);
  tell(await measure('Spreadsheet, 2,000 rows', sheet));
  if (json) console.log(JSON.stringify(costs, null, 2));
}

/** Writes plain texts of a generated archive, and an archive of its most frequent authority records. */
async function prepareTexts(count: number): Promise<void> {
  const corpus = join(cache, 'corpus');
  if (existsSync(join(cache, `texts-${count}`))) return;
  await rm(cache, { recursive: true, force: true });
  await generateCorpus(corpus, { articles: count });
  await mkdir(join(cache, 'texts'), { recursive: true });
  const articles = join(corpus, 'articles');
  const files = (await readdir(articles, { recursive: true })).filter((name) => name.endsWith('.md')).sort();
  for (const name of files) {
    const [, head = '', body = ''] =
      /^---\n([^]*?)\n---\n([^]*)$/.exec(await readFile(join(articles, name), 'utf8')) ?? [];
    const date = /^date: "?([\d-]+)/m.exec(head)?.[1];
    await writeFile(
      join(cache, 'texts', `${name.replaceAll('/', '-').slice(0, -3)}.txt`),
      `${date ? `date ${date} ` : ''}${body.trim()}\n`,
    );
  }
  const empty = join(cache, 'empty');
  for (const [name, most] of Object.entries(records)) {
    await mkdir(join(empty, name), { recursive: true });
    const ids = (await readdir(join(corpus, name))).sort((a, b) => rankOf(a) - rankOf(b)).slice(0, most);
    for (const id of ids) await cp(join(corpus, name, id), join(empty, name, id));
  }
  await cp(join(corpus, 'site.yaml'), join(empty, 'site.yaml'));
  await rm(corpus, { recursive: true });
  await writeFile(join(cache, `texts-${count}`), '');
}

/** Generated ids end with their rank among the names: those of the first are in most articles. */
function rankOf(name: string): number {
  return Number(/-(\d+)\.md$/.exec(name)?.[1] ?? Infinity);
}

async function measure(what: string, source: string): Promise<Cost> {
  const content = join(cache, 'content');
  await rm(content, { recursive: true, force: true });
  await cp(join(cache, 'empty'), content, { recursive: true });
  const started = performance.now();
  const command = ['--import', tellMemory, ...nodeArgumentsOf('ingest'), '--json', source];
  const child = spawn(process.execPath, command, { env: { ...process.env, ARCHIVE_CONTENT: content } });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  await new Promise((settle) => child.on('close', settle));
  const seconds = (performance.now() - started) / 1000;
  const maxRss = Number(/maxRSS (\d+)/.exec(stderr)?.[1]);
  const { items = 0 } = JSON.parse(stdout || '{}') as { items?: number };
  if (!maxRss || items === 0) throw new Error(stderr || stdout);
  return { what, items, seconds, megabytes: Math.round(maxRss / 1024) };
}
