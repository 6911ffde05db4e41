import type { Archive } from '../../archive/archive.ts';
import type { Article } from '../../archive/article.ts';
import type { Issue } from '../../archive/issues/issues.ts';
import type { Figure } from '../../markdown/figures.ts';
import { formatSize } from '../../records/format-size.ts';
import { figureOf } from '../../archive/media/figures.ts';
import type { ArticleFacsimile, ArticlePicture } from '../../archive/media/media.ts';
import type { HeadImage } from './page-view.ts';

/** A picture as structured data describe it; addresses are absolute. */
export interface DescribedPicture {
  address: string;
  width: number;
  height: number;
  caption: string | undefined;
  credit: string | undefined;
  rights: string | undefined;
}

/** A link to an attachment. */
export interface AttachmentLink {
  title: string;
  href: string;
  /** Its format and size: `PDF, 1.2 MB`. */
  remark: string;
  credit: string | undefined;
  rights: string | undefined;
}

/** A printed page with the parts on which an article stands. */
export interface PrintedPage {
  label: string;
  credit: string | undefined;
  rights: string | undefined;
  figure: Figure;
  /** Where its words with their boxes are; missing where they are not known, or not of one article. */
  words?: string;
  /** The parts on which the article stands, in thousandths of the page's width and height. */
  regions: { x: number; y: number; width: number; height: number }[];
}

/** Printed pages, and the address of their IIIF manifest. */
export interface PrintedPages {
  pages: PrintedPage[];
  manifest: string;
}

/** The printed pages of an article; undefined when it has none. */
export function viewPrintedPages(archive: Archive, article: Article): PrintedPages | undefined {
  const { facsimiles } = archive.mediaOf(article);
  if (facsimiles.length === 0) return undefined;
  return { pages: facsimiles.map(viewPrintedPage), manifest: archive.paths.manifest(article.id) };
}

/** The printed pages of an issue, whose articles stand all over them; undefined when it has none. */
export function viewIssuePages(
  { paths }: Archive,
  { day, facsimiles, publication }: Issue,
): PrintedPages | undefined {
  if (facsimiles.length === 0) return undefined;
  return {
    pages: facsimiles.map(({ facsimile }) => viewPrintedPage(withoutArticle(facsimile))),
    manifest: paths.issueManifest(publication.key, day.key),
  };
}

/** A page as that of an issue: no part of it and no words are those of one article. */
function withoutArticle({ words: _, ...facsimile }: ArticleFacsimile): ArticleFacsimile {
  return { ...facsimile, regions: [] };
}

function viewPrintedPage({
  credit,
  file,
  files,
  label,
  regions,
  rights,
  words,
}: ArticleFacsimile): PrintedPage {
  const thousandths = (part: number) => Math.round(part * 1000);
  return {
    label,
    credit,
    rights,
    figure: figureOf({ alt: label, caption: undefined, credit, file, files, rights }),
    regions: regions.map(({ left, top, width, height }) => ({
      x: thousandths(left),
      y: thousandths(top),
      width: thousandths(width),
      height: thousandths(height),
    })),
    ...(words && { words: words.href }),
  };
}

/** The pictures of an article for its structured data; undefined when it has none. */
export function describePictures(archive: Archive, article: Article): DescribedPicture[] | undefined {
  const { pictures } = archive.mediaOf(article);
  if (pictures.length === 0) return undefined;
  return pictures.map(({ caption, credit, files, rights }) => ({
    address: archive.paths.canonical(files.largest.href),
    width: files.largest.width,
    height: files.largest.height,
    caption,
    credit,
    rights,
  }));
}

/** The smallest width and height of a picture that social networks show, in pixels. */
const smallestShared = 200;

/** The picture that is shown where an article is shared: its first that is large enough. */
export function findHeadImage(archive: Archive, article: Article): HeadImage | undefined {
  const isShown = ({ files: { jpeg } }: ArticlePicture) =>
    jpeg.width >= smallestShared && jpeg.height >= smallestShared;
  const picture = archive.mediaOf(article).pictures.find(isShown);
  if (!picture) return undefined;
  const { alt, caption, files } = picture;
  const { href, width, height } = files.jpeg;
  return {
    address: archive.paths.canonical(href),
    alt: alt || caption || article.title,
    width,
    height,
  };
}

/** The attachments of an article; undefined when it has none. */
export function viewAttachments(archive: Archive, article: Article): AttachmentLink[] | undefined {
  const { attachments } = archive.mediaOf(article);
  if (attachments.length === 0) return undefined;
  return attachments.map(({ credit, file, href, rights, size, title }) => {
    const format = file.slice(file.lastIndexOf('.') + 1).toUpperCase();
    return { title, href, remark: `${format}, ${formatSize(size, archive.language)}`, credit, rights };
  });
}
