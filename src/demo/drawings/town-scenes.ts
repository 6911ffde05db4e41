import type { Scene } from './scene.ts';
import {
  box,
  drawCrowd,
  drawFigure,
  drawGulls,
  drawHills,
  drawHouses,
  drawSky,
  drawWater,
  line,
  n,
  shape,
} from './shapes.ts';

const stall = (x: number, y: number, cover: string, other: string, ink: string) =>
  `${line(x, y, x, y - 110, ink, 5)}${line(x + 150, y, x + 150, y - 110, ink, 5)}${box(x, y - 46, 150, 46, other)}${Array.from({ length: 5 }, (_, index) => shape(`M${x - 10 + index * 34} ${y - 110} h34 v26 q-17 16 -34 0 Z`, index % 2 ? other : cover)).join('')}`;

const square: Scene = (p, random) =>
  drawSky(p, random) +
  drawHouses(p, [0, 470], 520, 120, random) +
  drawHouses(p, [730, 1200], 520, 120, random) +
  box(480, 250, 240, 270, p.light) +
  shape('M470 252 L600 170 L730 252 Z', p.ink) +
  box(572, 90, 56, 100, p.light) +
  shape('M566 92 L600 40 L634 92 Z', p.ink) +
  `<circle cx="600" cy="136" r="19" fill="${p.ink}"/>` +
  [510, 560, 610, 660].map((x) => box(x, 300, 30, 70, p.near) + box(x, 420, 30, 100, p.near)).join('') +
  box(0, 520, 1200, 280, p.far);

const windows = (x: number, y: number, columns: number, rows: number, fill: string, [dx, dy] = [62, 84]) =>
  Array.from({ length: columns * rows }, (_, index) =>
    box(x + (index % columns) * dx, y + Math.floor(index / columns) * dy, 30, 46, fill),
  ).join('');

/** Scenes of the town: the market, the mill, the school, the ground, the cinema. */
export const townScenes: Readonly<Record<string, Scene>> = {
  market: (p, random) =>
    square(p, random) +
    [60, 330, 700, 970]
      .map((x, index) => stall(x, 680 + (index % 2) * 50, p.accent, p.light, p.ink))
      .join(''),
  crowd: (p, random) =>
    square(p, random) +
    drawCrowd(p, [0, 1200], [560, 790], 130, random, 0.2) +
    [180, 420, 820, 1040]
      .map((x) => line(x, 640, x + 16, 430, p.ink, 5) + shape(`M${x + 16} 430 l90 18 l-88 42 Z`, p.accent))
      .join('') +
    shape('M576 470 h48 q0 60 -18 66 v22 h16 v10 h-44 v-10 h16 v-22 q-18 -6 -18 -66 Z', p.light),
  street: (p, random) =>
    drawSky(p, random) +
    drawHouses(p, [-40, 460], 700, 190, random) +
    drawHouses(p, [760, 1240], 700, 190, random) +
    shape('M420 800 L560 520 H650 L800 800 Z', p.far) +
    [150, 330, 480, 640, 800, 960]
      .map(
        (x, index) =>
          `<ellipse cx="${x}" cy="${300 + (index % 3) * 26}" rx="26" ry="34" fill="${p.accent}"/><ellipse cx="${x}" cy="${300 + (index % 3) * 26}" rx="12" ry="30" fill="${p.light}" opacity="0.7"/>`,
      )
      .join('') +
    `<path d="M0 250 Q600 300 1200 240" fill="none" stroke="${p.ink}" stroke-width="4"/>` +
    drawCrowd(p, [440, 760], [640, 780], 12, random),
  mill: (p, random) =>
    drawSky(p, random) +
    drawHills(p.far, 500, 120, random) +
    box(880, 120, 58, 430, p.near) +
    box(872, 112, 74, 18, p.ink) +
    Array.from(
      { length: 6 },
      (_, index) =>
        `<ellipse cx="${900 - index * 66}" cy="${n(86 - index * 9)}" rx="${44 + index * 12}" ry="${20 + index * 5}" fill="${p.middle}" opacity="0.4"/>`,
    ).join('') +
    box(260, 210, 560, 380, p.middle) +
    shape('M244 212 L540 130 L836 212 Z', p.ink) +
    windows(300, 250, 8, 4, p.light) +
    `<circle cx="240" cy="560" r="96" fill="none" stroke="${p.ink}" stroke-width="16"/>` +
    Array.from({ length: 8 }, (_, index) => {
      const a = (index * Math.PI) / 4;
      return line(240, 560, 240 + 96 * Math.cos(a), 560 + 96 * Math.sin(a), p.ink, 7);
    }).join('') +
    drawWater(p, 590, random) +
    drawGulls(p.ink, 4, random),
  strike: (p, random) =>
    drawSky(p, random) +
    box(0, 180, 480, 420, p.middle) +
    windows(40, 220, 7, 3, p.near) +
    box(720, 180, 480, 420, p.middle) +
    windows(760, 220, 7, 3, p.near) +
    box(470, 260, 24, 340, p.ink) +
    box(706, 260, 24, 340, p.ink) +
    Array.from({ length: 10 }, (_, index) =>
      line(500 + index * 22, 300, 500 + index * 22, 600, p.ink, 5),
    ).join('') +
    line(494, 320, 706, 320, p.ink, 7) +
    box(0, 596, 1200, 204, p.far) +
    drawCrowd(p, [0, 1200], [600, 790], 120, random, 0.92) +
    line(330, 660, 330, 380, p.ink, 7) +
    line(610, 660, 610, 380, p.ink, 7) +
    shape(
      'M322 384 Q470 410 618 384 V494 Q470 520 322 494 Z',
      p.light,
      `stroke="${p.ink}" stroke-width="4"`,
    ) +
    line(380, 428, 560, 430, p.ink, 9) +
    line(410, 464, 530, 466, p.ink, 9),
  loom: (p) =>
    box(0, 0, 1200, 800, p.near) +
    [120, 420, 720, 1020]
      .map(
        (x) =>
          box(x - 60, 60, 130, 210, p.light) +
          line(x + 5, 60, x + 5, 270, p.near, 6) +
          line(x - 60, 165, x + 70, 165, p.near, 6),
      )
      .join('') +
    box(0, 640, 1200, 160, p.ink) +
    [330, 850].map((x) => box(x, 250, 34, 430, p.accent)).join('') +
    box(300, 240, 620, 34, p.accent) +
    box(330, 540, 560, 30, p.accent) +
    Array.from({ length: 44 }, (_, index) =>
      line(368 + index * 11, 276, 372 + index * 10.7, 540, p.light, 2),
    ).join('') +
    box(368, 470, 480, 70, p.far) +
    [0, 1, 2].map((index) => box(368, 480 + index * 20, 480, 5, p.accent)).join('') +
    drawFigure(250, 700, 420, p.ink, true) +
    shape('M270 430 L420 462 L424 486 L262 470 Z', p.ink),
  school: (p, random) =>
    drawSky(p, random) +
    drawHills(p.middle, 560, 60, random) +
    box(270, 330, 660, 240, p.light) +
    shape('M250 334 L330 250 H870 L950 334 Z', p.ink) +
    windows(310, 380, 9, 2, p.near, [66, 88]) +
    box(560, 180, 80, 160, p.light) +
    shape('M550 184 L600 100 L650 184 Z', p.ink) +
    `<circle cx="600" cy="222" r="18" fill="${p.accent}"/>` +
    drawHills(p.near, 620, 50, random) +
    drawCrowd(p, [200, 1000], [640, 740], 34, random, 0.1),
  'new-school': (p, random) =>
    drawSky(p, random) +
    drawHills(p.middle, 560, 40, random) +
    box(160, 380, 880, 160, p.water[0]) +
    box(140, 366, 920, 16, p.ink) +
    Array.from({ length: 23 }, (_, index) =>
      line(160 + index * 40, 382, 160 + index * 40, 540, p.ink, 2),
    ).join('') +
    line(160, 460, 1040, 460, p.ink, 2) +
    shape('M160 382 L420 382 L300 540 H160 Z', p.light, 'opacity="0.4"') +
    drawHills(p.near, 580, 30, random) +
    drawCrowd(p, [150, 1050], [620, 760], 26, random, 0.1) +
    drawGulls(p.ink, 5, random),
  football: (p, random) =>
    drawSky(p, random) +
    drawHouses(p, [0, 1200], 400, 56, random) +
    drawCrowd(p, [0, 1200], [410, 440], 120, random, 0.2) +
    box(0, 436, 1200, 12, p.light) +
    box(0, 448, 1200, 352, p.middle) +
    line(0, 520, 1200, 520, p.light, 4) +
    `<path d="M860 620 V440 H1120 V620" fill="none" stroke="${p.light}" stroke-width="10"/>` +
    Array.from({ length: 12 }, (_, index) =>
      line(866 + index * 22, 446, 866 + index * 22, 616, p.light, 1),
    ).join('') +
    `<circle cx="690" cy="560" r="17" fill="${p.light}" stroke="${p.ink}" stroke-width="4"/>` +
    [
      [250, 700],
      [420, 660],
      [560, 740],
      [760, 640],
    ]
      .map(([x = 0, y = 0], index) =>
        drawFigure(x + random() * 60, y, 190, index % 2 ? p.light : p.accent, false),
      )
      .join('') +
    drawFigure(990, 640, 180, p.ink, false),
  cinema: (p, random) =>
    drawSky(p, random) +
    drawHouses(p, [0, 360], 640, 130, random) +
    drawHouses(p, [850, 1200], 640, 130, random) +
    box(360, 200, 480, 440, p.far) +
    shape('M360 210 Q600 20 840 210 Z', p.accent) +
    shape('M430 640 V400 Q600 270 770 400 V640 Z', p.light) +
    box(380, 330, 440, 46, p.accent) +
    Array.from(
      { length: 15 },
      (_, index) => `<circle cx="${396 + index * 29}" cy="353" r="8" fill="${p.light}"/>`,
    ).join('') +
    [470, 560, 650].map((x) => box(x, 500, 70, 140, p.ink) + box(x + 10, 512, 50, 60, p.light)).join('') +
    box(0, 636, 1200, 164, p.near) +
    shape('M430 640 H770 L900 800 H300 Z', p.light, 'opacity="0.3"') +
    drawCrowd(p, [260, 980], [660, 780], 32, random),
};
