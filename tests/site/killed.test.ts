import { once } from 'node:events';
import { cp, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

import { cacheFolder } from '../../src/records/content-root.ts';
import { change, record } from '../support/content-folder.ts';
import { countChanges, makeEnding } from '../support/ended-program.ts';
import { createRandom } from '../../src/system/random.ts';
import { sumFiles } from '../support/read-site.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { build, openPublished, nameArchive, startBuild, titleOfWhole, type Published } from './published.ts';

const tags = ['people: []', 'places: []', 'topics: []'];

/** How many builds are killed: `KILLS=50` kills more than there is time for in every run. */
const kills = Number(process.env.KILLS) || 8;

/** How many changes to files a build makes after the archive was given another name; 0 until they are counted. */
let changes = 0;

/** Opens the published archive, and counts those changes with it unless they are known. */
async function openCounted(): Promise<Published> {
  const published = await openPublished();
  if (changes > 0) return published;
  const changesFile = join(await makeFolder(), 'changes');
  await nameArchive(published.content, 'The second');
  const undisturbed = startBuild(published, await makeEnding(changesFile));
  expect(await undisturbed.ended).toMatchObject({ code: 0 });
  changes = countChanges(changesFile);
  expect(changes).toBeGreaterThan(100);
  return published;
}

test(
  `the published folder is whole after builds that were killed before any of ${kills} changes to a file, and the next one succeeds`,
  { timeout: 900_000 },
  async () => {
    const published = await openCounted();
    const { content, dist } = published;
    const random = createRandom(kills);
    const changesFile = join(await makeFolder(), 'changes');
    const titles = new Set([await titleOfWhole(dist)]);
    for (let number = 0; number < kills; number++) {
      const title = `Title ${number}`;
      await nameArchive(content, title);
      // So that the cache of rendered articles has to be written too.
      await change(content, {
        'articles/2021/changing.md': record(`title: ${title}`, 'date: 2021', ...tags),
      });
      // One in each part of a build, so that none is left out.
      const moment = 1 + Math.floor(((number + random()) * changes) / kills);
      const { child, ended } = startBuild(
        published,
        await makeEnding(changesFile, { change: moment, signal: 'SIGKILL' }),
      );
      const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
      const { said } = await ended;
      // A build that follows a killed one may have fewer changes to make than the one that was counted.
      if (number < kills / 2) expect(signal, `change ${moment} of ${changes}: ${said}`).toBe('SIGKILL');
      titles.add(title);
      // The release that was there, or the new one.
      expect([...titles], `change ${moment} of ${changes}`).toContain(await titleOfWhole(dist));
    }
    await nameArchive(content, 'The last');
    await build(published);
    expect(await titleOfWhole(dist)).toBe('The last');
    const fresh: Published = { content: await makeFolder(), dist: join(await makeFolder(), 'dist') };
    await cp(content, fresh.content, { recursive: true });
    await build(fresh);
    expect(await sumFiles(dist)).toEqual(await sumFiles(fresh.dist));
    expect((await readdir(dirname(dist))).sort()).toEqual(['.dist-previous', 'dist']);
    const kept = (await readdir(cacheFolder(content), { recursive: true })).sort();
    expect(kept.filter((name) => /next|\.\d+$/.test(name))).toEqual([]);
  },
);

test(
  'a build that is ended by SIGINT or SIGTERM leaves nothing beside the published folder',
  { timeout: 900_000 },
  async () => {
    const published = await openCounted();
    const { content, dist } = published;
    const changesFile = join(await makeFolder(), 'changes');
    const before = await titleOfWhole(dist);
    await nameArchive(content, 'The third');
    for (const [signal, part] of [
      ['SIGINT', 0.6],
      ['SIGTERM', 0.8],
      ['SIGINT', 0.95],
    ] as const) {
      const { child, ended } = startBuild(
        published,
        await makeEnding(changesFile, { change: Math.floor(changes * part), signal }),
      );
      const [, by] = (await once(child, 'exit')) as [number | null, string | null];
      await ended;
      expect(by, `at ${part} of the changes`).toBe(signal);
      expect(
        (await readdir(dirname(dist))).filter((name) => !['dist', '.dist-previous'].includes(name)),
      ).toEqual([]);
      expect([before, 'The third']).toContain(await titleOfWhole(dist));
    }
    await build(published);
    expect(await titleOfWhole(dist)).toBe('The third');
  },
);
