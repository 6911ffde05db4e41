import type { Meta } from './render-meta.ts';

/** The parts of a page that previews of links to it show. */
interface PreviewedPage {
  frame: { title: string; shareImage: Omit<PreviewImage, 'width' | 'height'> };
  head: {
    title: string;
    description: string;
    /** The absolute URL of the page; a page without has no preview. */
    address: string | undefined;
    type: 'article' | 'website';
    image?: PreviewImage | undefined;
  };
}

/** A picture; its size is in pixels. */
interface PreviewImage {
  address: string;
  alt: string;
  width: number;
  height: number;
}

/** Lists the `meta` elements of Open Graph (https://ogp.me), and the one that Twitter cards need besides. */
export function describePreview({ frame, head }: PreviewedPage): Meta[] {
  if (!head.address) return [];
  const image = head.image ?? frame.shareImage;
  const properties = {
    'og:type': head.type,
    'og:title': head.title,
    'og:description': head.description,
    'og:url': head.address,
    'og:site_name': frame.title,
    'og:image': image.address,
    // The archive's own is on every page, and known to whoever has shown one.
    ...(head.image && {
      'og:image:width': String(head.image.width),
      'og:image:height': String(head.image.height),
    }),
    'og:image:alt': image.alt,
  };
  return [
    ...Object.entries(properties).map(([property, content]) => ({ property, content })),
    { name: 'twitter:card', content: 'summary_large_image' },
  ];
}
