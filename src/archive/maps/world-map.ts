import type { Messages } from '../../languages/messages.ts';
import { placeLabels, type DotLabel } from './map-labels.ts';
import { createWorld, roundUnits, type Coordinates, type ProjectedWorld, type World } from './map-land.ts';

/** A place as the map needs it. */
export interface MapPlace {
  name: string;
  href: string;
  /** Articles that are tagged with it. */
  count: number;
  coordinates?: Coordinates | undefined;
}

/** A place on the map. */
interface Dot {
  name: string;
  href: string;
  /** Its text equivalent: `Syria, 12 articles`. */
  title: string;
  x: number;
  y: number;
  r: number;
  /** Width of a transparent stroke that enlarges its pointer target, up to half the distance to the nearest other dot. */
  margin: number;
}

/** The places of an archive on a map. */
export interface WorldMap {
  world: World;
  /** Largest first, so that none hides a smaller one. */
  dots: Dot[];
  /** The labels of the largest dots for which there is room, on wide screens and on narrow ones. */
  labels: { wide: DotLabel[]; narrow: DotLabel[] };
  /** Places on the map. */
  shown: number;
  /** Places of the archive. */
  total: number;
}

/** One point on a small map. */
export interface Locator {
  world: World;
  x: number;
  y: number;
  /** The coordinates: `35° N, 38° E`. */
  label: string;
}

/** Radii: of the largest dot, the smallest, that of a single article when there are few, and the largest pointer target. */
const largest = 20;
const smallest = 4;
const single = 7;
const farthest = 36;

/** Size and number of labels. A narrow screen shows the map at a third of its size. */
const wideLabels = { size: 16, limit: 16 };
const narrowLabels = { size: 36, limit: 6 };

/** The large world and the small one, each projected once. */
const worlds: { map?: ProjectedWorld; locator?: ProjectedWorld } = {};

/**
 * Draws a map of the world with the places of most articles.
 *
 * A dot's area is proportional to its articles, but none is too small to be seen. Places without coordinates or
 * articles have no dot. The projection is Equal Earth, in which areas are true: Šavrič, Patterson and Jenny,
 * “The Equal Earth map projection”, International Journal of Geographical Information Science 33 (2019).
 *
 * @param places places of equally many articles stay in this order
 * @param limit the most dots
 */
export function createWorldMap(places: readonly MapPlace[], messages: Messages, limit = 200): WorldMap {
  const { project, world } = (worlds.map ??= createWorld(960, largest));
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
    const r = roundUnits(Math.max(smallest, unit * Math.sqrt(articles)));
    const others = points.map((other, position) =>
      position === index ? Infinity : Math.hypot(other[0] - x, other[1] - y),
    );
    const reach = Math.min(farthest, Math.min(...others) / 2);
    const margin = roundUnits(Math.max(0, 2 * (reach - r)));
    return { name, href, title: messages.index.mapTitle(name, articles), x, y, r, margin };
  });
  const [wide, narrow] = [placeLabels(dots, world, wideLabels), placeLabels(dots, world, narrowLabels)];
  return { world, dots, labels: { wide, narrow }, shown: dots.length, total: places.length };
}

/** Draws one place on a small map of the world. */
export function createLocator(coordinates: Coordinates, messages: Messages): Locator {
  const { project, world } = (worlds.locator ??= createWorld(256, 6));
  const [x, y] = project(coordinates);
  const { latitude, longitude } = coordinates;
  const { north, south, east, west } = messages.record.compass;
  const label = `${formatDegrees(latitude, north, south, messages)}, ${formatDegrees(longitude, east, west, messages)}`;
  return { world, x, y, label };
}

/** `33.5° S`; without a direction on the equator, the prime meridian and the antimeridian. */
function formatDegrees(degrees: number, positive: string, negative: string, { number }: Messages): string {
  const direction = degrees % 180 === 0 ? '' : degrees > 0 ? ` ${positive}` : ` ${negative}`;
  return `${number(Math.abs(degrees))}°${direction}`;
}
