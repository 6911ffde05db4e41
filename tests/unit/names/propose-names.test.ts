import { describe, expect, test } from 'vitest';

import { proposeNames, type ProposeOptions } from '../../../src/names/propose-names.ts';
import type { Proposal } from '../../../src/names/propose/proposal.ts';
import { createReport } from '../../../src/system/progress.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

const site = 'title: Harbour\ndescription: News of a harbour.\nlanguage: en\nurl: https://archive.example/\n';

/** An article's file. */
function article(text: string, ...lines: string[]): string {
  const keys = ['titleSupplied: true', 'people: []', 'places: []', 'topics: []', ...lines];
  if (!lines.some((line) => line.startsWith('date:'))) keys.push('undated: true');
  return `---\ntitle: A text\n${keys.join('\n')}\n---\n\n${text}\n`;
}

/** An authority record's file. */
function record(name: string, ...lines: string[]): string {
  return `---\nname: ${name}\ndescription: Made for a test.\n${lines.join('\n')}\n---\n`;
}

const silent = createReport({ isTTY: false, write: () => true } as unknown as NodeJS.WriteStream);

async function propose(files: Readonly<Record<string, string>>, options: Partial<ProposeOptions> = {}) {
  const root = await makeFolder({ 'site.yaml': site, ...files });
  return proposeNames(root, { articles: [], since: undefined, language: undefined, ...options }, silent);
}

/** The proposals for articles of these texts: `undated/a`, `undated/b` … */
async function proposalsFor(...texts: string[]): Promise<Proposal[]> {
  const files = texts.map((text, index) => [
    `articles/undated/${String.fromCodePoint(97 + index)}.md`,
    article(text),
  ]);
  return (await propose(Object.fromEntries(files) as Record<string, string>)).proposals;
}

const headings = (proposals: readonly Proposal[]) => proposals.map(({ heading }) => heading).toSorted();

describe('proposals', () => {
  test('group the spellings of a person, count them, and say what the texts say', async () => {
    const [venn, ...others] = await proposalsFor(
      'Swedish Foreign Minister Orla Venn spoke at noon. Ms. Venn was brief.',
      'They asked Orla Venn again. VENN REFUSES',
    );
    expect(others).toEqual([]);
    expect(venn).toMatchObject({
      kind: 'person',
      heading: 'Orla Venn',
      id: 'orla-venn',
      sortName: 'Venn, Orla',
      description: 'proposed: Swedish Foreign Minister',
      articles: 2,
      evidence: [
        'Swedish Foreign Minister Orla Venn spoke at noon. [undated/a]',
        'They asked Orla Venn again. [undated/b]',
      ],
    });
    expect(venn?.variants).toContain('Venn');
  });

  test('have the family name with its titles as variants, as it is printed', async () => {
    const [found] = await proposalsFor(
      'They met Orla Venn at noon. Later Mr. Venn left, and nobody stopped President Venn. ORLA VENN REFUSES',
    );
    expect(found?.variants).toEqual(
      expect.arrayContaining(['Venn', 'Mr. Venn', 'President Venn', 'ORLA VENN']),
    );
  });

  test('have no titles before a family name that others have, too', async () => {
    const proposals = await proposalsFor(
      'They met Mayor Orla Venn. Mr. Venn was brief.',
      'They met Admiral Per Venn at noon.',
    );
    const orla = proposals.find(({ heading }) => heading === 'Orla Venn');
    expect(orla?.variants).toEqual([]);
    expect(orla?.doubts.join()).toContain('"Mr. Venn"');
  });

  test('say which names sound alike, and are perhaps two spellings of one', async () => {
    const proposals = await proposalsFor(
      'They met Mayor Orla Gaddesson at noon.',
      'They met Mayor Orla Kadhesson at noon. Nobody met Mayor Per Holm.',
      'The others met Mayor Orla B. Qaddeson at noon.',
    );
    const doubtsOf = (heading: string) => proposals.find((each) => each.heading === heading)?.doubts.join();
    const ids = proposals.map(({ id }) => id).filter((id) => id.startsWith('orla'));
    const told = proposals.filter(({ doubts }) => doubts.join().includes('another spelling'));
    expect(told.map(({ id }) => id).toSorted()).toEqual(ids.slice(1).toSorted());
    expect(told[0]?.doubts.join()).toContain(`decide "same as ${ids[0]}"`);
    expect(doubtsOf('Per Holm')).toBe('');
  });

  test('say which record has a name that sounds alike', async () => {
    const { proposals } = await propose({
      'articles/undated/a.md': article('They met Mayor Orla Kadhesson at noon.'),
      'people/orla-g.md': record('Orla Gaddesson'),
    });
    expect(proposals[0]?.doubts.join()).toContain('perhaps the same as the record orla-g');
  });

  test('sort by the family name that the short forms show', async () => {
    const [found] = await proposalsFor(
      'President Wu Tessjian spoke at noon. Later Wu left, and they asked Wu again.',
    );
    expect(found).toMatchObject({ heading: 'Wu Tessjian', sortName: 'Wu, Tessjian' });
  });

  test('put an abbreviation under its long form, also where it stands alone', async () => {
    const proposals = await proposalsFor(
      'The Harrow Bridge Company (HBC) waited, and HBC paid.',
      'Nobody asked the HBC about it.',
    );
    expect(proposals).toHaveLength(1);
    expect(proposals[0]).toMatchObject({
      kind: 'organization',
      heading: 'Harrow Bridge Company',
      variants: ['HBC'],
      articles: 2,
    });
  });

  test('do not join a family name with a person whom only another article names, but say who it may be', async () => {
    const proposals = await proposalsFor(
      'They met Mayor Orla Venn at noon.',
      'They met Admiral Per Venn at noon.',
      'A note was signed by Mr. Venn at noon.',
    );
    expect(headings(proposals)).toEqual(['Orla Venn', 'Per Venn', 'Venn']);
    const short = proposals.find(({ heading }) => heading === 'Venn');
    expect(short?.doubts[0]).toBe(
      'may be short for "Orla Venn" or "Per Venn", which other articles name: if it is, decide "same as ID"',
    );
  });

  test('have no variants that may also mean others, and say so', async () => {
    const proposals = await proposalsFor(
      'They met Mayor Orla Venn. Venn was brief.',
      'They met Admiral Per Venn at noon.',
    );
    const orla = proposals.find(({ heading }) => heading === 'Orla Venn');
    expect(orla?.variants).toEqual([]);
    expect(orla?.doubts).toContain('no variant of it, since it may also mean others: "Venn"');
  });

  test('join the names of a country', async () => {
    const proposals = await proposalsFor(
      'They sailed to the United States.',
      'They sailed to the U.S. in June.',
    );
    expect(proposals).toHaveLength(1);
    expect(proposals[0]).toMatchObject({
      kind: 'place',
      heading: 'United States',
      variants: ['U.S.'],
      country: '',
    });
  });

  test('locate a place, with what lies around it and the other places of its name', async () => {
    const proposals = await proposalsFor(
      'A ferry from Valencia in Spain sank in Valencia harbour, officials in Spain said.',
    );
    const valencia = proposals.find(({ heading }) => heading === 'Valencia');
    expect(valencia).toMatchObject({
      kind: 'place',
      country: 'Spain',
      within: ['spain'],
      sameAs: ['https://sws.geonames.org/2509954/'],
    });
    const [latitude, longitude] = (valencia?.coordinates ?? '').split(', ').map(Number);
    expect(latitude).toBeCloseTo(39.47, 1);
    expect(longitude).toBeCloseTo(-0.38, 1);
    expect(valencia?.doubts.join()).toMatch(
      /Valencia \(Valencia, Spain|with its country; others: .*Venezuela/,
    );
  });

  test('of a name of two countries say so, and have the coordinates of the one that is proposed', async () => {
    const proposals = await proposalsFor('They sailed to Congo in June, and to Sweden in July.');
    const [congo, sweden] = ['Congo', 'Sweden'].map((name) =>
      proposals.find(({ heading }) => heading === name),
    );
    expect(congo?.doubts.join()).toContain('others: Congo - Brazzaville (a country)');
    expect(congo?.coordinates).toMatch(/^-[1-4]\.\d{4}, 2[1-5]\./);
    expect(sweden?.doubts).toEqual([]);
    expect(sweden?.coordinates).toMatch(/^6[1-4]\.\d{4}, 1[4-8]\./);
  });

  test('leave out names that records have, and those that were rejected', async () => {
    const { proposals } = await propose({
      'articles/undated/a.md': article(
        'Mayor Orla Venn met Admiral Per Lindqvist in Oslo. They spoke of Tessa Lorimer.',
      ),
      'people/orla-venn.md': record('Venn (mayor)', 'variants: [Orla Venn]'),
      'places/oslo.md': record('Oslo'),
      'names-rejected.csv': '\ufeffkind,heading\r\nperson,PER LINDQVIST\r\n',
    });
    expect(headings(proposals)).toEqual(['Tessa Lorimer']);
  });

  test('have ids that no record has', async () => {
    const { proposals } = await propose({
      'articles/undated/a.md': article('They met Mayor Orla Venn at noon.'),
      'people/orla-venn.md': record('Someone else'),
    });
    expect(proposals.map(({ id }) => id)).toEqual(['orla-venn-2']);
  });

  test('are best first, each with its doubts', async () => {
    const proposals = await proposalsFor(
      'Tesslund refused. They met Mayor Orla Venn at noon.',
      'They met Orla Venn again, and Orla Venn left.',
    );
    expect(proposals.map(({ heading }) => heading)).toEqual(['Orla Venn', 'Tesslund']);
    expect(proposals[0]?.doubts).toEqual([]);
    expect(proposals[1]?.doubts).toContain(
      'it stands only at the beginning of sentences, in headings or tables, where capitals say little',
    );
  });

  test('come from the articles that were asked for only', async () => {
    const files = {
      'articles/2021/07/18/a.md': article('They met Mayor Orla Venn.', 'date: 2021-07-18'),
      'articles/2022/07/18/b.md': article('They met Mayor Per Holm.', 'date: 2022-07-18'),
      'articles/2020/07/18/c.md': article(
        'They met Mayor Tessa Lorimer.',
        'date: 2020-07-18',
        'source:\n  received: 2024-05-02',
      ),
    };
    const all = await propose(files);
    expect(all.articles).toBe(3);
    expect(headings((await propose(files, { since: '2022-01-01' })).proposals)).toEqual([
      'Per Holm',
      'Tessa Lorimer',
    ]);
    for (const asked of ['2021/07/18/a', 'content/articles/2021/07/18/a.md'])
      expect(headings((await propose(files, { articles: [asked] })).proposals)).toEqual(['Orla Venn']);
    await expect(propose(files, { articles: ['2021/07/18/x'] })).rejects.toThrow(
      'Found no article "2021/07/18/x"; expected ids like 2021/07/18/name',
    );
  });

  test('are not made in languages without capitals, of which the articles are counted', async () => {
    const found = await propose({
      'articles/undated/a.md': article('王毅在北京会见了客人。', 'language: zh'),
      'articles/undated/b.md': article('They met Mayor Orla Venn.'),
    });
    expect([...found.withoutCapitals]).toEqual([['zh', 1]]);
    expect(headings(found.proposals)).toEqual(['Orla Venn']);
  });

  test('are refused while a file has problems, which are named', async () => {
    await expect(propose({ 'articles/undated/a.md': '---\ntitle: A text\n---\n\nText\n' })).rejects.toThrow(
      /undated\/a\.md:\d+:\d+: found/,
    );
    await expect(propose({ 'names-rejected.csv': 'name\nVenn\n' })).rejects.toThrow(
      /names-rejected\.csv.*kind/s,
    );
  });
});
