import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { startOfFile, type Position } from '../../../../records/problem.ts';
import { toLine } from '../../../text/lines.ts';
import { listTexts } from '../../shared/list-texts.ts';
import { UnknownAddress } from './unknown-address.ts';

/**
 * Plugins that leave the addresses of posts as they are: those that GitHub Pages allows (pages.github.com/versions), and
 * other common ones.
 */
const harmless = new Set(
  `jekyll-admin jekyll-algolia jekyll-archives jekyll-avatar jekyll-coffeescript jekyll-commonmark
  jekyll-commonmark-ghpages jekyll-compose jekyll-data jekyll-default-layout jekyll-email-protect jekyll-feed jekyll-gist
  jekyll-github-metadata jekyll-include-cache jekyll-katex jekyll-last-modified-at jekyll-loading-lazy jekyll-mentions
  jekyll-minifier jekyll-optional-front-matter jekyll-paginate jekyll-paginate-v2 jekyll-picture-tag jekyll-readme-index
  jekyll-redirect-from jekyll-relative-links jekyll-remote-theme jekyll-responsive-image jekyll-sass-converter
  jekyll-scholar jekyll-seo-tag jekyll-sitemap jekyll-spaceship jekyll-swiss jekyll-target-blank jekyll-tidy
  jekyll-titles-from-headings jekyll-toc jekyll-twitter-plugin jekyll-watch jemoji`.split(/\s+/),
);

/** Whether a plugin could give posts other addresses than the permalink says. */
function mayChangeAddresses(plugin: string): boolean {
  return !harmless.has(plugin) && !plugin.startsWith('jekyll-theme-');
}

/**
 * Finds a site's own plugins, which may do anything.
 *
 * @param folder absolute path; there may be no such folder
 * @returns the absolute path of the first of them
 */
async function findOwnPlugin(folder: string): Promise<string | undefined> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const [first] = names.filter((name) => name.endsWith('.rb')).sort();
  return first === undefined ? undefined : join(folder, first);
}

/**
 * Finds what may give posts other addresses than the permalink says.
 *
 * @param file absolute path of the configuration
 * @param folder absolute path of the site's own plugins
 */
export async function findPlugin(
  file: string,
  folder: string,
  settings: Readonly<Record<string, unknown>>,
  positionOf: (...path: (string | number)[]) => Position,
): Promise<UnknownAddress | undefined> {
  const expected = 'only plugins that are known to leave addresses as they are';
  const own = await findOwnPlugin(folder);
  if (own !== undefined) {
    const fix = 'If it leaves them as they are, move it out of the site, and run this again.';
    return new UnknownAddress(own, startOfFile, { found: 'a plugin of the site', expected, fix });
  }
  for (const key of ['plugins', 'gems']) {
    const { texts } = listTexts(settings[key]);
    const index = texts.findIndex(mayChangeAddresses);
    if (index < 0) continue;
    const fix = `If it leaves them as they are, remove it from "${key}", and run this again.`;
    const found = `the plugin "${toLine(texts[index])}"`;
    return new UnknownAddress(file, positionOf(key, index), { found, expected, fix });
  }
  return undefined;
}
