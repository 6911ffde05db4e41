/** What a manifest is rendered from; addresses are absolute. */
export interface ManifestView {
  id: string;
  /** The page of what is printed. */
  url: string;
  title: string;
  /** BCP 47. */
  language: string;
  rights?: string | undefined;
  publisher: string;
  /** Where the text was published, or when. */
  summary: string | undefined;
  /** The day of an issue, as `navDate` has it: `1998-03-12`. */
  day?: string;
  pages: readonly ManifestPage[];
  /** The contents of an issue. */
  ranges?: readonly ManifestRange[];
}

/** A printed page; sizes are in pixels. */
export interface ManifestPage {
  label: string;
  credit: string | undefined;
  width: number;
  height: number;
  image: ManifestImage;
  thumbnail: ManifestImage;
  /** The articles that are known to stand on parts of it. */
  articles: readonly ManifestArticle[];
}

interface ManifestImage {
  url: string;
  width: number;
  height: number;
}

/** An article on a page. */
interface ManifestArticle {
  url: string;
  title: string;
  /** BCP 47. */
  language: string;
  /** The parts of the page on which it stands, in pixels: `x,y,width,height`. */
  regions: readonly string[];
}

/** A part of the contents: an edition, a page, a section or an article. */
export interface ManifestRange {
  label: string;
  /** BCP 47, or `none` where that is not known. */
  language: string;
  /** The page on the site. */
  url?: string;
  /** The printed pages, by their positions, each with the part of it, where that is known. */
  canvases: readonly { position: number; regions: readonly string[] }[];
  ranges: readonly ManifestRange[];
}

/**
 * Renders a manifest (IIIF Presentation API 3.0, section 5.2): a canvas for each page with its picture, an annotation for
 * each part of it on which an article stands, and a range (section 5.4) for each part of the contents. There is no image
 * service, since a static site answers no requests for parts.
 */
export function renderManifest(view: ManifestView): string {
  const { day, id, language, pages, publisher, ranges, rights, summary, title, url } = view;
  const manifest = {
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    id,
    type: 'Manifest',
    label: text(title, language),
    ...(summary && { summary: text(summary, 'none') }),
    requiredStatement: { label: text('Archive', 'en'), value: text(publisher, 'none') },
    ...(rights && { metadata: [{ label: text('Rights', 'en'), value: text(rights, 'none') }] }),
    ...(day && { navDate: `${day}T00:00:00Z` }),
    homepage: [linkPage(url, title, language)],
    items: pages.map((page, index) => renderCanvas(page, canvasId(id, index))),
    ...(ranges && { structures: ranges.map((range, index) => renderRange(range, id, [index + 1])) }),
  };
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

function text(value: string, language: string): object {
  return { [language]: [value] };
}

function linkPage(url: string, title: string, language: string): object {
  return { id: url, type: 'Text', label: text(title, language), format: 'text/html' };
}

/** @param position 0-based */
function canvasId(manifest: string, position: number): string {
  return `${manifest}/canvas/${position + 1}`;
}

function renderCanvas(page: ManifestPage, id: string): object {
  const { articles, credit, height, image, label, thumbnail, width } = page;
  const picture = (each: ManifestImage) => ({
    id: each.url,
    type: 'Image',
    format: 'image/jpeg',
    width: each.width,
    height: each.height,
  });
  const parts = articles.flatMap(({ regions, ...article }) => regions.map((region) => ({ article, region })));
  return {
    id,
    type: 'Canvas',
    label: text(label, 'none'),
    width,
    height,
    ...(credit && { metadata: [{ label: text('Credit', 'en'), value: text(credit, 'none') }] }),
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
    ...(parts.length > 0 && {
      annotations: [
        {
          id: `${id}/article`,
          type: 'AnnotationPage',
          items: parts.map(({ article, region }, index) => ({
            id: `${id}/article/${index + 1}`,
            type: 'Annotation',
            motivation: 'linking',
            body: linkPage(article.url, article.title, article.language),
            target: `${id}#xywh=${region}`,
          })),
        },
      ],
    }),
  };
}

/** @param path the positions of the range and of those that hold it, 1-based */
function renderRange(range: ManifestRange, manifest: string, path: readonly number[]): object {
  const { canvases, label, language, ranges, url } = range;
  const id = `${manifest}/range/${path.join('-')}`;
  return {
    id,
    type: 'Range',
    label: text(label, language),
    ...(url && { homepage: [linkPage(url, label, language)] }),
    items: [
      ...canvases.flatMap(({ position, regions }) => renderTargets(canvasId(manifest, position), regions)),
      ...ranges.map((each, index) => renderRange(each, manifest, [...path, index + 1])),
    ],
  };
}

/** The whole of a page, or the parts of it (section 5.4: Specific Resources with a fragment). */
function renderTargets(canvas: string, regions: readonly string[]): object[] {
  if (regions.length === 0) return [{ id: canvas, type: 'Canvas' }];
  return regions.map((region) => ({
    type: 'SpecificResource',
    source: { id: canvas, type: 'Canvas' },
    selector: {
      type: 'FragmentSelector',
      conformsTo: 'http://www.w3.org/TR/media-frags/',
      value: `xywh=${region}`,
    },
  }));
}
