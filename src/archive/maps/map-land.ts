import { geoEqualEarth, geoStream, type GeoProjection } from 'd3-geo';
import { feature } from 'topojson-client';
import topology from 'world-atlas/land-110m.json' with { type: 'json' };

import { byDigest } from '../../system/digest.ts';

/** Decimal degrees, WGS 84: north and east are positive. */
export interface Coordinates {
  latitude: number;
  longitude: number;
}

/** The whole earth in a frame from 0, 0 to `width`, `height`; all lengths are in units of the frame. */
export interface World {
  width: number;
  height: number;
  /** The outline of all land, as SVG path data. */
  land: string;
}

/** In units of the frame. */
type Point = readonly [x: number, y: number];

/** A world with its projection. */
export interface ProjectedWorld {
  /** Shared by all maps; it enters the cache keys of pages by its digest. */
  world: World;
  project(coordinates: Coordinates): Point;
}

/** The smallest area of the triangle of three consecutive points of an outline, in square units. */
const visibleArea = 0.7;

/** Projects the earth into a frame with a margin, so that dots at its edge stay inside. */
export function createWorld(width: number, edge: number): ProjectedWorld {
  const { projection, height } = projectEarth(width, edge);
  return draw(projection, width, height);
}

/** How many times larger than the whole earth a part of it may be: the outlines are too coarse for more. */
const mostEnlarged = 6;

/** The height of a part of the earth by its width: at least, and at most. */
const [flattest, tallest] = [0.4, 0.7];

/** Projects the part of the earth that holds some points, with a margin in units of the frame. */
export function createRegion(points: readonly Coordinates[], width: number, edge: number): ProjectedWorld {
  const { projection, height } = projectEarth(width, edge);
  const placed = points.map(({ latitude, longitude }): Point => projection([longitude, latitude]) ?? [0, 0]);
  const xs = placed.map(([x]) => x);
  const ys = placed.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const wanted = Math.max(right - left, (bottom - top) / tallest, width / mostEnlarged);
  // The margin is as wide in the enlarged frame as in that of the whole earth.
  const across = Math.min(width, (wanted * width) / (width - 4 * edge));
  if (points.length === 0 || across >= width * 0.9) return draw(projection, width, height);
  const enlarged = width / across;
  const down = Math.min(height, Math.max(flattest * across, bottom - top + (4 * edge) / enlarged));
  const fit = (middle: number, size: number, whole: number) =>
    Math.min(Math.max(0, middle - size / 2), whole - size);
  const [x, y] = [fit((left + right) / 2, across, width), fit((top + bottom) / 2, down, height)];
  const [fromX, fromY] = projection.translate();
  const frameHeight = Math.ceil(down * enlarged);
  projection
    .scale(projection.scale() * enlarged)
    .translate([(fromX - x) * enlarged, (fromY - y) * enlarged])
    .clipExtent([
      [0, 0],
      [width, frameHeight],
    ]);
  return draw(projection, width, frameHeight);
}

function projectEarth(width: number, edge: number): { projection: GeoProjection; height: number } {
  const projection = geoEqualEarth().fitWidth(width - 2 * edge, { type: 'Sphere' });
  const [x, y] = projection.translate();
  projection.translate([x + edge, y + edge]);
  return { projection, height: Math.ceil(2 * (y + edge)) };
}

function draw(projection: GeoProjection, width: number, height: number): ProjectedWorld {
  const land = readLand(projection).map(simplify).map(writeRing).join('');
  return {
    world: byDigest({ width, height, land }),
    project({ latitude, longitude }) {
      const [px, py] = projection([longitude, latitude]) ?? [NaN, NaN];
      return [roundUnits(px), roundUnits(py)];
    },
  };
}

/** Natural Earth's land at 1:110 million, projected and cut at the antimeridian, as open rings. */
function readLand(projection: GeoProjection): Point[][] {
  const rings: Point[][] = [];
  const pen = projection.stream({
    lineStart: () => rings.push([]),
    point: (x, y) => rings.at(-1)?.push([x, y]),
    lineEnd() {},
    polygonStart() {},
    polygonEnd() {},
  });
  geoStream(feature(topology as unknown as Parameters<typeof feature>[0], 'land'), pen);
  return rings;
}

/**
 * Removes the point that makes the smallest triangle with its neighbours until every triangle is large enough to be
 * visible (Visvalingam and Whyatt, “Line generalisation by repeated elimination of points”, Cartographic Journal 30,
 * 1993). Smaller islands disappear.
 */
function simplify(ring: readonly Point[]): Point[] {
  const points = [...ring];
  const areaAt = (index: number): number => {
    const [x, y] = points[index] ?? [NaN, NaN];
    const [ax, ay] = points.at(index - 1) ?? [x, y];
    const [bx, by] = points[(index + 1) % points.length] ?? [x, y];
    return Math.abs((ax - x) * (by - y) - (bx - x) * (ay - y)) / 2;
  };
  const areas = points.map((_, index) => areaAt(index));
  while (points.length > 2) {
    const least = areas.reduce((best, area, index) => (area < (areas[best] ?? 0) ? index : best), 0);
    if ((areas[least] ?? 0) >= visibleArea) return points;
    points.splice(least, 1);
    areas.splice(least, 1);
    for (const neighbour of [least - 1, least]) {
      const index = (neighbour + points.length) % points.length;
      areas[index] = areaAt(index);
    }
  }
  return [];
}

/** A ring as SVG path data in whole units, each point relative to the one before. */
function writeRing(ring: readonly Point[]): string {
  let [fromX, fromY] = [0, 0];
  const steps = ring.map(([x, y]) => {
    const [toX, toY] = [Math.round(x), Math.round(y)];
    const step = `${toX - fromX} ${toY - fromY}`;
    [fromX, fromY] = [toX, toY];
    return step;
  });
  const [start, ...rest] = steps;
  if (start === undefined) return '';
  return `M${start}l${rest.filter((step) => step !== '0 0').join(' ')}z`.replaceAll(' -', '-');
}

/** Rounds to a tenth of a unit; smaller differences are invisible. */
export function roundUnits(value: number): number {
  return Math.round(value * 10) / 10;
}
