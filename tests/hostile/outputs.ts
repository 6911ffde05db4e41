import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parse } from 'csv-parse/sync';
import { Parser } from 'n3';
import { SaxesParser } from 'saxes';

import { listFiles } from '../support/read-site.ts';
import type { HostileEntry } from './hostile-content.ts';
import type { Tally } from './tally.ts';

const skos = 'http://www.w3.org/2004/02/skos/core#';

/** What a spreadsheet takes for a formula, and the sign by which the archive keeps it from doing so (OWASP, "CSV Injection"). */
const [formula, guard] = [/^[=+\-@\t\r]/, /^'(?=[=+\-@\t\r])/];

/** The data of an article, as far as it is compared. */
interface ArticleRow extends Record<
  'id' | 'title' | 'subtitle' | 'dateline' | 'summary' | 'rights',
  string | undefined
> {
  byline: string[];
  corrections: { note: string }[];
  source: { section: string; url: string };
}

/** Compares what other programs read of a built site with what its records say: with parsers that others have written. */
export async function compareOutputs(
  dist: string,
  entries: readonly HostileEntry[],
  tally: Tally,
): Promise<void> {
  const files = await listFiles(dist);
  const read = (file: string) => readFile(join(dist, file), 'utf8');
  const readAll = async (pattern: RegExp) =>
    Promise.all(files.filter((file) => pattern.test(file)).map(read));
  compareTable(await readAll(/^data\/articles.*\.csv$/), entries, tally);
  compareLines(await readAll(/^data\/articles.*\.ndjson$/), entries, tally);
  compareVocabularies(await read('data/vocabularies.ttl'), entries, tally);
  for (const file of files) {
    if (/\.xml$/.test(file)) tally.add('XML files', tryTo(file, readXml, await read(file)));
    if (/\.json$/.test(file)) tally.add('JSON files', tryTo(file, JSON.parse, await read(file)));
  }
  const titles = new Map(entries.map(({ record }) => [record.key, nameOf(record)]));
  for (const [key, name] of titles) {
    const [title] = readXml(await read(`${key}/feed.xml`)).get('title') ?? [];
    // feedsmith sets sections of CDATA on lines of their own; readers trim titles.
    const own = title?.trim().slice(0, name?.length);
    tally.add('feed of a record: title', differ(own, name));
  }
  // What hosts are told has no word of a record in it.
  const plain = /^(?:#.*|[\w\s/*:.;,='"{}()@^$~|\\&<>?+!%-]*)$/;
  for (const file of [
    '_headers',
    '_redirects',
    'nginx.conf',
    'Caddyfile',
    'redirects.nginx.conf',
    'redirects.csv',
    'robots.txt',
  ]) {
    if (!files.includes(file)) continue;
    const text = await read(file);
    const strange = text
      .split('\n')
      .filter((line) => !plain.test(line) || /ran\b|elsewhere|X-Injected/i.test(line));
    tally.add(
      'files for hosts',
      strange.map((line) => `${file}: ${line}`),
    );
  }
}

function nameOf({ shown }: HostileEntry['record']): string | undefined {
  return Object.entries(shown).find(([field]) => field.startsWith('name ('))?.[1][0];
}

function compareTable(tables: readonly string[], entries: readonly HostileEntry[], tally: Tally): void {
  const rows = new Map<string | undefined, Record<string, string>>();
  for (const text of tables) {
    const parsed: Record<string, string>[] = parse(text, { columns: true, record_delimiter: '\r\n' });
    for (const row of parsed) rows.set(row.id, row);
  }
  tally.add('CSV: number of rows', differ(rows.size, entries.length));
  for (const { article } of entries) {
    const row = rows.get(idOf(article.path)) ?? {};
    const cells = Object.values(row).filter((cell) => formula.test(cell));
    const plain = (name: string) => [(row[name] ?? '').replace(guard, '')];
    const { subtitle, byline, dateline, summary, rights } = article.shown;
    for (const [name, wanted] of Object.entries({ subtitle, byline, dateline, summary, rights })) {
      tally.add(`CSV: ${name}`, [...differ(plain(name), wanted), ...cells.map((cell) => `formula ${cell}`)]);
    }
    tally.add('CSV: source.section', differ(plain('source.section'), [article.section]));
    tally.add('CSV: title', differ(plain('title'), [article.title]));
  }
}

function compareLines(parts: readonly string[], entries: readonly HostileEntry[], tally: Tally): void {
  const lines = parts.flatMap((text) => text.split('\n').filter((line) => line !== ''));
  const rows = new Map(lines.map((line) => JSON.parse(line) as ArticleRow).map((row) => [row.id, row]));
  tally.add('NDJSON: number of lines', differ(rows.size, entries.length));
  for (const { article } of entries) {
    const row = rows.get(idOf(article.path));
    const { subtitle, byline, dateline, summary, rights } = article.shown;
    tally.add('NDJSON: title', differ([row?.title], [article.title]));
    tally.add('NDJSON: byline', differ(row?.byline, byline));
    tally.add('NDJSON: source', differ([row?.source.section], [article.section]));
    for (const [name, wanted] of Object.entries({ subtitle, dateline, summary, rights } as const))
      tally.add(`NDJSON: ${name}`, differ([row?.[name as 'subtitle']], wanted));
  }
}

function compareVocabularies(turtle: string, entries: readonly HostileEntry[], tally: Tally): void {
  const values = new Map<string, string[]>();
  for (const { subject, predicate, object } of new Parser({ format: 'text/turtle' }).parse(turtle)) {
    const key = `${subject.value} ${predicate.value.replace(skos, '').replace(/^.*[/#]/, '')}`;
    values.set(key, [...(values.get(key) ?? []), object.value]);
  }
  for (const { record } of entries) {
    const say = (property: string) => values.get(`http://localhost/${record.path} ${property}`);
    const { variant, description, sameAs } = record.shown;
    tally.add('SKOS: name', differ(say('prefLabel'), [nameOf(record)]));
    tally.add('SKOS: sort name', differ(say('sortName'), [record.sortName]));
    tally.add('SKOS: variant', differ(say('altLabel'), variant));
    tally.add('SKOS: description', differ(say('definition'), description));
    tally.add('SKOS: sameAs', differ(say('sameAs'), sameAs?.slice(0, 1)));
  }
}

/**
 * Compares citations in the form of a page with what they cite.
 *
 * @param texts in BibTeX, RIS and CSL-JSON
 */
export function compareCitations(
  [bibtex = '', ris = '', csl = '']: readonly string[],
  { article }: HostileEntry,
  tally: Tally,
): void {
  const [title = ''] = article.shown.title ?? [];
  const read = (text: string) => new Cite(text).data.map((item) => foldTex(item.title));
  tally.add(
    'BibTeX: title',
    tryTo('BibTeX', (text) => assertSame(read(text), [foldTex(title)]), bibtex),
  );
  const parsed = tryTo('CSL-JSON', (text) => assertSame(titlesOf(text), [title]), csl);
  tally.add('CSL-JSON: title', parsed);
  const lines = ris.trimEnd().split(/\r?\n/);
  const isRis = lines.every((line) => /^[A-Z][A-Z0-9] {2}- ?[^\p{Cc}]*$/u.test(line));
  const tags = lines.map((line) => line.slice(0, 2));
  const once = ['TY', 'TI', 'T2', 'UR', 'ER'].filter((tag) => tags.indexOf(tag) !== tags.lastIndexOf(tag));
  const wrong = [...differ(isRis, true), ...differ(once, []), ...differ(lines.at(-1)?.trim(), 'ER  -')];
  const said = lines.find((line) => line.startsWith('TI'))?.slice('TI  - '.length);
  tally.add('RIS: title', [...wrong, ...differ(said, title)]);
}

function titlesOf(csl: string): unknown[] {
  return (JSON.parse(csl) as { title: unknown }[]).map((item) => item.title);
}

/** For TeX, spaces that follow one another are one. */
function foldTex(text: unknown): string {
  return String(text).replace(/\s+/g, ' ').trim();
}

function idOf(path: string): string {
  return path.replace(/^articles\/|\/$/g, '');
}

/** The texts of a document's elements, by their names. */
function readXml(xml: string): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', () => void open.push(''));
  const add = (text: string) => void (open[open.length - 1] += text);
  parser.on('text', (text) => open.length > 0 && add(text));
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => texts.set(name, [...(texts.get(name) ?? []), open.pop() ?? '']));
  parser.write(xml).close();
  return texts;
}

/** What goes wrong when something is read. */
function tryTo(name: string, readText: (text: string) => unknown, text: string): string[] {
  try {
    readText(text);
    return [];
  } catch (error) {
    return [`${name}: ${String(error).slice(0, 500)}`];
  }
}

function assertSame(found: unknown, wanted: unknown): void {
  const [difference] = differ(found, wanted);
  if (difference !== undefined) throw new Error(difference);
}

function differ(found: unknown, wanted: unknown): string[] {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  return one === other ? [] : [`${one} instead of ${other}`];
}
