import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join, parse, relative, sep } from 'node:path';

import { CommandError } from '../../system/command-error.ts';
import { findRealPath, isWithin } from '../../system/real-path.ts';
import { manifestFile } from './manifest.ts';

/** The folders that a build reads or depends on: absolute paths. */
export interface Surroundings {
  project: string;
  content: string;
}

/** The file of a release that tells whose it is. */
const descriptionFile = 'data/datapackage.json';

/** Folders of the project that never hold output, as hidden ones do not. */
const projectFolders = ['src', 'content', 'public', 'tests'];

/** What file managers leave in folders that somebody has looked at. */
const litter = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/**
 * Finds the folder that a build replaces, and makes sure that nothing but a release can be lost by it: the folder is
 * missing, empty or a release, and is neither one that matters nor above one.
 *
 * @param folder as it was given, absolute
 * @returns its real path: a link to a folder stays, and what it leads to is replaced
 * @throws {CommandError} when it must not be replaced
 */
export function resolveOutputFolder(folder: string, surroundings: Surroundings): string {
  const path = findRealPath(folder);
  const stray = findForeign(path);
  const why = findConflict(path, surroundings) ?? (stray && `${stray} is not the work of a build`);
  if (why === undefined) return path;
  throw new CommandError(
    `${folder} cannot be built into: ${why}. A build replaces the whole folder. Give a folder of its own with --out-dir, such as dist.`,
  );
}

/**
 * Makes sure that a folder for pictures is neither one that matters nor in one.
 *
 * @param folder absolute path
 * @param outDir the real path of the folder that the build replaces
 * @throws {CommandError} when it is
 */
export function refuseMediaFolder(folder: string, outDir: string, surroundings: Surroundings): void {
  const path = findRealPath(folder);
  const isInRelease = path === outDir || isWithin(path, outDir) || isWithin(outDir, path);
  const why = findConflict(path, surroundings) ?? (isInRelease && `${outDir} is replaced by each build`);
  if (!why) return;
  throw new CommandError(
    `${folder} cannot take the pictures: ${why}. Give a folder of its own with --media-out.`,
  );
}

/** Why a folder is not one for output: it matters, or is part of what matters. @param path real */
export function findConflict(path: string, { project, content }: Surroundings): string | undefined {
  if (path === parse(path).root) return 'it is the root of the file system';
  for (const [name, matter] of [
    ['the project', findRealPath(project)],
    ['the content folder', findRealPath(content)],
    ['your home folder', findRealPath(homedir())],
  ] as const) {
    if (path === matter) return `it is ${name}`;
    if (isWithin(matter, path)) return `it contains ${name}`;
  }
  if (isWithin(path, findRealPath(content))) return 'it is in the content folder';
  const [own = ''] = relative(findRealPath(project), path).split(sep);
  if (isWithin(path, findRealPath(project)) && (projectFolders.includes(own) || own.startsWith('.')))
    return `it is in ${own}/, which is part of the project`;
  return undefined;
}

/**
 * Makes sure that a release is of the archive that replaces it.
 *
 * @param published absolute path of the published folder
 * @param url of the archive's data
 * @param isKnown whether this project has built it: the archive may have moved since
 * @throws {CommandError} when it is of another archive
 */
export function refuseOtherArchive(published: string, url: string, isKnown: boolean): void {
  const other = readDataUrl(published);
  if (other === undefined || other === url || isKnown) return;
  throw new CommandError(
    `${published} is the site of another archive: its data is at ${other}, that of this archive at ${url}. Give another folder with --out-dir. If it is the same archive at a new address, remove ${published} first.`,
  );
}

/**
 * Makes sure that nothing directly in a published folder is missing from the list of its files, such as the folder of a
 * version control system. What is further below is put aside by the writer.
 *
 * @throws {CommandError} when there is such a thing
 */
export function refuseStrays(published: string, files: Iterable<string>): void {
  if (!existsSync(published)) return;
  const names = new Set(Array.from(files, (file) => file.split('/', 1)[0]));
  const strays = readdirSync(published).filter((name) => !names.has(name) && !isLitter(name));
  if (strays.length === 0) return;
  throw new CommandError(
    `${strays.map((name) => join(published, name)).join(', ')}: not the work of a build, which replaces the whole folder. Move it elsewhere. What belongs on the site goes into public/.`,
  );
}

/** Whether a file is nothing but what file managers leave in folders that somebody has looked at. */
export function isLitter(path: string): boolean {
  return litter.has(basename(path));
}

/** @returns something in a folder that is neither a release nor empty; undefined for one that is, or is missing */
function findForeign(folder: string): string | undefined {
  const state = lstatSync(folder, { throwIfNoEntry: false });
  if (state === undefined) return undefined;
  if (!state.isDirectory()) return folder;
  const first = readdirSync(folder).find((name) => !isLitter(name));
  return first === undefined || readDataUrl(folder) !== undefined ? undefined : join(folder, first);
}

/** The URL of the data of the archive that a release is of; undefined when the folder is not a release. */
function readDataUrl(folder: string): string | undefined {
  try {
    if (!lstatSync(join(folder, manifestFile)).isFile()) return undefined;
    // A site on several hosts has a folder for each, of which that of the home page has the data.
    const folders = [folder, ...readdirSync(folder).map((name) => join(folder, name))];
    const file = folders.map((each) => join(each, descriptionFile)).find((each) => existsSync(each));
    const { id } = JSON.parse(readFileSync(file ?? '', 'utf8')) as { id?: unknown };
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
