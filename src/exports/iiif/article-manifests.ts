import type { Archive } from '../../archive/archive.ts';
import type { Article } from '../../archive/article.ts';
import { belowHome, createSiteFile, type SiteFile } from '../../archive/site-file.ts';
import { titleOf, viewManifestPage } from './manifest-page.ts';
import { renderManifest, type ManifestView } from './render-manifest.ts';

/** Lists the IIIF manifests of the articles that have printed pages. */
export function listArticleManifests(archive: Archive): SiteFile[] {
  return archive.articles
    .filter((article) => archive.mediaOf(article).facsimiles.length > 0)
    .map((article) =>
      createSiteFile(
        belowHome(archive.paths, archive.paths.manifest(article.id)),
        () => viewManifest(archive, article),
        renderManifest,
      ),
    );
}

function viewManifest(archive: Archive, article: Article): ManifestView {
  const { mediaOf, paths, site } = archive;
  return {
    id: paths.canonical(paths.manifest(article.id)),
    url: paths.canonical(article.href),
    title: titleOf(article),
    language: article.language,
    rights: article.rights,
    publisher: site.publisher?.name ?? site.title,
    summary: [archive.publicationOf(article)?.name, article.formattedDate.long].filter(Boolean).join(', '),
    pages: mediaOf(article).facsimiles.map((facsimile) =>
      viewManifestPage(archive, { facsimile, articles: [{ article, regions: facsimile.regions }] }),
    ),
  };
}
