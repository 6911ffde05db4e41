import type { Box } from '../ocr/recognized-page.ts';

/** A part of a page, as a polygon; without points it is none that can be followed. */
export interface MetsArea {
  points: readonly (readonly [x: number, y: number])[];
  /** As the METS writes it. */
  written: string;
}

/** The most points of an area. */
const most = 1000;

/**
 * Reads the coordinates of an area (METS 1.12, `area`): a rectangle by two corners, or a polygon by its points. Circles are not
 * followed.
 *
 * @returns undefined where it has none
 *
 * @example
 * readArea('RECT', '10,20,30,40')?.points // [[10, 20], [30, 20], [30, 40], [10, 40]]
 */
export function readArea(shape = '', coordinates = ''): MetsArea | undefined {
  if (coordinates.trim() === '') return undefined;
  const written = `${shape} ${coordinates}`.trim().slice(0, 60);
  const numbers = coordinates.trim().split(/[\s,]+/, 2 * most);
  const values = numbers.map(Number);
  const none = { points: [], written };
  if (values.some((value) => !Number.isFinite(value)) || values.length % 2 === 1) return none;
  if (/^poly$/i.test(shape))
    return {
      points: values.flatMap((x, at) => (at % 2 === 0 ? [[x, values[at + 1] ?? 0] as const] : [])),
      written,
    };
  const [left = 0, top = 0, right = 0, bottom = 0] = values;
  if (!/^(?:rect)?$/i.test(shape) || values.length !== 4) return none;
  return {
    points: [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ],
    written,
  };
}

/** Whether the middle of a rectangle lies within an area. */
export function isWithin({ left, top, width, height }: Box, { points }: MetsArea): boolean {
  const [x, y] = [left + width / 2, top + height / 2];
  let isInside = false;
  for (const [index, [x1, y1]] of points.entries()) {
    const [x2, y2] = points.at(index - 1) ?? [x1, y1];
    // Each side that is crossed on the way to the left leads in or out.
    if (y1 > y !== y2 > y && x > x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) isInside = !isInside;
  }
  return isInside;
}
