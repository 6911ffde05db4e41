import { access, cp, mkdtemp, readdir, readFile, realpath, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { cacheFolder } from '../../src/records/content-root.ts';
import { generateCorpus } from '../bench/corpus.ts';
import { change, record } from '../support/content-folder.ts';
import { countChanges, makeEnding } from '../support/ended-program.ts';
import { sumFiles } from '../support/read-site.ts';
import { runCommand } from '../support/run-command.ts';
import { runWarm } from '../support/warm-commands.ts';
import type { IndexVersion } from '../../src/search/text-index/text-index.ts';

const spans = ['0001-1959', '1960-1994', '1995-2100', 'undated'];

let root = '';
/** The same content twice, since a content folder has one cache. */
const whole = () => join(root, 'whole');
const content = () => join(root, 'content');
const site = () => join(root, 'joined');
const folderOf = (span: string) => join(root, 'parts', span);
const folders = spans.map((span) => () => folderOf(span));

async function buildSpan(span: string): Promise<string> {
  const { code, stderr } = await runWarm('build', content(), ['--span', span, '--out-dir', folderOf(span)]);
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  return stderr;
}

const joinParts = (parts = folders.map((folder) => folder()), outDir = site()) =>
  runWarm('build', content(), ['--join', ...parts, '--out-dir', outDir]);

async function sumWhole() {
  const outDir = join(root, 'site');
  expect(await runWarm('build', whole(), ['--out-dir', outDir])).toMatchObject({ code: 0 });
  return sumFiles(outDir);
}

/** What the last build of a span had to do. */
const isUnchanged = (said: string) => said.includes('has changed since the last build');

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'dateline-spans-')));
  await generateCorpus(whole(), { articles: 2400, seed: 30 });
  await cp('tests/fixtures/variety', whole(), { recursive: true });
  // Found by a link in a text of another span.
  const former = { 'articles/1950/03/01/lighthouse.md': 'formerUrls: [/old/lighthouse]' };
  for (const [file, line] of Object.entries(former))
    await change(whole(), { [file]: record('title: A lighthouse', 'date: 1950-03-01', ...noTags, line) });
  await change(whole(), {
    'articles/2001/05/02/again.md': record('title: Again', 'date: 2001-05-02', ...noTags).replace(
      /\n$/,
      '\n\nMore of [the lighthouse](/old/lighthouse).\n',
    ),
  });
  await cp(whole(), content(), { recursive: true });
  for (const span of spans) await buildSpan(span);
});

const noTags = ['people: []', 'places: []', 'topics: []'];

afterAll(async () => {
  for (const folder of [root, cacheFolder(whole()), cacheFolder(content())])
    await rm(folder, { recursive: true, force: true });
});

describe('an archive that is built in spans', () => {
  test('is byte for byte what one build makes', async () => {
    expect(await joinParts()).toMatchObject({ code: 0 });
    const joined = await sumFiles(site());
    expect(joined).toEqual(await sumWhole());
    expect(Object.keys(joined).length).toBeGreaterThan(3000);
    expect(await readFile(join(site(), 'articles/2001/05/02/again/index.html'), 'utf8')).toContain(
      'href="/articles/1950/03/01/lighthouse/"',
    );
  });

  test('is rendered and indexed in its parts, and hardly in the join', async () => {
    const made = await readdir(join(cacheFolder(content()), 'search'));
    const inParts = await Promise.all(
      folders.map(async (folder) => readdir(join(folder(), 'search')).catch(() => [])),
    );
    expect(inParts.flat().length).toBeGreaterThan(0);
    // One at each end, one for each place at which two spans meet, and one more.
    expect(made.length).toBeLessThanOrEqual(spans.length + 2);
    const { parts } = JSON.parse(
      await readFile(join(site(), 'pagefind/version.json'), 'utf8'),
    ) as IndexVersion;
    // The one with a link into another span is made again, now that it is known where that leads.
    expect(made.length + inParts.flat().length).toBe(parts.length + 1);
  });

  test('has only the spans built again of which something has changed', async () => {
    const edited = 'articles/1950/03/01/lighthouse.md';
    for (const folder of [whole(), content()])
      await change(folder, {
        [edited]: record(
          'title: A lighthouse at night',
          'date: 1950-03-01',
          ...noTags,
          'formerUrls: [/old/lighthouse]',
        ),
        'articles/1960/01/02/added.md': record('title: Added', 'date: 1960-01-02', ...noTags),
      });
    const said = [];
    for (const span of spans) said.push(await buildSpan(span));
    expect(said.map(isUnchanged)).toEqual([false, false, true, true]);
    // What is changed after its span was built is taken as it is now.
    for (const folder of [whole(), content()])
      await change(folder, {
        'articles/1960/01/02/added.md': record('title: Added, and changed', 'date: 1960-01-02', ...noTags),
      });
    expect(await joinParts()).toMatchObject({ code: 0 });
    expect(await sumFiles(site())).toEqual(await sumWhole());
  });
});

describe('a join is refused, with everything that is wrong,', () => {
  const refuse = async (parts: string[]) => {
    const before = await sumFiles(site());
    const { code, stderr } = await joinParts(parts);
    expect(code).toBe(1);
    expect(await sumFiles(site())).toEqual(before);
    return stderr.replaceAll(root, '');
  };

  test('when a part is missing, foreign, unfinished or of another program', async () => {
    const [unfinished, other, foreign] = [join(root, 'unfinished'), join(root, 'other'), join(root, 'site')];
    const { articles: _, ...part } = JSON.parse(
      await readFile(join(folderOf('1960-1994'), 'part.json'), 'utf8'),
    ) as Record<string, unknown>;
    await change(unfinished, { 'part.json': JSON.stringify(part) });
    await change(other, { 'part.json': JSON.stringify({ ...part, code: 'another', articles: 1 }) });
    const said = await refuse([folderOf('undated'), folderOf('1995-2100'), unfinished, other, foreign]);
    expect(said).toContain(
      '/unfinished (1960-1994) was not finished. Build it again: npm run build -- --span',
    );
    expect(said).toContain('/other (1960-1994) was built by another version of the program.');
    expect(said).toContain('/site is not a part of an archive.');
    expect(said).toMatch(
      /The articles of 19\d\d-1959 are in none of the parts\. Build them: npm run build -- --span 19/,
    );
  });

  test('when a file of a part is damaged', async () => {
    const copy = join(root, 'damaged');
    await cp(folderOf('1995-2100'), copy, { recursive: true });
    const parts = spans.map((span) => (span === '1995-2100' ? copy : folderOf(span)));
    // Where nothing has changed, no part is looked at.
    await change(content(), {
      'articles/1960/01/02/late.md': record('title: Late', 'date: 1960-01-02', ...noTags),
    });
    const table = join(copy, 'renderings.ndjson');
    await truncate(table, 1000);
    expect(await refuse(parts)).toContain('/damaged/renderings.ndjson is missing or damaged. Build the part');
    await cp(join(folderOf('1995-2100'), 'renderings.ndjson'), table);
    for (const each of await readdir(join(copy, 'search')))
      await writeFile(join(copy, 'search', each, 'words.bin'), 'damaged');
    expect(await refuse(parts)).toMatch(/\/damaged\/search\/[^/]+\/words\.bin is missing or damaged\./);
  });

  test('when its options are not those of a join', async () => {
    const say = async (...options: string[]) => (await runWarm('build', content(), options)).stderr;
    expect(await say('--join')).toContain('--join needs the folders of the parts.');
    expect(await say('parts')).toContain('What is "parts" for?');
    expect(await say('--span', '1994-1960')).toContain('--span 1994-1960 is no span of years');
    expect(await say('--span', '1960', '--host', 'netlify')).toContain('--span has no other option');
    expect(await say('--span', '1960', '--out-dir', content())).toContain('it is the content folder');
    expect(await say('--span', '1960', '--out-dir', join(content(), 'a'))).toContain('in the content folder');
    expect(await say('--span', '1960', '--out-dir', 'src/a')).toContain('part of the project');
    expect(await say('--span', '1960', '--out-dir', site())).toContain('neither empty nor a part');
    expect(await say('--span', '1960', '--out-dir', folderOf('undated'))).toContain('has the span undated');
  });
});

test('a span and a join that were killed are finished by another try', async () => {
  const killed = join(root, 'killed');
  const parts = spans.map((each) => (each === '1960-1994' ? killed : folderOf(each)));
  const changes = join(root, 'changes');
  const outDir = join(root, 'after');
  /** Kills a build before the middle of what it has to do, and runs it again. */
  const kill = async (options: readonly string[], made: string, look: () => Promise<void>) => {
    const run = (ending: NodeJS.ProcessEnv) => runCommand('build', content(), options, ending);
    expect(await run(await makeEnding(changes))).toMatchObject({ code: 0 });
    const change = Math.ceil(countChanges(changes) / 2);
    await rm(made, { recursive: true });
    expect((await run(await makeEnding(changes, { change, signal: 'SIGKILL' }))).code).not.toBe(0);
    await look();
    expect(await run({})).toMatchObject({ code: 0 });
  };
  await kill(['--span', '1960-1994', '--out-dir', killed], killed, async () => {
    expect((await joinParts(parts)).stderr).toContain('was not finished');
  });
  await kill(['--join', ...parts, '--out-dir', outDir], outDir, async () => {
    await expect(access(outDir)).rejects.toThrow('ENOENT');
  });
  await cp(join(content(), 'articles'), join(whole(), 'articles'), { recursive: true });
  expect(await sumFiles(outDir)).toEqual(await sumWhole());
});
