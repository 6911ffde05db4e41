import { join } from 'node:path';

import { buildDateline, buildHugo, checkDateline, forget } from './builds.ts';
import { changes } from './changes.ts';
import { measureDev } from './dev.ts';
import { measureSite, type Cost, type SiteSize } from './measure.ts';

/** What one round has measured. */
export interface Round {
  hugo: (Cost & SiteSize) | undefined;
  cold: Cost & SiteSize;
  /** By the names of goals and in their units; ratios are of wall-clock time where nothing else is said. */
  figures: ReadonlyMap<string, number>;
}

/**
 * Builds an archive with Hugo and Pagefind and then by this project from nothing, so that both are measured on a machine in
 * the same state.
 *
 * @param folder has the archive in `content`
 */
export async function measurePair(folder: string): Promise<Round> {
  const [content, dist] = [join(folder, 'content'), join(folder, 'dist')];
  const hugo = await buildHugo(content, join(folder, 'hugo'));
  await forget(content, dist);
  const cold = { ...(await buildDateline(content, dist)), ...(await measureSite(dist)) };
  const figures = new Map<string, number>();
  if (hugo) figures.set('cold build', cold.wall / hugo.wall);
  if (hugo?.cpu && cold.cpu) figures.set('CPU time of a cold build', cold.cpu / hugo.cpu);
  if (cold.memory) figures.set('memory of a cold build', cold.memory / 1e9);
  return { hugo, cold, figures };
}

/**
 * Measures one round of everything that there are goals for: a pair, rebuilds after one change each, the check and the
 * development server, with what earlier builds have kept and without.
 *
 * @param folder has the archive in `content`, which is as before at the end
 */
export async function measureRound(folder: string, tell: (what: string, cost: Cost) => void): Promise<Round> {
  const [content, dist] = [join(folder, 'content'), join(folder, 'dist')];
  await forget(content, dist);
  const checkedCold = await checkDateline(content);
  await forget(content, dist);
  const devCold = await measureDev(content);
  const { hugo, cold, figures: ofPair } = await measurePair(folder);
  const figures = new Map(ofPair);
  figures.set('check, cold', checkedCold.wall).set('dev, first page, cold', devCold.first);
  const rebuilds: [what: string, wall: number][] = [];
  for (const { what, make } of changes) {
    const takeBack = await make(content);
    try {
      const cost = await buildDateline(content, dist);
      tell(what, cost);
      rebuilds.push([what, cost.wall]);
    } finally {
      await takeBack();
    }
    // The next change is one to a site that is up to date.
    await buildDateline(content, dist);
  }
  // Minutes have passed, in which a machine may have become faster or slower.
  const hugoAfter = await buildHugo(content, join(folder, 'hugo'));
  if (hugoAfter) tell('Hugo and Pagefind again', hugoAfter);
  if (hugo && hugoAfter)
    for (const [what, wall] of rebuilds) figures.set(what, (2 * wall) / (hugo.wall + hugoAfter.wall));
  // The first check after a change reads the archive.
  tell('check after a change', await checkDateline(content));
  figures.set('check, warm', (await checkDateline(content)).wall);
  const dev = await measureDev(content);
  figures.set('dev, first page, warm', dev.first).set('dev, page after an edit', dev.edited);
  return { hugo, cold, figures };
}
