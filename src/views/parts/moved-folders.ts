import type { MovedFolder } from '../../archive/hosts.ts';

/** Renders the folders that are on other hosts, for the scripts of a page; undefined where there are none. */
export function renderMoved(moved: readonly MovedFolder[]): string | undefined {
  return moved.length === 0 ? undefined : JSON.stringify(moved);
}

/**
 * Finds the address of a page, which may be in a folder that is on another host.
 *
 * @param moved what {@link renderMoved} has rendered
 * @param path from the root of the host
 * @returns an absolute address for a page on another host, else the path
 */
export function findMoved(moved: string | undefined, path: string): string {
  const folders = JSON.parse(moved ?? '[]') as MovedFolder[];
  const folder = folders.find(({ from }) => path.startsWith(from));
  return folder ? folder.to + path.slice(folder.from.length) : path;
}
