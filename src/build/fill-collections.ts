import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { currentCollections, emptyCollections, listCollections } from '../records/collections.ts';
import type { ArchiveContent } from '../records/read/read-archive.ts';
import { listModules } from '../system/module-digest.ts';

/**
 * Gives Astro's collections the records, where any page reads them from there (`getCollection`). Pages show what their views
 * hold, so that none of ours does; and the store that Astro fills with all records takes a second for twenty thousand.
 *
 * @param project absolute path of the project
 */
export function fillCollections(content: ArchiveContent, project: string): void {
  currentCollections.give(areCollectionsInUse(project) ? listCollections(content) : emptyCollections);
}

/** Whether any page reads records from `astro:content`. */
export function areCollectionsInUse(project: string): boolean {
  const pages = join(project, 'src/pages');
  const routes = readdirSync(pages, { recursive: true, encoding: 'utf8' }).map((name) => join(pages, name));
  const modules = listModules(routes.filter((file) => file.endsWith('.astro')));
  return modules.some((file) => /['"]astro:content['"]/.test(readFileSync(file, 'utf8')));
}
