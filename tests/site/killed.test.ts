import { cp, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';

import { cacheFolder } from '../../src/records/content-root.ts';
import { createRandom } from '../support/random.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { change, record } from '../support/content-folder.ts';
import { build, makePublished, nameArchive, startBuild, titleOfWhole, type Published } from './published.ts';
import { sumFiles } from '../support/read-site.ts';

const tags = ['people: []', 'places: []', 'topics: []'];

/** How many builds are killed: `KILLS=50` kills more than there is time for in every run. */
const most = Number(process.env.KILLS) || 20;

test(
  `the published folder is whole after builds that were killed at ${most} moments, and the next one succeeds`,
  { timeout: 600_000 },
  async () => {
    const published = await makePublished();
    const { content, dist } = published;
    const random = createRandom(most);
    await nameArchive(content, 'The second');
    let start = performance.now();
    await build(published);
    let usual = performance.now() - start;
    const titles = new Set(['The second']);
    for (let kills = 0; kills < most;) {
      const title = `Title ${titles.size}`;
      await nameArchive(content, title);
      // So that what is kept of the articles has to be written too.
      await change(content, {
        'articles/2021/changing.md': record(`title: ${title}`, 'date: 2021', ...tags),
      });
      start = performance.now();
      const { child, ended } = startBuild(published);
      await Promise.race([setTimeout(random() * usual), ended]);
      if (child.kill('SIGKILL')) kills++;
      // It has ended before: the machine has become faster.
      else usual = performance.now() - start;
      await ended;
      titles.add(title);
      // The one that was there, or the new one.
      expect([...titles]).toContain(await titleOfWhole(dist));
    }
    // One that was killed in the middle of writing.
    await writeFile(join(cacheFolder(content), 'articles.ndjson.1.next'), '{');
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
