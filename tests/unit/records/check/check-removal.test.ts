import { execFileSync } from 'node:child_process';
import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { rememberExtent } from '../../../../src/records/check/check-removal.ts';
import { cacheFolder } from '../../../../src/records/content-root.ts';
import { readArchive } from '../../../../src/records/read/read-archive.ts';
import { openCache } from '../../../../src/system/cache.ts';
import { change, fillContent, makeContent, problemsIn, record } from '../../../support/content-folder.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

const article = record('title: A ferry', 'date: 2021', 'people: []', 'places: []', 'topics: []');

const articles = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, number) => [`articles/2021/ferry-${number}.md`, article]),
  );

/** Reads a folder, and remembers what is in it as a build does that has published it. */
async function publish(root: string): Promise<void> {
  const { content } = await readArchive(root, { allowsRemoval: true });
  if (!content) throw new Error('It is not valid.');
  await rememberExtent(openCache(cacheFolder(root)), {
    articles: content.articles.length,
    ledger: content.ledger,
  });
}

function commit(root: string): void {
  const git = (...options: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=Ada', '-c', 'user.email=ada@localhost', ...options]);
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Publish');
}

const line = (name: string) => `{"path":"people/${name}/","date":"2021-06-01"}\n`;

describe('an archive is refused', () => {
  test('when most of its articles have gone since the last build', async () => {
    const root = await makeContent(articles(30));
    await publish(root);
    const total = (await readArchive(root)).content?.articles.length ?? 0;
    for (let number = 0; number < total / 2; number++)
      await rm(join(root, `articles/2021/ferry-${number}.md`), { force: true });
    expect(await problemsIn(root)).toEqual([]);
    await rm(join(root, 'articles'), { recursive: true });
    expect(await problemsIn(root)).toContainEqual(
      `articles:1:1: found 0 articles, after ${total} articles in the last build; expected most of the articles that were there. Restore the others. If they were removed on purpose, say --allow-removal.`,
    );
    expect((await readArchive(root, { allowsRemoval: true })).problems).toEqual([]);
  });

  test.for(['the last build', 'the last commit'])('when its ledger has lost lines since %s', async (when) => {
    const root = await makeContent({ 'ledger.ndjson': line('ada') + line('bo') });
    await change(root, { 'people/ada.md': person('Ada'), 'people/bo.md': person('Bo') });
    await (when === 'the last build' ? publish(root) : Promise.resolve(commit(root)));
    expect(await problemsIn(root)).toEqual([]);
    await change(root, { 'ledger.ndjson': line('bo') });
    const lost = 'ledger.ndjson:1:1: found a ledger without 1 line that it had in the last build or commit';
    expect(await problemsIn(root)).toEqual([expect.stringContaining(lost)]);
    expect((await readArchive(root, { allowsRemoval: true })).problems).toEqual([]);
    // In another order, with another line end and more: nothing is missing.
    await change(root, { 'ledger.ndjson': (line('bo') + line('ada')).replaceAll('\n', '\r\n') });
    expect(await problemsIn(root)).toEqual([]);
  });

  test('when its ledger has lost lines since the last commit of a repository above it, also through a link', async () => {
    const [repository, elsewhere] = [await makeFolder(), await makeFolder()];
    const [root, link] = [join(repository, 'content'), join(elsewhere, 'link')];
    await fillContent(root, { 'ledger.ndjson': line('ada'), 'people/ada.md': person('Ada') });
    commit(repository);
    await symlink(root, link);
    await change(root, { 'ledger.ndjson': line('bo'), 'people/bo.md': person('Bo') });
    const lost = [expect.stringContaining('a ledger without 1 line that it had in the last build or commit')];
    expect(await problemsIn(root)).toEqual(lost);
    expect(await problemsIn(link)).toEqual(lost);
  });

  test('when its ledger is gone, unless it was that of an example', async () => {
    const names = Array.from({ length: 60 }, (_, number) => `person-${number}`);
    for (const [count, expected] of [
      [60, [expect.stringContaining('found a ledger without 60 lines')]],
      [40, []],
    ] as const) {
      const own = names.slice(0, count);
      const root = await makeContent({
        ...Object.fromEntries(own.map((name) => [`people/${name}.md`, person(name)])),
        'ledger.ndjson': own.map(line).join(''),
      });
      await publish(root);
      await rm(join(root, 'ledger.ndjson'));
      expect(await problemsIn(root)).toEqual(expected);
    }
  });

  test('when its ledger is empty', async () => {
    expect(await problemsIn(await makeContent({ 'ledger.ndjson': '' }))).toEqual([
      expect.stringMatching(/^ledger\.ndjson:1:1: found an empty ledger/),
    ]);
  });
});

function person(name: string): string {
  return record(`name: ${name}`, 'description: Made up');
}
