import { spawn } from 'node:child_process';
import { mkdtemp, readFile, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';

import { writeEditorFiles } from '../../../src/build/editor-files.ts';
import { change, fillContent } from '../../support/content-folder.ts';
import { findPort } from '../../support/find-port.ts';
import { copyProject } from '../../support/project-copy.ts';
import { makeFolder } from '../../support/temporary-folder.ts';
import { astroServer, openLanguageClient, yamlServer, type LanguageClient } from './language-client.ts';

/** Articles that are only begun: with them, the archive is not valid. */
const [begun, second, third] = ['a', 'b', 'c'].map((name) => `content/articles/2021/${name}.md`) as [
  string,
  string,
  string,
];
const settings = JSON.parse(await readFile('.vscode/settings.json', 'utf8')) as Record<string, object>;

let folder: string;
/** A copy of the project, as it is open in an editor. */
let project: string;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'dateline-editor-')));
  project = join(folder, 'Ün folder');
  await copyProject(project);
  await fillContent(join(project, 'content'));
  await change(project, { [begun]: '', [second]: '---\n', [third]: '---\n\n---\n' });
  const { output, ended } = await startDev();
  expect(await ended, output()).toBe(1);
  expect(output()).toContain('articles/2021/a.md');
});
afterAll(() => rm(folder, { recursive: true }));

/** Starts the development server of the copied project. */
async function startDev(): Promise<{ output: () => string; ended: Promise<number | null>; end: () => void }> {
  const env = { PATH: process.env['PATH'], PORT: String(await findPort()) };
  const server = spawn(process.execPath, ['src/commands/dev.ts'], { cwd: project, env });
  let text = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk: Buffer) => (text += String(chunk)));
  const ended = new Promise<number | null>((resolve) => server.on('close', resolve));
  return { output: () => text, ended, end: () => server.kill() };
}

function readEditorFile(name: string): Promise<string> {
  return readFile(join(project, '.astro/collections', name), 'utf8');
}

describe('an editor with Astro’s language server', () => {
  let editor: LanguageClient;

  beforeAll(async () => {
    editor = await openLanguageClient(project, astroServer);
  });
  afterAll(() => editor.close());

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

test('the list of files is written again only when it has changed', async () => {
  const content = await makeFolder();
  await fillContent(join(content, 'content'));
  const root = join(content, 'content');
  const list = join(content, '.astro/collections/collections.json');
  expect(await writeEditorFiles(root, content)).toBe(true);
  const { mtimeMs } = await stat(list);
  expect(await writeEditorFiles(root, content)).toBe(false);
  expect((await stat(list)).mtimeMs).toBe(mtimeMs);
  await change(root, { 'people/nils-sund.md': '' });
  expect(await writeEditorFiles(root, content)).toBe(true);
  expect(await readFile(list, 'utf8')).toContain('people/nils-sund.md');
});

test('an id can be used as soon as its record has a file', async () => {
  await change(project, { [begun]: null, [second]: null, [third]: null });
  await change(project, { '.astro/collections/collections.json': null });
  const { output, ended, end } = await startDev();
  onTestFinished(async () => {
    end();
    await ended;
  });
  const until = (expectation: () => Promise<void>) =>
    vi.waitFor(expectation, { timeout: 60_000, interval: 200 });
  await until(() => Promise.resolve(expect(output()).toContain('localhost')));
  await until(async () => expect(await readEditorFile('collections.json')).toContain('people/ada-lind.md'));
  await change(project, { 'content/people/nils-sund.md': '' });
  await until(async () => {
    expect(await readEditorFile('articles.schema.json')).toContain('"nils-sund"');
    expect(await readEditorFile('collections.json')).toContain('people/nils-sund.md');
  });
});
