import { mkdtemp, readFile, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import { writeEditorFiles } from '../../../src/build/editor-files.ts';
import { change, fillContent } from '../../support/content-folder.ts';
import { astroServer, openLanguageClient, yamlServer, type LanguageClient } from './language-client.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

/** Articles that are only begun. */
const [begun, second, third] = ['a', 'b', 'c'].map((name) => `content/articles/2021/${name}.md`) as [
  string,
  string,
  string,
];
const settings = JSON.parse(await readFile('.vscode/settings.json', 'utf8')) as Record<string, object>;

/** Fills a folder as it is open in an editor. */
async function fillProject(project: string): Promise<void> {
  await fillContent(join(project, 'content'));
  await change(project, { [begun]: '', [second]: '---\n', [third]: '---\n\n---\n' });
  await writeEditorFiles(join(project, 'content'), project);
}

describe('an editor with Astro’s language server', () => {
  let project: string;
  let editor: LanguageClient;

  beforeAll(async () => {
    project = join(await realpath(await mkdtemp(join(tmpdir(), 'dateline-editor-'))), 'Ün folder');
    await fillProject(project);
    editor = await openLanguageClient(project, astroServer);
  });
  afterAll(async () => {
    editor.close();
    await rm(dirname(project), { recursive: true });
  });

  test('offers the keys of an article that is begun, and says what they are', async () => {
    const text = '---\ntitle: A ferry\n|\n---\n';
    editor.open(begun, 'markdown', text);
    const offered = await editor.complete(begun, text);
    expect(offered).toEqual(expect.arrayContaining(['date', 'people', 'corrections', 'withdrawn']));
    expect(offered).not.toContain('title');
    expect(await editor.hover(begun, '---\nti|tle: A ferry')).toContain('The headline as printed');
  });

  test('offers the ids that there are, for each vocabulary its own', async () => {
    const text = '---\npeople: [ada-lind]\nplaces: [n|]\n---\n';
    editor.open(second, 'markdown', text);
    expect(await editor.complete(second, text)).toEqual(['norhaven', 'osmark']);
    const place = 'content/places/norhaven.md';
    const within = '---\nname: Norhaven\nwithin: |\n---\n';
    editor.open(place, 'markdown', within);
    expect(await editor.complete(place, within)).toEqual(['norhaven', 'osmark']);
  });

  test('marks what the check would refuse, in the words of the archive', async () => {
    const text = [
      '---',
      'title: A ferry',
      'date: 4 May 2021',
      'people: [ada-lint, ada-lind]',
      'places: [norhaven, norhaven]',
      'topics: []',
      'sumary: A ferry left',
      'withdrawn: {date: 2021, reason: secret}',
      '---',
      '',
    ];
    editor.open(third, 'markdown', text.join('\n'));
    const found = await editor.diagnose(third);
    expect(found.map(({ message, range }) => `${range.start.line + 1}: ${message}`).sort()).toEqual([
      '3: Expected a date like 2021-07-18, 2021-07, 2021, 2021~ (about) or 2021-07/2021-09 (an interval).',
      '4: No record has this id.',
      expect.stringMatching(/^5: .*duplicate/i),
      '7: Property sumary is not allowed.',
      expect.stringMatching(/^8: Value is not accepted\. Valid values: "legal"/),
    ]);
  });

  test('marks nothing in the records of a right folder', async () => {
    for (const file of [
      'articles/2021/05/04/harbour-reopens',
      'articles/undated/ferry-song',
      'people/ada-lind',
      'about',
    ]) {
      const path = `content/${file}.md`;
      editor.open(path, 'markdown', await readFile(`tests/fixtures/records/right/${file}.md`, 'utf8'));
      expect(await editor.diagnose(path), file).toEqual([]);
    }
  });
});

test('an editor with the YAML extension helps with site.yaml, by the settings of this project', async () => {
  const project = await makeFolder();
  await fillProject(project);
  const editor = await openLanguageClient(project, yamlServer, {
    yaml: { schemas: settings['yaml.schemas'] },
  });
  onTestFinished(() => editor.close());
  const file = 'content/site.yaml';
  const text = 'title: A\nlanguage: en\nurl: example.org\nlicence: x\n|';
  editor.open(file, 'yaml', text);
  const found = (await editor.diagnose(file)).map(({ message }) => message).sort();
  expect(found).toEqual([
    'Expected an address that begins with https:// or http://.',
    'Missing property "description".',
    'Property licence is not allowed.',
  ]);
  expect(await editor.complete(file, text)).toEqual(expect.arrayContaining(['publisher', 'license']));
});

describe('writeEditorFiles', () => {
  const read = async (project: string, name: string) =>
    JSON.parse(await readFile(join(project, '.astro/collections', name), 'utf8')) as Record<string, never>;

  test('writes schemas that are JSON Schema, also of an archive without records', async () => {
    const project = await makeFolder({ 'content/site.yaml': '' });
    await writeEditorFiles(join(project, 'content'), project);
    const ajv = new Ajv().addVocabulary(['patternErrorMessage', 'errorMessage']);
    for (const kind of ['site', 'about', 'articles', 'people', 'places', 'organizations', 'topics'])
      expect(ajv.validateSchema(await read(project, `dateline-${kind}.schema.json`))).toBe(true);
  });

  test('writes anew only what has changed', async () => {
    const project = await makeFolder();
    await fillProject(project);
    const content = join(project, 'content');
    const times = () =>
      Promise.all(
        ['collections', 'dateline-articles.schema', 'dateline-topics.schema'].map(
          async (name) => (await stat(join(project, `.astro/collections/${name}.json`))).mtimeMs,
        ),
      );
    const before = await times();
    await writeEditorFiles(content, project);
    expect(await times()).toEqual(before);
    await change(content, { 'people/nils-sund.md': '' });
    await writeEditorFiles(content, project);
    const after = await times();
    expect(after.map((time, index) => time === before[index])).toEqual([false, false, true]);
    expect(JSON.stringify(await read(project, 'collections.json'))).toContain('people/nils-sund.md');
  });
});
