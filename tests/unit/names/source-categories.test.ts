import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';

import { runWarm } from '../../support/warm-commands.ts';
import { makeFolder } from '../../support/temporary-folder.ts';
import { ingest, makeArchive, readFolder } from '../ingest/run-ingest.ts';

interface SourceItem {
  title: string;
  date?: string;
  categories: string[];
  text: string;
}

const items: SourceItem[] = [
  {
    title: 'Venn opens quay',
    categories: [
      'Orla Venn',
      'Norway',
      'Harbour Council',
      'November 12, 2004',
      'Missing persons',
      'Astronomy',
    ],
    text: 'Mayor Orla Venn opened a quay in Norway, the Harbour Council said.',
  },
  {
    title: 'Stars seen',
    date: '2004-11-13',
    categories: ['Astronomy', 'missing persons', 'Tesslund'],
    text: 'Stars were seen over the sea.',
  },
];

const lines = items.map((item) => JSON.stringify(item)).join('\n');

const all = 'people,places,organizations,topics';

async function takeIn(...options: string[]) {
  const root = await makeArchive();
  const result = await ingest(root, [...options, '-'], lines);
  const records = [...(await readFolder(root)).keys()].filter((path) =>
    /^(?:people|places|organizations|topics)\//.test(path),
  );
  return { ...result, root, records };
}

/** Runs `npm run names`, and reads its rows. */
async function proposedIn(root: string) {
  const file = join(await makeFolder(), 'names.csv');
  const { stdout } = await runWarm('names', root, ['--out', file]);
  const rows = parse(await readFile(file), { bom: true, columns: true }) as Record<string, string>[];
  return { file, stdout, rows };
}

describe('npm run ingest -- --create-records', () => {
  test('makes a person of a category that names one, a place of a place, an organization of an organization', async () => {
    const { records, root } = await takeIn('--create-records', all);
    expect(records).toEqual([
      'organizations/harbour-council.md',
      'people/orla-venn.md',
      'places/norway.md',
      'topics/astronomy.md',
      'topics/missing-persons.md',
    ]);
    expect(await readFile(join(root, 'articles/2004/11/12/venn-opens-quay.md'), 'utf8')).toMatch(
      /people: \[orla-venn\]\nplaces: \[norway\]\norganizations: \[harbour-council\]\ntopics: \[missing-persons, astronomy\]/,
    );
    expect((await runWarm('check', root)).code).toBe(0);
  });

  test('makes nothing of what is doubtful, and says why and what to do', async () => {
    const { stdout, records } = await takeIn('--create-records', all);
    expect(records.join()).not.toContain('tesslund');
    expect(stdout).toMatch(
      /Names in the sources of a doubtful kind: no records were made of them; "npm run names" lists them for a decision:\n {2}1 × Tesslund: neither its words nor the texts say what it is/,
    );
  });

  test('makes no topics of people when only topics are asked for, and names the kind of what is left', async () => {
    const { records, stdout } = await takeIn('--create-records', 'topics');
    expect(records).toEqual(['topics/astronomy.md', 'topics/missing-persons.md']);
    expect(stdout).toContain('1 × Orla Venn (people)');
    expect(stdout).toContain('1 × Norway (places)');
  });

  test('gives the kind and the doubt of each name in the report', async () => {
    const report = join(await makeFolder(), 'report.ndjson');
    await takeIn('--create-records', 'topics', '--report', report);
    const [first, second] = (await readFile(report, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { unmatched?: unknown[] });
    expect(first?.unmatched).toContainEqual({ name: 'Orla Venn', vocabulary: 'people' });
    expect(second?.unmatched).toEqual([
      {
        name: 'Tesslund',
        vocabulary: 'topics',
        doubt: 'neither its words nor the texts say what it is',
      },
    ]);
  });

  test('takes a day among the categories for the date of an undated article, with a notice, and for no topic', async () => {
    const { stdout, root } = await takeIn('--create-records', all);
    expect(stdout).toContain('2004-11-12 is taken from the category "November 12, 2004": check it.');
    expect([...(await readFolder(root)).keys()]).toContain('articles/2004/11/12/venn-opens-quay.md');
  });

  test('believes the source where it says the kind', async () => {
    const root = await makeArchive();
    const text = 'Title: One\nDate: 2004\nTopics: Norway\n\nA text about Norway.\n';
    await ingest(root, ['--create-records', all, '-'], text);
    expect([...(await readFolder(root)).keys()]).toContain('topics/norway.md');
  });
});

describe('npm run names', () => {
  test('proposes and tags nothing of the source of an article of which something was taken out', async () => {
    const { root } = await takeIn();
    const file = join(root, 'articles/2004/11/12/venn-opens-quay.md');
    const text = await readFile(file, 'utf8');
    const redacted = text
      .replaceAll('Orla Venn', 'A woman')
      .replace(/^(date: .*\n)/m, '$1redactions: [{ date: 2024-05-01, reason: privacy }]\n');
    await writeFile(file, redacted);
    const { file: table, rows } = await proposedIn(root);
    expect(rows.map(({ heading }) => heading)).not.toContain('Orla Venn');
    expect(rows.map(({ heading }) => heading)).toContain('Astronomy');
    await mkdir(join(root, 'people'), { recursive: true });
    await writeFile(
      join(root, 'people/orla-venn.md'),
      '---\nname: Orla Venn\nsortName: Venn, Orla\ndescription: A mayor\n---\n',
    );
    await writeFile(table, (await readFile(table, 'utf8')).replace(/^,(?=.*Astronomy)/m, 'yes,'));
    for (const command of [
      ['tag', []],
      ['names', ['--apply', table]],
    ] as const) {
      const { code, stderr } = await runWarm(command[0], root, [...command[1]]);
      expect(code, stderr).toBe(0);
      expect(await readFile(file, 'utf8')).not.toContain('orla-venn');
    }
  });

  test('proposes the topics that sources have as categories, with the articles that have them', async () => {
    const { root } = await takeIn();
    const { rows, stdout } = await proposedIn(root);
    expect(rows.find(({ heading }) => heading === 'Astronomy')).toMatchObject({
      decision: '',
      kind: 'topic',
      id: 'astronomy',
      articles: '2',
      evidence1: 'a category of “Venn opens quay” [2004/11/12/venn-opens-quay]',
      evidence2: 'a category of “Stars seen” [2004/11/13/stars-seen]',
      doubts: '',
    });
    expect(rows.find(({ kind, articles }) => kind === 'topic' && articles === '2')).toBeDefined();
    expect(stdout).toMatch(/2 topics\)|3 topics\)/);
  });

  test('has one row of a name that is in a text and among the categories', async () => {
    const { root } = await takeIn();
    const { rows } = await proposedIn(root);
    expect(rows.filter(({ heading }) => heading === 'Orla Venn').map(({ kind }) => kind)).toEqual(['person']);
  });

  test('has a row for a category of a doubtful kind, which says so', async () => {
    const { root } = await takeIn();
    const { rows } = await proposedIn(root);
    expect(rows.find(({ heading }) => heading === 'Tesslund')).toMatchObject({
      kind: 'topic',
      doubts: 'neither its words nor the texts say what it is | a category of one article only',
    });
  });

  test('proposes no category again that has a record or was rejected, and tags by what was accepted', async () => {
    const { root } = await takeIn();
    const { file } = await proposedIn(root);
    const table = (await readFile(file, 'utf8'))
      .replace('\r\n,topic,Astronomy', '\r\nyes,topic,Astronomy')
      .replace('\r\n,topic,Tesslund', '\r\nno,topic,Tesslund')
      .replace('\r\n,place,Norway', '\r\nyes,place,Norway');
    await writeFile(file, table);
    const { code } = await runWarm('names', root, ['--apply', file]);
    expect(code).toBe(0);
    const files = await readFolder(root);
    for (const path of ['2004/11/12/venn-opens-quay', '2004/11/13/stars-seen'])
      expect(files.get(`articles/${path}.md`)).toContain('topics: [astronomy]');
    const { rows } = await proposedIn(root);
    const headings = rows.map(({ heading }) => heading);
    expect(headings).toContain('Orla Venn');
    for (const decided of ['Astronomy', 'Tesslund', 'Norway']) expect(headings).not.toContain(decided);
  });
});
