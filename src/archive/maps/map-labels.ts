import { roundUnits, type World } from './map-land.ts';

/** A name by its dot. `y` is the middle of its height, `x` its left end, middle or right end, as `anchor` says. */
export interface DotLabel {
  name: string;
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
}

/** What a name is written by, in the frame's units. */
interface LabelledDot {
  name: string;
  x: number;
  y: number;
  r: number;
}

/**
 * Writes names beside, above or below their dots, as far as there is room: a name covers no other name and none of
 * the dots to be named, but may lie over smaller ones. Its width is estimated, for there is no font to measure.
 */
export function placeLabels(
  dots: readonly LabelledDot[],
  frame: World,
  { size, limit }: { size: number; limit: number },
): DotLabel[] {
  const named = dots.slice(0, limit);
  const taken: Box[] = named.map(({ x, y, r }) => ({ x, y, width: 2 * r, height: 2 * r }));
  return named.flatMap(({ name, x, y, r }) => {
    const width = size * [...name].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : 0.6), 0);
    const gap = r + size / 4;
    const positions = [
      { anchor: 'start', start: x + gap, box: { x: x + gap + width / 2, y, width, height: size } },
      { anchor: 'end', start: x - gap, box: { x: x - gap - width / 2, y, width, height: size } },
      { anchor: 'middle', start: x, box: { x, y: y - r - size / 2, width, height: size } },
      { anchor: 'middle', start: x, box: { x, y: y + r + size / 2, width, height: size } },
    ] as const;
    const free = positions.find(
      ({ box }) => isWithin(box, frame) && !taken.some((other) => overlap(box, other)),
    );
    if (!free) return [];
    taken.push(free.box);
    return [{ name, x: roundUnits(free.start), y: roundUnits(free.box.y), anchor: free.anchor }];
  });
}

/** A rectangle around its middle. */
type Box = Record<'x' | 'y' | 'width' | 'height', number>;

function overlap(a: Box, b: Box): boolean {
  return 2 * Math.abs(a.x - b.x) < a.width + b.width && 2 * Math.abs(a.y - b.y) < a.height + b.height;
}

function isWithin({ x, y, width, height }: Box, frame: World): boolean {
  return Math.min(x, frame.width - x) >= width / 2 && Math.min(y, frame.height - y) >= height / 2;
}
