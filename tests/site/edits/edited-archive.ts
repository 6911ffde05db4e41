import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isMap, parseDocument } from 'yaml';

import type { Random } from '../../../src/system/random.ts';

/** An archive that is edited, and copies of the program that build it. */
export interface EditedArchive {
  /** Absolute path of the content folder. */
  content: string;
  /** Absolute paths of the copies of the program. What changes the program changes all of them. */
  projects: readonly string[];
  /** Chooses what is edited. */
  random: Random;
}

/** What an editor does between two builds. */
export type Edit = (archive: EditedArchive) => Promise<void>;

/** Frontmatter as it is written, by key. */
export type Frontmatter = Readonly<Record<string, unknown>>;

/** A Markdown file of a content folder. */
export interface RecordFile {
  /** Absolute path. */
  file: string;
  /** Its path below the folder of its kind, without `.md`. */
  id: string;
  data: Frontmatter;
  body: string;
}

const fence = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;

/** Reads the files of one kind, sorted by id. */
export async function readRecords({ content }: EditedArchive, kind: string): Promise<RecordFile[]> {
  const folder = join(content, kind);
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md')).sort();
  return Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      const [, yaml = '', body = ''] = fence.exec(await readFile(file, 'utf8')) ?? [];
      const data = (parseDocument(yaml, { schema: 'failsafe' }).toJS() ?? {}) as Frontmatter;
      return { file, id: name.slice(0, -3), data, body };
    }),
  );
}

/**
 * Chooses a file.
 *
 * @throws {NothingToEdit} when no file suits
 */
export async function pickRecord(
  archive: EditedArchive,
  kind: string,
  suits: (record: RecordFile) => boolean = () => true,
): Promise<RecordFile> {
  return pickOne(archive, (await readRecords(archive, kind)).filter(suits));
}

/** Chooses a published article. */
export function pickArticle(
  archive: EditedArchive,
  suits: (article: RecordFile) => boolean = () => true,
): Promise<RecordFile> {
  return pickRecord(archive, 'articles', (article) => !article.data['withdrawn'] && suits(article));
}

/** There is nothing in the archive that an edit could be made to. */
export class NothingToEdit extends Error {
  override name = 'NothingToEdit';
}

/**
 * Chooses an item.
 *
 * @throws {NothingToEdit} when there is none
 */
export function pickOne<Item>({ random }: EditedArchive, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new NothingToEdit('Nothing in the archive suits this edit.');
  return item;
}

/** Sets keys of a file's frontmatter; removes those that are undefined. */
export async function setKeys(file: string, values: Frontmatter): Promise<void> {
  await editFile(file, (text) => {
    const [, yaml = '', body = ''] = fence.exec(text) ?? [];
    const document = parseDocument(yaml);
    for (const [key, value] of Object.entries(values)) {
      if (value === undefined) document.delete(key);
      else document.set(key, document.createNode(value));
    }
    return isMap(document.contents) ? `---\n${document.toString()}---\n${body}` : text;
  });
}

/** Sets the text below the frontmatter. */
export function setBody(file: string, body: string): Promise<void> {
  return editFile(file, (text) => text.replace(fence, (_all, yaml: string) => `---\n${yaml}\n---\n${body}`));
}

/**
 * Changes a text file.
 *
 * @throws when it stays the same
 */
export async function editFile(file: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`The edit leaves ${file} as it was.`);
  await writeFile(file, changed);
}

/** Writes a file and makes its folder. */
export async function addFile(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Moves an article into a folder below `articles/`. @returns its path there */
export async function moveArticle({ content }: EditedArchive, file: string, folder: string): Promise<string> {
  const target = join(content, 'articles', folder, basename(file));
  await mkdir(dirname(target), { recursive: true });
  await rename(file, target);
  return target;
}

/** Replaces an id in the tags of all articles, or removes it. */
export async function retag(
  archive: EditedArchive,
  vocabulary: string,
  id: string,
  replacement?: string,
): Promise<void> {
  for (const { file, data } of await readRecords(archive, 'articles')) {
    const tags = listOf(data, vocabulary);
    if (!tags.includes(id)) continue;
    const others = tags.filter((each) => each !== id && each !== replacement);
    await setKeys(file, { [vocabulary]: replacement === undefined ? others : [...others, replacement] });
  }
}

/** A list in frontmatter; empty when there is none. */
export function listOf(data: Frontmatter, key: string): string[] {
  const value = data[key];
  return Array.isArray(value) ? (value as string[]) : [];
}

/** A number for a name that is in no other file. */
export function numberOf({ random }: EditedArchive): number {
  return Math.floor(random() * 1e6);
}
