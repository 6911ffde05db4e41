import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';

import { en } from '../../../../src/languages/en.ts';
import {
  createLocator,
  createWorldMap as draw,
  type MapPlace,
} from '../../../../src/archive/maps/world-map.ts';

/** A place in some articles, at a latitude and longitude. */
function place(name: string, latitude: number, longitude: number, count = 1): MapPlace {
  return { id: name, name, href: `/places/${name}/`, count, coordinates: { latitude, longitude } };
}

const searchAny = (ids: readonly string[]) => `/search/?${ids.join('&')}`;

const createWorldMap = (places: readonly MapPlace[], messages: typeof en, limit?: number) =>
  draw(places, messages, searchAny, limit);

/** Two places so far apart that the map has the whole earth. */
const ends = [place('far west', 0, -179, 1), place('far east', 0, 179, 1)];

/** The dots of a map by the names of their places. */
function dotsOf(...places: MapPlace[]) {
  const { dots } = createWorldMap([...places, ...ends], en);
  return (name: string) => {
    const dot = dots.find((other) => other.name === name);
    if (!dot) throw new Error(`${name} is not on the map`);
    return dot;
  };
}

const names = (items: readonly { name: string }[]) => items.map(({ name }) => name);

/** Points all over the earth, its poles and both sides of the antimeridian among them. */
const graticule = Array.from({ length: 13 }, (_, row) => 90 - 15 * row).flatMap((latitude) =>
  Array.from({ length: 25 }, (_, column) => place(`${latitude}/${column}`, latitude, 15 * column - 180, 99)),
);

/** Every point of path data made of `M`, relative `l` and `z`. */
function pointsOf(path: string): [number, number][][] {
  return path
    .split('z')
    .filter(Boolean)
    .map((ring) => {
      const numbers = ring.match(/-?\d+/g)?.map(Number) ?? [];
      let [x, y] = [0, 0];
      return Array.from({ length: numbers.length / 2 }, (_, index) => {
        x += numbers[2 * index] ?? NaN;
        y += numbers[2 * index + 1] ?? NaN;
        return [x, y];
      });
    });
}

/** Whether a point is on land: a ray to its right crosses the outline an odd number of times. */
function isLand(path: string, { x, y }: { x: number; y: number }): boolean {
  const crossings = pointsOf(path).flatMap((ring) =>
    ring.filter(([ax, ay], index) => {
      const [bx, by] = ring.at(index - 1) ?? [ax, ay];
      return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
    }),
  );
  return crossings.length % 2 === 1;
}

describe('createWorldMap', () => {
  test('puts the crossing of the equator and the prime meridian in the middle', () => {
    const {
      dots,
      world: { width, height },
    } = createWorldMap([place('origin', 0, 0, 2), ...ends], en);
    expect(dots[0]?.x).toBe(width / 2);
    expect(Math.abs((dots[0]?.y ?? 0) - height / 2)).toBeLessThan(0.6);
  });

  test('has north above, south below, west on the left and east on the right', () => {
    const dot = dotsOf(
      place('Oslo', 59.9, 10.7),
      place('Cape Town', -33.9, 18.4),
      place('Lima', -12, -77),
      place('Beijing', 39.9, 116.4),
    );
    expect(dot('Oslo').y).toBeLessThan(dot('Beijing').y);
    expect(dot('Beijing').y).toBeLessThan(dot('Lima').y);
    expect(dot('Lima').y).toBeLessThan(dot('Cape Town').y);
    expect(dot('Lima').x).toBeLessThan(dot('Oslo').x);
    expect(dot('Oslo').x).toBeLessThan(dot('Cape Town').x);
    expect(dot('Cape Town').x).toBeLessThan(dot('Beijing').x);
  });

  test('has the two sides of the antimeridian at the two sides of the map', () => {
    const dot = dotsOf(place('west', 0, -180), place('east', 0, 180), place('origin', 0, 0));
    expect(dot('origin').x - dot('west').x).toBeCloseTo(dot('east').x - dot('origin').x, 5);
    expect(dot('east').x - dot('west').x).toBeGreaterThan(900);
  });

  test('shows equal areas as equal, far from the equator and at it', () => {
    const dot = dotsOf(
      ...[0, 10, 60, 70].flatMap((latitude) => [
        place(`${latitude} west`, latitude, -90),
        place(`${latitude} east`, latitude, 90),
      ]),
    );
    const width = (latitude: number) => dot(`${latitude} east`).x - dot(`${latitude} west`).x;
    const shown = (south: number, north: number) =>
      ((width(south) + width(north)) / 2) * (dot(`${south} west`).y - dot(`${north} west`).y);
    const sine = (degrees: number) => Math.sin((degrees * Math.PI) / 180);
    const onEarth = (south: number, north: number) => sine(north) - sine(south);
    expect(shown(0, 10) / shown(60, 70)).toBeCloseTo(onEarth(0, 10) / onEarth(60, 70), 1);
  });

  test('keeps every dot whole within its frame, the poles and ±180° too', () => {
    const {
      dots,
      world: { width, height },
    } = createWorldMap(graticule, en, graticule.length);
    expect(dots.length).toBeGreaterThan(100);
    for (const { name, x, y, r } of dots) {
      expect(x - r, name).toBeGreaterThanOrEqual(0);
      expect(x + r, name).toBeLessThanOrEqual(width);
      expect(y - r, name).toBeGreaterThanOrEqual(0);
      expect(y + r, name).toBeLessThanOrEqual(height);
    }
  });

  test('makes the area of dots proportional to their articles', () => {
    const dot = dotsOf(place('many', 0, 0, 400), place('some', 10, 20, 100), place('fewer', 20, 40, 36));
    expect(dot('many').r ** 2 / dot('some').r ** 2).toBeCloseTo(4, 1);
    expect(dot('many').r ** 2 / dot('fewer').r ** 2).toBeCloseTo(400 / 36, 0);
  });

  test('makes no dot too small to be seen, nor one larger for there being fewer places', () => {
    const dot = dotsOf(place('many', 0, 0, 100_000), place('one', 10, 20));
    expect(dot('one').r).toBe(4);
    expect(dot('many').r).toBe(20);
    expect(dotsOf(place('alone', 0, 0))('alone').r).toBeLessThan(10);
  });

  test('draws the largest first, so that small ones lie on top', () => {
    const { dots } = createWorldMap([place('c', 0, 0, 1), place('a', 20, 20, 7), place('b', 40, 40, 3)], en);
    expect(names(dots)).toEqual(['a', 'b', 'c']);
  });

  test('says in words what each dot stands for', () => {
    const dot = dotsOf(place('Syria', 35, 38, 1200), place('Taiwan', 23.5, 121));
    expect(dot('Syria').title).toBe('Syria, 1,200 articles');
    expect(dot('Taiwan').title).toBe('Taiwan, 1 article');
    expect(dot('Syria').href).toBe('/places/Syria/');
  });

  test('leaves out places without coordinates or articles, and counts them', () => {
    const nowhere: MapPlace = { id: 'nowhere', name: 'Nowhere', href: '/places/nowhere/', count: 9 };
    const map = createWorldMap([nowhere, place('Unnamed', 1, 1, 0), place('Syria', 35, 38)], en);
    expect(names(map.dots)).toEqual(['Syria']);
    expect(map).toMatchObject({ shown: 1, total: 3 });
    expect(createWorldMap([], en)).toMatchObject({ dots: [], shown: 0, total: 0 });
  });

  test('shows those in most articles when there are more than the limit', () => {
    const places = Array.from({ length: 20_000 }, (_, index) =>
      place(`p${index}`, (index % 170) - 85, ((index * 7) % 360) - 180, (index * 31) % 20_000),
    );
    const map = createWorldMap(places, en);
    expect(map).toMatchObject({ shown: 200, total: 20_000 });
    const first = createWorldMap(places, en, 2);
    expect(names(map.dots)).toContain(first.dots[0]?.name);
    expect(first.dots.map(({ title }) => title)).toEqual([
      expect.stringMatching(/, 19,999 articles$/),
      expect.stringMatching(/, 19,998 articles$/),
    ]);
    expect(createWorldMap(places, en, 2).shown).toBe(2);
  });

  test('leaves places of as many articles in their order', () => {
    const { dots } = createWorldMap([place('b', 0, 0), place('c', 9, 9, 2), place('a', 5, 5)], en);
    expect(names(dots)).toEqual(['c', 'b', 'a']);
  });

  test('has finite numbers only, with one decimal at most', () => {
    const { dots, labels } = createWorldMap(graticule.slice(0, 60), en);
    const numbers = [
      ...dots.flatMap(({ x, y, r, margin }) => [x, y, r, margin]),
      ...[...labels.wide, ...labels.narrow].flatMap(({ x, y }) => [x, y]),
    ];
    expect(numbers.filter((number) => !/^-?\d+(\.\d)?$/.test(String(number)))).toEqual([]);
  });

  test('gives targets room as far as they do not meet', () => {
    const dot = dotsOf(place('far', -40, -100), place('near', 0, 0), place('by', 0, 10));
    const reach = (name: string) => dot(name).r + dot(name).margin / 2;
    expect(reach('far')).toBeCloseTo(36, 0);
    expect(reach('near')).toBeGreaterThan(dot('near').r);
    expect(reach('near')).toBeLessThanOrEqual((dot('by').x - dot('near').x) / 2 + 0.1);
  });

  test('has no two dots nearer than the smallest target', () => {
    const { dots } = createWorldMap(graticule, en, graticule.length);
    for (const a of dots)
      for (const b of dots) if (a !== b) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(24);
  });

  test('joins places that would overlap in the dot of the largest, which finds the articles of all', () => {
    const near = ['Ada', 'Bo', 'Cy', 'Di'].map((name, index) => place(name, 50, 10 + index / 100, 9 - index));
    const { dots, shown } = createWorldMap([...near, ...ends], en);
    expect(dots.find(({ name }) => name === 'Ada')).toMatchObject({
      title: 'Ada, Bo, Cy and 1 more',
      joined: '4',
      href: '/search/?Ada&Bo&Cy&Di',
    });
    expect(dots).toHaveLength(3);
    expect(shown).toBe(6);
  });

  test('shows the part of the earth where the places are, and no more than its outlines allow', () => {
    const europe = [place('Lisbon', 38.7, -9.1), place('Moscow', 55.8, 37.6), place('Oslo', 59.9, 10.7)];
    const { dots, world } = createWorldMap(europe, en);
    const xs = dots.map(({ x }) => x);
    expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(0.5 * world.width);
    expect(world.height).toBeGreaterThan(0.35 * world.width);
    expect(dots.map((dot) => isLand(world.land, dot))).toEqual([true, true, true]);
    const village = createWorldMap([place('Here', 50, 10), place('There', 50.01, 10.01)], en);
    expect(village.dots).toHaveLength(1);
    // A sixth of the earth is some 60 degrees wide: Paris, 8 degrees to the west, is far from the middle and on the map.
    const wider = createWorldMap([place('Here', 50, 10), place('Paris', 48.9, 2.3)], en);
    expect(Math.abs((wider.dots[0]?.x ?? 0) - (wider.dots[1]?.x ?? 0))).toBeLessThan(0.3 * world.width);
  });

  test('names the largest dots, fewer on a narrow screen', () => {
    const { labels } = createWorldMap(
      graticule.map((each, index) => ({ ...each, count: 900 - index })),
      en,
    );
    expect(labels.wide.length).toBeGreaterThan(labels.narrow.length);
    expect(labels.narrow.length).toBeGreaterThan(0);
    expect(names(labels.wide)).toContain(graticule[0]?.name);
  });

  test('writes a name on the side where there is room', () => {
    const { labels } = createWorldMap([place('Suva', 0, 179), place('Apia', 0, -179)], en);
    expect(labels.wide).toMatchObject([
      { name: 'Suva', anchor: 'end' },
      { name: 'Apia', anchor: 'start' },
    ]);
  });

  test('writes names over no other name', () => {
    const { labels } = createWorldMap(
      Array.from({ length: 16 }, (_, index) => place('Amsterdam', 50 + (index % 4), 2 * index, 1)),
      en,
    );
    const size = 16;
    const boxes = labels.wide.map(({ name, x, y, anchor }) => {
      const width = 0.6 * size * name.length;
      return { left: x - { start: 0, middle: width / 2, end: width }[anchor], width, y };
    });
    const covered = boxes.filter((box, index) =>
      boxes.some(
        (other, at) =>
          at !== index &&
          Math.abs(box.y - other.y) < size - 0.2 &&
          Math.abs(box.left - other.left) < box.width - 0.2,
      ),
    );
    expect(boxes.length).toBeGreaterThan(3);
    expect(boxes.length).toBeLessThanOrEqual(16);
    expect(covered).toEqual([]);
  });
});

describe('the land of the map', () => {
  const cities = [
    place('Madrid', 40.4, -3.7),
    place('Moscow', 55.8, 37.6),
    place('Denver', 39.7, -105),
    place('Brasília', -15.8, -47.9),
    place('Nairobi', -1.3, 36.8),
    place('Alice Springs', -23.7, 133.9),
    place('Anadyr', 66, 170),
    place('South Pole', -88, 0),
  ];
  const seas = [
    place('North Pole', 90, 0),
    place('Atlantic', 30, -40),
    place('Pacific', 0, -150),
    place('Date line', 0, 180),
    place('Indian Ocean', -20, 80),
    place('Mediterranean', 34, 18),
    place('Drake Passage', -59, -65),
  ];

  test.for(cities)('is under $name', (city) => {
    const map = createWorldMap([city], en);
    expect(map.dots.map((dot) => isLand(map.world.land, dot))).toEqual([true]);
  });

  test.for(seas)('is not under $name', (sea) => {
    const map = createWorldMap([sea], en);
    expect(map.dots.map((dot) => isLand(map.world.land, dot))).toEqual([false]);
  });

  test('is a path of whole numbers within the frame', () => {
    const { land, width, height } = createWorldMap([], en).world;
    expect(land).toMatch(/^(M\d+ \d+l(-?\d+[ -]\d+[ -]?)+z)+$/);
    for (const [x, y] of pointsOf(land).flat()) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(height);
    }
  });

  test('has no line across the map at the antimeridian', () => {
    const { land, width } = createWorldMap([], en).world;
    const steps = pointsOf(land).flatMap((ring) =>
      ring.slice(1).map(([x, y], index) => ({ across: Math.abs(x - (ring[index]?.[0] ?? x)), y })),
    );
    // Antarctica alone reaches around the earth: its ring runs along the pole.
    const { height } = createWorldMap([], en).world;
    expect(steps.filter(({ across, y }) => across > width / 10 && y < height * 0.9)).toEqual([]);
  });

  test('is small: 5 KB compressed for the map, 1.5 KB for a locator', () => {
    const map = gzipSync(createWorldMap([], en).world.land).length;
    const locator = gzipSync(createLocator({ latitude: 0, longitude: 0 }, en).world.land).length;
    expect(map).toBeGreaterThan(1000);
    expect(map).toBeLessThan(5 * 1024);
    expect(locator).toBeGreaterThan(500);
    expect(locator).toBeLessThan(1.5 * 1024);
  });

  test('is the same each time that it is drawn', async () => {
    const { land } = createWorldMap([], en).world;
    vi.resetModules();
    const again = await import('../../../../src/archive/maps/world-map.ts');
    expect(again.createWorldMap).not.toBe(draw);
    expect(again.createWorldMap([], en, searchAny).world.land).toBe(land);
  });
});

describe('createLocator', () => {
  test('puts a place where the large map has it', () => {
    const [dot] = createWorldMap([place('Syria', 35, 38, 9), ...ends], en).dots;
    const locator = createLocator({ latitude: 35, longitude: 38 }, en);
    expect(locator.x / locator.world.width).toBeCloseTo((dot?.x ?? 0) / 960, 1);
    expect(locator.y / locator.world.height).toBeLessThan(0.35);
    expect(isLand(locator.world.land, locator)).toBe(true);
  });

  test('keeps the ends of the earth within its frame', () => {
    for (const { coordinates } of graticule) {
      const {
        x,
        y,
        world: { width, height },
      } = createLocator(coordinates ?? { latitude: NaN, longitude: NaN }, en);
      expect(Math.min(x, y, width - x, height - y)).toBeGreaterThanOrEqual(5);
    }
  });

  test.for([
    [35, 38, '35° N, 38° E'],
    [-33.87, -70.5, '33.87° S, 70.5° W'],
    [0, 0, '0°, 0°'],
    [-0, -180, '0°, 180°'],
    [90, 180, '90° N, 180°'],
  ] as const)('says %d, %d in words', ([latitude, longitude, label]) => {
    expect(createLocator({ latitude, longitude }, en).label).toBe(label);
  });
});
