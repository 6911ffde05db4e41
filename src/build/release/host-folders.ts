import type { Hosts, SiteHost } from '../../archive/hosts.ts';
import { linkBetweenHosts } from '../../exports/hosts/link-between-hosts.ts';
import { digestOf } from '../../system/digest.ts';
import type { Release } from './release.ts';

/** What puts files into a release. */
export type ReleaseTarget = Pick<Release, 'has' | 'offers' | 'takeOver' | 'write' | 'link'>;

/** A release that has a folder for each host of a site. */
export interface HostFolders {
  /** Puts each file into the folder of the host that has it, and what every host has into all. */
  site: ReleaseTarget;
  /** Puts files into the folder of one host. */
  each: readonly { host: SiteHost; folder: string; target: ReleaseTarget }[];
  /** The path in the release of a file of the site. */
  place(file: string): string;
}

/** What a host shows of its own: the page for unknown addresses, and what pages load. */
const everywhere = /^(?:404\.html$|licenses\.txt$|_astro\/)/;

/** Files that are pages. Source texts and attachments have no names that browsers take for pages. */
const pages = /(?:^|\/)(?:index|404)\.html$/;

/**
 * Divides a release into a folder for each host, by its name; a site on one host has none. Links of pages are made right for
 * the host that they are published on.
 */
export function divideByHost(release: Release, hosts: Hosts): HostFolders {
  const { home, all } = hosts;
  if (all.length === 1)
    return { site: release, each: [{ host: home, folder: '', target: release }], place: (file) => file };
  // What is written depends on where everything else is.
  const suffix = `-${digestOf(hosts.site)}`;
  const below = (host: SiteHost): ReleaseTarget => {
    const folder = `${host.name}/`;
    return {
      has: (file) => release.has(folder + file),
      offers: (file, keyBegins) => release.offers(folder + file, keyBegins),
      takeOver: (file, key) => release.takeOver(folder + file, key + suffix),
      write(file, content, key) {
        const linked = pages.test(file)
          ? linkBetweenHosts(Buffer.from(content).toString(), host, hosts)
          : content;
        return release.write(folder + file, linked, key && key + suffix);
      },
      link: (file, from, key) => release.link(folder + file, from, key && key + suffix),
    };
  };
  const each = all.map((host) => ({ host, folder: `${host.name}/`, target: below(host) }));
  const targets = new Map(each.map(({ host, target }) => [host, target]));
  const listTargets = (file: string) =>
    each.flatMap(({ host, target }) => (everywhere.test(file) || hosts.find(file) === host ? [target] : []));
  const own = (file: string) => targets.get(hosts.find(file)) ?? below(home);
  const site: ReleaseTarget = {
    has: (file) => own(file).has(file),
    offers: (file, keyBegins) => listTargets(file).every((target) => target.offers(file, keyBegins)),
    async takeOver(file, key) {
      for (const target of listTargets(file)) if (!(await target.takeOver(file, key))) return false;
      return true;
    },
    async write(file, content, key) {
      // Some may have been taken over, which are the same.
      for (const target of listTargets(file)) if (!target.has(file)) await target.write(file, content, key);
    },
    link(file, from, key) {
      for (const target of listTargets(file)) if (!target.has(file)) target.link(file, from, key);
    },
  };
  return { site, each, place: (file) => `${hosts.find(file).name}/${file}` };
}
