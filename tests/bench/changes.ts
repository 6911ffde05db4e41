import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';

/** A change that an editor makes between two builds. */
export interface Change {
  /** As the goal for it is called (`goals.ts`), if there is one. */
  what: string;
  /** @returns what takes it back */
  make(content: string): Promise<() => Promise<void>>;
}

/** The changes after which a rebuild is measured. */
export const changes: readonly Change[] = [
  // It creates all folders; those after it reuse the folders of the release before the last.
  { what: 'the first rebuild', make: (content) => addArticle(content, 'first') },
  { what: 'nothing changed', make: async () => async () => {} },
  { what: 'one article added', make: (content) => addArticle(content, 'second') },
  {
    what: 'one article edited',
    make: async (content) => edit((await anArticle(content)).file, (text) => `${text}\nMore.\n`),
  },
  {
    what: 'one article removed',
    async make(content) {
      const { file } = await anArticle(content);
      const text = await readFile(file, 'utf8');
      await rm(file);
      return () => writeFile(file, text);
    },
  },
  {
    what: 'a name added to a person',
    make: async (content) => {
      return edit(await aPerson(content), (text) => {
        const end = text.indexOf('\n---', 3);
        return `${text.slice(0, end)}\nvariants: [An Added Name]${text.slice(end)}`;
      });
    },
  },
  {
    what: 'the stylesheet changed',
    make: () => edit(resolve('src/styles/print.css'), (text) => `${text}\n.bench {\n  color: inherit;\n}\n`),
  },
  {
    what: 'a template changed',
    make: () => edit(resolve('src/layouts/ArticlePage.astro'), (text) => `${text}\n{/* Changed. */}\n`),
  },
];

/**
 * Adds an article of the day of {@link anArticle}: one of another year would change the years that each page states. Each is
 * another, so that none of its pages is in the release before the last.
 */
async function addArticle(content: string, which: string): Promise<() => Promise<void>> {
  const { file } = await anArticle(content);
  const date = /^date: .+$/m.exec(await readFile(file, 'utf8'))?.[0] ?? 'undated: true';
  const lines = [`title: The ${which} added one`, date, 'people: []', 'places: []', 'topics: []'];
  const text = `---\n${lines.join('\n')}\n---\n\nThis was added: the ${which}.\n`;
  return write(join(dirname(file), `the-${which}-added-one.md`), text);
}

async function write(file: string, text: string): Promise<() => Promise<void>> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return () => rm(file);
}

async function edit(file: string, change: (text: string) => string): Promise<() => Promise<void>> {
  const text = await readFile(file, 'utf8');
  await writeFile(file, change(text));
  return () => writeFile(file, text);
}

/** An article in the middle of the archive. */
export async function anArticle(content: string): Promise<{ id: string; file: string }> {
  const files = await readdir(join(content, 'articles'), { recursive: true });
  const articles = files.filter((name) => name.endsWith('.md')).sort();
  const name = articles[Math.floor(articles.length / 2)] ?? '';
  return { id: name.replaceAll(sep, '/').slice(0, -'.md'.length), file: join(content, 'articles', name) };
}

/** A person who goes by one name only. */
async function aPerson(content: string): Promise<string> {
  for (const name of (await readdir(join(content, 'people'))).sort()) {
    const file = join(content, 'people', name);
    if (!/^variants:/m.test(await readFile(file, 'utf8'))) return file;
  }
  throw new Error('No person goes by one name only.');
}
