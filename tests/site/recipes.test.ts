import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isMap, parseDocument } from 'yaml';

import { problemsIn } from '../support/content-folder.ts';
import { makeJpeg } from '../support/pictures.ts';
import { copyProject } from '../support/project-copy.ts';

const run = promisify(execFile);

/** A recipe of content/README.md, and its blocks in their order: commands, or lines for the frontmatter of a file. */
interface Recipe {
  title: string;
  blocks: { language: string; code: string }[];
}

const readme = await readFile('content/README.md', 'utf8');
const section = /^## Recipes\n([^]*?)^## /m.exec(readme)?.[1] ?? '';
const recipes = section
  .split(/^\*\*/m)
  .slice(1)
  .map((text): Recipe => {
    const blocks = [...text.matchAll(/^```(\w+)\n([^]*?)^```$/gm)];
    return {
      title: text.slice(0, text.indexOf('**')),
      blocks: blocks.map(([, language = '', code = '']) => ({ language, code })),
    };
  });

/** What a recipe has to result in, besides an archive that the check accepts. */
const outcomes: Record<string, (result: { output: string; project: string }) => Promise<void> | void> = {
  'Add an article by hand.': ({ output }) => expect(output).toContain('no errors'),
  'Add a name, and an article with two bylines.': ({ output }) => {
    expect(output).toContain('content/people/ada-lind.md\n');
    expect(output).toContain('content/articles/2021/07/20/pilots-return-to-the-sound.md\n');
  },
  'Add an article whose date is known in part, about, or not at all.': ({ output }) => {
    const made = ['1998/05/notice-to-skippers', '1975/pilots-wanted', 'undated/a-fragment'];
    for (const id of made) expect(output).toContain(`content/articles/${id}.md\n`);
  },
  'From a folder of texts to a tagged archive.': ({ output, project }) => {
    expect(output).toContain('1 article written');
    expect(output).toMatch(/names\.csv: \d+ names of \d+ articles/);
    expect(output).toContain('0 new records, 0 records with more names, 0 articles tagged');
    expect(existsSync(join(project, 'content/articles/2021/07/19/ferry-is-late.md'))).toBe(true);
  },
  'Find what is not tagged.': ({ output }) =>
    expect(output).toContain('found "Ada Lind", a name of the person "ada-lind"'),
  'Tag what is there with the names that there are.': ({ output }) =>
    expect(output).toContain('+ people: ada-lind'),
  'Correct many articles or names at once.': ({ output }) =>
    expect(output).toContain('Nothing differs from the archive'),
  'Publish.': async ({ project }) => {
    expect(existsSync(join(project, 'dist/articles/2021/07/20/pilots-return-to-the-sound/index.html'))).toBe(
      true,
    );
    expect(await readFile(join(project, 'content/ledger.ndjson'), 'utf8')).toContain(
      'pilots-return-to-the-sound',
    );
  },
  'Take a name out of a published article.': async ({ output, project }) => {
    expect(output).toContain('1 address retired.');
    expect(output).toMatch(/bytes of dist read: no errors, \d+ warnings?\./);
    expect(await readFile(join(project, 'content/ledger.ndjson'), 'utf8')).not.toContain('jane-doe');
  },
  'Keep an article from search engines.': async ({ project }) => {
    await run('npm', ['run', 'build'], { cwd: project });
    const page = await readFile(join(project, 'dist/articles/undated/a-fragment/index.html'), 'utf8');
    expect(page).toContain('<meta name="robots" content="noindex">');
  },
  'Keep a copy for long-term storage.': async ({ project }) => {
    const sums = await readFile(join(project, '../archive-bag/manifest-sha256.txt'), 'utf8');
    expect(sums).toContain('articles/2021/07/20/harbour-reopens.md');
  },
  'Check each change in a workflow.': ({ output }) => expect(output).toContain('::warning file=content/'),
};

describe('the recipes for editors, one after the other', () => {
  let home: string;
  let project: string;

  beforeAll(async () => {
    home = await realpath(await mkdtemp(join(tmpdir(), 'dateline-recipes-')));
    project = join(home, 'project');
    await copyProject(project);
    await cp('content', join(project, 'content'), { recursive: true });
    await mkdir(join(home, 'received'));
    const text = 'Title: Ferry is late\nDate: 2021-07-19\n\nThe ferry to Osmark was late.\n';
    await writeFile(join(home, 'received/ferry.txt'), text);
    await writeFile(join(home, 'ferry.md'), 'The ferry was at the quay again.\n');
    await writeFile(join(home, 'ferry.jpg'), await makeJpeg());
  });
  afterAll(() => rm(home, { recursive: true }));

  test('are all there', () => {
    expect(recipes).toHaveLength(23);
    expect(recipes.filter(({ blocks }) => blocks.length === 0)).toEqual([]);
    expect(recipes.map(({ title }) => title)).toEqual(expect.arrayContaining(Object.keys(outcomes)));
  });

  test.for(recipes)('$title', async ({ title, blocks }) => {
    if (title === 'Correct a published article.') await correctText();
    if (title === 'Take a name out of a published article.') await takeNameOut();
    let output = '';
    for (const { language, code } of blocks) {
      if (language === 'sh') output += await runCommands(code);
      else await addToFrontmatter(code);
    }
    await outcomes[title]?.({ output, project });
    expect(await problemsIn(join(project, 'content'))).toEqual([]);
  });

  async function runCommands(code: string): Promise<string> {
    const env = { ...process.env, HOME: home, npm_config_update_notifier: 'false' };
    const { stdout } = await run('sh', ['-ec', code], { cwd: project, env });
    return stdout;
  }

  /** @param code the file's name as a comment, then lines of YAML */
  async function addToFrontmatter(code: string): Promise<void> {
    const file = join(project, /^# (\S+)\n/.exec(code)?.[1] ?? '');
    const [, yaml = '', body = ''] = /^---\n([^]*?)^---\n([^]*)$/m.exec(await readFile(file, 'utf8')) ?? [];
    const [document, added] = [parseDocument(yaml), parseDocument(code)];
    if (isMap(added.contents)) for (const { key, value } of added.contents.items) document.set(key, value);
    await writeFile(file, `---\n${document.toString({ lineWidth: 0 })}---\n${body}`);
  }

  /** What that recipe leaves to the reader. */
  async function takeNameOut(): Promise<void> {
    const file = join(project, 'content/articles/2021/07/20/harbour-reopens.md');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('harbour master Jane Doe', 'the harbour master'));
  }

  /** What the recipe leaves to the reader; without it the check fails. */
  async function correctText(): Promise<void> {
    const file = join(project, 'content/articles/2021/07/20/pilots-return-to-the-sound.md');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('two days', 'three days'));
    const [problem] = await problemsIn(join(project, 'content'));
    expect(problem).toMatch(/pilots-return-to-the-sound\.md:.+correction/);
  }
});
