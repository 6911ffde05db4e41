import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, realpath, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Parser } from 'n3';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { CatalogueFacet } from '../../src/search/catalogue.ts';
import { buildWarm, copyProject } from '../support/project-copy.ts';

const run = promisify(execFile);

/** The definition of a vocabulary that the project does not have. */
const definition = `  {
    name: 'events',
    singular: 'event',
    schemaTitle: 'An event',
    tagDescription: 'The events that the text is about: ids of records in content/events/.',
    isRequired: false,
    fields: {},
    references: {},
    named: true,
    hyphenJoins: false,
    schemaOrgType: 'Event',
    sourceNames: ['events', 'event'],
  },
`;

/** Its words: in each file, after which line. */
const words: [file: string, after: RegExp, line: string][] = [
  ['en.ts', /^ {4}topics: vocabulary\(.*\n/m, "    events: vocabulary('Events', 'event', 'events'),\n"],
  [
    'fr.ts',
    /^ {4}topics: vocabulary\(.*\n/m,
    "    events: vocabulary('Événements', 'événement', 'événements', 'd’événements'),\n",
  ],
  ['search/en.ts', /^ {4}topic: .*\n/m, "    event: 'event',\n"],
  ['search/en.ts', /^ {4}topics: .*\n/m, "    events: 'events',\n"],
  ['search/fr.ts', /^ {4}topic: .*\n/m, "    event: 'événement',\n"],
  ['search/fr.ts', /^ {4}topics: .*\n/m, "    events: 'événements',\n"],
];

const article = `---
title: The ferry race
date: 1987-06-01
people: []
places: []
topics: []
events: [ferry-race]
---

The Ferry Race was held again this year.
`;

let folder: string;
let project: string;
let content: string;
let dist: string;

async function insertAfter(file: string, pattern: RegExp, text: string): Promise<void> {
  const before = await readFile(file, 'utf8');
  const after = before.replace(pattern, (line) => line + text);
  expect(after, file).not.toBe(before);
  await writeFile(file, after);
}

async function writeContent(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(content, path)), { recursive: true });
    await writeFile(join(content, path), text);
  }
}

const read = (file: string) => readFile(join(dist, file), 'utf8');

function command(name: string, options: readonly string[], root = content) {
  const env = { ...process.env, ARCHIVE_CONTENT: root };
  return run(process.execPath, [`src/commands/${name}.ts`, ...options], { cwd: project, env });
}

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'dateline-further-')));
  [project, content, dist] = [join(folder, 'project'), join(folder, 'content'), join(folder, 'dist')];
  await copyProject(project);
  await insertAfter(join(project, 'src/records/vocabularies.ts'), /^const definitions = \[\n/m, definition);
  for (const [file, after, line] of words)
    await insertAfter(join(project, 'src/languages', file), after, line);
  await writeContent({
    'site.yaml': 'title: Six\ndescription: Made up.\nlanguage: en\nurl: http://localhost/\n',
    'articles/1987/06/01/ferry-race.md': article,
    'events/ferry-race.md': '---\nname: Ferry Race\ndescription: A race of ferries, made up\n---\n',
  });
  await buildWarm(project, content, dist);
});

afterAll(() => rm(folder, { recursive: true }));

test('a further vocabulary has its index and its pages, in which articles are listed with their evidence', async () => {
  expect(await read('events/index.html')).toContain('href="/events/ferry-race/"');
  const page = await read('events/ferry-race/index.html');
  expect(page).toContain('A race of ferries, made up');
  expect(page).toContain('href="/articles/1987/06/01/ferry-race/"');
  expect(page).toContain('"@type":"Event"');
});

test('its names are linked in articles, and the home page and the nameplate lead to its index', async () => {
  expect(await read('articles/1987/06/01/ferry-race/index.html')).toContain(
    '<a href="/events/ferry-race/" class="mention">Ferry Race</a>',
  );
  expect(await read('index.html')).toContain('href="/events/"');
});

test('it is a facet of the search', async () => {
  const { values } = JSON.parse(await read('search/catalogue/event.json')) as CatalogueFacet;
  expect(values).toEqual([['ferry-race', 'Ferry Race', 1]]);
  expect(await read('search/index.html')).toContain('&quot;key&quot;:&quot;event&quot;');
});

test('its records have feeds, are in the data sets, and are concepts in SKOS', async () => {
  expect(await read('events/ferry-race/feed.xml')).toContain('The ferry race');
  const line = JSON.parse((await read('data/articles.ndjson')).split('\n')[0] ?? '') as { events: string[] };
  expect(line.events).toEqual(['ferry-race']);
  expect(await read('data/articles.csv')).toMatch(/^[^\n]*\bevents\b/);
  const quads = new Parser().parse(await read('data/vocabularies.ttl'));
  const concepts = quads.filter(({ subject }) => subject.value === 'http://localhost/events/ferry-race/');
  expect(concepts.map(({ object }) => object.value)).toContain('https://schema.org/Event');
});

test('a tag without a record is an error that names the nearest', async () => {
  const wrong = join(folder, 'wrong');
  await run('cp', ['-r', content, wrong]);
  const file = join(wrong, 'articles/1987/06/01/ferry-race.md');
  await writeFile(file, article.replace('[ferry-race]', '[fery-race]'));
  const { stderr } = (await command('check', [], wrong).catch((error: unknown) => error)) as {
    stderr: string;
  };
  expect(stderr).toContain('ferry-race');
});

test('"npm run new" makes its records and tags articles with them', async () => {
  await command('new', ['--event', 'Boat Show', '--description', 'A show, made up']);
  expect(await readFile(join(content, 'events/boat-show.md'), 'utf8')).toContain('name: Boat Show');
  const text = join(folder, 'text.md');
  await writeFile(text, 'The Boat Show opened.\n');
  await command('new', ['--title', 'Show opens', '--date', '1988', '--events', 'boat-show', '--text', text]);
  const [made = ''] = await readdir(join(content, 'articles/1988'));
  expect(await readFile(join(content, 'articles/1988', made), 'utf8')).toMatch(/^events:.*boat-show/ms);
});

test('its data are taken in again by another archive as they were', async () => {
  const other = join(folder, 'other');
  await mkdir(other);
  await writeFile(
    join(other, 'site.yaml'),
    'title: Other\ndescription: Made up.\nlanguage: en\nurl: http://localhost/\n',
  );
  await command('ingest', [join(dist, 'data/vocabularies.ttl'), join(dist, 'data/articles.ndjson')], other);
  expect(await readFile(join(other, 'events/ferry-race.md'), 'utf8')).toContain('name: Ferry Race');
  const [made = ''] = await readdir(join(other, 'articles/1987/06/01'));
  expect(await readFile(join(other, 'articles/1987/06/01', made), 'utf8')).toMatch(/^events:.*ferry-race/ms);
});

test('editors know its records and the tags of articles by JSON Schemas', async () => {
  const schemaOf = async (collection: string) =>
    JSON.parse(await readFile(join(project, `.astro/collections/${collection}.schema.json`), 'utf8')) as {
      properties: Record<string, { items?: { enum?: string[] } }>;
    };
  expect((await schemaOf('events')).properties).toHaveProperty('sortName');
  expect((await schemaOf('articles')).properties['events']?.items?.enum).toContain('ferry-race');
});
