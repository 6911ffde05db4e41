import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import {
  addFile,
  listOf,
  numberOf,
  pickRecord,
  readRecords,
  retag,
  setBody,
  setKeys,
  type Edit,
  type EditedArchive,
  type Frontmatter,
  type RecordFile,
} from './edited-archive.ts';

/** Chooses a record that articles are tagged with, that has no successor and is none. */
async function pickUsed(
  archive: EditedArchive,
  vocabulary: string,
  suits: (record: RecordFile) => boolean = () => true,
): Promise<RecordFile> {
  const articles = await readRecords(archive, 'articles');
  const used = new Set(articles.flatMap(({ data }) => listOf(data, vocabulary)));
  const records = await readRecords(archive, vocabulary);
  const named = new Set(
    records.flatMap(({ data }) => [data['replacedBy'], data['within'], ...listOf(data, 'broader')]),
  );
  return pickRecord(
    archive,
    vocabulary,
    (record) => used.has(record.id) && !named.has(record.id) && !record.data['replacedBy'] && suits(record),
  );
}

/** Sets a key of some record in use that has none yet. */
const setKey =
  (vocabulary: string, key: string, value: unknown): Edit =>
  async (archive) => {
    const { file } = await pickUsed(archive, vocabulary, ({ data }) => data[key] === undefined);
    await setKeys(file, { [key]: value });
  };

/** Sets a key of some record in use to the id of another that has none. */
const setParent =
  (vocabulary: string, key: string, valueOf: (id: string) => unknown): Edit =>
  async (archive) => {
    const child = await pickUsed(archive, vocabulary, ({ data }) => data[key] === undefined);
    const parent = await pickUsed(
      archive,
      vocabulary,
      ({ id, data }) => id !== child.id && data[key] === undefined,
    );
    await setKeys(child.file, { [key]: valueOf(parent.id) });
  };

const giveName =
  (vocabulary: string): Edit =>
  async (archive) => {
    const { file } = await pickUsed(archive, vocabulary);
    await setKeys(file, { name: `Zed Renamed ${numberOf(archive)}` });
  };

/** What editors do to authority records; each is tested by itself. */
export const recordEdits: Readonly<Record<string, Edit>> = {
  'a person is added': ({ content }) =>
    addFile(join(content, 'people/zz-added.md'), '---\nname: Zoë Added\ndescription: Added\n---\n'),
  'a person gets another name': giveName('people'),
  'the names of two people are swapped': async (archive) => {
    const first = await pickUsed(archive, 'people');
    const second = await pickUsed(archive, 'people', ({ id }) => id !== first.id);
    await setKeys(first.file, { name: second.data['name'] });
    await setKeys(second.file, { name: first.data['name'] });
  },
  'a person gets a variant name that texts have': async (archive) => {
    const [article] = await readRecords(archive, 'articles').then((all) =>
      all.filter(({ data }) => listOf(data, 'people').length > 0 && !data['language'] && !data['withdrawn']),
    );
    const [word = ''] = /[a-z]{5,}/.exec(article?.body ?? '') ?? [];
    const id = listOf(article?.data ?? {}, 'people')[0];
    const person = await pickRecord(archive, 'people', (each) => each.id === id);
    await setKeys(person.file, { variants: [...listOf(person.data, 'variants'), word] });
  },
  'a person turns out to be an author': setKey('people', 'variants', ['Max Reed']),
  'a person gets an office': setKey('people', 'roles', [{ title: 'Mayor', from: 2001, to: '2004-05' }]),
  'a place gets coordinates': setKey('places', 'coordinates', { latitude: 48.2, longitude: 16.37 }),
  'a place lies in another': setParent('places', 'within', (id) => id),
  'a topic is a part of another': setParent('topics', 'broader', (id) => [id]),
  'a person is merged into another': setParent('people', 'replacedBy', (id) => id),
  'a merge is undone': async (archive) => {
    const { file } = await pickRecord(archive, 'people', ({ data }) => data['replacedBy'] !== undefined);
    await setKeys(file, { replacedBy: undefined });
  },
  'a person gets another id': async (archive) => {
    const { file, id } = await pickUsed(archive, 'people');
    await rename(file, file.replace(/\.md$/, '-other.md'));
    await retag(archive, 'people', id, `${id}-other`);
  },
};

/** What they do, too, which is tested in walks of several edits. */
export const furtherRecordEdits: Readonly<Record<string, Edit>> = {
  'a publication gets a section, a predecessor and a record that is merged into it': async (archive) => {
    const number = numberOf(archive);
    const id = (name: string) => `${name}-${number}`;
    const write = (name: string, ...lines: string[]) =>
      addFile(
        join(archive.content, `publications/${id(name)}.md`),
        ['---', `name: ${name} ${number}`, 'description: A newspaper', ...lines, '---', ''].join('\n'),
      );
    await write('before', 'to: 1930');
    await write('after', `continues: [${id('before')}]`, 'issn: 2049-3630');
    await write('merged', `replacedBy: ${id('after')}`);
    const { file, data } = await pickRecord(archive, 'articles', (article) => !article.data['withdrawn']);
    const source = { ...(data['source'] as object | undefined) };
    await setKeys(file, {
      source: { ...source, publication: id('after'), section: 'Business', page: 'A12' },
    });
  },
  'a person is filed under another name': setKey('people', 'sortName', 'Aaa, First'),
  'a person gets an address in another authority file': setKey('people', 'sameAs', [
    'https://example.org/same',
  ]),
  'a topic gets its number in the IPTC Media Topics': setKey('topics', 'mediaTopic', 'medtop:20000593'),
  'a person gets a note': async (archive) => {
    const { file } = await pickUsed(archive, 'people', ({ body }) => body.trim() === '');
    await setBody(file, '\nOf *whom* little is known.\n');
  },
  'a place gets another name': giveName('places'),
  'an organization gets another name': giveName('organizations'),
  'a topic gets another name': giveName('topics'),
  'a person loses the variant names': async (archive) => {
    const { file } = await pickUsed(archive, 'people', ({ data }) => listOf(data, 'variants').length > 0);
    await setKeys(file, { variants: undefined });
  },
  'a person gets another description': async (archive) => {
    const { file } = await pickUsed(archive, 'people');
    await setKeys(file, { description: `Described otherwise (${numberOf(archive)})` });
  },
  'an office ends': async (archive) => {
    const { file, data } = await pickRecord(
      archive,
      'people',
      (person) => person.data['roles'] !== undefined,
    );
    const [first, ...others] = data['roles'] as Frontmatter[];
    await setKeys(file, { roles: [{ ...first, to: 2009 }, ...others] });
  },
  'a place is found elsewhere': async (archive) => {
    const { file } = await pickRecord(archive, 'places', ({ data }) => data['coordinates'] !== undefined);
    const latitude = -30 - (numberOf(archive) % 20);
    await setKeys(file, { coordinates: { latitude, longitude: 140 } });
  },
  'an organization is merged into another': setParent('organizations', 'replacedBy', (id) => id),
  'an organization is removed with its tags': async (archive) => {
    const { file, id } = await pickUsed(archive, 'organizations');
    await retag(archive, 'organizations', id);
    await rm(file);
  },
};
