import { createHash } from 'node:crypto';

import { record } from './content-folder.ts';

/**
 * Articles with which parts of the search index end: see `cutParts`.
 *
 * @param many how many of them
 * @param date the day of all of them: `2021-08-15`
 * @returns their files, by path
 */
export function makePartEnds(many: number, date: string): Record<string, string> {
  const ends = (url: string) =>
    Number.parseInt(createHash('sha256').update(url).digest('hex').slice(0, 8), 16) % 400 === 0;
  const found: [string, string][] = [];
  for (let number = 0; found.length < many; number++) {
    const path = `articles/${date.replaceAll('-', '/')}/ferry-${number}`;
    const lines = [`title: Ferry ${number}`, `date: ${date}`, 'people: []', 'places: []', 'topics: []'];
    if (ends(`${path}/`)) found.push([`${path}.md`, record(...lines)]);
  }
  return Object.fromEntries(found);
}
