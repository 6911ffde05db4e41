import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { readMarkdownRecord } from '../../../src/records/read/read-record.ts';
import { articleSchema } from '../../../src/records/schemas/schemas.ts';
import { runCommand } from '../../support/run-command.ts';
import { runWarm } from '../../support/warm-commands.ts';
import { makePerson, makeTexts } from '../ingest/make-texts.ts';
import { ingest, makeArchive, makeFolder, readFolder, writeFiles } from '../ingest/run-ingest.ts';

const seedId = '2021/07/18/china-opposes-regime-change-in-syria-wang-yi-tells-assad';

describe('ingest', () => {
  test('makes of the seed the entry that is in content/, but for what an editor added', async () => {
    const root = await makeArchive();
    for (const name of ['people', 'places', 'organizations', 'topics', 'site.yaml']) {
      await cp(join('content', name), join(root, name), { recursive: true });
    }
    const source = join('content/sources', `${seedId}.txt`);
    const { code, stdout, stderr } = await ingest(root, [source]);
    expect([code, stderr.includes('Error')]).toEqual([0, false]);
    expect(stdout).toContain('1 item = 1 to write + 0 skipped + 0 failed');
    const files = await readFolder(root);
    const id =
      [...files.keys()].find((path) => path.startsWith('articles/'))?.slice('articles/'.length, -3) ?? '';
    expect(id).toMatch(/^2021\/07\/18\/china-opposes-any-regime-change-attempt-in-syria/);

    const made = readMarkdownRecord(await readFile(join(root, `articles/${id}.md`)), articleSchema);
    const edited = readMarkdownRecord(
      await readFile(join('content/articles', `${seedId}.md`)),
      articleSchema,
    );
    const withoutNotes = edited.body
      ?.replace(/^\[\^[^]*$/m, '')
      .replace(/\[\^[^\]]+\]/g, '')
      .trim();
    expect(made.body?.trim()).toBe(withoutNotes);
    expect(made.data).toMatchObject({
      titleSupplied: true,
      date: edited.data?.date,
      source: { sha256: edited.data?.source?.sha256, received: { edtf: '2024-05-02' } },
    });
    for (const vocabulary of ['people', 'places', 'organizations'] as const) {
      expect(made.data?.[vocabulary].toSorted()).toEqual(edited.data?.[vocabulary].toSorted());
    }
    const kept = await readFile(join(root, `sources/${id}.txt`));
    expect(kept.equals(await readFile(source))).toBe(true);
    expect(createHash('sha256').update(kept).digest('hex')).toBe(made.data?.source?.sha256);
  });

  test('writes what check passes, tells every item, and takes nothing twice', async () => {
    const root = await makeArchive({ 'people/ada-brook.md': makePerson('Ada Brook') });
    const folder = await makeFolder();
    await writeFiles(folder, makeTexts(100));
    const report = join(folder, 'report.ndjson');
    const first = await ingest(root, ['--json', '--report', report, join(folder, 'received')]);
    expect(first.code).toBe(1);
    const { items, written, skipped, failed } = JSON.parse(first.stdout) as Record<string, number>;
    expect({ items, written, skipped, failed }).toEqual({ items: 100, written: 92, skipped: 5, failed: 3 });
    const lines = (await readFile(report, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { outcome: string });
    expect(lines.map(({ outcome }) => outcome).filter((outcome) => outcome === 'written')).toHaveLength(92);
    expect(lines).toHaveLength(100);
    expect((await runWarm('check', root, [])).stdout).toContain('92 articles, 1 person');

    const before = await readFolder(root);
    expect([...before.keys()].filter((path) => path.includes('.ingest'))).toEqual([]);
    const second = await ingest(root, ['--json', join(folder, 'received')]);
    expect(JSON.parse(second.stdout)).toMatchObject({ items: 100, written: 0, skipped: 97, failed: 3 });
    expect(await readFolder(root)).toEqual(before);
  });

  test('shows and does nothing in a dry run', async () => {
    const root = await makeArchive();
    const before = await readFolder(root);
    const { code, stdout } = await ingest(
      root,
      ['--dry-run', '-'],
      'Title: One\nDate: May 2004\n\nA text.\n',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('- → articles/2004/05/one.md');
    expect(await readFolder(root)).toEqual(before);
  });

  test('makes no folder in a dry run, so that an archive may be read-only', async () => {
    const root = await makeArchive({ '.ingest': 'in its place no folder can be made' });
    const dry = await ingest(root, ['--dry-run', '-'], 'A text.\n');
    expect([dry.code, dry.stderr.includes('stopped')]).toEqual([0, false]);
    expect((await ingest(root, ['-'], 'A text.\n')).code).toBe(1);
  });

  test('changes nothing that is there', async () => {
    const entry =
      '---\ntitle: One\ndate: 2004-05\npeople: []\nplaces: []\ntopics: []\n---\n\nAnother text.\n';
    const root = await makeArchive({
      'articles/2004/05/one.md': entry,
      'sources/2004/05/one-2.txt': 'left here',
    });
    const { code } = await ingest(root, ['-'], 'Title: One\nDate: May 2004\n\nA text.\n');
    expect(code).toBe(0);
    const files = await readFolder(root);
    expect(files.get('articles/2004/05/one.md')).toBe(entry);
    expect(files.get('sources/2004/05/one-2.txt')).toBe('left here');
    expect(files.get('articles/2004/05/one-3.md')).toContain('A text.');
  });

  test('writes nowhere but in the content folder', async () => {
    const outside = await makeFolder();
    const root = await makeArchive();
    const text = 'Title: ../../../etc/passwd\nDate: 2004\n\nA text.\n';
    await mkdir(join(root, 'sources'));
    await symlink(outside, join(root, 'sources/2004'));
    const { code, stderr } = await ingest(root, ['-'], text);
    expect(code).toBe(1);
    expect(stderr).toContain('leads outside the content folder');
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(await readFolder(outside)).toEqual(new Map());
    await rm(join(root, 'sources/2004'));
    await ingest(root, ['-'], text);
    expect([...(await readFolder(root)).keys()]).toContain('articles/2004/etc-passwd.md');
  });

  test('keeps near duplicates and tells of them, or skips them when asked', async () => {
    const folder = await makeFolder();
    const text = Array.from(
      { length: 60 },
      (_, index) => `The pilot counted boat ${index} at the pier.`,
    ).join(' ');
    await writeFiles(folder, {
      'a.txt': text,
      'b.txt': text.replace('boat 30', 'no boat'),
      'c.txt': `${text}\n\n`,
    });
    for (const [options, counts, ids] of [
      [[], { written: 2, skipped: 1 }, 1],
      [['--duplicates', 'skip'], { written: 1, skipped: 2 }, 0],
      [['--duplicates', 'keep'], { written: 3, skipped: 0 }, 2],
    ] as const) {
      const { stdout } = await ingest(await makeArchive(), ['--json', ...options, folder]);
      const summary = JSON.parse(stdout) as { alike: { likeness: string }[] };
      expect(summary).toMatchObject(counts);
      expect(summary.alike).toHaveLength(ids);
    }
  });

  test('takes the same words again under another title or on another day, and tells of it', async () => {
    const folder = await makeFolder();
    const text = 'The ferry does not run on Sunday.';
    await writeFiles(folder, {
      '1.txt': `Title: Notice\nDate: 2004-05-01\n\n${text}\n`,
      '2.txt': `Title: Notice\nDate: 2004-05-08\n\n${text}\n`,
      '3.txt': `Title: Ferries\nDate: 2004-05-01\n\n${text}\n`,
      '4.txt': `Title: Notice\nDate: 2004-05-01\n\n${text}\n\n\n`,
    });
    const root = await makeArchive();
    const summaryOf = ({ stdout }: { stdout: string }) => JSON.parse(stdout) as Record<string, unknown>;
    const expected = {
      written: 3,
      skipped: 1,
      reasons: { 'the same title, date and words as another article': 1 },
      alike: [
        { id: '2004/05/08/notice', likeness: 'the same words as 2004/05/01/notice' },
        { id: '2004/05/01/ferries' },
      ],
    };
    expect(summaryOf(await ingest(root, ['--json', folder]))).toMatchObject(expected);
    // An entry that is in the archive is compared as those of the run are.
    const again = { '5.txt': `Title: Notice\nDate: 2004-05-08\n\n${text}\n\n` };
    await writeFiles(folder, again);
    expect(summaryOf(await ingest(root, ['--json', join(folder, '5.txt')]))).toMatchObject({ skipped: 1 });
    const all = await ingest(await makeArchive(), ['--json', '--duplicates', 'skip', folder]);
    expect(summaryOf(all)).toMatchObject({ written: 1, skipped: 4 });
  });

  test('says of a file that has no items that it has none', async () => {
    const root = await makeArchive();
    const wordpress = 'xmlns:wp="http://wordpress.org/export/1.2/"';
    const file = `<?xml version="1.0"?><rss version="2.0" ${wordpress}><channel><wp:wxr_version>1.2</wp:wxr_version></channel></rss>`;
    const { code, stdout } = await ingest(root, ['-'], file);
    expect(code).toBe(0);
    expect(stdout).toContain('1 item = 0 to write + 1 skipped + 0 failed');
    expect(stdout).toContain('1 × a file without items');
  });

  test('makes records of names that the sources give only when asked', async () => {
    const text = 'Title: One\nDate: 2004\nTopics: Weather; Óbidos weather\nPeople: Ada Brook\n\nA text.\n';
    const root = await makeArchive({ 'people/ada-brook.md': makePerson('Ada Brook') });
    const plan = await ingest(root, ['--dry-run', '-'], text);
    expect(plan.stdout).toContain('1 × Weather');
    await ingest(root, ['--create-records', 'topics', '-'], text);
    const files = await readFolder(root);
    expect(files.get('articles/2004/one.md')).toMatch(
      /people: \[ada-brook\][^]*topics: \[weather, obidos-weather\]/,
    );
    expect(files.get('topics/weather.md')).toContain('name: Weather');
    expect((await runWarm('check', root, [])).code).toBe(0);
  });

  test('reads as it is told to', async () => {
    const root = await makeArchive();
    const told = [
      '--encoding',
      'windows-1252',
      '--source',
      'Evening Post',
      '--language',
      'de',
      '--format',
      'text',
    ];
    const { code } = await ingest(root, [...told, '-'], Buffer.from('# Zürich wartet.\n', 'latin1'));
    expect(code).toBe(0);
    const files = await readFolder(root);
    const entry = Buffer.from(files.get('articles/undated/zurich-wartet.md') ?? '', 'latin1').toString();
    expect(entry).toContain('title: "# Zürich wartet"\ntitleSupplied: true\nundated: true\n');
    expect(entry).toContain('language: de\nsource:\n  publication: evening-post\n');
    expect(files.get('publications/evening-post.md')).toContain('name: Evening Post\n');
    expect(entry).toContain('\n\\# Zürich wartet.\n');
    expect(files.get('sources/undated/zurich-wartet.txt')).toBe('# Z\u00FCrich wartet.\n');
  });

  test('composes letters in the entry, and keeps the source text as it is', async () => {
    const root = await makeArchive();
    const text = 'Title: Cafe\u0301\nDate: 2004\n\nThe cafe\u0301 is shut.\n';
    await ingest(root, ['-'], text);
    expect(await readFile(join(root, 'articles/2004/cafe.md'), 'utf8')).toContain('The caf\u00E9 is shut.');
    expect(await readFile(join(root, 'sources/2004/cafe.txt'), 'utf8')).toBe(text);
  });

  test('takes each format by its content, and what it takes passes check', async () => {
    const root = await makeArchive();
    const report = join(await makeFolder(), 'report');
    const { code, stdout } = await ingest(root, ['--json', '--report', report, 'tests/fixtures/ingest']);
    expect(code).toBe(1);
    const { items, written, skipped, failed } = JSON.parse(stdout) as Record<string, number>;
    expect(items).toBe((written ?? 0) + (skipped ?? 0) + (failed ?? 0));
    const lines = (await readFile(report, 'utf8')).trim().split('\n');
    const taken = lines.map((line) => JSON.parse(line) as { outcome: string; file: string });
    expect(lines).toHaveLength(items ?? 0);
    for (const format of ['feed', 'markdown', 'ninjs', 'plain-text', 'table', 'web-page', 'wordpress']) {
      const folder = `tests/fixtures/ingest/${format}/`;
      const some = taken.some(({ outcome, file }) => outcome === 'written' && file.startsWith(folder));
      expect(some, format).toBe(true);
    }
    expect((await runWarm('check', root, [])).stdout).toContain(`${written} articles`);
  });

  test('takes what has columns of other names for a table when it is told what they are', async () => {
    const root = await makeArchive();
    const { stdout } = await ingest(
      root,
      ['--json', '--map', 'title=Kop,text=Stuk', '-'],
      'Kop,Stuk,Bij\nEen,Twee,x\n',
    );
    expect(JSON.parse(stdout)).toMatchObject({ written: 1, failed: 0 });
    expect((await readFolder(root)).get('articles/undated/een.md')).toContain('\nTwee\n');
  });

  test.for([
    [[], 'No input files given'],
    [['--format', 'markdwn', 'x.txt'], 'did you mean "markdown"?'],
    [['--format', 'rtf', 'x.txt'], 'is not known'],
    [['--encoding', 'klingon', 'x.txt'], '--encoding klingon'],
    [['--create-records', 'persons', 'x.txt'], '--create-records persons'],
    [['--received', '31 May', 'x.txt'], '--received'],
    [['--map', 'title', 'x.txt'], '--map title'],
    [['--language', 'Klingon!', 'x.txt'], '--language'],
    [['--status', 'published', 'x.txt'], '--status published is not known; did you mean "publish"?'],
    [['--report', 'nowhere/report', 'x.txt'], '--report nowhere/report'],
    [['-', '-'], 'only once'],
    [['--loud', 'x.txt'], '--loud'],
  ] as const)('refuses %j', async ([options, reason]) => {
    const root = await makeArchive();
    const { code, stderr } = await ingest(root, options);
    expect(code).toBe(2);
    expect(stderr).toContain(reason);
    expect(stderr).toContain('Usage: npm run ingest');
  });

  test('helps', async () => {
    const { code, stdout } = await runCommand('ingest', await makeArchive(), ['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/--dry-run[^]*Examples:/);
  });

  test('refuses an archive that has errors itself', async () => {
    const root = await makeArchive({ 'articles/2004/x.md': 'no frontmatter' });
    const { code, stderr } = await ingest(root, ['-'], 'A text.');
    expect(code).toBe(1);
    expect(stderr).toContain('articles/2004/x.md:1:1: found no frontmatter');
  });
});
