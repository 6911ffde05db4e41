import type { MediaFile } from '../media/inspect-media.ts';
import type { ProblemMessage } from '../problem.ts';

/** A rectangle of a picture, as parts of its width and height: each from 0 to 1. */
export interface Region {
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * Reads a rectangle as the IIIF Image API writes it (3.0, section 4.1).
 *
 * @param size of the picture in pixels
 *
 * @example
 * parseRegion('120,80,900,1400', { width: 1200, height: 1600 }) // { left: 0.1, top: 0.05, width: 0.75, height: 0.875 }
 * parseRegion('pct:10,5,75,87.5', { width: 1200, height: 1600 }) // the same
 */
export function parseRegion(region: string, size: Pick<MediaFile, 'width' | 'height'>): Region {
  const isPercent = region.startsWith('pct:');
  const [left = 0, top = 0, width = 0, height = 0] = region.replace('pct:', '').split(',').map(Number);
  const [across, down] = isPercent ? [100, 100] : [size.width, size.height];
  return { left: left / across, top: top / down, width: width / across, height: height / down };
}

/** What is wrong with a rectangle of a picture: it is empty, or reaches beyond it. */
export function checkRegion(
  region: string,
  size: Pick<MediaFile, 'width' | 'height'>,
): ProblemMessage | undefined {
  const { left, top, width, height } = parseRegion(region, size);
  // Sums of percentages may be rounded.
  const most = 1 + 1e-9;
  if (width > 0 && height > 0 && left + width <= most && top + height <= most) return undefined;
  return {
    found: `the region ${region}, which is empty or reaches beyond the picture`,
    expected: `a rectangle in its ${size.width} × ${size.height} pixels`,
    fix: 'Measure it in the picture as it is seen: left,top,width,height.',
  };
}
