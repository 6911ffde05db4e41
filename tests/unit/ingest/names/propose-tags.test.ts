import { describe, expect, test } from 'vitest';

import { createTagProposer } from '../../../../src/ingest/names/propose-tags.ts';
import { renderStubRecord } from '../../../../src/ingest/names/stub-record.ts';
import type { ArchiveContent } from '../../../../src/records/read/read-archive.ts';
import { mapVocabularies, type VocabularyName } from '../../../../src/records/vocabularies.ts';

type Names = Partial<Record<VocabularyName, Record<string, string[]>>>;

function archiveOf(names: Names): ArchiveContent {
  return {
    site: { title: 'T', description: 'D', language: 'en', url: 'https://example.org/' },
    about: undefined,
    articles: [],
    ledger: [],
    shareImage: undefined,
    media: new Map(),
    vocabularies: mapVocabularies((vocabulary) =>
      Object.entries(names[vocabulary] ?? {}).map(([id, [name = '', ...variants]]) => ({
        id,
        data: {
          name,
          description: 'd',
          variants,
          sameAs: [],
          formerUrls: [],
          ...(id.startsWith('old') && { replacedBy: 'x' }),
        },
        body: '',
        digest: '',
      })),
    ),
  };
}

const archive = archiveOf({
  people: {
    'ada-brook': ['Ada Brook', 'Brook', 'A. Brook'],
    'lena-brook': ['Lena Brook'],
    'idris-vale': ['Idris Vale', 'Vale', '瓦勒'],
    'tom-may': ['Tom May', 'May'],
    'old-one': ['Old Name'],
  },
  places: {
    reading: ['Reading'],
    norhaven: ['Norhaven'],
    'port-norhaven': ['Port of Norhaven'],
    china: ['China'],
  },
  organizations: { council: ['Harbour Council', 'HC'], springfield: ['Springfield'] },
  topics: { ferries: ['ferries', 'ferry traffic'], springfield: ['Springfield'] },
});

const propose = (body: string, terms: string[] = [], title = '') =>
  createTagProposer(archive).propose(
    [title, body],
    'en',
    terms.map((name) => ({ name })),
    () => undefined,
  );

describe('createTagProposer', () => {
  test('tags with whole names of one record, in the order of the text, the longest where several begin', () => {
    const { tags, doubts } = propose(
      'The Port of Norhaven is closed, Idris Vale and 瓦勒 told the Harbour Council. HCs and Norhavens are none.',
    );
    expect(tags).toEqual({
      people: ['idris-vale'],
      places: ['port-norhaven'],
      organizations: ['council'],
      topics: [],
      publications: [],
    });
    expect(doubts).toEqual([]);
  });

  test('keeps to the letters of a name', () => {
    expect(propose('the harbour council and hc met in norhaven').tags.organizations).toEqual([]);
  });

  test('looks in the title too, and not in names of records that were replaced', () => {
    expect(propose('Nothing else.', [], 'Norhaven waits for Old Name').tags).toMatchObject({
      places: ['norhaven'],
      people: [],
    });
  });

  test('asks whose a surname with a title is, when another person has the surname, too', () => {
    const proposer = createTagProposer(
      archiveOf({ people: { 'ada-lind': ['Ada Lind', 'Lind', 'Mr. Lind'], 'per-lind': ['Per Lind'] } }),
    );
    const of = (text: string) => proposer.propose([text], 'en', [], () => undefined);
    expect(of('They asked Mr. Lind about it.')).toMatchObject({
      tags: { people: [] },
      doubts: [{ name: 'Mr. Lind', records: ['people/ada-lind', 'people/per-lind'] }],
    });
    expect(of('They asked Ada Lind about it, and Mr. Lind left.').tags.people).toEqual(['ada-lind']);
  });

  test('asks whose a surname is that several people have', () => {
    const { tags, doubts } = propose('Brook said so.');
    expect(tags.people).toEqual([]);
    expect(doubts).toEqual([
      {
        name: 'Brook',
        records: ['people/ada-brook', 'people/lena-brook'],
        reason: 'a name of several records',
      },
    ]);
  });

  test('does not ask when the text says the whole name too', () => {
    const { tags, doubts } = propose('Ada Brook spoke. Brook said so.');
    expect([tags.people, doubts]).toEqual([['ada-brook'], []]);
  });

  test.for([
    ['Reading is a pleasure.', 'Reading'],
    ['It will open in May.', 'May'],
    ['Vale is a name; a vale is not.', 'Vale'],
    ['China, of which cups of china came', 'China'],
  ])('asks about a word in "%s"', ([text = '', name]) => {
    const { tags, doubts } = propose(text);
    expect([...tags.people, ...tags.places]).toEqual([]);
    expect(doubts).toMatchObject([{ name, reason: 'also a common word' }]);
  });

  test('does not ask about a word when the text has another name of the same record', () => {
    expect(propose('May, or Tom May, said so.').tags.people).toEqual(['tom-may']);
  });

  test('finds the records of the names that the source gives, in any case', () => {
    const { tags, doubts, unmatched } = propose('Text.', [
      'Ferry-Traffic',
      'idris-vale',
      'NORHAVEN',
      'Springfield',
      'unheard of',
    ]);
    expect(tags).toMatchObject({
      people: ['idris-vale'],
      topics: ['ferries'],
      places: ['norhaven'],
      organizations: [],
    });
    expect(doubts).toMatchObject([
      { name: 'Springfield', records: ['organizations/springfield', 'topics/springfield'] },
    ]);
    expect(unmatched).toEqual([{ name: 'unheard of' }]);
  });

  test('takes an id as it is written for a name, and names in any form of their letters', () => {
    const proposer = createTagProposer(archiveOf({ topics: { c: ['C++'], 'port-law': ['Law of ports'] } }));
    const tagsOf = (name: string) =>
      proposer.propose(['Text.'], 'en', [{ name }], () => undefined).tags.topics;
    expect([tagsOf('C'), tagsOf('c'), tagsOf('port-law'), tagsOf('Port Law')]).toEqual([
      [],
      ['c'],
      ['port-law'],
      [],
    ]);
    expect(tagsOf('Ｃ＋＋')).toEqual(['c']);
  });

  test('takes the vocabulary that the source says for the right one', () => {
    const { tags } = createTagProposer(archive).propose(
      ['Text.'],
      'en',
      [{ name: 'Springfield', vocabulary: 'topics' }],
      () => undefined,
    );
    expect(tags).toMatchObject({ topics: ['springfield'], organizations: [] });
  });

  test('gives the names and ids of a replaced record to the one that replaces it', () => {
    const { people } = archive.vocabularies;
    const merged = archiveOf({
      people: { x: ['Nora Holm'], 'old-one': ['Old Name', 'Old'], 'old-two': ['Old'], old: ['Idris Vale'] },
      organizations: { vale: ['Idris Vale'] },
    });
    expect(people.some(({ data }) => data.replacedBy)).toBe(true);
    const created: string[] = [];
    const proposeTerm = (name: string) =>
      createTagProposer(merged).propose(['Old Name spoke.'], 'en', [{ name }], (term) => {
        created.push(term.name);
        return undefined;
      }).tags;
    for (const name of ['old name', 'old-one', 'Old', 'Nora Holm']) {
      expect(proposeTerm(name), name).toMatchObject({ people: ['x'], organizations: [] });
    }
    // A name that a record in use has is that record's.
    expect(proposeTerm('Idris Vale')).toMatchObject({ people: [], organizations: ['vale'] });
    expect(created).toEqual([]);
  });

  test('looks in texts for no name that a source gave and nobody has described yet', () => {
    const content = archiveOf({ people: { 'ada-brook': ['Ada Brook', 'Holm'], 'lena-holm': ['Lena Holm'] } });
    const [ada, lena] = content.vocabularies.people;
    const propose = () =>
      createTagProposer(content).propose(
        ['Lena Holm met Ada Brook. Holm spoke.'],
        'en',
        [{ name: 'lena holm' }],
        () => undefined,
      );
    expect(propose().tags.people).toEqual(['lena-holm', 'ada-brook']);
    if (!ada || !lena) throw new Error('Two people are missing.');
    const [, description = ''] =
      /description: (.+)/.exec(renderStubRecord('Lena Holm', { singular: 'person' })) ?? [];
    lena.data.description = description;
    expect(propose()).toMatchObject({ tags: { people: ['ada-brook', 'lena-holm'] }, doubts: [] });
  });

  test('makes a record for a name once, and finds it afterwards', () => {
    const made: string[] = [];
    const proposer = createTagProposer(archive);
    const create = ({ name }: { name: string }) => {
      made.push(name);
      return { vocabulary: 'topics' as const, id: 'weather', names: [name] };
    };
    for (const name of ['weather', 'Weather']) {
      const { tags, unmatched } = proposer.propose(['Text.'], 'en', [{ name }, { name: 'ferries' }], create);
      expect([tags.topics, unmatched]).toEqual([['weather', 'ferries'], []]);
    }
    expect(made).toEqual(['weather']);
  });
});
