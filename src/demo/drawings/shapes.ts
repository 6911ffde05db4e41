import type { Random } from '../../system/random.ts';
import type { Palette } from './palette.ts';

/** The size of a scene in its own units, and in pixels. */
export const sceneSize = { width: 1200, height: 800 };

/** Formats a number of an SVG attribute. */
export const n = (value: number): string => String(Math.round(value * 10) / 10);

/** A filled path. */
export const shape = (d: string, fill: string, more = ''): string =>
  `<path d="${d}" fill="${fill}"${more && ` ${more}`}/>`;

/** A filled rectangle. */
export const box = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${fill}"/>`;

/** A line. */
export const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, width = 2): string =>
  `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${stroke}" stroke-width="${width}"/>`;

/** A sky with clouds, down to a height. */
export function drawSky({ sky, light }: Palette, random: Random, to = 800): string {
  const clouds = Array.from({ length: 7 }, () => {
    const [x, y, length] = [random() * 1200, 40 + random() * to * 0.4, 120 + random() * 260];
    return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(length)}" ry="${n(8 + random() * 16)}" fill="${light}" opacity="0.35"/>`;
  });
  return `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${sky[0]}"/><stop offset="1" stop-color="${sky[1]}"/></linearGradient></defs>${box(0, 0, 1200, 800, 'url(#sky)')}${clouds.join('')}`;
}

/** A line of hills. */
export function drawHills(fill: string, base: number, height: number, random: Random): string {
  let d = `M0 800 L0 ${n(base)}`;
  for (let x = 0; x < 1200; x += 200)
    d += ` C${x + 60} ${n(base - random() * height)} ${x + 140} ${n(base - random() * height)} ${x + 200} ${n(base - (random() * height) / 3)}`;
  return shape(`${d} L1200 800 Z`, fill);
}

/** Water from a height down, with ripples. */
export function drawWater({ water, light, ink }: Palette, from: number, random: Random, to = 800): string {
  const ripples = Array.from({ length: 90 }, () => {
    const y = from + random() ** 0.7 * (to - from);
    const length = 10 + ((y - from) / (to - from)) * 90 * random();
    const x = random() * 1200;
    return `<line x1="${n(x)}" y1="${n(y)}" x2="${n(x + length)}" y2="${n(y)}" stroke="${random() < 0.5 ? light : ink}" stroke-width="2" opacity="0.3"/>`;
  });
  return `<defs><linearGradient id="water" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${water[0]}"/><stop offset="1" stop-color="${water[1]}"/></linearGradient></defs>${box(0, from, 1200, to - from, 'url(#water)')}${ripples.join('')}`;
}

/** A row of gabled houses, from left to right. */
export function drawHouses(
  { far, middle, near, ink, light }: Palette,
  [from, to]: readonly [number, number],
  ground: number,
  size: number,
  random: Random,
): string {
  const parts: string[] = [];
  for (let x = from; x < to;) {
    const [width, height, roof] = [
      size * (0.8 + random() * 0.6),
      size * (0.9 + random() * 0.9),
      size * (0.3 + random() * 0.35),
    ];
    const top = ground - height;
    parts.push(box(x, top, width + 1, height, [far, middle, near][Math.floor(random() * 3)] ?? far));
    parts.push(
      shape(
        `M${n(x - 4)} ${n(top)} L${n(x + width / 2)} ${n(top - roof)} L${n(x + width + 4)} ${n(top)} Z`,
        ink,
        'opacity="0.85"',
      ),
    );
    if (random() < 0.6) parts.push(box(x + width * 0.68, top - roof * 0.9, size * 0.12, roof * 0.8, ink));
    const [columns, rows] = [
      Math.max(1, Math.floor(width / (size * 0.35))),
      Math.max(1, Math.floor(height / (size * 0.5))),
    ];
    for (let column = 0; column < columns; column++)
      for (let row = 0; row < rows; row++)
        parts.push(
          box(
            x + (width * (column + 0.5)) / columns - size * 0.07,
            top + (height * (row + 0.35)) / rows,
            size * 0.14,
            size * 0.2,
            random() < 0.35 ? light : ink,
          ),
        );
    x += width;
  }
  return parts.join('');
}

/** Somebody who stands there, seen from afar; in a long skirt or not. */
export function drawFigure(
  x: number,
  ground: number,
  height: number,
  fill: string,
  isSkirted: boolean,
): string {
  const head = height * 0.11;
  const [shoulder, waist] = [height * 0.16, height * 0.1];
  const hem = isSkirted ? height * 0.2 : height * 0.11;
  return `<circle cx="${n(x)}" cy="${n(ground - height + head)}" r="${n(head)}" fill="${fill}"/>${shape(
    `M${n(x - shoulder)} ${n(ground - height * 0.72)} Q${n(x)} ${n(ground - height * 0.86)} ${n(x + shoulder)} ${n(ground - height * 0.72)} L${n(x + waist)} ${n(ground - height * 0.45)} L${n(x + hem)} ${n(ground)} L${n(x - hem)} ${n(ground)} L${n(x - waist)} ${n(ground - height * 0.45)} Z`,
    fill,
  )}`;
}

/** A crowd, those in front larger. */
export function drawCrowd(
  { ink, near, middle }: Palette,
  [from, to]: readonly [number, number],
  [back, front]: readonly [number, number],
  count: number,
  random: Random,
  skirts = 0.5,
): string {
  const people = Array.from({ length: count }, () => ({
    x: from + random() * (to - from),
    ground: back + random() * (front - back),
  })).sort((a, b) => a.ground - b.ground);
  return people
    .map(({ x, ground }) => {
      const depth = (ground - back) / Math.max(1, front - back);
      return drawFigure(
        x,
        ground,
        60 + depth * 90,
        [middle, near, ink][Math.min(2, Math.floor(depth * 3))] ?? ink,
        random() < skirts,
      );
    })
    .join('');
}

/** Gulls. */
export function drawGulls(stroke: string, count: number, random: Random): string {
  return Array.from({ length: count }, () => {
    const [x, y, size] = [random() * 1200, 60 + random() * 260, 8 + random() * 14];
    return `<path d="M${n(x - size)} ${n(y - size / 3)} Q${n(x - size / 2)} ${n(y - size)} ${n(x)} ${n(y)} Q${n(x + size / 2)} ${n(y - size)} ${n(x + size)} ${n(y - size / 3)}" fill="none" stroke="${stroke}" stroke-width="3"/>`;
  }).join('');
}
