import type { Story } from '../article.ts';
import { bridgeStories } from './bridge.ts';
import { crossingStories } from './crossings.ts';
import { footballStories } from './football.ts';
import { handledStories } from './handling.ts';
import { millStories } from './mill.ts';
import { newcomerStories } from './newcomers.ts';
import { townStories } from './town.ts';
import { waterStories } from './water.ts';

/** Everything that is told by hand. */
export const stories: readonly Story[] = [
  ...bridgeStories,
  ...millStories,
  ...crossingStories,
  ...waterStories,
  ...townStories,
  ...footballStories,
  ...newcomerStories,
  ...handledStories,
];
