import type { Redirect } from './redirects.ts';

/** A rule with placeholders: `/2015/:p2/:p3/` leads to `/articles/2015/:p2/:p3/`. */
export interface PatternRule {
  from: string;
  to: string;
}

/** With fewer redirects of one pattern, a rule for each says more. */
const fewest = 3;

/**
 * Folds redirects that follow one pattern into rules with placeholders. A pattern begins with a fixed part, and the new
 * address has to consist of whole parts of the old one: `/2015/11/07/name/` → `/articles/2015/11/07/name/`. Nothing is folded
 * into a pattern that would catch a page of the site; what has the same form and leads elsewhere keeps a rule of its own,
 * which comes first. An address that never was then leads to where there is nothing either.
 *
 * @param redirects without queries
 * @param pages the paths of all pages of the site that do not lead on
 * @returns the rules, each in both forms, with and without the final slash, and what is not covered by them
 *
 * @example
 * // '/2015/11/07/ferry/' → '/articles/2015/11/07/ferry/', and so on for that year
 * // patterns: [{ from: '/2015/:p2/:p3/:p4/', to: '/articles/2015/:p2/:p3/:p4/' }, …]
 */
export function foldRedirects(
  redirects: readonly Redirect[],
  pages: readonly string[],
  home: string,
): { rest: readonly Redirect[]; patterns: PatternRule[] } {
  const fixed = partsOf(home).length + 1;
  const prefixOf = (path: string) => partsOf(path).slice(0, fixed).join('/');
  const ownPrefixes = new Set(pages.map(prefixOf));
  const described = redirects.flatMap((redirect) => {
    const pattern = ownPrefixes.has(prefixOf(redirect.from)) ? undefined : patternOf(redirect, fixed);
    return pattern ? [{ redirect, pattern }] : [];
  });
  const folded = new Set<Redirect>();
  const patterns: PatternRule[] = [];
  for (const [from, group] of Map.groupBy(described, ({ pattern }) => pattern.from)) {
    const targets = Map.groupBy(group, ({ pattern }) => pattern.to);
    const [most] = [...targets].sort(([, a], [, b]) => b.length - a.length);
    if (!most || most[1].length < fewest) continue;
    for (const { redirect } of most[1]) folded.add(redirect);
    patterns.push({ from: `${from}/`, to: most[0] }, { from, to: most[0] });
  }
  return { rest: redirects.filter((redirect) => !folded.has(redirect)), patterns };
}

/**
 * The pattern of a redirect; undefined where nothing of the new address is in the old one. Equal parts are matched by how
 * far they are from the end.
 *
 * @param fixed how many parts at the beginning of the old address are no placeholders
 */
function patternOf({ from, to }: Redirect, fixed: number): PatternRule | undefined {
  const old = partsOf(from);
  // They would be syntax.
  if (old.some((part) => /[:*]/.test(part))) return undefined;
  const target = partsOf(to);
  const used = new Set<number>();
  const rendered = target.map((part, index) => {
    const aligned = old.length - (target.length - index);
    const at = aligned >= fixed && old[aligned] === part ? aligned : old.indexOf(part, fixed);
    if (at < 0) return part;
    used.add(at);
    return `:p${at + 1}`;
  });
  // A part that the new address does not need is not the same in all of them, and is looked at as it is.
  if (used.size === 0) return undefined;
  return {
    from: `/${old.map((part, index) => (used.has(index) ? `:p${index + 1}` : part)).join('/')}`,
    to: `/${rendered.join('/')}/`,
  };
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}
