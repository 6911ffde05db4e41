import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** A change that an editor makes between two builds. */
export interface Change {
  what: string;
  /** @returns what takes it back */
  make(content: string): Promise<() => Promise<void>>;
}

/** The changes after which a rebuild is measured. */
export const changes: readonly Change[] = [
  { what: 'nothing changed', make: async () => async () => {} },
  // It creates all folders; those after it reuse the folders of the release before the last.
  { what: 'the first rebuild', make: addArticle },
  { what: 'one article added', make: addArticle },
  {
    what: 'one article edited',
    make: async (content) => edit(await anArticle(content), (text) => `${text}\nMore.\n`),
  },
  {
    what: 'one article removed',
    async make(content) {
      const file = await anArticle(content);
      const text = await readFile(file, 'utf8');
      await rm(file);
      return () => writeFile(file, text);
    },
  },
  {
    what: 'a name added to a person',
    make: async (content) => {
      const [person = ''] = (await readdir(join(content, 'people'))).sort();
      return edit(join(content, 'people', person), (text) =>
        text.replace(/\n---\n$/, '\nvariants: [An Added Name]\n---\n'),
      );
    },
  },
  {
    what: 'the stylesheet changed',
    make: () => edit(resolve('src/styles/print.css'), (text) => `${text}\n.bench {\n  color: inherit;\n}\n`),
  },
];

const article = `---
title: An added one
date: 2021-12-29
people: []
places: []
topics: []
---

This was added.
`;

function addArticle(content: string): Promise<() => Promise<void>> {
  return write(join(content, 'articles/2021/12/29/an-added-one.md'), article);
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
async function anArticle(content: string): Promise<string> {
  const files = await readdir(join(content, 'articles'), { recursive: true });
  const articles = files.filter((name) => name.endsWith('.md')).sort();
  return join(content, 'articles', articles[Math.floor(articles.length / 2)] ?? '');
}
