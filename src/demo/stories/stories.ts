import type { Story } from '../article.ts';
import { bridgeStories } from './bridge.ts';
import { crossingStories } from './crossings.ts';
import { footballStories } from './football.ts';
import { handledStories } from './handling.ts';
import { millStories } from './mill.ts';
import { newBridgeStories } from './new-bridge.ts';
import { newcomerStories } from './newcomers.ts';
import { newspaperStories } from './newspapers.ts';
import { townStories } from './town.ts';
import { waterStories } from './water.ts';

/** Everything that is told by hand. */
export const stories: readonly Story[] = [
  ...bridgeStories,
  ...newBridgeStories,
  ...millStories,
  ...crossingStories,
  ...waterStories,
  ...townStories,
  ...newspaperStories,
  ...footballStories,
  ...newcomerStories,
  ...handledStories,
];
