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
  name: string;
  href: string;
  /** Its text equivalent: `Syria, 12 articles`. */
  title: string;
  x: number;
  y: number;
  r: number;
  /** Width of the line round it that its target takes in, up to half the way to the nearest other dot. */
  margin: number;
}

/** A name by its dot. `y` is the middle of its height, `x` its left end, middle or right end, as `anchor` says. */
export interface DotLabel {
  name: string;
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
}

/** The places of an archive on a map. */
export interface WorldMap extends World {
  /** The largest first, so that none hides a smaller one. */
  dots: Dot[];
  /** The names of the largest dots as far as there is room for them, for wide screens and for narrow ones. */
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

/** The radius of the largest dot and the smallest, of one article's while there are few, and of a target at most. */
const largest = 20;
const smallest = 4;
const single = 7;
const farthest = 36;

/** The size of names, and how many of the largest dots have one; a narrow screen shows the map at a third. */
const wideLabels = { size: 16, limit: 16 };
const narrowLabels = { size: 36, limit: 6 };

/** The triangles of which the land's outline is made are this large at least. */
const visibleArea = 0.7;

/** The two worlds that are drawn on, each projected once. */
const worlds: { map?: ProjectedWorld; locator?: ProjectedWorld } = {};

/**
 * Sets out the places that most articles are tagged with on a map of the world.
 *
 * A dot's area is proportional to its articles, but none is too small to be seen. Places without coordinates or
 * articles have no dot. The projection is Equal Earth, in which areas are true: Šavrič, Patterson and Jenny,
 * “The Equal Earth map projection”, International Journal of Geographical Information Science 33 (2019).
 *
 * @param places those in as many articles as others stay in this order
 * @param limit dots at most
 */
export function createWorldMap(places: readonly MapPlace[], limit = 200): WorldMap {
  const { project, ...world } = (worlds.map ??= createWorld(960, largest));
  const chosen = places
    .flatMap(({ coordinates, ...place }) =>
      coordinates && place.count > 0 ? [{ ...place, coordinates }] : [],
    )
    .sort((a, b) => b.count - a.count)
    .slice(0, limit);
  const unit = Math.min(single, largest / Math.sqrt(chosen[0]?.count ?? 1));
  const points = chosen.map(({ coordinates }) => project(coordinates));
  const dots = chosen.map(({ name, href, count: articles }, index) => {
    const [x, y] = points[index] ?? [0, 0];
    const r = round(Math.max(smallest, unit * Math.sqrt(articles)));
    const others = points.map((other, at) =>
      at === index ? Infinity : Math.hypot(other[0] - x, other[1] - y),
    );
    const reach = Math.min(farthest, Math.min(...others) / 2);
    const margin = round(Math.max(0, 2 * (reach - r)));
    return { name, href, title: `${name}, ${count(articles, 'article')}`, x, y, r, margin };
  });
  const [wide, narrow] = [placeLabels(dots, world, wideLabels), placeLabels(dots, world, narrowLabels)];
  return { ...world, dots, labels: { wide, narrow }, shown: dots.length, total: places.length };
}

/** Sets out one place on a small map of the world, of which its own page is the text equivalent. */
export function createLocator(coordinates: Coordinates): Locator {
  const { project, ...world } = (worlds.locator ??= createWorld(256, 6));
  const [x, y] = project(coordinates);
  const { latitude, longitude } = coordinates;
  const label = `${wordDegrees(latitude, 'N', 'S')}, ${wordDegrees(longitude, 'E', 'W')}`;
  return { ...world, x, y, label };
}

type Point = readonly [x: number, y: number];

interface ProjectedWorld extends World {
  project(coordinates: Coordinates): Point;
}

/** Projects the earth into a frame that leaves an edge around it, so that the dots are within. */
function createWorld(width: number, edge: number): ProjectedWorld {
  const projection = geoEqualEarth().fitWidth(width - 2 * edge, { type: 'Sphere' });
  const [x, y] = projection.translate();
  projection.translate([x + edge, y + edge]);
  return {
    width,
    height: Math.ceil(2 * (y + edge)),
    land: readLand(projection).map(simplify).map(writeRing).join(''),
    project({ latitude, longitude }) {
      const [px, py] = projection([longitude, latitude]) ?? [NaN, NaN];
      return [round(px), round(py)];
    },
  };
}

/** Natural Earth's land at 1:110 million, projected and cut at the antimeridian: its rings, not closed. */
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
 * Takes out the point that makes the smallest triangle with its neighbours until each makes one that can be seen:
 * Visvalingam and Whyatt, “Line generalisation by repeated elimination of points”, Cartographic Journal 30 (1993).
 * An island that is smaller than that is lost.
 */
function simplify(ring: readonly Point[]): Point[] {
  const points = [...ring];
  while (points.length > 2) {
    const areas = points.map(([x, y], index) => {
      const [ax, ay] = points.at(index - 1) ?? [x, y];
      const [bx, by] = points[(index + 1) % points.length] ?? [x, y];
      return Math.abs((ax - x) * (by - y) - (bx - x) * (ay - y)) / 2;
    });
    const least = areas.reduce((best, value, index) => (value < (areas[best] ?? 0) ? index : best), 0);
    if ((areas[least] ?? 0) >= visibleArea) return points;
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
 * Writes names beside, above or below their dots, as far as there is room: a name covers no other name and none of
 * the dots to be named, but may lie over smaller ones. Its width is estimated, for there is no font to measure.
 */
function placeLabels(
  dots: readonly Dot[],
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
    return [{ name, x: round(free.start), y: round(free.box.y), anchor: free.anchor }];
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

/** `33.5° S`; no letter on the equator, the prime meridian and, for it is both, the antimeridian. */
function wordDegrees(degrees: number, positive: string, negative: string): string {
  const letter = degrees % 180 === 0 ? '' : degrees > 0 ? ` ${positive}` : ` ${negative}`;
  return `${Math.abs(degrees)}°${letter}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
