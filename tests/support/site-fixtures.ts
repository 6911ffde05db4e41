import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

import { ensureDemo } from '../../src/demo/ensure-demo.ts';
import { generateCorpus } from '../bench/corpus.ts';
import { fillFederation, foldersOf, type FederationAddresses } from './federated-archives.ts';
import { fillLongLists } from './long-lists.ts';
import { fillPictures } from './pictures.ts';
import { fillPrintedIssues } from './printed-issues.ts';
import { requestOf } from './run-command.ts';
import { openWarmPool } from './warm-processes.ts';

/** Where test sites are kept between runs, so that what has not changed is not built again. */
const cache = resolve('node_modules/.cache/dateline/tests');

/** A site that the site tests read and the browser tests use. */
export interface Fixture {
  /** Absolute path of its content folder. */
  content: string;
  /** Absolute path of the built site. */
  dist: string;
  /** The path of its home page. */
  base: string;
  /** The language of its pages. */
  language: string;
  /** The port that the browser tests serve it on. */
  port: number;
}

const fixture = (
  name: string,
  port: number,
  content = join(cache, name, 'content'),
  base = '/',
  language = 'en',
): Fixture => ({
  content,
  dist: join(cache, name, 'dist'),
  base,
  language,
  port,
});

const federationFolder = join(cache, `federation-${await digestOf(['tests/support/federated-archives.ts'])}`);
const federated = foldersOf(federationFolder);

// Sites below the same path in the same language share the bundle of their components, which takes longer than most of them.
export const fixtures = {
  /** The archive of this project. */
  seed: fixture('seed', 4701, resolve('content')),
  /** An archive with a site.yaml and nothing else. */
  empty: fixture('empty', 4702),
  /** Three hundred generated articles, published under a path of their host. */
  generated: fixture(
    `generated-${await digestOf(['tests/bench/corpus.ts', 'tests/bench/words.ts'])}`,
    4703,
    undefined,
    '/news/',
  ),
  /** What Markdown can do; corrections, withdrawn, moved and undated articles; texts in other scripts. */
  variety: fixture('variety', 4704, resolve('tests/fixtures/variety')),
  /** The same, published under a path of its host, with a picture of its own for cards. */
  below: fixture('below', 4705, undefined, '/archive/'),
  /** The same in French words. */
  french: fixture('french', 4706, undefined, '/', 'fr'),
  /** Articles with pictures, a printed page and an attachment. */
  pictures: fixture(`pictures-${await digestOf(['tests/support/pictures.ts'])}`, 4707, undefined, '/press/'),
  /** Three titles over twenty years, with issues, editions and printed pages. */
  issues: fixture(
    `printed-issues-${await digestOf(['tests/support/printed-issues.ts', 'tests/support/pictures.ts'])}`,
    4710,
    undefined,
    '/press/',
  ),
  /** A topic with more articles than one page lists. */
  long: fixture(`long-${await digestOf(['tests/support/long-lists.ts'])}`, 4708),
  /** A federation, and its three archives in two languages. */
  federation: fixture('federation', 4721, federated.federation),
  gazette: fixture('gazette', 4722, federated.gazette, '/archive/'),
  herald: fixture('herald', 4723, federated.herald),
  courrier: fixture('courrier', 4724, federated.courrier, '/courrier/', 'fr'),
  /** The demonstration: one of every kind of page, as readers would see it. */
  demo: fixture('demo', 4709),
} satisfies Record<string, Fixture>;

/** The name of a fixture. */
export type FixtureName = keyof typeof fixtures;

/** What writes the content of fixtures that have one of their own, where it is not there. */
const fillers: Partial<Record<FixtureName, () => Promise<unknown>>> = {
  demo: () => ensureDemo(dirname(fixtures.demo.content), addressOf(fixtures.demo)),
  empty: () => fillOnce('empty', fillEmpty),
  generated: () => fillOnce('generated', (root, url) => generateCorpus(root, { articles: 300, url })),
  pictures: () => fillOnce('pictures', fillPictures),
  issues: () => fillOnce('issues', fillPrintedIssues),
  long: () => fillOnce('long', fillLongLists),
  below: async () => {
    const { below, variety } = fixtures;
    await copyContent(variety, below);
    await cp('tests/fixtures/share.png', join(below.content, 'share.png'), { preserveTimestamps: true });
  },
  french: () => copyContent(fixtures.variety, fixtures.french),
};

/**
 * Builds all fixtures that are not as they were when they were built last. Runs once before the tests. Each is built as soon
 * as its content is there, while that of others is written.
 */
export default async function buildFixtures(): Promise<void> {
  if (!existsSync(federationFolder)) await fillFederation(federationFolder, federationAddresses());
  const builders = openWarmPool(2);
  try {
    // The demonstration takes longest.
    const names = (Object.keys(fixtures) as FixtureName[]).sort((a) => (a === 'demo' ? -1 : 0));
    const building = names.map(async (name) => {
      await fillers[name]?.();
      const { content, dist } = fixtures[name];
      const request = requestOf('build', content, ['--out-dir', dist], process.cwd());
      const { code, stderr } = await builders.run(request);
      if (code !== 0) throw new Error(`${content} could not be built:\n${stderr}`);
    });
    await Promise.all(building);
  } finally {
    await builders.close();
  }
}

const addressOf = ({ port, base }: Fixture) => `http://localhost:${port}${base}`;

async function fillOnce(
  name: FixtureName,
  fill: (root: string, url: string) => Promise<unknown>,
): Promise<void> {
  const { [name]: own } = fixtures;
  if (!existsSync(own.content)) await fill(own.content, addressOf(own));
}

async function fillEmpty(root: string, url: string): Promise<void> {
  await mkdir(root, { recursive: true });
  const site = `title: Empty\ndescription: Nothing yet.\nlanguage: en\nurl: ${url}\n`;
  await writeFile(join(root, 'site.yaml'), site);
}

/** Where the federation and its archives are served. */
export function federationAddresses(): FederationAddresses {
  const { federation, gazette, herald, courrier } = fixtures;
  return {
    federation: addressOf(federation),
    gazette: addressOf(gazette),
    herald: addressOf(herald),
    courrier: addressOf(courrier),
  };
}

/** Copies the content of a site for one at another address, with its times, by which changes are told. */
async function copyContent(from: Fixture, to: Fixture): Promise<void> {
  await rm(to.content, { recursive: true, force: true });
  await cp(from.content, to.content, { recursive: true, preserveTimestamps: true });
  const file = join(to.content, 'site.yaml');
  const { atime, mtime } = await stat(file);
  const text = (await readFile(file, 'utf8')).replace(`${addressOf(from)}\n`, `${addressOf(to)}\n`);
  await writeFile(file, text.replace('language: en', `language: ${to.language}`));
  await utimes(file, atime, mtime);
}

async function digestOf(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(file));
  return hash.digest('hex').slice(0, 8);
}

if (import.meta.main) await buildFixtures();
