import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

import { addFile, editFile, pickArticle, type Edit, type EditedArchive } from './edited-archive.ts';

/** Sets a key of `site.yaml`. */
const setKey =
  (key: string, value: unknown): Edit =>
  ({ content }) =>
    editFile(join(content, 'site.yaml'), (text) => {
      const document = parseDocument(text);
      document.set(key, document.createNode(value));
      return document.toString();
    });

/** The picture for cards, with a byte more: image viewers ignore what follows its end. */
async function changeShareImage({ content }: EditedArchive): Promise<void> {
  const file = join(content, 'share.png');
  await writeFile(file, Buffer.concat([await readFile(file), Buffer.from([0])]));
}

/** What editors do to the archive as a whole; each is tested by itself. */
export const siteEdits: Readonly<Record<string, Edit>> = {
  'the archive gets another title': setKey('title', 'Of another name'),
  'the archive gets another language': setKey('language', 'fr'),
  'the archive moves below a path': setKey('url', 'https://moved.example/archive/'),
  'the page about the archive is written': ({ content }) =>
    addFile(join(content, 'about.md'), '---\ntitle: About it\n---\n\nOne paragraph.\n'),
  'the page about the archive is changed': ({ content }) =>
    editFile(join(content, 'about.md'), (text) => `${text}\nAnother paragraph.\n`),
  'the page about the archive is removed': ({ content }) => rm(join(content, 'about.md')),
  'a picture for cards is added': ({ content }) => cp('tests/fixtures/share.png', join(content, 'share.png')),
  'the picture for cards is changed': changeShareImage,
  'the picture for cards is removed': ({ content }) => rm(join(content, 'share.png')),
  'an article is entered into the ledger': async (archive) => {
    const { id } = await pickArticle(archive);
    const line = `{"path":"articles/${id}/","date":"2020-02-03"}\n`;
    await addFile(join(archive.content, 'ledger.ndjson'), line);
  },
  'an author whom no byline names is in the ledger': async ({ content }) => {
    const line = `${JSON.stringify({ path: 'authors/gone-author/', date: '2021-07-18' })}\n`;
    await addFile(join(content, 'ledger.ndjson'), line);
  },
  'the ledger is removed': ({ content }) => rm(join(content, 'ledger.ndjson')),
};

/** What they do, too, which is tested in walks of several edits. */
export const furtherSiteEdits: Readonly<Record<string, Edit>> = {
  'the archive gets another publisher': setKey('publisher', {
    name: 'Another house',
    url: 'https://house.example/',
  }),
  'the archive gets another licence': setKey('license', { name: 'CC BY 4.0' }),
  'readers may report errors': setKey('errorReports', 'desk@example.org'),
  'the originals of pictures are published': setKey('publishOriginals', true),
  'the archive gets another description': setKey('description', 'Described otherwise.'),
  'the archive moves to another address': setKey('url', 'https://moved.example/'),
};
