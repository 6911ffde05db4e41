import sharp from 'sharp';

import { createRandom } from '../../system/random.ts';
import { people } from '../town/people.ts';
import { crossingScenes } from './crossing-scenes.ts';
import { drawMap } from './map.ts';
import { paletteOf } from './palette.ts';
import { drawPortrait } from './portrait.ts';
import { sceneSize } from './shapes.ts';
import { townScenes } from './town-scenes.ts';

const scenes = { ...crossingScenes, ...townScenes };

/** A picture as a file. */
export interface DrawnPicture {
  bytes: Uint8Array;
  /** Its extension, by the time: engravings are PNG, grey photographs JPEG, colour WebP. */
  extension: 'png' | 'jpg' | 'webp';
}

/**
 * Draws a picture as papers of a time printed them.
 *
 * @param scene the name of a scene, `portrait` (of the person that the caption names) or `map`
 * @param seed another one draws other clouds, houses and people
 * @throws {Error} when there is no such scene, which is a mistake of a text
 */
export async function drawPicture(
  scene: string,
  caption: string,
  year: number,
  seed: number,
): Promise<DrawnPicture> {
  const { width, height } = sceneSize;
  const palette = paletteOf(scene, year);
  const inside = () => {
    if (scene === 'map') return drawMap(palette);
    if (scene === 'portrait')
      return drawPortrait(
        people.find(({ name }) => caption.includes(name)),
        palette,
        year,
      );
    const draw = scenes[scene];
    if (!draw) throw new Error(`There is no scene "${scene}".`);
    return draw(palette, createRandom(seed));
  };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${inside()}</svg>`;
  const image = sharp(Buffer.from(svg)).flatten();
  if (year < 1920)
    return { bytes: await image.png({ palette: true, colours: 32, effort: 4 }).toBuffer(), extension: 'png' };
  if (year < 1978)
    return { bytes: await image.blur(0.8).grayscale().jpeg({ quality: 82 }).toBuffer(), extension: 'jpg' };
  return { bytes: await image.webp({ quality: 82, effort: 2 }).toBuffer(), extension: 'webp' };
}
