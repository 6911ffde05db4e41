import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import type { FindFile, ReceivedFile } from '../source.ts';

/** A file of a site that was mirrored: below a folder that has the name of its host. */
export interface MirroredFile {
  host: string;
  /** Absolute path of the folder that has the folders of hosts. */
  folder: string;
  /** Below the folder of the host, with slashes: `2015/11/lock/index.html`. */
  path: string;
}

/**
 * Finds where a file stands in a mirrored site (`wget -m`, HTTrack).
 *
 * @param hosts those that are former ones: any other folder may have a dot in its name
 * @returns undefined for a file that is in no folder that was named, below no host, or in the sources of a site
 */
export function locateMirrored(
  { path, root }: ReceivedFile,
  hosts: readonly string[] = [],
): MirroredFile | undefined {
  if (root === undefined || hosts.length === 0) return undefined;
  const parts = path.split(sep);
  const at = parts.findIndex(
    (part, index) => hosts.includes(part) && parts.slice(0, index + 1).join(sep).length >= root.length,
  );
  const host = parts[at];
  if (host === undefined || at === parts.length - 1) return undefined;
  if (isGenerated(parts.slice(0, at + 1).join(sep))) return undefined;
  return { host, folder: parts.slice(0, at).join(sep) || sep, path: parts.slice(at + 1).join('/') };
}

/** What the folder of a site has that a generator is to make: often it is called by the host, too. */
const generators = ['_config.yml', '_config.yaml', 'hugo.toml', 'hugo.yaml', 'config.toml', 'package.json'];
const generated = new Map<string, boolean>();

function isGenerated(folder: string): boolean {
  const known = generated.get(folder) ?? generators.some((name) => existsSync(join(folder, name)));
  generated.set(folder, known);
  return known;
}

/** What HTTrack writes at the start of each page. */
const mirroredFrom = /<!-- Mirrored from ([^\s<>]{1,2000}) by HTTrack/;

/**
 * The address that a page had: as HTTrack says it, else by its path. `index.html` is the folder that it is in. Which scheme
 * it had is not known.
 *
 * @example addressOfMirrored({ host: 'paper.example', path: 'lock/index.html', … }, '') // 'http://paper.example/lock/'
 */
export function addressOfMirrored({ host, path }: MirroredFile, text: string): string {
  const said = mirroredFrom.exec(text.slice(0, 4096))?.[1];
  if (said !== undefined && URL.canParse(`http://${said}`)) return new URL(`http://${said}`).href;
  const [file = '', query] = path.split(/[?@](?=[\w%.-]+=)/, 2);
  const address = `/${file.split('/').map(encodeURIComponent).join('/')}`.replace(/\/index\.html?$/, '/');
  // Where it adds an extension, it does so after the query.
  return `http://${host}${address}${query === undefined ? '' : `?${query.replace(/\.html$/, '')}`}`;
}

/** Finds the files of a mirrored site by their addresses, and nothing outside of it. */
export function createMirrorFinder({ folder }: MirroredFile): FindFile {
  return (address) => {
    const url = new URL(address);
    for (const path of [decode(url.pathname) + decode(url.search), decode(url.pathname)]) {
      const found = join(folder, url.host, path);
      if (isFileWithin(join(folder, url.host), found)) return Promise.resolve({ path: found, name: found });
    }
    return Promise.resolve({ missing: 'no such file in the mirrored site' });
  };
}

function isFileWithin(home: string, path: string): boolean {
  try {
    if (path.includes('\0') || relative(home, path).startsWith('..') || !lstatSync(path).isFile())
      return false;
    return realpathSync.native(path).startsWith(realpathSync.native(home) + sep);
  } catch {
    return false;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
