import type { Scene } from './scene.ts';
import {
  box,
  drawCrowd,
  drawGulls,
  drawHills,
  drawHouses,
  drawSky,
  drawWater,
  line,
  n,
  shape,
} from './shapes.ts';

/** The arches of the first bridge; a number of them may be missing. */
function arches(
  fill: string,
  edge: string,
  from: number,
  to: number,
  missing: readonly number[] = [],
): string {
  const [deck, water, width] = [430, 600, 150];
  const parts: string[] = [];
  for (let index = 0, x = from; x < to; index++, x += width) {
    if (missing.includes(index)) {
      parts.push(shape(`M${x} ${deck - 12} l26 30 l-14 34 l18 40 l-30 ${water - deck - 60} Z`, fill));
      continue;
    }
    parts.push(
      shape(
        `M${x} ${deck - 14} H${x + width} V${water + 6} H${x + width - 14} V${deck + 90} A61 61 0 0 0 ${x + 14} ${deck + 90} V${water + 6} H${x} Z`,
        fill,
      ),
    );
    parts.push(box(x - 4, deck - 26, width + 8, 14, edge), line(x + 14, deck + 60, x + 14, water, edge, 3));
  }
  return parts.join('');
}

const lamp = (x: number, y: number, ink: string, light: string) =>
  `${line(x, y, x, y - 62, ink, 5)}<circle cx="${x}" cy="${y - 68}" r="9" fill="${light}" stroke="${ink}" stroke-width="3"/>`;

const shore: Scene = (p, random) =>
  drawSky(p, random) +
  drawHills(p.far, 470, 130, random) +
  drawHouses(p, [700, 1200], 560, 62, random) +
  drawWater(p, 560, random);

const boat = (x: number, y: number, ink: string, sail: string) =>
  `${shape(`M${x} ${y} h150 l-24 34 h-104 Z`, ink)}${line(x + 70, y, x + 70, y - 150, ink, 5)}${shape(`M${x + 76} ${y - 146} Q${x + 150} ${y - 70} ${x + 140} ${y - 12} H${x + 76} Z`, sail)}${shape(`M${x + 64} ${y - 130} L${x + 8} ${y - 12} H${x + 64} Z`, sail)}`;

const hull = (p: Parameters<Scene>[0]) =>
  `${shape('M240 520 H980 L930 640 H300 Z', p.ink)}${box(300, 400, 190, 122, p.light)}${box(320, 330, 120, 72, p.light)}${box(330, 346, 100, 22, p.ink)}${box(520, 470, 400, 52, p.accent)}${line(860, 470, 860, 300, p.ink, 7)}${box(360, 270, 44, 62, p.accent)}${Array.from({ length: 5 }, (_, index) => box(545 + index * 74, 446, 58, 26, index % 2 ? p.middle : p.light)).join('')}`;

/** Scenes of bridges, boats and trams. */
export const crossingScenes: Readonly<Record<string, Scene>> = {
  bridge: (p, random) =>
    shore(p, random) +
    arches(p.middle, p.near, 60, 1110) +
    boat(470, 640, p.ink, p.light) +
    drawGulls(p.ink, 6, random),
  'bridge-opening': (p, random) =>
    shore(p, random) +
    drawCrowd(p, [80, 1090], [404, 408], 60, random) +
    arches(p.middle, p.near, 60, 1110) +
    [140, 440, 740, 1040]
      .map((x) => line(x, 410, x, 250, p.ink, 4) + shape(`M${x} 252 l74 20 l-74 24 Z`, p.accent))
      .join('') +
    boat(250, 650, p.ink, p.light),
  'bridge-broken': (p, random) =>
    shore(p, random) +
    arches(p.middle, p.near, 60, 1110, [3, 4]) +
    drawWater(p, 560, random) +
    Array.from({ length: 12 }, () =>
      box(470 + random() * 300, 580 + random() * 120, 24 + random() * 40, 14, p.near),
    ).join('') +
    drawGulls(p.ink, 4, random),
  pier: (p, random) =>
    shore(p, random) +
    arches(p.middle, p.near, 0, 450) +
    [40, 190, 340].map((x) => lamp(x, 404, p.ink, p.light)).join('') +
    drawCrowd(p, [40, 420], [402, 406], 9, random, 0.2) +
    drawGulls(p.ink, 8, random),
  'new-bridge': (p, random) =>
    shore(p, random) +
    shape('M0 404 Q600 372 1200 404 V424 Q600 398 0 424 Z', p.light) +
    shape('M0 424 Q600 398 1200 424 V430 Q600 406 0 430 Z', p.ink) +
    shape('M372 408 L384 640 H416 L428 404 Z', p.middle) +
    shape('M772 404 L784 640 H816 L828 408 Z', p.middle) +
    box(520, 372, 46, 18, p.accent) +
    box(640, 374, 34, 14, p.ink) +
    drawGulls(p.ink, 5, random),
  ferry: (p, random) =>
    shore(p, random) +
    shape('M330 600 Q600 650 900 596 L850 676 Q610 710 390 674 Z', p.ink) +
    drawCrowd(p, [450, 800], [626, 632], 9, random) +
    line(360, 560, 250, 720, p.ink, 8) +
    line(860, 560, 960, 724, p.ink, 8) +
    drawWater(p, 690, random),
  'car-ferry': (p, random) =>
    drawSky(p, random) +
    drawHills(p.far, 480, 90, random) +
    drawWater(p, 500, random) +
    hull(p) +
    drawWater(p, 636, random) +
    drawGulls(p.ink, 9, random),
  tram: (p, random) =>
    drawSky(p, random) +
    drawHouses(p, [0, 1200], 590, 110, random) +
    box(0, 590, 1200, 210, p.far) +
    line(0, 700, 1200, 700, p.ink, 4) +
    line(0, 728, 1200, 728, p.ink, 4) +
    line(0, 190, 1200, 176, p.ink, 3) +
    line(640, 330, 700, 184, p.ink, 5) +
    box(330, 500, 560, 150, p.accent) +
    box(310, 640, 600, 22, p.ink) +
    box(320, 484, 580, 20, p.light) +
    Array.from({ length: 7 }, (_, index) => box(352 + index * 76, 520, 58, 66, p.light)).join('') +
    drawCrowd(p, [360, 870], [486, 488], 16, random) +
    box(330, 440, 560, 6, p.ink) +
    [420, 800]
      .map(
        (x) =>
          `<circle cx="${x}" cy="692" r="32" fill="${p.ink}"/><circle cx="${x}" cy="692" r="12" fill="${p.far}"/>`,
      )
      .join('') +
    drawCrowd(p, [960, 1180], [740, 770], 5, random),
  lighthouse: (p, random) =>
    drawSky(p, random) +
    drawWater(p, 520, random) +
    shape('M360 640 L440 520 L520 486 L700 480 L790 540 L880 650 Z', p.near) +
    shape('M560 490 L576 190 H644 L660 490 Z', p.light) +
    shape('M566 380 L570 300 H650 L654 380 Z', p.accent) +
    box(562, 176, 96, 16, p.ink) +
    box(582, 128, 56, 50, p.light) +
    shape('M574 130 L610 92 L646 130 Z', p.ink) +
    shape('M640 150 L1200 60 V230 Z', p.light, 'opacity="0.25"') +
    box(690, 430, 90, 60, p.middle) +
    shape('M682 432 L735 396 L788 432 Z', p.ink) +
    drawGulls(p.ink, 14, random) +
    drawWater(p, 640, random),
  flood: (p, random) =>
    drawSky(p, random) +
    drawHouses(p, [0, 520], 640, 150, random) +
    drawHouses(p, [720, 1200], 640, 150, random) +
    drawHouses(p, [520, 720], 560, 60, random) +
    drawWater(p, 566, random) +
    shape('M420 650 Q560 680 720 648 L690 700 Q560 720 450 698 Z', p.ink) +
    drawCrowd(p, [480, 660], [668, 670], 4, random) +
    line(440, 620, 380, 730, p.ink, 6),
  'flood-wall': (p, random) =>
    drawSky(p, random) +
    drawWater(p, 330, random) +
    Array.from({ length: 9 }, (_, index) =>
      shape(`M${index * 140 - 30} 470 q40 ${n(-60 - random() * 120)} 90 -20 q30 -30 50 20 Z`, p.water[0]),
    ).join('') +
    box(0, 456, 1200, 80, p.far) +
    box(0, 448, 1200, 12, p.near) +
    box(0, 536, 1200, 264, p.near) +
    drawCrowd(p, [40, 1160], [620, 780], 26, random, 0.1) +
    Array.from({ length: 9 }, () => {
      const x = random() * 1200;
      return `<circle cx="${n(x)}" cy="${n(600 + random() * 80)}" r="9" fill="${p.light}"/>`;
    }).join(''),
};
