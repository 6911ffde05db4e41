import { hash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { stringify } from 'yaml';

import { nameSourceText } from '../../src/archive/find-source-text.ts';
import { normalizeName } from '../../src/records/normalize-name.ts';
import { vocabularies } from '../../src/records/vocabularies.ts';

/** What a page has to show, character for character, by the fields of its record. */
export type Shown = Readonly<Record<string, readonly string[]>>;

/** An article and a record of an authority file, with payloads in all of their fields. */
export interface HostileEntry {
  /** Their pages' paths, from the home page. */
  article: { path: string; title: string; section: string; shown: Shown };
  record: { path: string; key: string; sortName: string; shown: Shown };
}

const markdown = remark().use(remarkGfm).freeze();

/** A payload as a field of one line can have it: nothing in it is changed but what no record may hold. */
function asLine(payload: string): string {
  return payload.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim();
}

/** A payload as a text can have it. */
export function asText(payload: string): string {
  return payload
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Cs}/gu, '')
    .replace(/^(<<<<<<<|=======|>>>>>>>)/gm, ' $1');
}

/** Different payloads of one line each: none of them empty. */
export function linesOf(payloads: readonly string[]): string[] {
  return [...new Set(payloads.map(asLine))].filter((line) => line !== '');
}

/** A payload as an address can have it. */
function asAddress(line: string, next: string): string {
  return `https://example.org/?${encodeURIComponent(line)}#"'>${next.replace(/\s/g, '')}`;
}

/** The ends of names of source texts: what browsers run, and what they do not. */
const extensions = ['.txt', '.html', '.svg', ''];

/** A payload as the name of a source text, in which what leads elsewhere is refused, and not longer than file systems take. */
function asFileName(line: string, index: number): string {
  const name = line
    .normalize('NFC')
    .replace(/[/\\%#?:]/g, '_')
    .replace(/^[.\s]+|^$/, '_');
  let end = name.length;
  while (Buffer.byteLength(name.slice(0, end)) > 200) end--;
  return `${name.slice(0, end).replace(/\p{Cs}$/u, '')} ${index}${extensions[index % extensions.length]}`;
}

/** Markdown that says a text and nothing else, as those who wrote the standard's own serializer have it. */
function escapeMarkdown(value: string): string {
  return markdown.stringify({
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
  });
}

/** Markdown of a text in a block of code, in which nothing is mark-up (CommonMark 0.31, section 4.5). */
function fence(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const signs = '`'.repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  return `${signs}\n${text}\n${signs}`;
}

/** Payloads that one text holds as mark-up: so many that each is in one text at least, and what they do together too. */
const perText = 3;

/** Writes a record's file. */
async function write(root: string, path: string, data: object, body: string): Promise<void> {
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `---\n${stringify(data, { lineWidth: 0 })}---\n\n${body}\n`);
}

/**
 * Writes an archive of payloads: each is a title, a byline … of one article, and stands in the text of one, as it is and so
 * that it is nothing but text; each is a name, a description … of one record, of all vocabularies in turn.
 *
 * @param root absolute path of the content folder
 */
export async function writeHostileContent(
  root: string,
  payloads: readonly string[],
): Promise<HostileEntry[]> {
  const lines = linesOf(payloads);
  const texts = payloads.map(asText).filter((text) => text.trim() !== '');
  await mkdir(join(root, 'sources'), { recursive: true });
  await writeFile(
    join(root, 'site.yaml'),
    stringify({ title: lines[0], description: lines[1], language: 'en', url: 'http://localhost/' }),
  );
  const names = new Set<string>();
  const nameOf = (line: string, index: number) => {
    const key = normalizeName(line.normalize('NFKC')).toLowerCase();
    const name = names.has(key) ? `${line} (${index})` : line;
    names.add(key);
    return name;
  };

  const entries: HostileEntry[] = [];
  for (const [index, line] of lines.entries()) {
    const at = (offset: number) => lines[(index + offset) % lines.length] ?? line;
    const text = texts[index % texts.length] ?? line;
    const raw = Array.from(
      { length: perText },
      (_, place) => texts[(index * perText + place) % texts.length],
    );
    const vocabulary = vocabularies[index % vocabularies.length]?.name ?? 'topics';
    const isPublication = vocabulary === 'publications';
    const section = [...at(5)].slice(0, 150).join('').trim();
    const address = asAddress(at(5), at(6));
    const source = asFileName(at(9), index);
    await writeFile(join(root, 'sources', source), text);
    const sha256 = hash('sha256', text);

    const record = {
      name: nameOf(line, index),
      sortName: at(1),
      variants: [`${at(2)} ${index}`],
      description: at(3),
      sameAs: [address],
      ...(vocabulary === 'people' && {
        roles: [0, 1, 2, 3].map((place) => ({ title: at(4 + place), from: '1999' })),
      }),
    };
    const key = `${vocabulary}/p-${index}`;
    await write(root, `${key}.md`, record, [escapeMarkdown(`Notes: ${line}`), text].join('\n\n'));

    const article = {
      title: line,
      titleSupplied: index % 3 === 0,
      subtitle: at(1),
      date: 2020,
      people: [],
      places: [],
      topics: [],
      ...(!isPublication && { [vocabulary]: [`p-${index}`] }),
      byline: [at(2)],
      dateline: at(3),
      summary: at(4),
      source: {
        ...(isPublication && { publication: `p-${index}` }),
        section,
        url: address,
        archivedUrl: address,
        file: source,
        sha256,
      },
      rights: at(6),
      corrections: [{ date: '2021-01-02', note: at(7) }],
    };
    const body = [escapeMarkdown(`In the text: ${line}`), fence(text), ...raw].join('\n\n');
    await write(root, `articles/2020/p-${index}.md`, article, body);

    entries.push({
      article: {
        path: `articles/2020/p-${index}/`,
        title: line,
        section,
        shown: {
          title: [article.titleSupplied ? `[${line}]` : line],
          'title in JSON-LD': [line],
          subtitle: [article.subtitle],
          byline: article.byline,
          dateline: [article.dateline],
          summary: [article.summary],
          'source name': [isPublication ? `${record.name}, ${section}` : section],
          'source address': [address, address],
          rights: [article.rights],
          correction: [`2 January 2021: ${at(7)}`],
          text: [`In the text: ${line}`],
          'text of several lines': [`${text}\n`],
          'tag name': isPublication ? [] : [record.name],
          'source file name': [nameSourceText({ file: source, sha256 })],
        },
      },
      record: {
        path: `${key}/`,
        key,
        sortName: record.sortName,
        shown: {
          [`name (${vocabulary})`]: [record.name],
          description: [record.description],
          variant: record.variants,
          sameAs: [address, address.replace('https://', '')],
          notes: [`Notes: ${line}`],
          role: record.roles?.map(({ title }) => title) ?? [],
        },
      },
    });
  }
  return entries;
}

/**
 * Writes an archive of one article that says payloads of itself: each of its fields says them all, one after the other,
 * and begins with another.
 *
 * @param root absolute path of the content folder
 * @returns what its pages have to show
 */
export async function writeHostileSite(root: string, lines: readonly string[]): Promise<Shown> {
  const from = (start: number) => lines.map((_, index) => lines[(start + index) % lines.length]).join(' ');
  const [title, description, publisher, license, about, text] = [0, 1, 2, 3, 4, 5].map(from);
  const site = { title, description, language: 'en', url: 'http://localhost/' };
  await mkdir(root, { recursive: true });
  await writeFile(
    join(root, 'site.yaml'),
    stringify({
      ...site,
      publisher: { name: publisher, url: 'https://example.org/' },
      license: { name: license, url: 'https://example.org/' },
    }),
  );
  await write(root, 'about.md', { title: about }, escapeMarkdown(`About: ${text}`));
  const article = { title: 'One', date: 2020, people: [], places: [], topics: [] };
  await write(root, 'articles/2020/one.md', article, 'One text.');
  return {
    'site title': [title ?? ''],
    'site description': [description ?? ''],
    'publisher and license': [publisher ?? '', license ?? ''],
    'about: title': [about ?? ''],
    'about: text': [`About: ${text}`],
  };
}
