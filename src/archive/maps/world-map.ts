import type { Messages } from '../../languages/messages.ts';
import { placeLabels, type DotLabel } from './map-labels.ts';
import {
  createRegion,
  createWorld,
  roundUnits,
  type Coordinates,
  type ProjectedWorld,
  type World,
} from './map-land.ts';

/** A place as the map needs it. */
export interface MapPlace {
  id: string;
  name: string;
  href: string;
  /** Articles that are tagged with it. */
  count: number;
  coordinates?: Coordinates | undefined;
}

/** A place on the map, or several that would overlap. */
interface Dot {
  /** The name of the place, or of the one with most articles. */
  name: string;
  href: string;
  /** Its text equivalent: `Syria, 12 articles`; `Aleppo, Idlib and Homs`. */
  title: string;
  x: number;
  y: number;
  r: number;
  /** Width of a transparent stroke that enlarges its pointer target, up to half the distance to the nearest other dot. */
  margin: number;
  /** How many places are joined in it; missing when it is one. */
  joined?: string;
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

/** The smallest distance between dots: the diameter of the smallest pointer target (WCAG 2.5.8). */
const nearest = 24;

/** The radius of the smallest dot that holds a number. */
const numbered = 10;

/** Places that are named in the title of a joined dot, and those that its link finds. */
const named = 3;
const found = 12;

/** Size and number of labels. A narrow screen shows the map at a third of its size. */
const wideLabels = { size: 16, limit: 40 };
const narrowLabels = { size: 36, limit: 8 };

/** The small world, which is projected once. */
const worlds: { locator?: ProjectedWorld } = {};

/**
 * Draws a map of the part of the world that has the places of most articles.
 *
 * A dot's area is proportional to its articles, but none is too small to be seen; places that would overlap are one dot,
 * of the size of the largest of them. Places without coordinates or articles have no dot. The projection is Equal Earth,
 * in which areas are true: Šavrič, Patterson and Jenny, “The Equal Earth map projection”, International Journal of
 * Geographical Information Science 33 (2019).
 *
 * @param places places of equally many articles stay in this order
 * @param findAny the path of what is in any of some places, by their ids
 * @param limit the most places
 */
export function createWorldMap(
  places: readonly MapPlace[],
  messages: Messages,
  findAny: (ids: readonly string[]) => string,
  limit = 200,
): WorldMap {
  const chosen = places
    .flatMap(({ coordinates, ...place }) =>
      coordinates && place.count > 0 ? [{ ...place, coordinates }] : [],
    )
    .sort((a, b) => b.count - a.count)
    .slice(0, limit);
  const { project, world } = createRegion(
    chosen.map(({ coordinates }) => coordinates),
    960,
    largest,
  );
  const unit = Math.min(single, largest / Math.sqrt(chosen[0]?.count ?? 1));
  const spots = joinNear(
    chosen.map((place) => {
      const [x, y] = project(place.coordinates);
      return { places: [place], x, y, r: roundUnits(Math.max(smallest, unit * Math.sqrt(place.count))) };
    }),
  );
  const dots = spots.map(({ places: joined, x, y, r }) => {
    const others = spots.map((other) =>
      other.x === x && other.y === y ? Infinity : Math.hypot(other.x - x, other.y - y),
    );
    const reach = Math.min(farthest, Math.min(...others) / 2);
    const margin = roundUnits(Math.max(0, 2 * (reach - r)));
    return { ...describeDot(joined, messages, findAny), x, y, r, margin };
  });
  const [wide, narrow] = [placeLabels(dots, world, wideLabels), placeLabels(dots, world, narrowLabels)];
  return { world, dots, labels: { wide, narrow }, shown: chosen.length, total: places.length };
}

/** Places at one position of the map. */
interface Spot<Place> extends Pick<Dot, 'x' | 'y' | 'r'> {
  places: Place[];
}

/** Joins spots that would overlap, or be too near to be told apart by a finger, with the largest of them. */
function joinNear<Place>(largestFirst: readonly Spot<Place>[]): Spot<Place>[] {
  const spots: Spot<Place>[] = [];
  for (const spot of largestFirst) {
    const near = spots.find(
      ({ x, y, r }) => Math.hypot(spot.x - x, spot.y - y) < Math.max(nearest, r + spot.r),
    );
    if (!near) spots.push({ ...spot });
    else {
      near.places.push(...spot.places);
      near.r = Math.max(near.r, numbered);
    }
  }
  return spots;
}

function describeDot(
  places: readonly Omit<MapPlace, 'coordinates'>[],
  messages: Messages,
  findAny: (ids: readonly string[]) => string,
): Pick<Dot, 'name' | 'href' | 'title' | 'joined'> {
  const [first] = places;
  const { index: t, number } = messages;
  if (!first) throw new Error('A dot has no place.');
  const { name, href, count } = first;
  if (places.length === 1) return { name, href, title: t.mapTitle(name, count) };
  const names = places.slice(0, named).map((place) => place.name);
  return {
    name,
    href: findAny(places.slice(0, found).map(({ id }) => id)),
    title: t.mapJoined(names, places.length - names.length),
    joined: number(places.length),
  };
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
