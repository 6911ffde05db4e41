import type { Random } from '../../system/random.ts';
import type { Palette } from './palette.ts';

/** Draws a scene of 1200 by 800 units: the inside of an SVG document. */
export type Scene = (palette: Palette, random: Random) => string;
