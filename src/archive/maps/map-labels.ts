import { roundUnits, type World } from './map-land.ts';

/** The label of a dot. `y` is its vertical middle; `x` is its left end, middle or right end, as `anchor` says. */
export interface DotLabel {
  name: string;
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
}

/** A dot with its name, in units of the frame. */
interface LabelledDot {
  name: string;
  x: number;
  y: number;
  r: number;
}

/**
 * Places labels beside, above or below their dots where there is room: a label overlaps no other label and no labelled
 * dot, but may cover smaller dots. Its width is estimated, since there is no font to measure.
 */
export function placeLabels(
  dots: readonly LabelledDot[],
  frame: World,
  { size, limit }: { size: number; limit: number },
): DotLabel[] {
  const named = dots.slice(0, limit);
  const taken: Box[] = named.map(({ x, y, r }) => ({ x, y, width: 2 * r, height: 2 * r }));
  return named.flatMap(({ name, x, y, r }) => {
    const width = size * [...name].reduce((sum, character) => sum + (character > '\u2e80' ? 1 : 0.6), 0);
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

/** A rectangle by its centre. */
type Box = Record<'x' | 'y' | 'width' | 'height', number>;

function overlap(a: Box, b: Box): boolean {
  return 2 * Math.abs(a.x - b.x) < a.width + b.width && 2 * Math.abs(a.y - b.y) < a.height + b.height;
}

function isWithin({ x, y, width, height }: Box, frame: World): boolean {
  return Math.min(x, frame.width - x) >= width / 2 && Math.min(y, frame.height - y) >= height / 2;
}
