import { places } from '../town/places.ts';
import type { Palette } from './palette.ts';
import { line, n } from './shapes.ts';

const coast =
  'M250 420 C230 330 300 250 380 250 C430 200 500 150 600 130 C680 110 740 150 760 210 C840 220 900 290 880 370 C930 420 900 520 830 560 C790 600 750 596 700 610 C640 660 520 650 470 600 C400 600 270 520 250 420 Z';
/** Where the villages are on the drawing; its middle is the middle of the island. */
const middle = { x: 570, y: 385, scale: 2450 };

/** Draws the map of the island: its coast, the river, the roads and the villages as dots, without names. */
export function drawMap({ far, ink, light, water, accent, middle: shade }: Palette): string {
  const [island] = places;
  const at = (name: string) => {
    const place = places.find((each) => each.name === name) ?? island;
    return {
      x: middle.x + ((place?.longitude ?? 0) - (island?.longitude ?? 0)) * middle.scale,
      y: middle.y - ((place?.latitude ?? 0) - (island?.latitude ?? 0)) * middle.scale,
    };
  };
  const town = at('Ternhythe');
  const villages = ['Oxney', 'Skerrow', 'Marlcombe'].map(at);
  const waves = Array.from(
    { length: 8 },
    (_, index) =>
      `<path d="${coast}" fill="none" stroke="${shade}" stroke-width="2" opacity="${n((0.8 - index * 0.09) * 10) /* tenths */}" stroke-opacity="${(0.5 - index * 0.06).toFixed(2)}" transform="translate(${n(-570 * index * 0.02)} ${n(-385 * index * 0.02)}) scale(${1 + index * 0.02})"/>`,
  );
  return [
    `<rect width="1200" height="800" fill="${water[0]}"/>`,
    ...waves,
    `<path d="${coast}" fill="${light}" stroke="${ink}" stroke-width="4"/>`,
    `<path d="M520 250 C560 300 520 340 580 390 C620 430 640 470 ${n(town.x)} ${n(town.y)} L 712 560 L 740 600" fill="none" stroke="${water[1]}" stroke-width="12"/>`,
    ...villages.map(
      ({ x, y }) =>
        `<path d="M${n(town.x)} ${n(town.y)} Q${n((town.x + x) / 2 + 30)} ${n((town.y + y) / 2)} ${n(x)} ${n(y)}" fill="none" stroke="${ink}" stroke-width="3" stroke-dasharray="10 6"/>`,
    ),
    ...[town, ...villages].map(
      ({ x, y }, index) =>
        `<circle cx="${n(x)}" cy="${n(y)}" r="${index === 0 ? 14 : 9}" fill="${accent}" stroke="${ink}" stroke-width="3"/>`,
    ),
    ...[
      [420, 330],
      [450, 360],
      [480, 330],
      [600, 240],
      [630, 270],
    ].map(
      ([x = 0, y = 0]) =>
        `<path d="M${x - 18} ${y} q18 -34 36 0" fill="none" stroke="${far === light ? ink : shade}" stroke-width="5"/>`,
    ),
    `<circle cx="${n(at('Gullholm').x)}" cy="${n(at('Gullholm').y)}" r="10" fill="${light}" stroke="${ink}" stroke-width="4"/>`,
    `<g transform="translate(1050 150)"><circle r="64" fill="none" stroke="${ink}" stroke-width="3"/><path d="M0 -86 L14 0 L0 86 L-14 0 Z" fill="${ink}"/><path d="M-60 0 L0 10 L60 0 L0 -10 Z" fill="${accent}"/></g>`,
    line(900, 720, 1120, 720, ink, 6),
    ...[900, 955, 1010, 1065, 1120].map((x) => line(x, 708, x, 732, ink, 4)),
  ].join('');
}
