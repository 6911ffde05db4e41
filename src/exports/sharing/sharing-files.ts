import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Archive } from '../../archive/archive.ts';
import { belowHome, createSiteFile, type SiteFile } from '../../archive/site-file.ts';
import { byDigest } from '../../system/digest.ts';
import { renderLicenses } from './licenses.ts';
import { renderOpenSearch } from './open-search.ts';
import { rasterize, readTypeface } from './rasterize.ts';
import { drawShareImage, type ShareImageView } from './share-image.ts';

/**
 * Lists what other programs show of the site: the description of its search, the image for cards, and the licences of
 * what it contains of others.
 *
 * @param shareImage the archive's own image for cards, where it has one
 * @param publicFolder absolute path of a folder that has the files of `public/`
 */
export function listSharingFiles(
  archive: Archive,
  shareImage: Uint8Array<ArrayBuffer> | undefined,
  publicFolder: string,
): SiteFile[] {
  const { articles, paths, site, span } = archive;
  return [
    createSiteFile(
      belowHome(paths, paths.openSearch),
      () => ({
        title: site.title,
        description: site.description,
        languages: [...new Set([site.language, ...articles.map(({ language }) => language)])].sort(),
        searchUrl: paths.canonical(paths.search()),
        ownUrl: paths.canonical(paths.openSearch),
        iconUrl: paths.canonical(paths.asset('favicon.svg')),
      }),
      renderOpenSearch,
    ),
    createSiteFile(
      belowHome(paths, paths.shareImage),
      (): { own: { bytes: Uint8Array<ArrayBuffer> } } | ShareImageView => {
        if (shareImage) return { own: byDigest({ bytes: shareImage }, hash('sha256', shareImage)) };
        return { title: site.title, span, mark: readFileSync(join(publicFolder, 'favicon.svg'), 'utf8') };
      },
      async (view) =>
        'own' in view ? view.own.bytes : rasterize(drawShareImage(view, await readTypeface())),
    ),
    // They come with the packages.
    { path: 'licenses.txt', prepare: () => ({ key: undefined, content: renderLicenses }) },
  ];
}
