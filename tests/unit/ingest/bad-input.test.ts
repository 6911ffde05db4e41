import { symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { runWarm } from '../../support/warm-commands.ts';
import { ingest, makeArchive, makeFolder, readFolder, writeFiles } from './run-ingest.ts';

const rss = (items: string, doctype = '') =>
  `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`;
const bomb =
  '<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>';
const text = (title: string, date = '2001-02-03') =>
  `Title: ${title}\nDate: ${date}\n\nThe boats are in, said ${title.length}.\n`;

/** Files with what is wrong about them, and what the run has to say; '' when they are taken. */
const files: [name: string, content: string | Uint8Array, said: string][] = [
  ['empty.txt', '', 'an empty file'],
  ['blank.txt', ' \n\n', 'an empty file'],
  ['scan.pdf', '%PDF-1.4\n', 'a damaged PDF'],
  ['nul.txt', 'Boats\u0000 are in.', 'the control character U+0000'],
  ['latin1.txt', Uint8Array.from(Buffer.from('Zürich waits.', 'latin1')), 'the byte 0xFC at offset 1'],
  ['cut.txt', new TextEncoder().encode('The harbour 港').subarray(0, -1), 'which is not UTF-8'],
  ['CON.txt', text('CON'), ''],
  ['emoji.txt', text('🚢🚢🚢'), ''],
  ['dot.txt', text('.'), ''],
  ['up.txt', text('../../etc/passwd'), ''],
  ['override.txt', text('\u202Egnp.eman'), ''],
  ['long.txt', text('long '.repeat(1000)), ''],
  ['only.txt', 'Title: Only a header\n', 'no text'],
  ['zero.txt', text('Zero', '0000-00-00'), ''],
  ['february.txt', text('February', '31 February 2001'), '2001-02 has 28 days'],
  ['bomb.xml', rss('<item><description>&c;</description></item>', bomb), 'entity declarations'],
  [
    'external.xml',
    rss(
      '<item><description>&x;</description></item>',
      '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ),
    'entity declarations',
  ],
  [
    'malformed.xml',
    rss('<item><title>A</title><description>Taken.</description></item><item><title>B</item>'),
    'malformed XML',
  ],
  ['other.xml', '<?xml version="1.0"?><recipe><title>Soup</title></recipe>', 'recipe'],
  [
    'script.html',
    '<!doctype html><title>S</title><article><h1>S</h1><p onclick="x()">The pier is shut.<script>alert(1)</script></p></article>',
    '',
  ],
  ['deep.html', `<!doctype html><title>D</title><body>${'<div>'.repeat(20_000)}deep`, 'elements'],
  ['item.json', '{"uri":"urn:x","headline":"H","body_text":', 'JSON'],
  ['ragged.csv', 'title,date,text\nA,2001-02-03,Taken too.\nB,2001-02-03\n', 'row'],
];

describe('bad input', () => {
  test('is told of with its place, and keeps nothing else from being taken', async () => {
    const folder = await makeFolder();
    await writeFiles(folder, Object.fromEntries(files.map(([name, content]) => [name, content])));
    const root = await makeArchive();
    const { code, stdout, stderr } = await ingest(root, ['--json', folder]);
    expect(code).toBe(1);
    expect(stderr).not.toMatch(/\n {4}at |Warning/);
    const summary = JSON.parse(stdout) as {
      items: number;
      written: number;
      skipped: number;
      failed: number;
      failures: { origin: { file: string; line: number }; line: number; found: string; fix: string }[];
      leftOut: Record<string, unknown>;
    };
    expect(summary.items).toBe(summary.written + summary.skipped + summary.failed);
    for (const [name, , said] of files) {
      const told = summary.failures.filter(({ origin }) => origin.file.endsWith(`/${name}`));
      const words = told
        .map(({ origin, found }) => `${origin.file} ${JSON.stringify(origin)} ${found}`)
        .join();
      if (said === '') expect(words, name).toBe('');
      else expect(words, name).toContain(said);
      for (const { line, fix } of told) expect([line > 0, fix !== ''], name).toEqual([true, true]);
    }
    expect(Object.keys(summary.leftOut).join()).toMatch(/script.*onclick|onclick.*script/);
    const check = await runWarm('check', root, []);
    expect(check.stdout).toContain(`${summary.written} articles`);
    for (const path of (await readFolder(root)).keys()) {
      expect(path).toMatch(
        /^(?:site\.yaml|publications\/[a-z]+\.md|(?:articles|sources)\/(?:2001\/02\/03|undated)\/[a-z0-9-]+\.(?:md|(?:html\.|xml\.)?txt|csv))$/,
      );
    }
  });

  test('of 200 MB in one text is refused without being read', async () => {
    const folder = await makeFolder();
    await writeFile(join(folder, 'big.txt'), 'The boats are in.\n');
    await truncate(join(folder, 'big.txt'), 200e6);
    const { code, stdout } = await ingest(await makeArchive(), ['--format', 'text', folder]);
    expect(code).toBe(1);
    expect(stdout).toContain('found a text of 200,000,000 bytes; expected at most');
  });

  test('that is not there, or leads round in a circle, is told of', async () => {
    const folder = await makeFolder();
    await symlink(join(folder, 'loop'), join(folder, 'loop'));
    const { code, stdout } = await ingest(await makeArchive(), [join(folder, 'loop'), 'nowhere.txt']);
    expect(code).toBe(1);
    expect(stdout).toContain('loop:1:1: found a file that cannot be read (ELOOP)');
    expect(stdout).toContain('nowhere.txt:1:1: found no such file');
  });
});
