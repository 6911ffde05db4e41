import { toLine } from '../../../text/lines.ts';
import type { DefaultValues, JekyllSite } from './site.ts';
import { UnknownAddress } from './unknown-address.ts';

/** The keys of frontmatter that addresses are made of. */
const relevant = ['permalink', 'category', 'categories'] as const;

/** Values by key, and where each is from. */
export type Defaults = ReadonlyMap<string, { value: unknown; from: DefaultValues }>;

/**
 * Looks up the frontmatter that a document has without having it written (Jekyll's documentation, "Front Matter Defaults"):
 * of several values for a key, that of the longest path, then that for its type, then the last one.
 *
 * @param path below the source of the site
 * @param type the name of its collection
 * @throws {UnknownAddress} when it is not certain that they are the document's
 */
export function findDefaults(
  { file, defaults }: Pick<JekyllSite, 'file' | 'defaults'>,
  path: string,
  type: string,
): Defaults {
  const found = new Map<string, { value: unknown; from: DefaultValues }>();
  for (const each of defaults) {
    if (each.type !== undefined && each.type !== type) continue;
    const keys = relevant.filter((key) => each.values[key] !== undefined);
    const applies = appliesTo(each.path, path);
    if (keys.length === 0 || applies === false) continue;
    if (applies === undefined) {
      const message = {
        found: `defaults for the path "${toLine(each.path)}"`,
        expected: 'the path of a folder or file',
        fix: 'Write defaults for each folder, and run this again.',
      };
      throw new UnknownAddress(file, each.position, message);
    }
    for (const key of keys) {
      const before = found.get(key)?.from;
      if (before && rank(before) > rank(each)) continue;
      found.set(key, { value: each.values[key], from: each });
    }
  }
  return found;
}

function rank({ path, type }: DefaultValues): number {
  return path.length * 2 + (type === undefined ? 0 : 1);
}

/** Whether a path is that of a scope, or below it; `undefined` if that depends on the version of Jekyll. */
function appliesTo(scope: string, path: string): boolean | undefined {
  if (scope === '' || path === scope || path.startsWith(`${scope}/`)) return true;
  return scope.includes('*') || path.startsWith(scope) ? undefined : false;
}
