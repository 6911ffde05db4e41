import { cp, mkdir, mkdtemp, readFile, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

import { change, makeContent, record } from '../support/content-folder.ts';
import { buildWarm, copyProject } from '../support/project-copy.ts';
import { sumFiles } from '../support/read-site.ts';
import { runWarm } from '../support/warm-commands.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { build, openPublished, nameArchive, titleOfWhole, type Published } from './published.ts';

// Several builds each, on machines of any speed.
const patience = { timeout: 900_000 };

/** Another checkout of the program. */
let checkout = '';

beforeAll(async () => {
  checkout = await realpath(await mkdtemp(join(tmpdir(), 'dateline-checkout-')));
  await copyProject(checkout);
  return () => rm(checkout, { recursive: true });
});

describe('a build leaves alone', patience, () => {
  test('its content, the project and what is above them, before it reads anything', async () => {
    const content = await makeContent();
    await writeFile(join(content, 'site.yaml'), 'not even valid');
    const before = await sumFiles(content);
    const link = join(await makeFolder(), 'link');
    await symlink(content, link);
    for (const folder of [content, link, join(content, 'dist'), join(content, '..'), '.', '..', 'src', '/']) {
      const { code, stderr } = await runWarm('build', content, ['--out-dir', folder]);
      expect([folder, code, stderr]).toEqual([folder, 1, expect.stringContaining('cannot be built into')]);
    }
    expect(await sumFiles(content)).toEqual(before);
  });

  test('the site of somebody else, and that of another archive', async () => {
    const content = await makeContent();
    const other = await makeFolder({ 'index.html': 'Somebody else’s' });
    const { code, stderr } = await runWarm('build', content, ['--out-dir', other]);
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining(`${join(other, 'index.html')} is not the work of a build`),
    ]);
    const published = await openPublished();
    const before = await sumFiles(published.dist);
    const site = await readFile(join(published.content, 'site.yaml'), 'utf8');
    const elsewhere = join(await makeFolder(), 'content');
    await cp(published.content, elsewhere, { recursive: true });
    await writeFile(
      join(elsewhere, 'site.yaml'),
      site.replace('http://localhost/', 'https://other.example/'),
    );
    // The other checkout does not know that it has built the folder.
    await expect(buildWarm(checkout, elsewhere, published.dist)).rejects.toThrow(
      'is the site of another archive: its data is at http://localhost/data/',
    );
    expect(await sumFiles(published.dist)).toEqual(before);
  });

  test('what somebody has put into the published folder', async () => {
    const published = await openPublished();
    await mkdir(join(published.dist, '.git'));
    await writeFile(join(published.dist, '.git/HEAD'), 'ref: refs/heads/pages\n');
    const { code, stderr } = await runWarm('build', published.content, ['--out-dir', published.dist]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('.git: not the work of a build')]);
    expect(await readFile(join(published.dist, '.git/HEAD'), 'utf8')).toContain('refs/heads/pages');
    // Moved away, as the message says.
    await rename(join(published.dist, '.git'), join(await makeFolder(), 'git'));
    await build(published);
  });
});

test('a link to the published folder stays, and what it leads to is replaced', patience, async () => {
  const published = await openPublished();
  const link = join(await makeFolder(), 'www');
  await symlink(published.dist, link);
  await nameArchive(published.content, 'The second');
  await build({ content: published.content, dist: link });
  expect(await titleOfWhole(published.dist)).toBe('The second');
  expect(await titleOfWhole(link)).toBe('The second');
});

test('two checkouts that build into one folder at the same time wait for each other', patience, async () => {
  const published = await openPublished();
  const projects = [process.cwd(), checkout];
  for (const title of ['The third', 'The fourth']) {
    await nameArchive(published.content, title);
    await Promise.all(projects.map((project) => buildWarm(project, published.content, published.dist)));
    expect(await titleOfWhole(published.dist)).toBe(title);
  }
});

test(
  'an archive of which most is gone is refused by build and check, unless that is said',
  patience,
  async () => {
    const article = record('title: A ferry', 'date: 2021', 'people: []', 'places: []', 'topics: []');
    const names = Array.from({ length: 20 }, (_, number) => `articles/2021/ferry-${number}.md`);
    const published = await openPublished();
    const { content, dist } = published;
    await change(content, Object.fromEntries(names.map((name) => [name, article])));
    await build(published);
    const before = await sumFiles(dist);
    await change(content, Object.fromEntries(names.map((name) => [name, null])));
    for (const [command, ...options] of [['build', '--out-dir', dist], ['check']] as const) {
      const { code, stderr } = await runWarm(command, content, options);
      expect([code, stderr]).toEqual([1, expect.stringContaining('articles in the last build')]);
      expect(stderr).toContain('--allow-removal');
    }
    expect(await sumFiles(dist)).toEqual(before);
    expect((await runWarm('check', content, ['--allow-removal'])).code).toBe(0);
    expect((await runWarm('build', content, ['--out-dir', dist, '--allow-removal'])).code).toBe(0);
    expect((await runWarm('check', content)).code).toBe(0);
  },
);

test('content and output may be in folders of any name', patience, async () => {
  const published = await openPublished();
  const [content, out] = ['content', 'out'].map(
    (name) => `100% a%2Fb #1? * 'x' "y" \\ $z \n é [${name}] {d}`,
  );
  const elsewhere: Published = {
    content: join(await makeFolder(), content ?? ''),
    dist: join(await makeFolder(), out ?? '', 'dist'),
  };
  await cp(published.content, elsewhere.content, { recursive: true });
  await build(elsewhere);
  expect(await sumFiles(elsewhere.dist)).toEqual(await sumFiles(published.dist));
});
