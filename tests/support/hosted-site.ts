import { appendFile, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { cacheFolder } from '../../src/records/content-root.ts';
import { createHosts, type SiteHost } from '../../src/archive/hosts.ts';
import { findPort } from './find-port.ts';

/** An archive whose articles of some years are on another host, each host at a port of this machine. */
export interface HostedSite {
  /** The folder of everything. */
  root: string;
  content: string;
  /** The folder that is built into: it has a folder for each host. */
  dist: string;
  /** The path of the home page, the same on both hosts. */
  base: string;
  home: SiteHost;
  /** The host of the years of {@link HostedSite.spans}. */
  other: SiteHost;
  spans: readonly string[];
  remove(): Promise<void>;
}

/**
 * Makes the content of such an archive.
 *
 * @param spans that are on the other host
 * @param fill writes the content into a folder
 */
export async function makeHostedSite(
  spans: readonly string[],
  fill: (content: string) => Promise<void>,
): Promise<HostedSite> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'dateline-hosted-')));
  const [content, dist, base] = [join(root, 'content'), join(root, 'dist'), '/press/'];
  const [url, spanUrl] = [await findPort(), await findPort()].map(
    (port) => `http://127.0.0.1:${port}${base}`,
  );
  await fill(content);
  const file = join(content, 'site.yaml');
  const site = (await readFile(file, 'utf8')).replace(/^url: .*$/m, `url: ${url}`);
  await writeFile(file, site);
  const lines = spans.map((years) => `  - { years: ${years}, url: '${spanUrl}' }\n`);
  await appendFile(file, `spans:\n${lines.join('')}`);
  const hosts = createHosts({ url: url ?? '', spans: spans.map((years) => ({ years, url: spanUrl ?? '' })) });
  const other = hosts.all[1];
  if (!other) throw new Error('There is no other host.');
  return {
    root,
    content,
    dist,
    base,
    home: hosts.home,
    other,
    spans,
    async remove() {
      for (const folder of [root, cacheFolder(content)]) await rm(folder, { recursive: true, force: true });
    },
  };
}
