import type { Figure } from '../../markdown/figures.ts';
import type { ArticlePicture } from './media.ts';

/** What is shown of a picture. */
type Shown = Pick<ArticlePicture, 'alt' | 'caption' | 'credit' | 'file' | 'files' | 'rights'>;

/** The media types that every browser shows. */
const shown = /^image\/(?:jpeg|png|gif|webp)$/;

/** The largest height at which a picture is shown in its column, in points: no more than most screens have. */
const highest = 860;

/**
 * A picture as the text of its article shows it.
 *
 * The size that is stated is that at which the picture is shown at most: where the column is narrower, a browser keeps the
 * ratio, and nothing moves when the picture is loaded.
 */
export function figureOf({ alt, caption, credit, file, files, rights }: Shown): Figure {
  const { jpeg, original, webp } = files;
  const largest = original && shown.test(original.type) ? { ...original, width: files.width } : files.largest;
  const scale = Math.min(1, highest / jpeg.height);
  return {
    file,
    alt,
    caption,
    credit,
    rights,
    src: jpeg.href,
    width: Math.max(1, Math.round(jpeg.width * scale)),
    height: Math.max(1, Math.round(jpeg.height * scale)),
    srcset: webp.map(({ href, width }) => `${href} ${width}w`).join(', '),
    largest: largest.href,
    largestWidth: largest.width,
  };
}
