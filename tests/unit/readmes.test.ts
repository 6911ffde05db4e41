import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { options as ingestOptions } from '../../src/commands/ingest-options.ts';
import { describeRecords, type JsonSchema } from '../../src/records/schemas/json-schema.ts';
import { change, makeContent, problemsIn, record } from '../support/content-folder.ts';

const readmes = ['README.md', ...globSync('{src,tests,content}/**/README.md')].sort();
const editors = readFileSync('content/README.md', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** Folders whose files are named by their paths; those in content/ are examples. */
const namedInFull = /^(?:src|tests|public|\.github|\.vscode)\/[\w./[\]-]+$/;
const codeFile = /^[\w./[\]-]+\.(?:ts|astro|css|mjs)$/;

describe.each(readmes)('%s', (readme) => {
  const text = readFileSync(readme, 'utf8');
  const prose = text.replace(/^ *```[^]*?^ *```$/gm, '');
  const folder = dirname(readme);

  test('links to files and headings that exist', () => {
    const targets = Array.from(prose.matchAll(/\]\(([^)\s]+)\)/g), ([, target = '']) => target);
    const missing = targets
      .filter((target) => !/^https?:/.test(target))
      .filter((target) => {
        const [path = '', heading] = target.split('#');
        const file = path === '' ? readme : join(folder, path);
        return !existsSync(file) || (heading !== undefined && !headingsOf(file).includes(heading));
      });
    expect(missing).toEqual([]);
  });

  test('names files and folders that exist', () => {
    const names = Array.from(prose.matchAll(/`([^`\n]+)`/g), ([, name = '']) => name);
    const missing = names
      .filter((name) => namedInFull.test(name) || codeFile.test(name))
      .filter((name) => ![name, join(folder, name), join('src', name)].some((path) => existsSync(path)))
      // A page on a folder names the files of its sub-folders by their names alone.
      .filter(
        (name) => globSync(`{${folder},${folder.replace(/^src/, 'tests/unit')}}/**/${name}`).length === 0,
      );
    expect(missing).toEqual([]);
  });

  test('names commands that exist', () => {
    const named = Array.from(text.matchAll(/npm run ([\w:]+)/g), ([, name = '']) => name);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

describe('the project’s README', () => {
  test('is short enough to be read', () => {
    expect(statSync('README.md').size).toBeLessThanOrEqual(10 * 1024);
  });
});

describe('the README for editors', () => {
  test('explains every key', () => {
    const keys = new Set(Object.values(describeRecords()).flatMap(listKeys));
    const rows = editors.split('\n').filter((line) => line.startsWith('| `'));
    const explained = new Set(rows.flatMap((row) => row.match(/(?<=`)\w+(?=`)/g) ?? []));
    expect([...keys].filter((key) => !explained.has(key))).toEqual([]);
  });

  test('explains every option of ingest', () => {
    const explained = Array.from(editors.matchAll(/^\| `--([\w-]+)/gm), ([, name = '']) => name);
    expect(explained.sort()).toEqual(Object.keys(ingestOptions).sort());
  });

  test('shows errors as they are reported', async () => {
    const [, section = ''] = editors.split('## What errors look like');
    const shown = section.match(/^content\/.+$/gm) ?? [];
    expect(shown).toHaveLength(3);
    const content = await makeContent({
      'people/wang-yi.md': record('name: Wang Yi', 'description: A diplomat'),
    });
    const file = 'articles/2021/07/20/harbour-reopens.md';
    const problemsOf = async (date: string, person: string) => {
      const lines = ['title: Harbour reopens', date, `people: [${person}]`, 'places: []', 'topics: []'];
      await change(content, { [file]: record(...lines) });
      return problemsIn(content);
    };
    const reported = [
      ...(await problemsOf('date: 2021-07-20', 'jane-doe')),
      ...(await problemsOf('dat: 2021-07-20', 'wang-yi')),
      ...(await problemsOf('date: 2021-07-20', 'wang-yy')),
    ].map((line) => (line.startsWith(file) ? `content/${line}` : line));
    for (const line of shown) expect(reported).toContain(line);
  });
});

/** The ids of a page's headings, as GitHub makes them. */
function headingsOf(file: string): string[] {
  return Array.from(readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** All keys of a schema, those of values within values too. */
function listKeys(schema: JsonSchema | boolean): string[] {
  if (typeof schema === 'boolean') return [];
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, value]) => [key, ...listKeys(value)]);
  const items = [schema.items ?? [], schema.anyOf ?? []].flat();
  return [...own, ...items.flatMap(listKeys)];
}
