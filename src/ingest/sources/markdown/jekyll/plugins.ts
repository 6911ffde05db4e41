import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

import { startOfFile, type Position } from '../../../../records/problem.ts';
import { toLine } from '../../../text/lines.ts';
import { listTexts } from '../../shared/list-texts.ts';
import type { PositionOf } from './site.ts';
import { UnknownAddress } from './unknown-address.ts';

/**
 * Plugins that leave the addresses of posts as they are: those that GitHub Pages allows (pages.github.com/versions), and
 * other common ones.
 */
const harmless = new Set(
  `github-pages jekyll jekyll-admin jekyll-algolia jekyll-archives jekyll-avatar jekyll-coffeescript jekyll-commonmark
  jekyll-commonmark-ghpages jekyll-compose jekyll-data jekyll-default-layout jekyll-email-protect jekyll-feed jekyll-gist
  jekyll-github-metadata jekyll-include-cache jekyll-katex jekyll-last-modified-at jekyll-loading-lazy jekyll-mentions
  jekyll-minifier jekyll-optional-front-matter jekyll-paginate jekyll-paginate-v2 jekyll-picture-tag jekyll-readme-index
  jekyll-redirect-from jekyll-relative-links jekyll-remote-theme jekyll-responsive-image jekyll-sass-converter
  jekyll-scholar jekyll-seo-tag jekyll-sitemap jekyll-spaceship jekyll-swiss jekyll-target-blank jekyll-tidy
  jekyll-titles-from-headings jekyll-toc jekyll-twitter-plugin jekyll-watch jemoji kramdown-parser-gfm minima webrick`.split(
    /\s+/,
  ),
);

const expected = 'only plugins that are known to leave addresses as they are';

/**
 * Finds what may give posts other addresses than the permalink says: a plugin of the site's own, or one that is named in its
 * configuration or its Gemfile.
 *
 * @param file absolute path of the configuration
 * @param folders absolute paths of the folders of the site's own plugins, in the folder of the configuration
 */
export async function findPlugin(
  file: string,
  folders: readonly string[],
  settings: Readonly<Record<string, unknown>>,
  positionOf: PositionOf,
): Promise<UnknownAddress | undefined> {
  const root = dirname(file);
  for (const folder of folders) {
    const own = await findOwnPlugin(root, folder);
    if (own === undefined) continue;
    const fix = 'If it leaves them as they are, move it out of the site, and run this again.';
    return new UnknownAddress(own, startOfFile, { found: 'a plugin of the site', expected, fix });
  }
  const gemfile = join(root, 'Gemfile');
  const named = [
    ...['plugins', 'gems'].flatMap((key) =>
      listTexts(settings[key]).texts.map((name, index) => ({ name, file, ...positionOf(key, index) })),
    ),
    ...listGems(await readGemfile(gemfile)).map((gem) => ({ ...gem, file: gemfile })),
  ];
  const unknown = named.find(({ name }) => !harmless.has(name) && !name.startsWith('jekyll-theme-'));
  if (!unknown) return undefined;
  const found = `the plugin "${toLine(unknown.name)}"`;
  const fix = 'If it leaves them as they are, remove it there, and run this again.';
  return new UnknownAddress(unknown.file, unknown, { found, expected, fix });
}

/** @returns the absolute path of the first plugin, or that of a folder that is elsewhere, into which nobody looks */
async function findOwnPlugin(root: string, folder: string): Promise<string | undefined> {
  const real = await realpath(folder).catch(() => undefined);
  if (real === undefined) return undefined;
  if (real !== join(await realpath(root), relative(root, folder))) return folder;
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const [first] = names.filter((name) => name.endsWith('.rb')).sort();
  return first === undefined ? undefined : join(folder, first);
}

async function readGemfile(file: string): Promise<string> {
  const entry = await lstat(file).catch(() => undefined);
  return entry?.isFile() ? readFile(file, 'utf8') : '';
}

/** The gems that are loaded as plugins: those of the group `jekyll_plugins` (Jekyll's documentation, "Plugins"). */
function listGems(gemfile: string): (Position & { name: string })[] {
  let isInGroup = false;
  return gemfile.split('\n').flatMap((written, index) => {
    const line = written.trim();
    const isOfPlugins = line.includes(':jekyll_plugins');
    if (line.startsWith('group ')) isInGroup = isOfPlugins;
    else if (line === 'end') isInGroup = false;
    const [, name] = /^gem[ (]["']([\w.-]+)["']/.exec(line) ?? [];
    const position = { line: index + 1, column: written.indexOf('gem') + 1 };
    return name !== undefined && (isInGroup || isOfPlugins) ? [{ name, ...position }] : [];
  });
}
