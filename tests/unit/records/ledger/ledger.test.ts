import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { addLedgerEntries } from '../../../../src/records/ledger/add-entries.ts';
import { ledgerFile } from '../../../../src/records/content-root.ts';
import { readArchive } from '../../../../src/records/read/read-archive.ts';
import {
  change,
  makeContent,
  problemsIn,
  problemsWith,
  record,
  type Changes,
} from '../../../support/content-folder.ts';

const ferry = 'articles/2021/05/04/ferry.md';
const lines = ['title: A ferry', 'date: 2021-05-04', 'people: []', 'places: []', 'topics: []'];
const correction = 'corrections: [{ date: 2021-07, note: The hour was wrong. }]';

/** Enters a right folder in its ledger. */
async function publish(root: string, date = '2021-06-01') {
  const { content } = await readArchive(root);
  if (!content) throw new Error((await problemsIn(root)).join('\n'));
  return addLedgerEntries(root, content, date);
}

/** A content folder that was published as it is, with an article. */
async function makePublished(article = record(...lines)): Promise<string> {
  const root = await makeContent({ [ferry]: article });
  await publish(root);
  return root;
}

/** What is wrong with a published folder after changes. */
async function problemsAfter(changes: Changes): Promise<string[]> {
  const root = await makePublished();
  await change(root, changes);
  return problemsIn(root);
}

const readLines = async (root: string) =>
  (await readFile(join(root, ledgerFile), 'utf8')).trimEnd().split('\n');

describe('the ledger', () => {
  test('gets a line for every address, in their order, with the sum of what an article prints', async () => {
    const root = await makePublished();
    const printed = '["2021-05-04","A ferry",null,[],null,"The ferry left Norhaven at noon."]';
    const sha256 = createHash('sha256').update(printed).digest('hex');
    const entered = await readLines(root);
    expect(entered).toContain(
      `{"path":"articles/2021/05/04/ferry/","date":"2021-06-01","sha256":"${sha256}"}`,
    );
    expect(entered).toContain('{"path":"people/ada-lind/","date":"2021-06-01"}');
    expect(entered).toHaveLength(3 + 7);
    expect([...entered].sort()).toEqual(entered);
  });

  test('has nothing more to enter when nothing is new', async () => {
    const root = await makePublished();
    const before = await readLines(root);
    expect(await publish(root, '2022-01-01')).toEqual([]);
    expect(await readLines(root)).toEqual(before);
  });

  test('keeps every line as it is when others are added', async () => {
    const root = await makePublished();
    const before = await readLines(root);
    await change(root, { [ferry]: record(...lines, correction, 'dateline: NORHAVEN') });
    await change(root, { 'places/sund.md': '---\nname: Sund\ndescription: Made up\n---\n' });
    const added = await publish(root, '2021-08-01');
    expect(added.map(({ path, date, corrections }) => [path, date, corrections])).toEqual([
      ['articles/2021/05/04/ferry/', '2021-08-01', 1],
      ['places/sund/', '2021-08-01', undefined],
    ]);
    const after = await readLines(root);
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after).toHaveLength(before.length + 2);
  });

  test('has former addresses too, which lead on for ever', async () => {
    const root = await makePublished(record(...lines, 'formerIds: [2021/05/old-ferry]'));
    await change(root, { [ferry]: record(...lines) });
    expect(await problemsIn(root)).toEqual([
      expect.stringContaining('found articles/2021/05/old-ferry/, published on 2021-06-01'),
    ]);
  });

  test('may have the line ends of another system, and be missing', async () => {
    const root = await makePublished();
    await change(root, { [ledgerFile]: `\uFEFF${(await readLines(root)).join('\r\n')}\r\n` });
    expect(await problemsIn(root)).toEqual([]);
    await change(root, { 'articles/2020/first.md': record('title: First', 'date: 2020', ...lines.slice(2)) });
    expect(await publish(root)).toHaveLength(1);
    await change(root, { [ferry]: record(...lines, 'dateline: NORHAVEN') });
    expect(await problemsIn(root)).toHaveLength(1);
    await change(root, { [ledgerFile]: null });
    expect(await problemsIn(root)).toEqual([]);
  });

  test.each([
    ['{"path":"people/ada-lind/"', 'invalid JSON'],
    ['<<<<<<< HEAD', 'a merge conflict marker'],
    ['{"path":"people/ada-lind/","date":"2021-02-30"}', 'an invalid "date"'],
    ['{"path":"people/../x.md","date":"2021-02-03"}', 'an invalid "path"'],
    ['{"path":"people/ada-lind/","date":"2021-02-03","sha":"0"}', 'an invalid entry'],
  ])('is refused, by its line, with %s', async (line, found) => {
    const good = '{"path":"people/ada-lind/","date":"2021-06-01"}';
    const problems = await problemsWith({ [ledgerFile]: `${good}\n${line}\n` });
    expect(problems).toEqual([expect.stringContaining(`ledger.ndjson:2:1: found ${found}`)]);
  });
});

describe('an address that was published', () => {
  test('may not disappear with its article', async () => {
    expect(await problemsAfter({ [ferry]: null })).toEqual([
      'ledger.ndjson:1:1: found articles/2021/05/04/ferry/, published on 2021-06-01, where there is nothing now; ' +
        'expected every published address to lead somewhere. ' +
        'Restore content/articles/2021/05/04/ferry.md, with "withdrawn" when it may no longer be shown; or, when ' +
        'another article has replaced it, give that one formerIds: ["2021/05/04/ferry"]. If the address itself may ' +
        'not be kept, say "npm run ledger -- --retire articles/2021/05/04/ferry".',
    ]);
  });

  test('may not disappear with its record', async () => {
    expect(await problemsAfter({ 'organizations/harbour-board.md': null })).toContainEqual(
      expect.stringMatching(
        /^ledger\.ndjson:\d+:1: found organizations\/harbour-board\/, .+ Restore content\/organizations\/harbour-board\.md, with "replacedBy"/,
      ),
    );
  });

  test('leads on from a former id', async () => {
    const moved = record(...lines, 'formerIds: [2021/05/04/ferry]');
    expect(await problemsAfter({ [ferry]: null, 'articles/2021/05/04/the-ferry.md': moved })).toEqual([]);
  });

  test('is kept by an article that was withdrawn, even without its text', async () => {
    const withdrawn = `---\n${lines.join('\n')}\nwithdrawn: { date: 2022, reason: privacy }\n---\n`;
    expect(await problemsAfter({ [ferry]: withdrawn })).toEqual([]);
  });
});

describe('a published text', () => {
  const refused = `${ferry}:1:1: found a text, date, title, subtitle, byline or dateline that differs from what was published on 2021-06-01`;

  test.each([
    ['text', `${record(...lines)}More.\n`],
    ['title', record('title: The ferry', ...lines.slice(1))],
    ['date', record('title: A ferry', 'date: 2021-05-04~', ...lines.slice(2))],
    ['byline', record(...lines, 'byline: Ada Lind')],
    ['dateline', record(...lines, 'dateline: NORHAVEN')],
    ['subtitle', record(...lines, 'subtitle: At noon')],
  ])('may not have another %s without a correction', async (_what, changed) => {
    expect(await problemsAfter({ [ferry]: changed })).toEqual([expect.stringContaining(refused)]);
    const corrected = changed.replace('\n---\n', `\n${correction}\n---\n`);
    expect(await problemsAfter({ [ferry]: corrected })).toEqual([]);
  });

  test('needs a new correction for every change', async () => {
    const root = await makePublished(record(...lines, correction));
    await change(root, { [ferry]: `${record(...lines, correction)}More.\n` });
    expect(await problemsIn(root)).toEqual([expect.stringContaining(refused)]);
  });

  test('keeps its corrections', async () => {
    const root = await makePublished(record(...lines, correction));
    await change(root, { [ferry]: record(...lines) });
    expect(await problemsIn(root)).toEqual([
      expect.stringContaining('found no corrections; expected the 1 that was published on 2021-06-01'),
    ]);
  });

  test('is looked for at the former address of an article that has moved', async () => {
    const moved = 'articles/2021/05/04/the-ferry.md';
    const text = record(...lines, 'formerIds: [2021/05/04/ferry]');
    expect(await problemsAfter({ [ferry]: null, [moved]: `${text}More.\n` })).toEqual([
      expect.stringContaining(refused.replace(ferry, moved)),
    ]);
  });

  test('may get other tags, line ends and a better supplied title', async () => {
    const root = await makePublished(record(...lines, 'titleSupplied: true'));
    const changed = record('title: Another', ...lines.slice(1), 'titleSupplied: true', 'organizations: []');
    await change(root, {
      [ferry]: changed.replace('places: []', 'places: [norhaven]').replaceAll('\n', '\r\n'),
    });
    expect(await problemsIn(root)).toEqual([]);
  });
});
