import { createHash } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { wordFileHeader, wordFileOf } from '../../../src/records/media/word-boxes.ts';
import {
  addFile,
  listOf,
  moveArticle,
  numberOf,
  pickArticle,
  pickOne,
  pickRecord,
  readRecords,
  setBody,
  setKeys,
  type Edit,
  type EditedArchive,
  type Frontmatter,
  type RecordFile,
} from './edited-archive.ts';

const tagKeys = ['people', 'places', 'organizations', 'topics'];
const isDay = ({ data }: { data: Frontmatter }) => /^\d{4}-\d\d-\d\d$/.test(String(data['date']));

/** Sets a key of some published article that has none yet, or has another value. */
const setKey =
  (key: string, value: unknown): Edit =>
  async (archive) => {
    const { file } = await pickArticle(archive, ({ data }) => data[key] === undefined);
    await setKeys(file, { [key]: value });
  };

function writeArticle({ content }: EditedArchive, id: string, lines: string[], body: string): Promise<void> {
  return addFile(join(content, `articles/${id}.md`), ['---', ...lines, '---', '', body, ''].join('\n'));
}

/** Adds a source text and has an article refer to it. */
async function setSource(archive: EditedArchive, file: string, name: string, text: string): Promise<void> {
  await addFile(join(archive.content, 'sources', name), text);
  const sha256 = createHash('sha256').update(text).digest('hex');
  await setKeys(file, { source: { file: name, sha256 } });
}

/** An article with a source text, which is given to one where no article that is shown has any. */
async function pickSourced(archive: EditedArchive): Promise<RecordFile> {
  const hasFile = ({ data }: RecordFile) =>
    (data['source'] as Frontmatter | undefined)?.['file'] !== undefined;
  const sourced = (await readRecords(archive, 'articles')).filter(
    (article) => !article.data['withdrawn'] && hasFile(article),
  );
  if (sourced.length === 0) {
    const { file } = await pickArticle(archive, ({ data }) => data['source'] === undefined);
    await setSource(archive, file, `given-${numberOf(archive)}.txt`, 'As it was received.\n');
  }
  return pickArticle(archive, hasFile);
}

/** Adds an article to the issue of another, which begins with it where it has not said before that it was printed. */
async function addToIssue(archive: EditedArchive, page: string): Promise<void> {
  const publicationOf = ({ data }: RecordFile) =>
    (data['source'] as Frontmatter | undefined)?.['publication'];
  const { data, ...other } = await pickArticle(
    archive,
    (article) => isDay(article) && publicationOf(article) !== undefined,
  );
  const date = String(data['date']);
  const source = { publication: publicationOf({ data, ...other }), issue: '7', page };
  const lines = [`title: Printed on page ${page}`, `date: ${date}`, 'people: []', 'places: []', 'topics: []'];
  await writeArticle(
    archive,
    `${date.replaceAll('-', '/')}/printed-${numberOf(archive)}`,
    [...lines, `source: ${JSON.stringify(source)}`],
    'It was printed.',
  );
}

/** What editors do to articles; each is tested by itself. */
export const articleEdits: Readonly<Record<string, Edit>> = {
  'an article is added that names and is tagged with records of the archive': async (archive) => {
    const person = await pickRecord(archive, 'people', ({ data }) => !data['replacedBy']);
    const topic = await pickRecord(archive, 'topics');
    const lines = ['title: An added one', 'date: 2015-02-02', `people: ["${person.id}"]`];
    const tags = ['places: []', `topics: ["${topic.id}"]`];
    const body = `Then ${String(person.data['name'])} spoke.`;
    await writeArticle(archive, `2015/02/02/added-${numberOf(archive)}`, [...lines, ...tags], body);
  },
  'an article gets another paragraph': async (archive) => {
    const { file, body } = await pickArticle(archive);
    await setBody(file, `${body}\nA *last* paragraph.[^n]\n\n[^n]: With a note.\n`);
  },
  'the texts of two articles are swapped': async (archive) => {
    const first = await pickArticle(archive);
    const second = await pickArticle(archive, ({ body }) => body !== first.body);
    await setBody(first.file, second.body);
    await setBody(second.file, first.body);
  },
  'an article gets another title': async (archive) => {
    const { file } = await pickArticle(archive);
    await setKeys(file, { title: `Another <title> ${numberOf(archive)}` });
  },
  'an article turns out to be in another language': setKey('language', 'fr'),
  'an article gets a source text': async (archive) => {
    const { file } = await pickArticle(archive, ({ data }) => data['source'] === undefined);
    await setSource(archive, file, `added-${numberOf(archive)}.txt`, 'As it was received.\n');
  },
  'a source text is replaced': async (archive) => {
    const { file, data } = await pickSourced(archive);
    const { file: name } = data['source'] as { file: string };
    await setSource(archive, file, name, `As it was received again: ${numberOf(archive)}.\n`);
  },
  'an article gets a picture and a printed page': async (archive) => {
    const { file } = await pickArticle(archive, ({ data }) => data['pictures'] === undefined);
    const bytes = await readFile('tests/fixtures/share.png');
    const name = `2021/added ${numberOf(archive)}.png`;
    await addFile(join(archive.content, 'media', name), bytes);
    const words = `${wordFileHeader}\ncard\t${numberOf(archive) % 9000} 100 500 200\n`;
    await addFile(join(archive.content, 'media', wordFileOf(name)), new TextEncoder().encode(words));
    const picture = { file: name, sha256: createHash('sha256').update(bytes).digest('hex') };
    await setKeys(file, {
      pictures: [{ ...picture, alt: 'A card', caption: 'As it is shown', credit: 'The archive' }],
      facsimiles: [{ ...picture, label: 'Page 1', region: 'pct:10,10,50,50' }],
    });
  },
  'a text turns out to be recognized by a machine': setKey('ocr', {
    engine: 'Reader 8.1',
    meanConfidence: 0.91,
  }),
  'an article is corrected': setKey('corrections', [{ date: '2023-04-05', note: 'A name was misspelt.' }]),
  'something is taken out of an article with a source text': async (archive) => {
    const { file, data } = await pickSourced(archive);
    const redaction = { date: '2024-05-02', reason: 'privacy', note: `A name (${numberOf(archive)}).` };
    await setKeys(file, { redactions: [...((data['redactions'] ?? []) as Frontmatter[]), redaction] });
  },
  'an article is kept from search engines': setKey('noindex', true),
  'an article is withdrawn': setKey('withdrawn', { date: '2024-05-01', reason: 'error' }),
  'a withdrawn article is shown again': async (archive) => {
    const { file } = await pickRecord(archive, 'articles', (article) => !!article.data['withdrawn']);
    await setKeys(file, { withdrawn: undefined });
  },
  'an article is renamed and leaves its former address': async (archive) => {
    const { file, id } = await pickArticle(archive, ({ data }) => data['formerIds'] === undefined);
    await setKeys(file, { formerIds: [id] });
    await rename(file, file.replace(/\.md$/, '-moved.md'));
  },
  'an article gets another date': async (archive) => {
    const { file } = await pickArticle(archive, isDay);
    const year = 1950 + (numberOf(archive) % 40);
    await setKeys(await moveArticle(archive, file, `${year}/05/01`), { date: `${year}-05-01` });
  },
  'all articles of a day are removed': async (archive) =>
    rm(dirname((await pickArticle(archive, isDay)).file), { recursive: true }),
  'an article gets another tag': async (archive) => {
    const { file, data } = await pickArticle(archive);
    const tags = listOf(data, 'places');
    const place = await pickRecord(archive, 'places', ({ id }) => !tags.includes(id));
    await setKeys(file, { places: [...tags, place.id] });
  },
  'the tags of an article are put into another order': async (archive) => {
    const { file, data } = await pickArticle(archive, (article) => listOf(article.data, 'people').length > 1);
    await setKeys(file, { people: listOf(data, 'people').reverse() });
  },
  'an article is added to an issue of a publication': (archive) => addToIssue(archive, 'A12'),
  'an article is added to an issue, before its others': (archive) => addToIssue(archive, 'iv'),
};

/** What they do, too, which is tested in walks of several edits. */
export const furtherArticleEdits: Readonly<Record<string, Edit>> = {
  'an article is added in a year that had none': async (archive) => {
    const year = 1800 + (numberOf(archive) % 100);
    const tags = tagKeys.map((key) => `${key}: []`);
    await writeArticle(archive, `${year}/added`, ['title: An added one', `date: ${year}`, ...tags], 'Added.');
  },
  'an article is renamed': async (archive) => {
    const { file } = await pickArticle(archive);
    await rename(file, file.replace(/\.md$/, '-renamed.md'));
  },
  'an article’s date turns out to be unknown': async (archive) => {
    const { file } = await pickArticle(archive, isDay);
    await setKeys(await moveArticle(archive, file, 'undated'), { date: undefined, undated: true });
  },
  'an article is removed': async (archive) => rm((await pickArticle(archive)).file),
  'an article gets a byline of an author of others': setKey('byline', ['Eve Stone']),
  'an article gets a subtitle': setKey('subtitle', 'A second headline'),
  'an article’s text no longer names anybody': async (archive) => {
    const { file } = await pickArticle(archive, ({ data }) => listOf(data, 'people').length > 0);
    await setBody(file, '\nNothing of it is legible.\n');
  },
  'the titles of two articles are swapped': async (archive) => {
    const first = await pickArticle(archive);
    const second = await pickArticle(archive, ({ data }) => data['title'] !== first.data['title']);
    await setKeys(first.file, { title: second.data['title'] });
    await setKeys(second.file, { title: first.data['title'] });
  },
  'a title turns out to be supplied': setKey('titleSupplied', true),
  'an article gets a byline of a new author': setKey('byline', 'Some Newcomer'),
  'an article gets a byline with authors of others in capitals': setKey(
    'byline',
    'By EVE STONE and MAX REED, Staff Writers',
  ),
  'an article gets a dateline': setKey('dateline', 'ALDER, May 1'),
  'an article gets a summary': setKey('summary', 'What it is about, in a sentence.'),
  'an article gets a note on its rights': setKey('rights', 'All rights reserved'),
  'an article gets a source': setKey('source', {
    url: 'https://example.org/1',
    received: 2011,
  }),
  'a correction is reworded': async (archive) => {
    const { file, data } = await pickArticle(archive, (article) => !!article.data['corrections']);
    const [first, ...others] = data['corrections'] as Frontmatter[];
    const note = `What was wrong is right now (${numberOf(archive)}).`;
    await setKeys(file, { corrections: [{ ...first, note }, ...others] });
  },
  'a withdrawn article gets a note': async (archive) => {
    const { file, data } = await pickRecord(archive, 'articles', (article) => !!article.data['withdrawn']);
    const note = `Asked for by a reader (${numberOf(archive)}).`;
    await setKeys(file, { withdrawn: { ...(data['withdrawn'] as Frontmatter), note } });
  },
  'a former address is removed': async (archive) => {
    const { file } = await pickArticle(archive, ({ data }) => data['formerIds'] !== undefined);
    await setKeys(file, { formerIds: undefined });
  },
  'an article gets addresses of a former site': async (archive) => {
    const { file } = await pickArticle(archive, ({ data }) => data['formerUrls'] === undefined);
    const number = numberOf(archive);
    await setKeys(file, { formerUrls: [`/old/Story-${number}.html`, `/?p=${number + 1000}`] });
  },
  'an article loses its addresses of a former site': async (archive) => {
    const { file } = await pickArticle(archive, ({ data }) => data['formerUrls'] !== undefined);
    await setKeys(file, { formerUrls: undefined });
  },
  'an article turns out to be of about a year': async (archive) => {
    const { file, id } = await pickArticle(archive, isDay);
    const year = id.slice(0, 4);
    await setKeys(await moveArticle(archive, file, year), { date: `${year}~` });
  },
  'an article loses a tag': async (archive) => {
    const { file, data } = await pickArticle(archive, (article) => listOf(article.data, 'people').length > 0);
    const tags = listOf(data, 'people');
    const lost = pickOne(archive, tags);
    await setKeys(file, { people: tags.filter((id) => id !== lost) });
  },
  'many articles get a tag': async (archive) => {
    const topic = await pickRecord(archive, 'topics');
    for (const { file, data } of (await readRecords(archive, 'articles')).slice(0, 60)) {
      const topics = listOf(data, 'topics').filter((id) => id !== topic.id);
      await setKeys(file, { topics: [...topics, topic.id] }).catch(() => undefined);
    }
  },
};
