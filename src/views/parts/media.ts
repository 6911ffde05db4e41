import type { Archive } from '../../archive/archive.ts';
import type { Article } from '../../archive/article.ts';
import type { Figure } from '../../markdown/figures.ts';
import { formatSize } from '../../records/format-size.ts';
import { figureOf } from '../../archive/media/figures.ts';
import type { ArticlePicture } from '../../archive/media/media.ts';
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
  /** The parts on which the article stands, in thousandths of the page's width and height. */
  regions: { x: number; y: number; width: number; height: number }[];
}

/** The printed pages of an article, and the address of their IIIF manifest; undefined when it has none. */
export function viewPrintedPages(
  archive: Archive,
  article: Article,
): { pages: PrintedPage[]; manifest: string } | undefined {
  const { facsimiles } = archive.mediaOf(article);
  if (facsimiles.length === 0) return undefined;
  const thousandths = (part: number) => Math.round(part * 1000);
  const pages = facsimiles.map(({ credit, file, files, label, regions, rights }) => ({
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
  }));
  return { pages, manifest: archive.paths.manifest(article.id) };
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
    type: 'image/jpeg',
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
