import { describeExcess, findExcess, type SizedFile } from '../exports/hosts/check-limits.ts';
import type { ArchiveContent } from '../records/read/read-archive.ts';
import type { WebHostName } from '../records/schemas/web-hosts.ts';
import { CommandError } from '../system/command-error.ts';

/** The files that the site of some content is certain to have, of known size where they are published as they are. */
export function listCertainFiles({ articles, media, site }: ArchiveContent): SizedFile[] {
  const attached = articles.flatMap(({ data }) => (data.withdrawn ? [] : data.attachments));
  const attachments = site.mediaUrl === undefined ? new Set(attached.map(({ file }) => file)) : [];
  return [
    ...articles.map(({ id }): SizedFile => [`articles/${id}/index.html`, 0]),
    ...[...attachments].map((file): SizedFile => [`media/${file}`, media.get(file)?.size ?? 0]),
  ];
}

/** Compares files with what a web host takes. @throws {CommandError} when they do not fit */
export function refuseExcess(host: WebHostName, files: Iterable<SizedFile>): void {
  const excess = findExcess(host, files);
  if (excess.length > 0) throw new CommandError(describeExcess(host, excess));
}
