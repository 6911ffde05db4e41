import type { Column } from './column.ts';
import { council } from './council.ts';
import { courts } from './courts.ts';
import { elections } from './elections.ts';
import { letters } from './letters.ts';
import { market } from './market.ts';
import { matches } from './matches.ts';
import { obituaries } from './obituaries.ts';
import { concerts, prizeDays, shipping } from './occasions.ts';
import { shows, weather } from './seasons.ts';

/** Everything that the papers print again and again. */
export const columns: readonly Column[] = [
  ...[council, courts, elections, letters, market, matches],
  ...[obituaries, concerts, prizeDays, shipping, shows, weather],
];
