import { describe, expect, test } from 'vitest';

import { readOdt } from '../../../../../src/ingest/sources/odt/odt.ts';
import { makeOdt, type OpenDocument } from '../../../../support/open-documents.ts';
import { makeJpeg, sumOf } from '../../../../support/pictures.ts';
import { ingest, makeArchive, makeFolder, readFolder, writeFiles } from '../../run-ingest.ts';
import { failureOf, only, saidBy, useReader } from '../read-source.ts';

const { readText } = useReader(readOdt, 'odt', 'harbour.odt');

async function read(document: OpenDocument) {
  return saidBy(only(await readText(makeOdt(document))));
}

const p = (content: string, style = 'Standard') => `<text:p text:style-name="${style}">${content}</text:p>`;
const h = (content: string, level = 1) => `<text:h text:outline-level="${level}">${content}</text:h>`;
const item = (...content: string[]) => `<text:list-item>${content.join('')}</text:list-item>`;
const list = (style: string, ...items: string[]) =>
  `<text:list text:style-name="${style}">${items.join('')}</text:list>`;
const text = p('The harbour of Norhaven reopened on Thursday.');

describe('readOdt', () => {
  test('reads headings, emphasis, lists, quotations, tables, links and spaces', async () => {
    const cells = (...words: string[]) =>
      `<table:table-row>${words.map((each) => `<table:table-cell>${p(each)}</table:table-cell>`).join('')}</table:table-row>`;
    const { title, subtitle, body, leftOut } = await read({
      body: [
        p('Harbour reopens', 'P1'),
        p('Ferries sail again', 'Subtitle'),
        p(
          'It was <text:span text:style-name="B">very</text:span><text:s/><text:span text:style-name="I">quiet</text:span>.<text:line-break/>All<text:tab/>day.',
        ),
        h('Tides', 2),
        list('L1', item(p('Morning'), '<text:list>' + item(p('Early')) + '</text:list>'), item(p('Evening'))),
        p('“Nobody came,” said the pilot.', 'Quotations'),
        list('L2', item(p('First')), item(p('Second'))),
        `<table:table><table:table-header-rows>${cells('Ship', 'Hour')}</table:table-header-rows>${cells('Alma', '7')}</table:table>`,
        p('<text:a xlink:href="https://port.example/tides">See the tides</text:a>'),
      ].join(''),
    });
    expect(title).toBe('Harbour reopens');
    expect(subtitle).toBe('Ferries sail again');
    expect(body).toBe(
      [
        'It was **very** *quiet*.\\\nAll day.',
        '## Tides',
        '- Morning\n\n  1. Early\n\n- Evening',
        '> “Nobody came,” said the pilot.',
        '1. First\n\n2. Second',
        '| Ship | Hour |\n| ---- | ---- |\n| Alma | 7    |',
        '[See the tides](https://port.example/tides)\n',
      ].join('\n\n'),
    );
    expect(leftOut).toEqual([]);
  });

  test('takes the heading that a text begins with as its title, and no later one', async () => {
    expect(await read({ body: h('Fog') + text })).toMatchObject({ title: 'Fog' });
    const later = await read({ body: text + h('Fog', 2) });
    expect(later.title).toBeUndefined();
    expect(later.body).toContain('## Fog');
  });

  test('keeps notes as those of the text, with their labels', async () => {
    const note = (label: string, words: string) =>
      `<text:note text:note-class="footnote"><text:note-citation>${label}</text:note-citation><text:note-body>${p(words)}</text:note-body></text:note>`;
    const { body } = await read({ body: p(`It opened${note('*', 'After nine weeks.')} at last.`) });
    expect(body).toBe('It opened\\[\\*] at last.\n\n\\[\\*] After nine weeks.\n');
  });

  test('takes tracked changes as accepted, and tells deletions, comments, headers and contents', async () => {
    const info = '<office:change-info><dc:creator>Eva</dc:creator></office:change-info>';
    const { body, leftOut, notices } = await read({
      body:
        `<text:tracked-changes><text:changed-region><text:deletion>${info}${p('sank')}</text:deletion></text:changed-region>` +
        `<text:changed-region><text:insertion>${info}</text:insertion></text:changed-region></text:tracked-changes>` +
        `<text:table-of-content><text:table-of-content-source>Nothing</text:table-of-content-source><text:index-body>${p('Fog 3')}</text:index-body></text:table-of-content>` +
        p(
          `The ferry returned<office:annotation><dc:creator>Eva Berg</dc:creator><dc:date>2020-01-01</dc:date>${p('Check this')}</office:annotation> on Monday.`,
        ),
      page: `<style:header>${p('Evening Post')}</style:header><style:footer>${p('Page 3')}</style:footer>`,
    });
    expect(body).toBe('The ferry returned on Monday.\n');
    expect(leftOut).toEqual([
      { what: 'text that a tracked change deletes', text: 'sank' },
      { what: 'a table of contents', text: 'Fog 3' },
      { what: 'a comment', text: 'Eva Berg: Check this' },
      { what: 'a page header', text: 'Evening Post' },
      { what: 'a page footer', text: 'Page 3' },
    ]);
    expect(notices).toContain('Tracked changes were taken as accepted: 1 insertions.');
  });

  test('takes text boxes after their paragraph, and tells objects with their words', async () => {
    const { body, leftOut } = await read({
      body:
        p(`Beside it<draw:frame><draw:text-box>${p('In a box')}</draw:text-box></draw:frame>`) +
        `<draw:frame><draw:text-box>${p('On a page')}</draw:text-box></draw:frame>` +
        p(
          '<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/><svg:title>Ships</svg:title></draw:frame>',
        ),
      parts: {
        'Object 1/content.xml': '<office:d xmlns:office="o" xmlns:text="t"><text:p>1998</text:p></office:d>',
      },
    });
    expect(body).toBe('Beside it\n\nIn a box\n\nOn a page\n');
    expect(leftOut).toEqual([
      {
        what: 'an embedded object (object), which was not opened',
        text: 'Ships',
        address: './Object 1',
      },
      { what: 'the words of an embedded object', text: '1998' },
    ]);
  });

  test('takes properties for hints, unless the text says the same', async () => {
    const meta =
      '<dc:title>Template 7</dc:title><dc:creator>Ada Lind</dc:creator><meta:creation-date>1998-05-12T09:00:00</meta:creation-date>';
    const hinted = await read({ body: text, meta });
    expect(hinted).toMatchObject({ byline: [] });
    expect(hinted.title).toBeUndefined();
    expect(hinted.notices).toEqual([
      'Its properties are hints, and were not taken for facts: title "Template 7", creator "Ada Lind", created "1998-05-12T09:00:00".',
    ]);
    const said = { body: p('By Ada Lind') + p('12 May 1998') + text, meta };
    expect(await read(said)).toMatchObject({ byline: ['Ada Lind'], date: '1998-05-12' });
  });

  test('tells macros, and pictures that it does not show; one on the web stays a link', async () => {
    const { body, leftOut, notices } = await read({
      body:
        text +
        p(
          '<draw:frame><draw:image xlink:href="https://tracker.example/crane.png"/><svg:desc>A crane</svg:desc></draw:frame>',
        ),
      parts: { 'Basic/Standard/Module1.xml': '<x/>', 'Pictures/logo.png': 'png' },
    });
    expect(body).toContain('[A crane](https://tracker.example/crane.png)');
    expect(leftOut).toEqual([{ what: 'a picture that the text does not show', text: 'Pictures/logo.png' }]);
    expect(notices).toEqual([
      'The document has macros. They were not run, and are only in the file that is kept.',
    ]);
  });

  test('refuses an encrypted document', async () => {
    const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
    expect(failureOf(only(await readText(makeOdt({ body: text, manifest }))))).toBe(
      '1:1: found an encrypted document; expected a document without a password. Open it with its password, save it without one, and ingest that.',
    );
  });
});

describe('npm run ingest of OpenDocument texts', () => {
  test('takes pictures with their descriptions, keeps the document, and misses nothing in the audit', async () => {
    const [folder, root] = [await makeFolder(), await makeArchive()];
    const picture = await makeJpeg();
    const document = makeOdt({
      body:
        p('Harbour reopens', 'P1') +
        text +
        p(
          '<draw:frame><draw:image xlink:href="Pictures/10.jpg"/><svg:desc>Two tugs</svg:desc></draw:frame>',
        ) +
        p('It was qui<text:span text:style-name="B">et</text:span>.') +
        p(
          'Pages follow.<office:annotation><dc:creator>Eva</dc:creator><text:p>Check</text:p></office:annotation>',
        ),
      page: `<style:header>${p('Evening Post')}</style:header>`,
      meta: '<dc:title>Template</dc:title>',
      parts: { 'Pictures/10.jpg': picture },
    });
    await writeFiles(folder, { 'harbour.odt': document });
    expect((await ingest(root, [folder])).code).toBe(0);
    const files = await readFolder(root);
    const entry = files.get('articles/undated/harbour-reopens.md') ?? '';
    expect(entry).toContain(`file: undated/harbour-1.jpg\n    sha256: ${sumOf(picture)}\n    alt: Two tugs`);
    expect(entry).toContain('![Two tugs](/media/undated/harbour-1.jpg)');
    expect(entry).toContain(`file: undated/harbour-reopens.odt\n  sha256: ${sumOf(document)}`);
    const audit = await ingest(root, ['--audit', folder]);
    expect(audit.stdout.trim()).toBe('1 items compared: 0 with something missing.');
    await writeFiles(root, { 'articles/undated/harbour-reopens.md': entry.replace('follow', 'came') });
    expect((await ingest(root, ['--audit', folder])).stdout).toContain('not in the entry: follow');
  });
});
