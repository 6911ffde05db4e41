import { geoEqualEarth, geoStream, type GeoProjection } from 'd3-geo';
import { feature } from 'topojson-client';
import topology from 'world-atlas/land-110m.json' with { type: 'json' };

import { count } from './count.ts';

/** Decimal degrees, WGS 84: north and east are positive. */
export interface Coordinates {
  latitude: number;
  longitude: number;
}

/** A place as the map needs it. */
export interface MapPlace {
  name: string;
  href: string;
  /** Articles that are tagged with it. */
  count: number;
  coordinates?: Coordinates | undefined;
}

/** The whole earth in a frame from 0, 0 to `width`, `height`; all lengths are in units of it. */
export interface World {
  width: number;
  height: number;
  /** The outline of all land, as SVG path data. */
  land: string;
}

/** A place on the map. */
export interface Dot {
  href: string;
  /** Its text equivalent: `Syria, 12 articles`. */
  title: string;
  x: number;
  y: number;
  r: number;
  /** The radius around it that is its own: half the way to the nearest other dot, within limits. */
  reach: number;
}

/** A name beside its dot; `x` and `y` are the start or the end of its base line, as `anchor` says. */
export interface DotLabel {
  name: string;
  x: number;
  y: number;
  anchor: 'start' | 'end';
}

/** The places of an archive on a map. */
export interface WorldMap extends World {
  /** The largest first, so that none hides a smaller one. */
  dots: Dot[];
  /** The names of the largest dots that have room for it, for wide screens and for narrow ones. */
  labels: { wide: DotLabel[]; narrow: DotLabel[] };
  /** Places on the map. */
  shown: number;
  /** Places of the archive. */
  total: number;
}

/** One point on a small map. */
export interface Locator extends World {
  x: number;
  y: number;
  /** The coordinates in words: `35° N, 38° E`. */
  label: string;
}

/** The radius of the largest dot and of the smallest, and of the dot of one article while there are few. */
const largest = 24;
const smallest = 4;
const single = 7;

/** The size of labels, and how many there are at most; a narrow screen shrinks the map to about a third. */
const labelSizes = { wide: { size: 15, limit: 16 }, narrow: { size: 36, limit: 5 } };

/** The two worlds that are drawn on, each projected once. */
const worlds: { map?: ProjectedWorld; locator?: ProjectedWorld } = {};

/**
 * Sets out the places that most articles are tagged with on a map of the world.
 *
 * A dot's area is proportional to its articles, but none is too small to be seen. Places without coordinates or
 * articles have no dot. The projection is Equal Earth, in which areas are true: Šavrič, Patterson and Jenny,
 * “The Equal Earth map projection”, International Journal of Geographical Information Science 33 (2019).
 *
 * @param limit dots at most
 */
export function createWorldMap(places: readonly MapPlace[], limit = 300): WorldMap {
  const { project, ...world } = (worlds.map ??= createWorld({ width: 960, edge: largest, detail: 0.7 }));
  const chosen = places
    .flatMap(({ coordinates, ...place }) =>
      coordinates && place.count > 0 ? [{ ...place, coordinates }] : [],
    )
    .sort((a, b) => b.count - a.count || (a.href < b.href ? -1 : 1))
    .slice(0, limit);
  const unit = Math.min(single, largest / Math.sqrt(chosen[0]?.count ?? 1));
  const points = chosen.map(({ coordinates }) => project(coordinates));
  const dots = chosen.map(({ name, href, count: articles }, index) => {
    const [x, y] = points[index] ?? [0, 0];
    const r = round(Math.max(smallest, unit * Math.sqrt(articles)));
    const nearest = points.map((other, at) =>
      at === index ? Infinity : Math.hypot(other[0] - x, other[1] - y),
    );
    const reach = round(Math.max(r, Math.min(1.5 * largest, Math.min(...nearest) / 2)));
    return { name, href, title: `${name}, ${count(articles, 'article')}`, x, y, r, reach };
  });
  return {
    ...world,
    dots: dots.map(({ name: _, ...dot }) => dot),
    labels: {
      wide: placeLabels(dots, world.width, labelSizes.wide),
      narrow: placeLabels(dots, world.width, labelSizes.narrow),
    },
    shown: dots.length,
    total: places.length,
  };
}

/** Sets out one place on a small map of the world, of which its own page is the text equivalent. */
export function createLocator(coordinates: Coordinates): Locator {
  const { project, ...world } = (worlds.locator ??= createWorld({ width: 256, edge: 6, detail: 0.7 }));
  const [x, y] = project(coordinates);
  const { latitude, longitude } = coordinates;
  const label = `${wordDegrees(latitude, 'N', 'S')}, ${wordDegrees(longitude, 'E', 'W')}`;
  return { ...world, x, y, label };
}

type Point = readonly [x: number, y: number];

interface ProjectedWorld extends World {
  project(coordinates: Coordinates): Point;
}

/** Projects the earth into a frame that leaves an edge around it for dots. */
function createWorld({
  width,
  edge,
  detail,
}: {
  width: number;
  edge: number;
  detail: number;
}): ProjectedWorld {
  const projection = geoEqualEarth().fitWidth(width - 2 * edge, { type: 'Sphere' });
  const [x, y] = projection.translate();
  projection.translate([x + edge, y + edge]);
  return {
    width,
    height: Math.ceil(2 * (y + edge)),
    land: readLand(projection)
      .map((ring) => simplify(ring, detail))
      .map(writeRing)
      .join(''),
    project({ latitude, longitude }) {
      const [px, py] = projection([longitude, latitude]) ?? [NaN, NaN];
      return [round(px), round(py)];
    },
  };
}

/** Natural Earth's land at 1:110 million, projected, cut at the antimeridian: its rings, not closed. */
function readLand(projection: GeoProjection): Point[][] {
  const data = topology as unknown as Parameters<typeof feature>[0];
  const rings: Point[][] = [];
  const land = data.objects['land'];
  if (!land) throw new Error('world-atlas/land-110m.json has no object “land”; the map is drawn from it.');
  geoStream(
    feature(data, land),
    projection.stream({
      point: (x, y) => rings.at(-1)?.push([x, y]),
      lineStart: () => rings.push([]),
      lineEnd() {},
      polygonStart() {},
      polygonEnd() {},
    }),
  );
  return rings;
}

/**
 * Takes out the point that makes the smallest triangle with its neighbours until each makes one of the given area:
 * Visvalingam and Whyatt, “Line generalisation by repeated elimination of points”, Cartographic Journal 30 (1993).
 * A ring that is smaller than that is lost.
 */
function simplify(ring: readonly Point[], area: number): Point[] {
  const points = [...ring];
  while (points.length > 2) {
    const areas = points.map(([x, y], index) => {
      const [ax, ay] = points.at(index - 1) ?? [x, y];
      const [bx, by] = points[(index + 1) % points.length] ?? [x, y];
      return Math.abs((ax - x) * (by - y) - (bx - x) * (ay - y)) / 2;
    });
    const least = areas.reduce((best, value, index) => (value < (areas[best] ?? 0) ? index : best), 0);
    if ((areas[least] ?? 0) >= area) return points;
    points.splice(least, 1);
  }
  return [];
}

/** A ring as path data, in whole units, each point relative to the one before. */
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

/**
 * Writes names to the right or left of their dots, the largest first, as long as there is room: a name covers no dot
 * and no other name. Its width is estimated, generously, because there are no fonts to measure.
 */
function placeLabels(
  dots: readonly (Dot & { name: string })[],
  frame: number,
  { size, limit }: { size: number; limit: number },
): DotLabel[] {
  const taken = dots.map(({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  const labels: DotLabel[] = [];
  for (const { name, x, y, r } of dots) {
    if (labels.length === limit) break;
    const width = [...name].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : 0.6), 0) * size;
    for (const anchor of ['start', 'end'] as const) {
      const edge = anchor === 'start' ? x + r + size / 4 : x - r - size / 4;
      const left = anchor === 'start' ? edge : edge - width;
      const box = { left, right: left + width, top: y - size / 2, bottom: y + size / 2 };
      const isFree = box.left >= 0 && box.right <= frame && !taken.some((other) => overlap(box, other));
      if (!isFree) continue;
      taken.push(box);
      labels.push({ name, x: round(edge), y: round(y + 0.35 * size), anchor });
      break;
    }
  }
  return labels;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** `33.5° S`; no letter on the equator, the prime meridian and, for it is both, the antimeridian. */
function wordDegrees(degrees: number, positive: string, negative: string): string {
  const letter = degrees > 0 ? positive : negative;
  return degrees % 180 === 0 ? `${Math.abs(degrees)}°` : `${Math.abs(degrees)}° ${letter}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
