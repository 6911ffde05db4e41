import { isSettled, readExactState, readProgramState } from '../build/input-state.ts';
import { digestStates } from '../build/up-to-date.ts';
import { identifyExtent } from '../records/check/check-removal.ts';
import { cacheFolder, listContentRoots } from '../records/content-root.ts';
import { openCache } from '../system/cache.ts';
import { digestOf } from '../system/digest.ts';
import type { CheckOptions, CheckResult } from './check-content.ts';

/**
 * Checks a content folder. When nothing that a check depends on has changed since the last one with these options, its
 * result is that of the last one: then files are looked at, but not read.
 *
 * @param root absolute path of the content folder
 */
export async function checkUnlessSame(root: string, options: CheckOptions): Promise<CheckResult> {
  const cache = openCache(cacheFolder(root));
  const table = cache.table<CheckResult>(`checked-${digestOf(options).slice(0, 12)}`);
  const begun = Date.now();
  const roots = await listContentRoots(root);
  const states = readExactState(roots);
  const state = digestOf([
    digestStates(states),
    digestStates(readProgramState()),
    await Promise.all(roots.map((each) => identifyExtent(each, openCache(cacheFolder(each))))),
    // Some messages name files from the working folder.
    process.cwd(),
    process.version,
  ]);
  const kept = (await table.read()).get(state);
  if (kept) return kept;
  // What is imported here need not be loaded for a result that is kept.
  const { checkContent } = await import('./check-content.ts');
  const result = await checkContent(root, options);
  // What cannot be kept is checked again.
  if (states.values().every((each) => isSettled(each, begun)))
    await table.write([[state, result]]).catch(() => undefined);
  return result;
}
