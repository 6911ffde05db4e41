import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';

import { formatDate } from '../../../src/archive/dates/dates.ts';
import { findMessages } from '../../../src/languages/messages.ts';
import { earliest } from '../../../src/records/date/archive-date.ts';
import type { ArchiveContent } from '../../../src/records/read/read-archive.ts';
import { readTags } from '../../../src/records/tags.ts';
import { vocabularies } from '../../../src/records/vocabularies.ts';

/** Files written at a time. */
const batch = 64;

/**
 * Writes an archive as Hugo's content: the same articles with the same tags, and a page for each tag. Hugo knows exact
 * days only, so that a date known in part is a text beside the first day that it can mean.
 *
 * @param folder the folder to write into
 */
export async function writeHugoContent(content: ArchiveContent, folder: string): Promise<void> {
  const files: [string, string][] = content.articles.map(({ id, data, body }) => {
    const { title, date } = data;
    const tags = readTags(data);
    const dated = date && { date: earliest(date), dateWords: formatDate(date, findMessages('en')).long };
    return [`articles/${id}.md`, `---\n${stringify({ title, ...dated, ...tags })}---\n${body}`];
  });
  for (const { name } of vocabularies) {
    for (const { id, data } of content.vocabularies[name]) {
      files.push([
        `${name}/${id}/_index.md`,
        `---\n${stringify({ title: data.name })}---\n${data.description}\n`,
      ]);
    }
  }
  for (const each of new Set(files.map(([path]) => dirname(join(folder, path))))) {
    await mkdir(each, { recursive: true });
  }
  for (let start = 0; start < files.length; start += batch) {
    const some = files.slice(start, start + batch);
    await Promise.all(some.map(([path, text]) => writeFile(join(folder, path), text)));
  }
}
