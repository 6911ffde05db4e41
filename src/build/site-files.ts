import type { Archive } from '../archive/archive.ts';
import type { SiteHost } from '../archive/hosts.ts';
import { belowHome, createSiteFile, type SiteFile } from '../archive/site-file.ts';
import { createDataPackage } from '../exports/data/data-package.ts';
import type { LoadDataFiles } from '../exports/data/data-files.ts';
import { listFormerSources, listSourceTexts } from '../exports/data/source-texts.ts';
import { listFeeds } from '../exports/feeds/feed-files.ts';
import { listOrigins, renderSitePolicy } from '../exports/hosts/content-security.ts';
import { listHostFiles } from '../exports/hosts/host-files.ts';
import { listArticleManifests } from '../exports/iiif/article-manifests.ts';
import { listIssueManifests } from '../exports/iiif/issue-manifests.ts';
import { listSharingFiles } from '../exports/sharing/sharing-files.ts';
import { listWordFiles } from '../exports/data/word-files.ts';
import { listSitemaps } from '../exports/sharing/sitemap.ts';
import { listSearchFiles } from '../search/search-files.ts';
import { digestOf } from '../system/digest.ts';
import { digestModules } from '../system/module-digest.ts';
import type { SitePage } from '../views/page.ts';
import { currentPageScript } from '../views/page-script.ts';
import type { ReleaseTarget } from './release/host-folders.ts';

/** Where files of the site come from that are not made from the archive. */
export interface FileSources {
  /** Absolute path of the content folder. */
  root: string;
  /** The archive's own image for cards, where it has one. */
  shareImage: Uint8Array<ArrayBuffer> | undefined;
  /** Absolute path of a folder that has the files of `public/`. */
  publicFolder: string;
}

/**
 * Lists the files of the site that are made from the archive and are not pages. The data files, the search index and
 * {@link listFilesOfHost} are not among them.
 */
export function listSiteFiles(
  archive: Archive,
  { root, shareImage, publicFolder }: FileSources,
  loadDataFiles: LoadDataFiles,
): SiteFile[] {
  // In development it is within the pages.
  const script = currentPageScript.find();
  return [
    ...(script
      ? [
          createSiteFile(
            script.path,
            () => script.text,
            (text) => text,
          ),
        ]
      : []),
    ...listFeeds(archive),
    createDataPackage(archive, loadDataFiles),
    ...listSourceTexts(archive, root),
    ...listWordFiles(archive, root),
    ...listArticleManifests(archive),
    ...listIssueManifests(archive),
    ...listSearchFiles(archive),
    ...listSharingFiles(archive, shareImage, publicFolder),
  ];
}

/**
 * Lists the files of a host that are about what it has: its configuration, and what is for crawlers.
 *
 * @param host that of the home page when left out
 */
export function listFilesOfHost(
  archive: Archive,
  pages: readonly SitePage[],
  host: SiteHost = archive.hosts.home,
): SiteFile[] {
  const { paths, hosts } = archive;
  const own =
    hosts.all.length === 1
      ? pages
      : pages.filter(({ path }) => hosts.find(belowHome(paths, path)).name === host.name);
  const policy = renderSitePolicy(listOrigins(archive));
  return [
    ...listSitemaps(own, paths, { host }),
    ...listHostFiles(archive, [...pages, ...listFormerSources(archive)], policy, host),
  ];
}

/**
 * Puts files into a release. Those that have not changed are taken over from earlier releases.
 *
 * @throws when there is another file at the path of one
 */
export async function writeSiteFiles(files: readonly SiteFile[], release: ReleaseTarget): Promise<void> {
  const code = digestModules(new URL(import.meta.url));
  const paths = new Set<string>();
  for (const file of files) {
    if (paths.has(file.path)) throw new Error(`There are two files of the site at ${file.path}.`);
    paths.add(file.path);
    const { key: ownKey, content } = file.prepare();
    const key = ownKey && digestOf([code, ownKey]);
    if (key === undefined || !(await release.takeOver(file.path, key)))
      await release.write(file.path, await content(), key);
  }
}
