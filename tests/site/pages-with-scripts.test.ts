import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import { editFile } from './edits/edited-archive.ts';
import { findPort } from '../support/find-port.ts';
import { buildWarm, buildWith, copyProject } from '../support/project-copy.ts';
import { readPages, sumFiles, type BuiltPage } from '../support/read-site.ts';

/** A component with a script of its own. */
const scripted = `<p class="marked" data-site={import.meta.env.SITE}>Marked.</p>
<script>
  document.querySelector('.marked')?.setAttribute('data-reached', 'by-script');
</script>
`;

/** A component as Astro allows it: with a script, a style of its own, records, and an element for the head of the page. */
const component = `---
import { getCollection } from 'astro:content';

const articles = await getCollection('articles');
---
${scripted.replace('>Marked', ' data-articles={articles.length}>Marked')}
<style>
  .marked {
    outline: 3px dashed;
  }
</style>
`;

const head = "meta={[...listCitationMeta(view.citation), { name: 'marked', content: 'yes' }]}";

let folder = '';
let project = '';
let content = '';

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'dateline-scripts-')));
  project = join(folder, 'project');
  content = join(folder, 'content');
  await copyProject(project);
  await cp('tests/fixtures/variety', content, { recursive: true });
  await writeFile(join(project, 'src/components/Marked.astro'), component);
  const article = await findArticleComponent();
  await editFile(article, (text) =>
    text
      .replace('---\n', "---\nimport Marked from '../components/Marked.astro';\n")
      .replace('meta={listCitationMeta(view.citation)}', head)
      .replace('<article', '<Marked />\n<article'),
  );
  await editFile(join(project, 'src/components/Colophon.astro'), (text) =>
    text.replace('<footer', '<footer data-request={Astro.url.pathname}'),
  );
});

afterAll(() => rm(folder, { recursive: true }));

/** The component that every page of an article has and no other. */
async function findArticleComponent(): Promise<string> {
  const src = join(project, 'src');
  const files = (await readdir(src, { recursive: true })).filter((name) => name.endsWith('.astro'));
  for (const file of files) {
    if (/<div class="article">/.test(await readFile(join(src, file), 'utf8'))) return join(src, file);
  }
  throw new Error('No component has the article.');
}

/** Whether a page has the component's element, script, style and head element, by what a browser would load. */
async function whatIsThere(
  { document }: Pick<BuiltPage, 'document'>,
  load: (path: string) => Promise<string>,
) {
  const scripts = [...document.querySelectorAll('script:not([type="application/ld+json"])')];
  const styles = [...document.querySelectorAll('link[rel=stylesheet], style')];
  const textOf = async (element: Element) => {
    const path = element.getAttribute('src') ?? element.getAttribute('href');
    return path ? load(path) : (element.textContent ?? '');
  };
  const [script, style] = await Promise.all(
    [scripts, styles].map(async (elements) => (await Promise.all(elements.map(textOf))).join('\n')),
  );
  const marked = document.querySelector('.marked');
  const scope = marked?.getAttributeNames().find((name) => name.startsWith('data-astro-cid-'));
  return {
    hasElement: marked !== null,
    hasRecords: Number(marked?.getAttribute('data-articles')) > 5,
    hasScript: script?.includes('data-reached'),
    hasStyle: scope !== undefined && new RegExp(`\\.marked\\[${scope}\\]`).test(style ?? ''),
    hasHeadElement: document.querySelector('head > meta[name=marked]') !== null,
  };
}

const loadFrom = (dist: string) => (path: string) => readFile(join(dist, path), 'utf8');

const bundles = () => join(project, 'node_modules/.cache/dateline/bundles');
const listBundles = () => readdir(bundles());

/** Puts so many old bundles beside those that are kept that there are too many. */
async function keepOthers(): Promise<void> {
  for (let number = 0; number < 20; number++) {
    const other = join(bundles(), `old-${number}`);
    await mkdir(other);
    await utimes(other, number, number);
  }
}

/** Why the components as Astro has bundled them are not enough, for each bundle that is kept. */
async function listObstacles(): Promise<unknown[]> {
  const found = await Promise.all(
    (await listBundles()).map((name) =>
      readFile(join(bundles(), name, 'bundle.json'), 'utf8').then(
        (text) => [(JSON.parse(text) as { obstacles: unknown }).obstacles],
        () => [],
      ),
    ),
  );
  return found.flat();
}

const everything = {
  hasElement: true,
  hasRecords: true,
  hasScript: true,
  hasStyle: true,
  hasHeadElement: true,
};

describe('pages with scripts, scoped styles and head elements of a component', () => {
  test('have them in a build', { timeout: 240_000 }, async () => {
    const dist = join(folder, 'dist');
    await buildWarm(project, content, dist);
    const pages = await readPages(dist, '/');
    const load = loadFrom(dist);
    expect(await listObstacles()).toEqual([
      ['a page reads records from astro:content', expect.stringContaining('[...article].astro has styles')],
    ]);
    const articles = pages.filter(({ document }) => document.querySelector('.article'));
    expect(articles.length).toBeGreaterThan(5);
    for (const page of articles) expect(await whatIsThere(page, load), page.path).toEqual(everything);
    const others = pages.filter((page) => !articles.includes(page));
    for (const page of others)
      expect(await whatIsThere(page, load), page.path).toMatchObject({ hasElement: false, hasScript: false });
    // Only they need a request of their own, which takes twice the time.
    const requestOf = ({ document }: BuiltPage) =>
      document.querySelector('[data-request]')?.getAttribute('data-request');
    for (const page of articles) expect(requestOf(page)).toBe(page.path);
    const together = pages.filter((page) => requestOf(page)?.startsWith('/batch-of-pages'));
    const paths = together.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['/', '/about/', '/articles/', '/people/ada-brook/', '/data/']),
    );
    expect(paths).not.toContain('/search/');
  });

  test('with scripts alone are rendered without a build of Astro’s, to the same bytes', async () => {
    onTestFinished(() => writeFile(join(project, 'src/components/Marked.astro'), component));
    await writeFile(join(project, 'src/components/Marked.astro'), scripted);
    const build = async (name: string) => {
      const dist = join(folder, name);
      await buildWith(project, content, dist);
      return sumFiles(dist);
    };
    const fromBundle = await build('from-bundle');
    expect(await listObstacles()).toContainEqual([]);
    // Bundles are shared by sites of one path, unless components have the address in their code.
    const settings = join(content, 'site.yaml');
    const before = await readFile(settings, 'utf8');
    await writeFile(settings, before.replace(/^url: .*$/m, 'url: https://other.example/'));
    await keepOthers();
    await build('of-other-address');
    const other = await readFile(
      join(folder, 'of-other-address/articles/2004/05/18/same-day/index.html'),
      'utf8',
    );
    expect(parseHTML(other).document.querySelector('.marked')?.getAttribute('data-site')).toBe(
      'https://other.example/',
    );
    expect((await listBundles()).length).toBe(16);
    expect(await listObstacles()).toContainEqual([]);
    await writeFile(settings, before);
    const html = await readFile(join(folder, 'from-bundle/articles/2004/05/18/same-day/index.html'), 'utf8');
    expect(await whatIsThere(parseHTML(html), loadFrom(join(folder, 'from-bundle')))).toMatchObject({
      hasElement: true,
      hasScript: true,
      hasHeadElement: true,
    });
    await writeFile(
      join(project, 'src/middleware.ts'),
      'export const onRequest = (_: unknown, next: () => Promise<Response>) => next();\n',
    );
    const byAstro = await build('by-astro');
    expect(await listObstacles()).toContainEqual(['middleware']);
    await rm(join(project, 'src/middleware.ts'));
    // The list of files names the script by its content, which is the same.
    expect(byAstro).toEqual(fromBundle);
  });

  test('have them in the development server', { timeout: 240_000 }, async () => {
    const port = await findPort();
    const server = spawn(process.execPath, ['src/commands/dev.ts'], {
      cwd: project,
      // Astro serves no pages where it believes that Vitest runs it.
      env: {
        ...process.env,
        NODE_ENV: undefined,
        VITEST: undefined,
        ARCHIVE_CONTENT: content,
        PORT: String(port),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(server, 'close');
    onTestFinished(async () => {
      server.kill();
      await ended;
    });
    const origin = `http://localhost:${port}`;
    await new Promise<void>((resolve) => {
      let output = '';
      server.stdout.on('data', (text: Buffer) => {
        output += text.toString();
        if (output.includes(origin)) resolve();
      });
    });
    const load = async (path: string) => {
      const response = await fetch(origin + path);
      const text = await response.text();
      expect(response.status, `${path}: ${text}`).toBe(200);
      return text;
    };
    const html = await load('/articles/2004/05/18/same-day/');
    expect(await whatIsThere(parseHTML(html), load)).toEqual(everything);
  });
});
