import type { Archive } from '../../archive/archive.ts';
import type { Article } from '../../archive/article.ts';
import type { IssueFacsimile } from '../../archive/issues/issue-facsimiles.ts';
import type { ArticleFacsimile } from '../../archive/media/media.ts';
import type { ManifestPage } from './render-manifest.ts';

/** Describes a printed page, with the articles on it, for manifests. */
export function viewManifestPage({ paths }: Archive, { facsimile, articles }: IssueFacsimile): ManifestPage {
  const { credit, files, label } = facsimile;
  const { largest, jpeg } = files;
  const address = ({ href, width, height }: typeof largest) => ({
    url: paths.canonical(href),
    width,
    height,
  });
  return {
    label,
    credit,
    width: largest.width,
    height: largest.height,
    image: address(largest),
    thumbnail: address(jpeg),
    articles: articles.map(({ article, regions }) => ({
      url: paths.canonical(article.href),
      title: titleOf(article),
      language: article.language,
      regions: toPixels(regions, facsimile),
    })),
  };
}

/** The parts of a page in pixels of its largest picture: `x,y,width,height`. */
export function toPixels(
  regions: ArticleFacsimile['regions'],
  { files: { largest } }: ArticleFacsimile,
): string[] {
  const { width, height } = largest;
  return regions.map((region) =>
    [region.left * width, region.top * height, region.width * width, region.height * height]
      .map(Math.round)
      .join(','),
  );
}

/** The title of an article; one that the archive has supplied is in square brackets. */
export function titleOf({ title, titleSupplied }: Article): string {
  return titleSupplied ? `[${title}]` : title;
}
