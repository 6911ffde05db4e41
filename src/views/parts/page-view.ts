import type { Archive } from '../../archive/archive.ts';
import { frameOf, type Frame } from './frame.ts';

/** The properties that every view has. */
export interface PageView {
  frame: Frame;
  head: PageHead;
}

/** The metadata in the head of a page. */
interface PageHead {
  /** The page's own title; the archive's on the home page. */
  title: string;
  /** The content of `<title>`: `Wang Yi · The Archive`. */
  fullTitle: string;
  /** One or two sentences, for search engines. */
  description: string;
  /** The path of the page; missing where it has no address of its own. */
  path: string | undefined;
  /** The absolute URL of the page, for its canonical link; missing as above. */
  address: string | undefined;
  /** The kind of page, as Open Graph has it. */
  type: 'article' | 'website';
  /** The feed of what the page lists, besides that of the archive. */
  feed: { title: string; href: string } | undefined;
  /** Whether search engines may list the page. */
  isIndexable: boolean;
  /** The picture that is shown where the page is shared; the archive's own when missing. */
  image?: HeadImage | undefined;
}

/** A picture that is shown where a page is shared; its size is in pixels. */
export interface HeadImage {
  address: string;
  alt: string;
  width: number;
  height: number;
}

/** What a view specifies about its page; the rest is derived. */
interface HeadInput extends Partial<Pick<PageHead, 'path' | 'type' | 'feed' | 'isIndexable' | 'image'>> {
  /** The page's own title; left out on the home page. */
  title?: string;
  description: string;
}

/** Creates the properties that every view has. */
export function createPageView(archive: Archive, head: HeadInput): PageView {
  const frame = frameOf(archive);
  const { title, description, path, type = 'website', feed, isIndexable = true, image } = head;
  return {
    frame,
    head: {
      title: title ?? frame.title,
      fullTitle: title === undefined ? frame.title : `${title} · ${frame.title}`,
      description,
      path,
      address: path === undefined ? undefined : archive.paths.canonical(path),
      type,
      feed,
      isIndexable,
      image,
    },
  };
}
