import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { SourceError } from '../../../../../src/ingest/sources/source-error.ts';
import { readNinjs } from '../../../../../src/ingest/sources/ninjs/ninjs.ts';
import { damaged, receivedOf, saidBy, describeItem, useReader } from '../read-source.ts';

const { readText, readFixture, loadFixture, readAnything } = useReader(readNinjs, 'ninjs', 'news');

const bodies = [{ value: 'It rained.' }];
const first = async (properties: object) =>
  saidBy((await readText(JSON.stringify({ bodies, ...properties })))[0]);

describe('readNinjs', () => {
  test('takes what an item in ninjs 3 says', async () => {
    const [item, ...others] = await readFixture('version-3.json');
    expect(others).toEqual([]);
    expect(saidBy(item)).toEqual({
      title: 'Ferry & bridge both closed',
      subtitle: 'Storm sinks two boats',
      date: '2021-07-18',
      byline: ['Inés March'],
      dateline: 'Ostwick, Norland',
      language: 'en-GB',
      summary: 'Both ways over the water are shut.',
      publisher: 'The Morning Agency',
      rights: 'The Agency; Not for resale.',
      terms: [
        { name: 'Inés March', vocabulary: 'people' },
        { name: 'Ostwick', vocabulary: 'places' },
        { name: 'Ostwick Ferries', vocabulary: 'organizations' },
        { name: 'water transport', vocabulary: 'topics' },
        { name: 'Storm Ada' },
      ],
      body: 'The ferry is *closed*.\n\nSo is the bridge.\n',
      leftOut: expect.arrayContaining([
        expect.objectContaining({ what: expect.stringContaining('onclick') as unknown }),
        expect.objectContaining({ what: expect.stringContaining('script') as unknown }),
        { what: 'an associated item', text: 'A pier', address: 'urn:pic:1' },
        { what: 'a further headline', text: 'Ferry closed' },
      ]) as unknown,
      notices: ['It has several bodies; the one with the role "richtext" was used.'],
    });
    expect(receivedOf(item)).toBe((await loadFixture('version-3.json')).toString());
  });

  test('takes what an item in ninjs 2 says; the day is that of the text, not of the item', async () => {
    expect(saidBy((await readFixture('version-2.json'))[0])).toEqual({
      title: 'Mill burns down',
      date: '1923-05-04',
      byline: ['The Agency'],
      language: 'en',
      rights: '(c) 2019 The Agency',
      terms: [{ name: 'Aldham', vocabulary: 'places' }],
      body: 'The old mill burned down.\n',
      leftOut: [],
      notices: [],
    });
  });

  test('takes what an item in ninjs 1 says', async () => {
    expect(saidBy((await readFixture('version-1.json'))[0])).toEqual({
      title: 'Mill reopens',
      subtitle: 'After ninety years',
      date: '2013-07-09',
      byline: ['Rowan Tolliver'],
      dateline: 'Aldham',
      summary: 'The mill of Aldham grinds again.',
      terms: [
        { name: 'Rowan Tolliver', vocabulary: 'people' },
        { name: 'Aldham', vocabulary: 'places' },
        { name: 'Aldham Mills', vocabulary: 'organizations' },
        { name: 'milling', vocabulary: 'topics' },
      ],
      body: 'The mill grinds again. 1. \\*Really\\*.\n\nSo it is said.\n',
      leftOut: [{ what: 'an associated item' }, { what: 'an associated item' }],
      notices: [],
    });
  });

  test('says of every item of an array what becomes of it', async () => {
    const items = await readFixture('list.json');
    expect(items.map(describeItem)).toEqual([
      'item 1, line 2: draft',
      'item 2, line 3: of the type "picture"',
      'item 3, line 6: withheld by its provider',
      'item 4, line 7: canceled by its provider: an earlier version of urn:4 may have to be withdrawn',
      'item 5, line 8: under embargo',
      'item 6, line 9: 9:1 a text in NITF only (bodies[0])',
      'item 7, line 10: 10:38 date "2021-02-31": 2021-02 has 28 days, not a day 31 in "versionCreated"',
      'item 8, line 11: 11:1 a value of "type" that is not a string',
      'item 9, line 12: draft',
      'item 10, line 13: 13:1 a value that is not an object',
    ]);
    expect(saidBy(items[8])).toEqual({
      byline: [],
      terms: [],
      body: 'Nine.\n',
      leftOut: [{ what: 'a "by" that is not a string', text: '["Nobody"]' }],
      notices: ['It has no headline; its "title" is not for publication.'],
    });
    const [, line] = (await loadFixture('list.json')).toString().split('\n');
    expect(`  ${receivedOf(items[0])},`).toBe(line);
  });

  test('reads a line an item, and reads on after one that is malformed', async () => {
    const items = await readFixture('lines.ndjson');
    expect(items.map(describeItem)).toEqual([
      'item 1, line 1: draft',
      'item 2, line 3: 3:61 malformed JSON',
      'item 3, line 4: draft',
    ]);
    const lines = (await loadFixture('lines.ndjson')).toString().split('\n');
    expect([receivedOf(items[0]), receivedOf(items[2])]).toEqual([lines[0], lines[3]]);
  });

  test.for([
    ['{"uri":"1","bodies":[{"value":"a"}]}\r\n{"bodies":[{"value":"b"}]}', ['item 1', 'item 2']],
    ['{"bodies":[{"value":"a"}\n{"bodies":[{"value":"b"}]}', ['item 1', 'item 2']],
    ['{"bodies":[{"value":"a"}]}\n', [undefined]],
    ['{\n"bodies":[\n{"value":"a"}]}\n', [undefined]],
    ['{"bodies":[\n{"value":"a"}]}\n', [undefined]],
    ['\n[\n{"bodies":[{"value":"a"}]},\n{"bodies":[{"value":"b"}]}]', ['item 1', 'item 2']],
    ['[{"bodies":[{"value":"a"}]},\n{"bodies":[{"value":"b"}]}]', ['item 1', 'item 2']],
  ] as [string, (string | undefined)[]][])(
    'tells from %j how its items are written',
    async ([text, names]) => {
      const items = await readText(text);
      expect(
        items.map(
          (item) =>
            (item.kind === 'draft' ? item.draft : item.kind === 'failed' ? item.failure : item).origin.item,
        ),
      ).toEqual(names);
    },
  );

  test.for([
    ['{"bodies": tru}', 'the file, line 1: 1:15 malformed JSON'],
    ['{\n "by": "a",\n}', 'the file, line 1: 3:1 malformed JSON'],
    ['{\n "by": nope}', 'the file, line 1: 2:9 malformed JSON'],
    ['{"by": "a"', 'the file, line 1: 1:11 malformed JSON'],
    ['News', 'the file, line 1: 1:1 malformed JSON'],
    ['"News"', 'the file, line 1: 1:1 a value that is not an object'],
    ['{}', 'the file, line 1: 1:1 no text in "bodies"'],
  ])('says where %j is malformed', async ([text, told]) => {
    expect((await readText(text!)).map(describeItem)).toEqual([told]);
  });

  test('takes the items before the place where an array breaks off, and those beside one that is malformed', async () => {
    const item = JSON.stringify({ bodies });
    expect((await readText(`[${item},\n${item},\n{"bodies": [`)).map(describeItem)).toEqual([
      'item 1, line 1: draft',
      'item 2, line 2: draft',
      'the rest after item 2, line 3: 3:13 malformed JSON',
    ]);
    expect((await readText(`[${item},\n{"by" "a"},\n${item}]`)).map(describeItem)).toEqual([
      'item 1, line 1: draft',
      'item 2, line 2: 2:7 malformed JSON',
      'item 3, line 3: draft',
    ]);
  });

  test.for([
    ['[]', 'an empty array'],
    ['[', 'malformed JSON'],
    ['  ', 'an empty file'],
    [new Uint8Array([0x7b, 0xff]), 'UTF-8'],
  ])('takes nothing from %j, and says why', async ([text, message]) => {
    const reading = readText(text!);
    await expect(reading).rejects.toThrow(SourceError);
    await expect(reading).rejects.toThrow(message as string);
  });

  test('reads many lines of which all together are longer than what is read in one piece', async () => {
    const line = JSON.stringify({ bodies, ednote: 'x'.repeat(1 << 20) });
    const tooLong = JSON.stringify({ bodies, ednote: 'x'.repeat(33 << 20) });
    const items = await readText([line, tooLong, ...Array.from({ length: 10 }, () => line)].join('\n'));
    expect(items.map(({ kind }) => kind)).toEqual([
      'draft',
      'failed',
      ...Array.from({ length: 10 }, () => 'draft'),
    ]);
  });

  test('takes what Superdesk writes', async () => {
    const picture = {
      type: 'picture',
      headline: 'Boats',
      byline: 'Eva Berg',
      description_text: 'Boats leave.',
      renditions: {
        small: { href: 'https://x.example/s.jpg', width: 9 },
        original: { href: 'https://x.example/a.jpg' },
      },
    };
    const item = {
      guid: 'urn:x:1',
      pubstatus: 'usable',
      headline: 'Fog',
      slugline: 'fog-osmark',
      byline: 'By Ada Lind',
      versioncreated: '2021-07-19T06:10:00+0000',
      firstcreated: '2021-07-17T21:30:00+0000',
      firstpublished: '2021-07-18T22:00:00+0000',
      ednote: 'Corrects a name.',
      keywords: ['Harbour'],
      subject: [{ code: '1', name: 'Economy' }],
      body_html: '<p>Fog came.</p>',
      associations: { featuremedia: picture },
    };
    expect(saidBy((await readText(JSON.stringify(item)))[0])).toMatchObject({
      date: '2021-07-18',
      byline: ['Ada Lind'],
      terms: [{ name: 'Economy', vocabulary: 'topics' }, { name: 'Harbour' }],
      body: 'Fog came.\n\n[Boats](https://x.example/a.jpg)\\\nBoats leave. Eva Berg\n',
      leftOut: [
        { what: 'an editor’s note', text: 'Corrects a name.' },
        { what: 'a slugline', text: 'fog-osmark' },
      ],
    });
    const linked = { ...item, body_html: '<p><a href="https://x.example/a.jpg">Boats leave.</a></p>' };
    expect(saidBy((await readText(JSON.stringify(linked)))[0]).leftOut).toContainEqual({
      what: 'a credit of a picture in the text',
      text: 'Eva Berg',
      address: 'https://x.example/a.jpg',
    });
  });

  test('tells which items are versions of one', async () => {
    const version = (uri: string) => ({ uri, bodies });
    const items = await readText(JSON.stringify([version('urn:1'), version('urn:2'), version('urn:1')]));
    expect(items.map((item) => saidBy(item).notices)).toEqual([
      [],
      [],
      ['It is another version of item 1 (urn:1): keep only one, or correct the other.'],
    ]);
  });

  test('chooses the date that is nearest to the day of publication', async () => {
    const created = { versionCreated: '2021-07-20T00:00:00Z', firstCreated: '2021-07-18T23:59:00-11:00' };
    expect(await first(created)).toMatchObject({ date: '2021-07-18' });
    expect(await first({ versionCreated: created.versionCreated })).toMatchObject({ date: '2021-07-20' });
    expect(await first({ ...created, contentCreated: '1923' })).toMatchObject({ date: '1923' });
    expect(await first({ ...created, embargoedUntil: '2021-07-22T06:00:00Z' })).toMatchObject({
      date: '2021-07-22',
    });
    expect(await first({ ...created, embargoed: '2021-07-01T06:00:00Z' })).toMatchObject({
      date: '2021-07-18',
    });
    expect(await first({ versioncreated: ' ' })).not.toHaveProperty('date');
  });

  test('does not take what it cannot know to be published', async () => {
    for (const properties of [
      { embargoed: 'soon' },
      { embargoed: 1 },
      { pubStatus: true },
      { firstCreated: 2021 },
    ]) {
      const [item] = await readText(JSON.stringify({ bodies, ...properties }));
      expect(item?.kind).toBe('failed');
    }
    const [item] = await readText(JSON.stringify({ bodies, pubStatus: 'usable?' }));
    expect(item).toMatchObject({ kind: 'skipped', reason: 'with the pubStatus "usable?"' });
  });

  test('chooses the body that says most of the whole text', async () => {
    const html = { contentType: 'text/html', value: '<p>HTML.</p>' };
    const plain = { contentType: 'text/plain', value: 'Plain.' };
    const bodyOf = async (...values: object[]) => (await first({ bodies: values })).body;
    expect(await bodyOf(plain, html)).toBe('HTML.\n');
    expect(await bodyOf({ ...html, role: 'summary' }, plain)).toBe('Plain.\n');
    expect(await bodyOf({ ...html, value: '<p> </p>' }, plain)).toBe('Plain.\n');
    expect(await bodyOf({ ...html, role: 'html5' }, { ...html, role: 'main', value: 'Main.' })).toBe(
      'Main.\n',
    );
    expect(await bodyOf({ contentType: 'application/xml', value: '<a>XML</a>' }, plain)).toBe('Plain.\n');
    expect(await bodyOf({ value: '<p>No type.</p>' })).toBe('No type.\n');
    expect(await bodyOf({ value: '<3 is a heart & more.' })).toBe('<3 is a heart & more.\n');
    expect(
      saidBy((await readText(JSON.stringify({ body_text: 'Plain.', body_html: '<p>HTML.</p>' })))[0]).body,
    ).toBe('HTML.\n');
  });
});

describe('readNinjs, whatever the file holds', () => {
  const limit = { numRuns: 200 };
  const names = [
    ...[
      'type',
      'pubStatus',
      'headlines',
      'headline',
      'bodies',
      'body_html',
      'body_text',
      'descriptions',
      'by',
      'title',
    ],
    ...[
      'located',
      'language',
      'people',
      'subjects',
      'places',
      'infoSources',
      'associations',
      'contentCreated',
    ],
    ...['embargoedUntil', 'usageTerms', '__proto__', 'constructor', 'toString', 'body_', 'description_text'],
  ];

  test('makes an item of any object', async () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary-ascii' }),
      fc.constantFrom(
        'text',
        'usable',
        '2021-07-18',
        '../../etc/passwd',
        'CON',
        '\u202Eabc',
        '<p>a</p>',
        '<nitf>',
      ),
    );
    const wording = fc.dictionary(
      fc.constantFrom('value', 'role', 'contentType', 'name', 'literal'),
      fc.oneof(word, fc.jsonValue()),
    );
    const value = fc.oneof(
      { weight: 3, arbitrary: word },
      fc.array(fc.oneof(wording, fc.jsonValue()), { maxLength: 3 }),
      fc.jsonValue(),
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), value), async (item) => {
        for (const text of [JSON.stringify(item), JSON.stringify([item, item])]) {
          expect(await readAnything(text)).toHaveLength(text.startsWith('[') ? 2 : 1);
        }
      }),
      limit,
    );
  });

  test('ends with drafts, skipped and failed items, or says what is wrong', async () => {
    const files = await Promise.all(
      ['version-3.json', 'version-1.json', 'list.json', 'lines.ndjson'].map(loadFixture),
    );
    const scraps = [
      '',
      '{',
      '}',
      '[',
      ']',
      '"',
      '\\',
      ',',
      ':',
      '\n',
      'null',
      '1e999',
      '\u0000',
      '\xff',
      '\n{',
    ];
    await fc.assert(
      fc.asyncProperty(damaged(files, scraps), async (bytes) => {
        await readAnything(bytes);
      }),
      limit,
    );
  });
});
