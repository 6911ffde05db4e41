import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { bytesOf, makePicture, sumOf } from './pictures.ts';

/** What an article's `source` says besides its publication. */
type Printed = Readonly<Partial<Record<'issue' | 'edition' | 'section' | 'page' | 'column', string>>>;

/** The printed pages of the issue that has pictures of them, by the pages of their articles. */
const facsimiles = ['iv', '1', '2', 'A2', 'A12'];

const subjects = ['ferry', 'quay', 'harbour light', 'fish market', 'tide tables', 'rowing club'];
const events = ['reopens after repairs', 'costs more than planned', 'has a new keeper', 'is painted white'];

/**
 * Writes the content folder of an archive of three titles over twenty years: a daily paper with two editions, a weekly with
 * numbers, and a website. The daily's issue of 12 March 1998 has pictures of its pages and every kind of page number; on
 * 16 March there are two issues of one edition, and the editions of 17 March have names in several languages. Another record
 * of the daily was merged into it.
 *
 * @param root absolute path; the folder must not exist
 * @param url the public address of the site
 */
export async function fillPrintedIssues(root: string, url: string): Promise<void> {
  const unfinished = `${root}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const write = async (path: string, data: string | Uint8Array) => {
    const file = join(unfinished, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, data);
  };
  const files = new Map<string, string>();
  let count = 0;
  const add = (publication: string, date: string, printed: Printed, more: readonly string[] = []) => {
    const [subject, event] = [subjects[count % subjects.length], events[count % events.length]];
    count++;
    const day = /^\d{4}(?:-\d\d){0,2}/.exec(date)?.[0].replaceAll('-', '/') ?? 'undated';
    const lines = [
      `title: The ${subject} ${event} (${count})`,
      date === '' ? 'undated: true' : `date: ${JSON.stringify(date)}`,
      'people: []',
      'places: []',
      'topics: []',
      'source:',
      `  publication: ${publication}`,
      ...Object.entries(printed).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`),
      ...more,
    ];
    files.set(
      `articles/${day}/report-${count}.md`,
      `---\n${lines.join('\n')}\n---\n\nThe ${subject} ${event}, the harbour office said.\n`,
    );
  };
  const post = 'harbour-post';
  for (let year = 1990; year < 2010; year++)
    for (const month of ['03', '09'])
      for (const day of ['08', '09', '24']) {
        const date = `${year}-${month}-${day}`;
        add(post, date, { edition: 'late edition', section: 'Sport', page: '10', column: '2' });
        add(post, date, { edition: 'early edition', section: 'News', page: '1', column: '1' });
      }
  for (let year = 1990; year < 2010; year++) {
    for (const [index, day] of ['02-05', '05-07', '08-06', '11-05'].entries())
      add('alder-weekly', `${year}-${day}`, { issue: String((year - 1990) * 52 + index * 13 + 5) });
    add('tide-online', `${year}-03-12`, { section: 'Weather' });
  }
  await addSpecialIssues(add, write);
  const records: Record<string, string[]> = {
    [post]: ['name: The Harbour Post', 'description: A daily paper', 'issn: 1234-5679'],
    'alder-weekly': ['name: Alder Weekly', 'description: A weekly paper'],
    'tide-online': ['name: Tide Online', 'description: A website about the sea'],
    'the-post': ['name: The Post', 'description: Another name of the Harbour Post', `replacedBy: ${post}`],
  };
  for (const [id, lines] of Object.entries(records))
    files.set(`publications/${id}.md`, `---\n${lines.join('\n')}\n---\n`);
  const site = ['title: The Printed Archive', 'description: Made up.', 'language: en', `url: ${url}`, ''];
  files.set('site.yaml', site.join('\n'));
  for (const [path, text] of files) await write(path, text);
  await rename(unfinished, root);
}

type Add = (publication: string, date: string, printed: Printed, more?: readonly string[]) => void;

/** Adds the issues of March 1998, and articles of which the day is not known. */
async function addSpecialIssues(
  add: Add,
  write: (path: string, data: Uint8Array) => Promise<void>,
): Promise<void> {
  const post = 'harbour-post';
  const march = '1998-03-12';
  for (const [index, page] of facsimiles.entries()) {
    const file = `1998/03/12/page-${page}.png`;
    const picture = await bytesOf(makePicture(1500, 2100 + index).png());
    await write(`media/${file}`, picture);
    const facsimile = (region: string) => [
      'facsimiles:',
      `  - file: ${file}`,
      `    sha256: ${sumOf(picture)}`,
      `    label: Page ${page}`,
      `    region: ${region}`,
    ];
    const section = page.startsWith('A') ? 'Business' : 'News';
    const printed = { issue: '4,312', section, page };
    add(post, march, { ...printed, column: '10' }, facsimile('pct:60,10,20,50'));
    add(post, march, { ...printed, column: '2' }, facsimile('pct:10,10,20,50'));
  }
  for (const page of ['B1', '12–13', '12', '9']) add(post, march, { issue: '4,312', page });
  add(post, march, { section: 'Letters' });
  add(post, march, {});
  add('the-post', '1998-03-13', { page: '1' });
  add(post, '1998-03-16', { issue: '4,314', edition: 'late edition', page: '1' });
  add(post, '1998-03-16', { issue: '4,315', edition: 'late edition', page: '1' });
  for (const edition of ['Abendausgabe', 'édition du soir', '晚报版', 'late edition', 'late edition'])
    add(post, '1998-03-17', { issue: '4,316', edition, page: '1' });
  add(post, '1998-03-12~', { page: '1' });
  add(post, '1998-04', { page: '3' });
  add(post, '1999', { page: '5' });
  add(post, '', { page: '7' });
}
