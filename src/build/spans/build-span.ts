import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { contentRoot } from '../../records/content-root.ts';
import type { Span } from '../../records/span.ts';
import { openCache } from '../../system/cache.ts';
import { lock } from '../../system/lock.ts';
import type { Report } from '../../system/progress.ts';
import { removeUnfinished } from '../../system/write-file.ts';
import { readContentState, readProgramState, type InputState } from '../input-state.ts';
import { isUpToDate, readRemembered, rememberInputState } from '../up-to-date.ts';
import { makePart } from './make-part.ts';
import { digestPartCode, readPart, refuseForeignFolder, writePart } from './part.ts';

/**
 * Builds the part of a span, unless nothing has changed since it was built.
 *
 * @param folder of the part; made if it is missing
 * @throws {CommandError} when the folder has something else
 * @throws {ContentError} when one of its articles is not valid; the part is then unfinished
 */
export async function buildSpan(span: Span, folder: string, report: Report): Promise<void> {
  const root = contentRoot();
  const outDir = resolve(folder);
  refuseForeignFolder(outDir, span.name, { project: process.cwd(), content: root });
  await mkdir(outDir, { recursive: true });
  const onWait = () => report.log('Another build of this part is running; waiting for it to end.');
  const unlock = await lock(join(outDir, 'lock'), onWait, { repairs: true });
  const damaged = new Set<string>();
  const cache = openCache(outDir, (file) => damaged.add(file));
  try {
    const before: InputState = {
      read: Date.now(),
      content: readContentState(root, { outDir, span }),
      program: readProgramState(),
      options: { span: span.name },
    };
    const code = digestPartCode();
    const known = readPart(outDir);
    const isFinished = known?.articles !== undefined && known.code === code;
    if (isFinished && (await isUpToDate(outDir, before, cache))) {
      report.log(`Nothing of ${span.name} has changed since the last build.`);
      return;
    }
    await writePart(outDir, { span: span.name, code });
    await removeUnfinished(outDir);
    const { content, state, digests } = await makePart(root, span, {
      state: before.content,
      remembered: await readRemembered(outDir, cache),
      cache,
      report,
    });
    const articles = content.articles.length;
    await writePart(outDir, { span: span.name, code, archive: content.site.url, articles });
    await rememberInputState(outDir, { ...before, content: state }, digests, cache);
    if (damaged.size > 0)
      report.log(
        `Kept from earlier builds, but damaged, and therefore made again: ${[...damaged].join(', ')}.`,
      );
    report.log(`Articles of ${span.name}: ${articles.toLocaleString('en')}, in ${outDir}.`);
  } finally {
    cache.close();
    unlock();
  }
}
