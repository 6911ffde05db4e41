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
    `issues-${await digestOf(['tests/support/printed-issues.ts', 'tests/support/pictures.ts'])}`,
    4710,
    undefined,
    '/papers/',
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

/** Builds all fixtures that are not as they were when they were built last. Runs once before the tests. */
export default async function buildFixtures(): Promise<void> {
  const { below, demo, empty, french, generated, issues, long, pictures, variety } = fixtures;
  const site = 'title: Empty\ndescription: Nothing yet.\nlanguage: en\nurl: http://localhost:4702/\n';
  if (!existsSync(empty.content)) {
    await mkdir(empty.content, { recursive: true });
    await writeFile(join(empty.content, 'site.yaml'), site);
  }
  if (!existsSync(generated.content)) {
    await generateCorpus(generated.content, { articles: 300, url: 'http://localhost:4703/news/' });
  }
  if (!existsSync(pictures.content))
    await fillPictures(pictures.content, `http://localhost:${pictures.port}${pictures.base}`);
  if (!existsSync(long.content))
    await fillLongLists(long.content, `http://localhost:${long.port}${long.base}`);
  await ensureDemo(dirname(demo.content), `http://localhost:${demo.port}/`);
  if (!existsSync(issues.content))
    await fillPrintedIssues(issues.content, `http://localhost:${issues.port}${issues.base}`);
  if (!existsSync(federationFolder)) await fillFederation(federationFolder, federationAddresses());
  await copyContent(variety, below);
  await cp('tests/fixtures/share.png', join(below.content, 'share.png'), { preserveTimestamps: true });
  await copyContent(variety, french);
  const builders = openWarmPool(2);
  try {
    const building = Object.values(fixtures).map(async ({ content, dist }) => {
      const request = requestOf('build', content, ['--out-dir', dist], process.cwd());
      const { code, stderr } = await builders.run(request);
      if (code !== 0) throw new Error(`${content} could not be built:\n${stderr}`);
    });
    await Promise.all(building);
  } finally {
    await builders.close();
  }
}

/** Where the federation and its archives are served. */
export function federationAddresses(): FederationAddresses {
  const { federation, gazette, herald, courrier } = fixtures;
  const address = ({ port, base }: Fixture) => `http://localhost:${port}${base}`;
  return {
    federation: address(federation),
    gazette: address(gazette),
    herald: address(herald),
    courrier: address(courrier),
  };
}

/** Copies the content of a site for one at another address, with its times, by which changes are told. */
async function copyContent(from: Fixture, to: Fixture): Promise<void> {
  await rm(to.content, { recursive: true, force: true });
  await cp(from.content, to.content, { recursive: true, preserveTimestamps: true });
  const file = join(to.content, 'site.yaml');
  const { atime, mtime } = await stat(file);
  const address = ({ port, base }: Fixture) => `http://localhost:${port}${base}\n`;
  const text = (await readFile(file, 'utf8')).replace(address(from), address(to));
  await writeFile(file, text.replace('language: en', `language: ${to.language}`));
  await utimes(file, atime, mtime);
}

async function digestOf(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(file));
  return hash.digest('hex').slice(0, 8);
}
