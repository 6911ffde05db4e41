import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { listModules } from '../system/module-digest.ts';

/**
 * Whether any page reads records from Astro's collections (`getCollection`). Pages show what their views hold, so that none of
 * ours does; and the store that Astro fills with all records for each build takes a second for twenty thousand.
 *
 * @param project absolute path of the project
 */
export function areCollectionsInUse(project: string): boolean {
  const pages = join(project, 'src/pages');
  const routes = readdirSync(pages, { recursive: true, encoding: 'utf8' }).map((name) => join(pages, name));
  const modules = listModules(routes.filter((file) => file.endsWith('.astro')));
  return modules.some((file) => /['"]astro:content['"]/.test(readFileSync(file, 'utf8')));
}
