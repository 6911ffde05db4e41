import { describe, expect, test } from 'vitest';

import { contentWith, problemsWith, record } from '../../../support/content-folder.ts';

const file = 'articles/2021/05/04/ferry.md';
const article = (...lines: string[]) => record('title: A ferry', 'date: 2021-05-04', ...lines);
const named = (name: string, ...lines: string[]) =>
  record(`name: ${name}`, 'description: Invented', ...lines);

describe('tags', () => {
  test.for([
    ['people', 'person', 'ada-lint', 'ada-lind'],
    ['places', 'place', 'norhavn', 'norhaven'],
    ['organizations', 'organization', 'harbor-board', 'harbour-board'],
    ['topics', 'topic', 'shiping', 'shipping'],
  ])('of %s name the record that an unknown one is nearest to', async ([vocabulary, singular, id, close]) => {
    const lines = ['people', 'places', 'organizations', 'topics'].map((name) =>
      name === vocabulary ? `${name}: [${id}]` : `${name}: []`,
    );
    const row = 4 + lines.findIndex((line) => line.includes(`${id}`));
    expect(await problemsWith({ [file]: article(...lines) })).toEqual([
      `${file}:${row}:${`${vocabulary}: [`.length + 1}: found the ${singular} "${id}", which has no record; ` +
        `expected the id of a file in content/${vocabulary}/. ` +
        `Did you mean "${close}"? Otherwise add content/${vocabulary}/${id}.md.`,
    ]);
  });

  test('name no record when none is near', async () => {
    const lines = ['people: []', 'places: []', 'topics:', '  - astronomy'];
    expect(await problemsWith({ [file]: article(...lines) })).toEqual([
      `${file}:7:5: found the topic "astronomy", which has no record; expected the id of a file in content/topics/. ` +
        'Add content/topics/astronomy.md.',
    ]);
  });

  test('are given once', async () => {
    expect(
      await problemsWith({ [file]: article('people: [ada-lind, ada-lind]', 'places: []', 'topics: []') }),
    ).toEqual([
      `${file}:4:20: found the person "ada-lind" a second time; expected each tag once. Remove one of the two.`,
    ]);
  });

  test('may name a record that is wrong inside, which is reported for itself', async () => {
    expect(await problemsWith({ 'people/ada-lind.md': record('name: Ada Lind') })).toEqual([
      'people/ada-lind.md:2:1: found no "description"; expected text. Add "description:" to the frontmatter.',
    ]);
  });
});

describe('names', () => {
  const claimed = (place: string, name: string, other: string) =>
    `${place}: found the name "${name}", which ${other} also has; expected a name of one record only. ` +
    'Distinguish the two ("John Smith (bishop)"), remove the variant from one, or merge them with replacedBy.';

  test.for([
    ['two headings', 'Ada Lind', '2:7'],
    ['headings that differ only in case', 'ADA lind', '2:7'],
    ['a heading and a variant', 'A. Lind', '2:7'],
  ])('are refused twice: %s', async ([, name = '', place]) => {
    expect(await problemsWith({ 'people/b-lind.md': named(name) })).toEqual([
      claimed(`people/b-lind.md:${place}`, name, `people/ada-lind.md`),
    ]);
  });

  test('are refused twice: two variants', async () => {
    expect(await problemsWith({ 'people/b-lind.md': named('Bo Lind', 'variants: [Bo, a. lind]') })).toEqual([
      claimed('people/b-lind.md:4:16', 'a. lind', 'people/ada-lind.md'),
    ]);
  });

  test('are refused twice when only an apostrophe is straight or curly, which texts do not tell apart', async () => {
    const changes = { 'people/b.md': named('Bo O’Dell'), 'people/c.md': named("Bo O'Dell") };
    expect(await problemsWith(changes)).toEqual([claimed('people/c.md:2:7', "Bo O'Dell", 'people/b.md')]);
  });

  test('may be the same in two vocabularies', async () => {
    await contentWith({ 'places/ada-lind.md': named('Ada Lind') });
  });

  test('may be told twice by one record', async () => {
    await contentWith({ 'people/bo.md': named('Bo Lind', 'variants: [bo lind, Bo]') });
  });

  test('are not claimed by a record that was replaced', async () => {
    await contentWith({
      'people/a-lind.md': named('Ada Lind', 'variants: [A. Lind]', 'replacedBy: ada-lind'),
    });
  });
});

describe('the records that a record points to', () => {
  test.for([
    ['places/norhaven.md', 'within: osmrk', '4:9', 'place "osmrk"', 'places', 'osmark'],
    ['topics/shipping.md', 'broader: [trade, trad]', '4:18', 'topic "trad"', 'topics', 'trade'],
    ['people/bo.md', 'replacedBy: ada-lin', '4:13', 'person "ada-lin"', 'people', 'ada-lind'],
  ])('have to be there: %s, %s', async ([path = '', line = '', place, what, vocabulary, close]) => {
    const [id] = /[a-z-]+(?="$)/.exec(`${what}`) ?? [];
    expect(await problemsWith({ [path]: named('Bo', line) })).toEqual([
      `${path}:${place}: found the ${what}, which has no record; expected the id of a file in content/${vocabulary}/. ` +
        `Did you mean "${close}"? Otherwise add content/${vocabulary}/${id}.md.`,
    ]);
  });

  test('replace it only when they are in use', async () => {
    const changes = {
      'people/bo.md': named('Bo', 'replacedBy: cy'),
      'people/cy.md': named('Cy', 'replacedBy: ada-lind'),
    };
    expect(await problemsWith(changes)).toEqual([
      'people/bo.md:4:13: found "replacedBy: cy", a record that is itself replaced; ' +
        'expected the record that is in use. Write "replacedBy: ada-lind".',
    ]);
  });

  test('do not replace each other', async () => {
    const changes = {
      'people/bo.md': named('Bo', 'replacedBy: cy'),
      'people/cy.md': named('Cy', 'replacedBy: bo'),
    };
    const problems = await problemsWith(changes);
    expect(problems[0]).toMatch(/^people\/bo\.md:4:13: found a loop: bo → cy → bo/);
    expect(problems[1]).toMatch(/^people\/cy\.md:4:13: found a loop: cy → bo → cy/);
  });

  test('are named by the one in use, however many replaced each other', async () => {
    const changes = {
      'people/bo.md': named('Bo', 'replacedBy: cy'),
      'people/cy.md': named('Cy', 'replacedBy: di'),
      'people/di.md': named('Di', 'replacedBy: ada-lind'),
    };
    const fixes = (await problemsWith(changes)).map((problem) => problem.split('in use. ')[1]);
    expect(fixes).toEqual(['Write "replacedBy: ada-lind".', 'Write "replacedBy: ada-lind".']);
  });
});

describe('loops', () => {
  const loop = (place: string, trail: string, key: string) =>
    `${place}: found a loop: ${trail}; expected no loops in "${key}". Remove one of these links.`;

  test('of two places are refused', async () => {
    expect(await problemsWith({ 'places/osmark.md': named('Osmark', 'within: norhaven') })).toEqual([
      loop('places/osmark.md:4:9', 'norhaven → osmark → norhaven', 'within'),
    ]);
  });

  test('of two topics are refused', async () => {
    expect(await problemsWith({ 'topics/trade.md': named('Trade', 'broader: [shipping]') })).toEqual([
      loop('topics/trade.md:4:11', 'shipping → trade → shipping', 'broader'),
    ]);
  });

  test('of three topics are refused, told once and without the way to them', async () => {
    const changes = {
      'topics/a.md': named('A', 'broader: [b]'),
      'topics/b.md': named('B', 'broader: [trade, c]'),
      'topics/c.md': named('C', 'broader: [d]'),
      'topics/d.md': named('D', 'broader: [b]'),
    };
    expect(await problemsWith(changes)).toEqual([loop('topics/d.md:4:11', 'b → c → d → b', 'broader')]);
  });

  test('of one record are refused', async () => {
    expect(await problemsWith({ 'topics/a.md': named('A', 'broader: [a]') })).toEqual([
      loop('topics/a.md:4:11', 'a → a', 'broader'),
    ]);
    expect(await problemsWith({ 'places/osmark.md': named('Osmark', 'within: osmark') })).toEqual([
      loop('places/osmark.md:4:9', 'osmark → osmark', 'within'),
    ]);
    expect(await problemsWith({ 'people/bo.md': named('Bo', 'replacedBy: bo') })).toEqual([
      loop('people/bo.md:4:13', 'bo → bo', 'replacedBy'),
    ]);
  });

  test('are not seen where two ways lead to one record', async () => {
    await contentWith({
      'topics/a.md': named('A', 'broader: [b, c]'),
      'topics/b.md': named('B', 'broader: [trade]'),
      'topics/c.md': named('C', 'broader: [trade]'),
    });
  });
});

describe('former ids', () => {
  const tags = ['people: []', 'places: []', 'topics: []'];

  test('are refused while an article has them', async () => {
    expect(
      await problemsWith({ [file]: article(...tags, 'formerIds: [2021/05/04/harbour-reopens]') }),
    ).toEqual([
      `${file}:7:13: found the former id "2021/05/04/harbour-reopens", which is an article's id today; ` +
        'expected an id that is no longer in use. Remove it, or rename that article.',
    ]);
  });

  test('are refused when two articles claim one', async () => {
    const changes = {
      [file]: article(...tags, 'formerIds: [2021/05/boat]'),
      'articles/2021/05/04/ship.md': article(...tags, 'formerIds: [2021/05/raft, 2021/05/boat]'),
    };
    expect(await problemsWith(changes)).toEqual([
      `articles/2021/05/04/ship.md:7:27: found the former id "2021/05/boat", which ${file} also claims; ` +
        'expected a former id of one article. Remove it from one of the two.',
    ]);
  });

  test.each(['2021/05', '2021/05/04/7', '../ferry', '2021/05/04/Ferry', 'ferry'])(
    'are refused when no article can have had them: %s',
    async (former) => {
      expect(await problemsWith({ [file]: article(...tags, `formerIds: ["${former}"]`) })).toEqual([
        `${file}:7:13: found the former id "${former}", which no article can have had; expected a path like ` +
          '2021/07/18/name, 2021/07/name, 2021/name or undated/name, the name with a letter in it and of at most 240 characters. ' +
          'Write the id as it was, without ".md".',
      ]);
    },
  );
});
