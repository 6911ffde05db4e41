import { isAbsolute, join } from 'node:path';

import { toLine } from '../../../text/lines.ts';
import { listTexts } from '../../shared/list-texts.ts';
import { findPlugin } from './plugins.ts';
import {
  isStyle,
  styles,
  toText,
  type DefaultValues,
  type JekyllSite,
  type Permalink,
  type PositionOf,
} from './site.ts';
import { UnknownAddress } from './unknown-address.ts';

/**
 * Describes a site by its configuration.
 *
 * @param root absolute path of the folder that has it
 * @param file absolute path of the configuration
 * @throws {UnknownAddress} when it names folders that are elsewhere
 */
export async function describeSite(
  root: string,
  file: string,
  settings: Readonly<Record<string, unknown>>,
  positionOf: PositionOf,
): Promise<JekyllSite> {
  const text = (name: string) => toText(settings[name]);
  const plugins = listTexts(settings['plugins_dir']).texts.flatMap((each) => toText(each) ?? []);
  for (const [key, paths] of [
    ['source', [text('source') ?? '']],
    ['plugins_dir', plugins],
  ] as const) {
    const outside = paths.find((path) => isAbsolute(path) || path.split('/').includes('..'));
    if (outside === undefined) continue;
    const found = `the path "${toLine(outside)}" in "${key}"`;
    const fix = 'Copy that folder into the site, and run this again.';
    throw new UnknownAddress(file, positionOf(key), { found, expected: 'a folder of the site', fix });
  }
  const source = join(root, text('source') ?? '');
  const style = text('permalink') ?? 'date';
  const pattern = (isStyle(style) && styles[style]) || style;
  const permalinks = new Map<string, Permalink>();
  permalinks.set('posts', { text: pattern, ...positionOf('permalink') });
  for (const [label, value] of Object.entries(toRecord(settings['collections']))) {
    const { permalink, output } = toRecord(value);
    const own = toText(permalink);
    if (own !== undefined)
      permalinks.set(label, { text: own, ...positionOf('collections', label, 'permalink') });
    else if (label !== 'posts')
      permalinks.set(label, { text: `/:collection/:path${endOf(pattern)}`, ...positionOf('permalink') });
    if (label !== 'posts' && !/^(?:true|yes|on)$/i.test(toText(output) ?? '')) permalinks.delete(label);
  }
  const defaults = [settings['defaults']].flat().map((each, index): DefaultValues => {
    const { scope, values } = toRecord(each);
    const { path, type } = toRecord(scope);
    const trimmed = (toText(path) ?? '').replace(/^\/|\/$/g, '');
    const hasPermalink = 'permalink' in toRecord(values);
    return {
      path: trimmed,
      // Jekyll once called them by the singular.
      type: toText(type)?.replace(/^(?:post|page|draft)$/, '$&s'),
      values: toRecord(values),
      position: positionOf('defaults', index, ...(hasPermalink ? ['values', 'permalink'] : [])),
    };
  });
  return {
    file,
    source,
    baseurl: listFolders(text('baseurl'))
      .map((name) => `/${name}`)
      .join(''),
    timezone: text('timezone'),
    collectionsFolder: listFolders(text('collections_dir'))
      .map((name) => `${name}/`)
      .join(''),
    markdownExtensions: new Set(
      (text('markdown_ext') ?? 'markdown,mkdown,mkdn,mkd,md')
        .toLowerCase()
        .split(',')
        .map((extension) => extension.trim()),
    ),
    permalinks,
    defaults,
    plugin: await findPlugin(
      file,
      (plugins.length > 0 ? plugins : ['_plugins']).map((folder) => join(source, folder)),
      settings,
      positionOf,
    ),
  };
}

/** How the address of a document in a collection ends that has no permalink of its own. */
function endOf(permalink: string): string {
  return /:output_ext$|\/$|$/.exec(permalink)?.[0] ?? '';
}

/** The names of the folders in a path. */
function listFolders(path = ''): string[] {
  return path.split('/').filter((name) => name !== '' && name !== '.');
}

/** The keys of an object; none for anything else. */
export function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
