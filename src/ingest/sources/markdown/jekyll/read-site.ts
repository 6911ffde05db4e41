import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';

import { startOfFile, type Position } from '../../../../records/problem.ts';
import { toLine } from '../../../text/lines.ts';
import { describeSite, toRecord } from './describe-site.ts';
import { configurationName, type JekyllSite } from './site.ts';
import { UnknownAddress } from './unknown-address.ts';

/** Keys that Hexo's configuration has, and Jekyll's has not. */
const hexoKeys = ['source_dir', 'public_dir', 'new_post_name', 'skip_render', 'filename_case'];

/** A site, or what is wrong with its configuration. */
export type JekyllConfiguration = JekyllSite | UnknownAddress;

/** @returns a function that reads the configuration of the site whose root is a folder, once; `undefined` if it has none */
export function createSiteReader(): (root: string) => Promise<JekyllConfiguration | undefined> {
  const sites = new Map<string, Promise<JekyllConfiguration | undefined>>();
  return (root) => {
    const site = sites.get(root) ?? readSite(root);
    sites.set(root, site);
    return site;
  };
}

async function readSite(root: string): Promise<JekyllConfiguration | undefined> {
  const file = join(root, configurationName);
  const entry = await lstat(file).catch(() => undefined);
  if (!entry?.isFile()) return undefined;
  const lines = new LineCounter();
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const invalid = (cause: Error, position: Position) =>
    new UnknownAddress(file, position, {
      found: `invalid YAML (${toLine(cause.message).replace(/\.$/, '')})`,
      expected: 'the configuration of a Jekyll site',
      fix: 'Correct it, and run this again.',
    });
  try {
    const document = parseDocument(await readFile(file, 'utf8'), {
      lineCounter: lines,
      prettyErrors: false,
      schema: 'failsafe',
      logLevel: 'error',
    });
    const [error] = document.errors;
    if (error) return invalid(error, positionAt(error.pos[0]));
    const positionOf = (...path: (string | number)[]): Position => {
      const node = document.getIn(path, true);
      return isNode(node) && node.range ? positionAt(node.range[0]) : startOfFile;
    };
    const settings = toRecord(document.toJS());
    if (hexoKeys.some((key) => key in settings)) return undefined;
    return await describeSite(root, file, settings, positionOf);
  } catch (error) {
    if (error instanceof UnknownAddress) return error;
    return invalid(error as Error, startOfFile);
  }
}
