/** The colours of a picture. */
export interface Palette {
  /** From the zenith to the horizon. */
  sky: readonly [string, string];
  far: string;
  middle: string;
  near: string;
  ink: string;
  water: readonly [string, string];
  light: string;
  accent: string;
}

const engraving: Palette = {
  sky: ['#e6ddc8', '#f4eddc'],
  far: '#cfc3a8',
  middle: '#a3957a',
  near: '#6f6350',
  ink: '#2b251d',
  water: ['#d9cfb8', '#b8ab90'],
  light: '#f8f2e4',
  accent: '#4a4032',
};
const halftone: Palette = {
  sky: ['#b9b9b7', '#e3e3e0'],
  far: '#a7a7a5',
  middle: '#80807e',
  near: '#555554',
  ink: '#1b1b1b',
  water: ['#c8c8c6', '#8d8d8c'],
  light: '#f2f2ef',
  accent: '#3b3b3a',
};
const colour: Palette = {
  sky: ['#7fa8c4', '#dfe6df'],
  far: '#8fa3a0',
  middle: '#77866a',
  near: '#5d5a4a',
  ink: '#22262b',
  water: ['#9db8bf', '#4f7482'],
  light: '#fbf3da',
  accent: '#a33d2a',
};
const night: Palette = {
  sky: ['#0f1a2b', '#2d3d55'],
  far: '#1d2a3b',
  middle: '#172231',
  near: '#101822',
  ink: '#070b11',
  water: ['#22334a', '#101b2a'],
  light: '#ffd98a',
  accent: '#c4563c',
};
const darkHalftone: Palette = {
  sky: ['#1d1d1d', '#4a4a4a'],
  far: '#3b3b3b',
  middle: '#2c2c2c',
  near: '#1f1f1f',
  ink: '#0b0b0b',
  water: ['#454545', '#1f1f1f'],
  light: '#f0efe6',
  accent: '#8a8a8a',
};

/** Scenes that are at night. */
const nightScenes = new Set(['flood-wall', 'cinema', 'crowd', 'street']);

/** The palette of a time: printed engravings, then grey photographs, then colour. */
export function paletteOf(scene: string, year: number): Palette {
  if (year < 1920) return engraving;
  if (year < 1978) return nightScenes.has(scene) ? darkHalftone : halftone;
  return nightScenes.has(scene) ? night : colour;
}
