import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { readDocx } from '../../../../../src/ingest/sources/docx/docx.ts';
import { makeJpeg, sumOf } from '../../../../support/pictures.ts';
import {
  coreProperties,
  drawing,
  item,
  makeDocx,
  paragraph,
  relationship,
  run,
  wordPart,
  type WordDocument,
} from '../../../../support/word-documents.ts';
import { ingest, makeArchive, makeFolder, readFolder, writeFiles } from '../../run-ingest.ts';
import { only, saidBy, useReader } from '../read-source.ts';

const { readText } = useReader(readDocx, 'docx', 'harbour.docx');

async function read(document: WordDocument) {
  return saidBy(only(await readText(makeDocx(document))));
}

const text = paragraph(run('The harbour of Norhaven reopened on Thursday.'));

describe('readDocx', () => {
  test('reads headings, emphasis, lists, quotations, tables and links', async () => {
    const row = (properties: string, ...cells: string[]) =>
      `<w:tr><w:trPr>${properties}</w:trPr>${cells.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`;
    const { title, subtitle, body, leftOut } = await read({
      relationships: relationship('rId9', 'hyperlink', 'https://port.example/tides', true),
      body: [
        paragraph(run('Harbour reopens'), 'Titel'),
        paragraph(run('Ferries sail again'), 'Untertitel'),
        paragraph(run('It was ') + run('very', '<w:b/>') + run(' ') + run('quiet', '<w:i/>') + run('.')),
        paragraph(run('Tides'), 'berschrift2'),
        item('Morning', 1),
        item('Early', 1, 1),
        item('Evening', 1),
        paragraph(run('“Nobody came,” said the pilot.'), 'Zitat'),
        item('First', 2),
        item('Second', 2),
        `<w:tbl>${row('<w:tblHeader/>', 'Ship', 'Hour')}${row('', 'Alma', '7')}</w:tbl>`,
        paragraph(`<w:hyperlink r:id="rId9">${run('See the tides')}</w:hyperlink>`),
      ].join(''),
    });
    expect(title).toBe('Harbour reopens');
    expect(subtitle).toBe('Ferries sail again');
    expect(body).toBe(
      [
        'It was **very** *quiet*.',
        '## Tides',
        '- Morning\n  - Early\n- Evening',
        '> “Nobody came,” said the pilot.',
        '1. First\n2. Second',
        '| Ship | Hour |\n| ---- | ---- |\n| Alma | 7    |',
        '[See the tides](https://port.example/tides)\n',
      ].join('\n\n'),
    );
    expect(leftOut).toEqual([]);
  });

  test('takes the heading that a text begins with as its title, and no later one', async () => {
    const heading = paragraph(run('Fog'), 'berschrift1');
    expect(await read({ body: heading + text })).toMatchObject({ title: 'Fog' });
    const later = await read({ body: text + heading });
    expect(later.title).toBeUndefined();
    expect(later.body).toContain('## Fog');
  });

  test('keeps footnotes as notes of the text, with their labels, and none as a note of the archive', async () => {
    const { body } = await read({
      body: paragraph(run('It opened') + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(' at last.')),
      footnotes: `<w:footnote w:id="2">${paragraph(run('After nine weeks.'))}</w:footnote>`,
    });
    expect(body).toMatch(/^It opened\\\[1\] at last\.\n\n\\\[1\] After nine weeks\.\n$/);
    expect(body).not.toContain('[^');
  });

  test('takes tracked changes as accepted, and tells what they delete', async () => {
    const { body, leftOut, notices } = await read({
      body: paragraph(
        run('The ferry ') +
          '<w:del w:author="Eva"><w:r><w:delText>sank</w:delText></w:r></w:del>' +
          `<w:ins w:author="Eva">${run('returned')}</w:ins>` +
          run(' on Monday.'),
      ),
    });
    expect(body).toBe('The ferry returned on Monday.\n');
    expect(leftOut).toEqual([{ what: 'text that a tracked change deletes', text: 'sank' }]);
    expect(notices).toContain('Tracked changes were taken as accepted: 1 insertions.');
  });

  test('tells comments, headers, footers, formulas, charts and embedded files', async () => {
    const { leftOut } = await read({
      body: text + paragraph('<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>'),
      comments: `<w:comment w:id="0" w:author="Eva Berg">${paragraph(run('Check this'))}</w:comment>`,
      parts: {
        'word/header1.xml': wordPart('w:hdr', paragraph(run('Evening Post'))),
        'word/header2.xml': wordPart('w:hdr', paragraph(run('Evening Post'))),
        'word/footer1.xml': wordPart('w:ftr', paragraph(run('Page ') + run('3'))),
        'word/charts/chart1.xml': wordPart(
          'c:chartSpace',
          '<a:t>Ships a year</a:t><c:pt><c:v>12</c:v></c:pt>',
        ),
        'word/embeddings/sheet.xlsx': 'PK',
      },
    });
    expect(leftOut).toEqual([
      { what: 'a formula', text: 'a+b' },
      { what: 'a page header', text: 'Evening Post' },
      { what: 'a page footer', text: 'Page 3' },
      { what: 'a chart', text: 'Ships a year12' },
      { what: 'an embedded file, which was not opened', text: 'word/embeddings/sheet.xlsx' },
      { what: 'a comment', text: 'Eva Berg: Check this' },
    ]);
  });

  test('takes text boxes after their paragraph, and tells the words of one that it cannot convert', async () => {
    const box = (words: string) => `<w:txbxContent>${paragraph(run(words))}</w:txbxContent>`;
    const { body, leftOut } = await read({
      body:
        paragraph(
          `${run('Beside it')}<w:r><w:pict><v:shape><v:textbox>${box('In a box')}</v:textbox></v:shape></w:pict></w:r>`,
        ) + paragraph(`<w:r><w:strange>${box('In no box')}</w:strange></w:r>`),
    });
    expect(body).toBe('Beside it\n\nIn a box\n');
    expect(leftOut).toEqual([{ what: 'a paragraph of which not all could be converted', text: 'In no box' }]);
  });

  test('keeps what fields and line breaks enclose', async () => {
    const { body, leftOut } = await read({
      body: paragraph(
        `<w:fldSimple w:instr=" AUTHOR ">${run('Ada Lind')}</w:fldSimple><w:r><w:cr/></w:r>${run('Norhaven')}`,
      ),
    });
    expect(body).toBe('Ada Lind\\\nNorhaven\n');
    expect(leftOut).toEqual([]);
  });

  test('takes properties for hints, unless the text says the same', async () => {
    const parts = {
      'docProps/core.xml': coreProperties('Template 7', 'Ada Lind', '1998-05-12T09:00:00Z'),
    };
    const hinted = await read({ body: text, parts });
    expect(hinted).toMatchObject({ byline: [] });
    expect(hinted.title).toBeUndefined();
    expect(hinted.date).toBeUndefined();
    expect(hinted.notices).toEqual([
      'Its properties are hints, and were not taken for facts: title "Template 7", creator "Ada Lind", created "1998-05-12T09:00:00Z".',
    ]);
    const said = paragraph(run('By Ada Lind')) + paragraph(run('12 May 1998')) + text;
    expect(await read({ body: said, parts })).toMatchObject({ byline: ['Ada Lind'], date: '1998-05-12' });
  });

  test('runs no macros, loads nothing from outside, and tells both', async () => {
    const { body, leftOut, notices } = await read({
      body: text + paragraph(drawing('rId8', 'A crane', 'r:link')),
      relationships:
        relationship('rId7', 'attachedTemplate', 'file:///c:/secret.dotm', true) +
        relationship('rId8', 'image', 'https://tracker.example/crane.png', true),
      parts: { 'word/vbaProject.bin': 'Sub AutoOpen' },
    });
    expect(body).toContain('[A crane](https://tracker.example/crane.png)');
    expect(leftOut).toEqual([
      {
        what: 'something outside of the document (attachedTemplate), which was not loaded',
        address: 'file:///c:/secret.dotm',
      },
      {
        what: 'something outside of the document (image), which was not loaded',
        address: 'https://tracker.example/crane.png',
      },
    ]);
    expect(notices).toContain(
      'The document has macros. They were not run, and are only in the file that is kept.',
    );
  });
});

describe('npm run ingest of Word documents', () => {
  test('takes pictures with their descriptions, keeps the document, and misses nothing in the audit', async () => {
    const [folder, root] = [await makeFolder(), await makeArchive()];
    const picture = await makeJpeg();
    const document = makeDocx({
      body:
        paragraph(run('Harbour reopens'), 'Titel') +
        text +
        paragraph(drawing('rId8', 'Two tugs')) +
        paragraph(run('It was quiet.')),
      relationships: relationship('rId8', 'image', 'media/image1.jpg'),
      comments: `<w:comment w:id="0" w:author="Eva Berg">${paragraph(run('Check this'))}</w:comment>`,
      parts: { 'word/media/image1.jpg': picture },
    });
    await writeFiles(folder, { '2021-05-06-harbour.docx': document });
    const taken = await ingest(root, [folder]);
    expect(taken.code).toBe(0);
    const files = await readFolder(root);
    const id = '2021/05/06/harbour-reopens';
    const entry = files.get(`articles/${id}.md`) ?? '';
    const file = '2021/05/06/2021-05-06-harbour-1.jpg';
    expect(entry).toContain(`file: ${file}\n    sha256: ${sumOf(picture)}\n    alt: Two tugs`);
    expect(entry).toContain(`![Two tugs](/media/${file})`);
    expect(entry).toContain(`file: ${id}.docx\n  sha256: ${sumOf(document)}`);
    expect(await readFile(join(root, 'sources', `${id}.docx`))).toEqual(Buffer.from(document));
    expect(await readFile(join(root, 'media', file))).toEqual(Buffer.from(picture));
    const audit = await ingest(root, ['--audit', folder]);
    expect(audit.stdout.trim()).toBe('1 items compared: 0 with something missing.');
    const path = join(root, `articles/${id}.md`);
    await writeFiles(root, {
      [`articles/${id}.md`]: (await readFile(path, 'utf8')).replace('quiet', 'loud'),
    });
    const changed = await ingest(root, ['--audit', folder]);
    expect(changed.stdout).toContain('not in the entry: quiet');
  });
});
