import type { Archive } from '../../archive/archive.ts';
import type { Article } from '../../archive/article.ts';
import type { ArticleFacsimile } from '../../archive/media/media.ts';
import { belowHome, createSiteFile, type SiteFile } from '../../archive/site-file.ts';

/** What a manifest is rendered from; addresses are absolute. */
interface ManifestView {
  id: string;
  /** The article's page. */
  url: string;
  title: string;
  /** BCP 47. */
  language: string;
  rights: string | undefined;
  publisher: string;
  /** Where the text was published, or when. */
  summary: string | undefined;
  pages: readonly ManifestPage[];
}

interface ManifestPage {
  label: string;
  credit: string | undefined;
  /** In pixels. */
  width: number;
  height: number;
  image: { url: string; width: number; height: number };
  thumbnail: { url: string; width: number; height: number };
  /** In pixels: `x,y,width,height`. */
  regions: readonly string[];
}

/** Lists the IIIF manifests of the articles that have printed pages. */
export function listManifests(archive: Archive): SiteFile[] {
  return archive.articles
    .filter((article) => archive.mediaOf(article).facsimiles.length > 0)
    .map((article) =>
      createSiteFile(
        belowHome(archive.paths, archive.paths.manifest(article.id)),
        () => viewManifest(archive, article),
        (view) => `${JSON.stringify(renderManifest(view), null, 1)}\n`,
      ),
    );
}

function viewManifest(archive: Archive, article: Article): ManifestView {
  const { mediaOf, paths, site } = archive;
  return {
    id: paths.canonical(paths.manifest(article.id)),
    url: paths.canonical(article.href),
    title: article.titleSupplied ? `[${article.title}]` : article.title,
    language: article.language,
    rights: article.rights,
    publisher: site.publisher?.name ?? site.title,
    summary: [archive.publicationOf(article)?.name, article.formattedDate.long].filter(Boolean).join(', '),
    pages: mediaOf(article).facsimiles.map((page) => viewPage(archive, page)),
  };
}

function viewPage({ paths }: Archive, { credit, files, label, regions }: ArticleFacsimile): ManifestPage {
  const { largest, jpeg } = files;
  const address = ({ href, width, height }: typeof largest) => ({
    url: paths.canonical(href),
    width,
    height,
  });
  const { width, height } = largest;
  return {
    label,
    credit,
    width,
    height,
    image: address(largest),
    thumbnail: address(jpeg),
    regions: regions.map((region) =>
      [region.left * width, region.top * height, region.width * width, region.height * height]
        .map(Math.round)
        .join(','),
    ),
  };
}

/**
 * Renders a manifest (IIIF Presentation API 3.0, section 5.2): a canvas for each page with its picture, and an annotation for
 * each part of it on which the article stands. There is no image service, since a static site answers no requests for parts.
 */
function renderManifest({
  id,
  language,
  pages,
  publisher,
  rights,
  summary,
  title,
  url,
}: ManifestView): object {
  const text = (value: string, tag = language) => ({ [tag]: [value] });
  return {
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    id,
    type: 'Manifest',
    label: text(title),
    ...(summary && { summary: text(summary, 'none') }),
    requiredStatement: { label: text('Archive', 'en'), value: text(publisher, 'none') },
    ...(rights && { metadata: [{ label: text('Rights', 'en'), value: text(rights, 'none') }] }),
    homepage: [{ id: url, type: 'Text', label: text(title), format: 'text/html' }],
    items: pages.map((page, index) => renderCanvas(page, `${id}/canvas/${index + 1}`, url, title, language)),
  };
}

function renderCanvas(page: ManifestPage, id: string, url: string, title: string, language: string): object {
  const { credit, height, image, label, regions, thumbnail, width } = page;
  const picture = (each: ManifestPage['image']) => ({
    id: each.url,
    type: 'Image',
    format: 'image/jpeg',
    width: each.width,
    height: each.height,
  });
  return {
    id,
    type: 'Canvas',
    label: { none: [label] },
    width,
    height,
    ...(credit && { metadata: [{ label: { en: ['Credit'] }, value: { none: [credit] } }] }),
    thumbnail: [picture(thumbnail)],
    items: [
      {
        id: `${id}/page`,
        type: 'AnnotationPage',
        items: [
          { id: `${id}/image`, type: 'Annotation', motivation: 'painting', body: picture(image), target: id },
        ],
      },
    ],
    ...(regions.length > 0 && {
      annotations: [
        {
          id: `${id}/article`,
          type: 'AnnotationPage',
          items: regions.map((region, index) => ({
            id: `${id}/article/${index + 1}`,
            type: 'Annotation',
            motivation: 'linking',
            body: { id: url, type: 'Text', format: 'text/html', label: { [language]: [title] } },
            target: `${id}#xywh=${region}`,
          })),
        },
      ],
    }),
  };
}
