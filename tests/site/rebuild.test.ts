import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import { cacheFolder } from '../../src/records/content-root.ts';
import { generateCorpus } from '../bench/corpus.ts';
import { createRandom, type Random } from '../support/random.ts';
import { buildWith, copyProject } from '../support/project-copy.ts';
import { sumFiles } from '../support/read-site.ts';

/** What editors do between two builds, to files chosen by chance. */
const edits: Record<string, (root: string, random: Random, project: string) => Promise<void>> = {
  async 'an article is added'(root, random) {
    const file = join(
      root,
      `articles/19${10 + Math.floor(random() * 90)}/added-${Math.floor(random() * 1e6)}.md`,
    );
    const year = /(\d{4})\/added/.exec(file)?.[1];
    const frontmatter = `title: An added one\ndate: ${year}\npeople: []\nplaces: []\ntopics: []`;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `---\n${frontmatter}\n---\n\nThis was added.\n`);
  },
  'an article is edited': (root, random) =>
    editOne(root, 'articles', random, (text) => `${text}\nA *last* paragraph.\n`),
  'an article has another title': (root, random) =>
    editOne(root, 'articles', random, (text) =>
      text.replace(/^title: .*(\n {2}.*)*/m, 'title: Another title'),
    ),
  async 'an article is renamed'(root, random) {
    const file = await pickOne(root, 'articles', random);
    await rename(file, file.replace(/\.md$/, '-renamed.md'));
  },
  'an article is removed': async (root, random) => rm(await pickOne(root, 'articles', random)),
  'an article is withdrawn': (root, random) =>
    editOne(root, 'articles', random, (text) =>
      text.replace(/\n---\n/, '\nwithdrawn: { date: 2024-05-01, reason: error }\n---\n'),
    ),
  'a person is added': (root) =>
    writeFile(join(root, 'people/zz-added.md'), '---\nname: Zoë Added\ndescription: Added\n---\n'),
  'a person has another name': (root, random) =>
    editOne(root, 'people', random, (text) => text.replace(/^name: .*/m, 'name: Zed Renamed')),
  'a person has one name more': (root, random) =>
    editOne(root, 'people', random, (text) => text.replace(/\n---\n$/, '\nsortName: Aa, First\n---\n')),
  'a person has an office': (root, random) =>
    editOne(root, 'people', random, (text) =>
      text.replace(/\n---\n$/, '\nroles: [{ title: Mayor, from: 2001, to: 2004-05 }]\n---\n'),
    ),
  'a person was merged into another': async (root) => {
    const [first = '', second = ''] = (await readdir(join(root, 'people'))).sort();
    const replacedBy = `replacedBy: ${second.replace(/\.md$/, '')}\n`;
    await editFile(join(root, 'people', first), (text) => text.replace(/\n---\n$/, `\n${replacedBy}---\n`));
  },
  'a topic is a part of another': async (root) => {
    const [first = '', second = ''] = (await readdir(join(root, 'topics'))).sort();
    const broader = `broader: [${second.replace(/\.md$/, '')}]\n`;
    await editFile(join(root, 'topics', first), (text) => text.replace(/\n---\n$/, `\n${broader}---\n`));
  },
  'a template is changed': (_root, _random, project) =>
    editFile(join(project, 'src/components/Colophon.astro'), (text) =>
      text.replace(/<footer/, '<footer data-changed'),
    ),
  'a stylesheet is changed': (_root, _random, project) =>
    editFile(join(project, 'src/styles/print.css'), (text) => `${text}\n.changed {\n  color: inherit;\n}\n`),
  'a place lies in another': async (root) => {
    const [first = '', second = ''] = (await readdir(join(root, 'places'))).sort();
    const within = `within: ${second.replace(/\.md$/, '')}\n`;
    await editFile(join(root, 'places', first), (text) => text.replace(/\n---\n$/, `\n${within}---\n`));
  },
  'the archive has another title': (root) =>
    editFile(join(root, 'site.yaml'), (text) => text.replace(/^title: .*/m, 'title: Of another name')),
  'the archive is in another language': (root) =>
    editFile(join(root, 'site.yaml'), (text) => text.replace(/^language: .*/m, 'language: de')),
};

async function pickOne(root: string, folder: string, random: Random): Promise<string> {
  const names = await readdir(join(root, folder), { recursive: true });
  const files = names.filter((name) => name.endsWith('.md') && !/added|renamed/.test(name)).sort();
  return join(root, folder, files[Math.floor(random() * files.length)] ?? '');
}

async function editOne(root: string, folder: string, random: Random, change: (text: string) => string) {
  await editFile(await pickOne(root, folder, random), change);
}

async function editFile(file: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const changed = change(text);
  expect(changed, file).not.toBe(text);
  await writeFile(file, changed);
}

async function makeFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'dateline-rebuild-')));
  onTestFinished(async () => {
    await rm(folder, { recursive: true });
    await rm(cacheFolder(join(folder, 'content')), { recursive: true, force: true });
  });
  return folder;
}

/** Builds the content of a folder with the program in it. */
async function build(folder: string): Promise<Record<string, string>> {
  const dist = join(folder, 'dist');
  await buildWith(join(folder, 'project'), join(folder, 'content'), dist);
  return sumFiles(dist);
}

test(
  'a rebuild after any edits is, byte for byte, what a build from nothing is',
  { timeout: 900_000 },
  async () => {
    const random = createRandom(7);
    const folder = await makeFolder();
    await copyProject(join(folder, 'project'));
    await generateCorpus(join(folder, 'content'), { articles: 300, seed: 7 });
    let before = await build(folder);
    const names = Object.keys(edits);
    for (let round = 0; round < 3; round++) {
      const some = names.filter((_name, index) => index % 3 === round);
      for (const name of some) await edits[name]?.(join(folder, 'content'), random, join(folder, 'project'));
      const rebuilt = await build(folder);
      expect(rebuilt, some.join()).not.toEqual(before);
      const fresh = await makeFolder();
      for (const part of ['content', 'project'])
        await cp(join(folder, part), join(fresh, part), { recursive: true, verbatimSymlinks: true });
      expect(rebuilt, some.join()).toEqual(await build(fresh));
      before = rebuilt;
    }
  },
);
