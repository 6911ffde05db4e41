import type { Hosts } from '../archive/hosts.ts';
import { describeExcess, findExcess, type SizedFile } from '../exports/hosts/check-limits.ts';
import type { ArchiveContent } from '../records/read/read-archive.ts';
import type { WebHostName } from '../records/schemas/web-hosts.ts';
import { CommandError } from '../system/command-error.ts';

/**
 * Makes sure, before a site is built, that what it is certain to have fits its web hosts.
 *
 * @throws {CommandError} when it does not
 */
export function refuseCertainExcess(webHost: WebHostName, hosts: Hosts, content: ArchiveContent): void {
  const byHost = Map.groupBy(listCertainFiles(content), ([path]) => hosts.find(path));
  for (const files of byHost.values()) refuseExcess(webHost, files);
}

/** @throws {CommandError} when files that are published together do not fit their web host */
export function refuseExcess(webHost: WebHostName, files: Iterable<SizedFile>): void {
  const excess = findExcess(webHost, files);
  if (excess.length > 0) throw new CommandError(describeExcess(webHost, excess));
}

/** The files that the site of some content is certain to have, of known size where they are published as they are. */
function listCertainFiles({ articles, media, site }: ArchiveContent): SizedFile[] {
  const attached = articles.flatMap(({ data }) => (data.withdrawn ? [] : data.attachments));
  const attachments = site.mediaUrl === undefined ? new Set(attached.map(({ file }) => file)) : [];
  return [
    ...articles.map(({ id }): SizedFile => [`articles/${id}/index.html`, 0]),
    ...[...attachments].map((file): SizedFile => [`media/${file}`, media.get(file)?.size ?? 0]),
  ];
}
