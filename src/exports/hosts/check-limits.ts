import { formatCount } from '../../records/format-count.ts';
import { formatSize } from '../../records/format-size.ts';
import type { WebHostName } from '../../records/schemas/web-hosts.ts';
import { hostLimits, type HostLimits } from './host-limits.ts';
import type { RedirectRules } from './redirects/redirects-file.ts';

/** A file with its size in bytes. */
export type SizedFile = readonly [path: string, size: number];

/** How many files a message names. */
const mostNamed = 3;

/**
 * Finds what of a site does not fit its host, with what to do about it.
 *
 * @param files those that are known: before a build, what it will certainly have; after it, all
 * @returns a line for each limit; none when it fits
 *
 * @example
 * findExcess('cloudflare-pages', files) // ['21,578 files, of at most 20,000. Publish a span of years …']
 */
export function findExcess(host: WebHostName, files: Iterable<SizedFile>): string[] {
  const limits = hostLimits[host];
  const large: SizedFile[] = [];
  let [count, total] = [0, 0];
  for (const file of files) {
    const [, size] = file;
    count++;
    total += size;
    if (size > limits.fileSize) large.push(file);
  }
  return [
    ...(count > limits.files
      ? [
          `${formatCount(count, 'file')}, of at most ${limits.files.toLocaleString('en')}. Publish spans of years on other hosts (spans in site.yaml), or all of it elsewhere.`,
        ]
      : []),
    ...(total > limits.totalSize
      ? [
          `${formatSize(total, 'en')} in all, of at most ${formatSize(limits.totalSize, 'en')}. Put pictures and attachments on another host (mediaUrl in site.yaml), or spans of years (spans), or publish all of it elsewhere.`,
        ]
      : []),
    ...(large.length > 0 ? [describeLarge(large, limits)] : []),
  ];
}

function describeLarge(large: readonly SizedFile[], { fileSize }: HostLimits): string {
  const named = large
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostNamed)
    .map(([path, size]) => `${path} (${formatSize(size, 'en')})`);
  const more = large.length > mostNamed ? ` and ${large.length - mostNamed} more` : '';
  return `${named.join(', ')}${more}, of at most ${formatSize(fileSize, 'en')} each. Publish pictures and attachments on another host (mediaUrl in site.yaml), or make them smaller.`;
}

/** Words what does not fit, for an error. */
export function describeExcess(host: WebHostName, excess: readonly string[]): string {
  const { name, source, seen } = hostLimits[host];
  return [
    `The site does not fit ${name}, whose limits are at ${source} (looked up ${seen}). Nothing was published:`,
    ...excess.map((line) => `  ${line}`),
    'If the limits are others by now, build with --host any.',
  ].join('\n');
}

/** Words which redirects a host has no rules for; undefined when it has one for each. */
export function describeMissingRules(
  host: WebHostName,
  { fixed, patterns, withoutRule }: RedirectRules,
): string | undefined {
  const { name, fixedRules, patternRules } = hostLimits[host];
  if (fixed.length + patterns.length + withoutRule.length === 0) return undefined;
  if (fixedRules === 0)
    return `${name} reads no rules for redirects: pages lead on from old addresses, and a script from those with queries.`;
  const [moreFixed, morePatterns] = [fixed.length - fixedRules, patterns.length - patternRules];
  const excess = [
    ...(moreFixed > 0
      ? [`${formatCount(moreFixed, 'rule')} more than the ${fixedRules.toLocaleString('en')} that it takes`]
      : []),
    ...(morePatterns > 0
      ? [`${formatCount(morePatterns, 'pattern')} more than the ${patternRules} that it takes`]
      : []),
    ...(withoutRule.length > 0
      ? [
          `${formatCount(withoutRule.length, 'address', 'addresses')} with queries that its rules cannot compare`,
        ]
      : []),
  ];
  if (excess.length === 0) return undefined;
  return `Redirects on ${name}: ${excess.join('; ')}. Pages lead on from these, and a script from those with queries; redirects.csv has all of them, for other means of that host.`;
}
