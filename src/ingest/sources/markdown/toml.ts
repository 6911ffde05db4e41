import { parse, TomlError, type TomlTable, type TomlValue } from 'smol-toml';

import { SourceError } from '../source-error.ts';

/** A key of the outermost table, or of one within it, with its value as texts, lists and objects of texts. */
export interface TomlKey {
  path: [string, ...string[]];
  value: unknown;
  /** The offset at which the key begins; 0 when it cannot be told. */
  offset: number;
}

/**
 * Reads frontmatter in TOML 1.0, as Hugo and Zola write it. Dates and numbers stay as they are written.
 *
 * @param isOuter whether the keys of a table are read by themselves
 * @param positionOf the position in the file of a line and column of the TOML, both from 1
 * @throws {SourceError} with the position of what is not TOML
 */
export function readToml(
  toml: string,
  isOuter: (key: string) => boolean,
  positionOf: (line: number, column: number) => { line: number; column: number },
): TomlKey[] {
  let table: TomlTable;
  try {
    table = parse(toml);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n', 1);
    const fix = 'Check quotation marks and brackets; a text is in quotation marks.';
    const position = positionOf(error.line, error.column);
    throw new SourceError(`invalid TOML (${reason})`, 'TOML with one "key = value" per line', fix, position);
  }
  const offsets = listOffsets(toml);
  return Object.entries(table).flatMap(([name, value]): TomlKey[] => {
    if (isTable(value) && isOuter(name))
      return Object.entries(value).map(([inner, each]) => keyOf([name, inner], each));
    return [keyOf([name], value)];
  });

  function keyOf(path: TomlKey['path'], value: TomlValue): TomlKey {
    return { path, value: textsOf(value), offset: offsets.get(path.at(-1) ?? '') ?? 0 };
  }
}

/** The offset of the first line that begins with each key, or is the header of its table. */
function listOffsets(toml: string): Map<string, number> {
  const offsets = new Map<string, number>();
  let start = 0;
  for (const line of toml.split('\n')) {
    const [, before = '', name] = /^([ \t]*\[{0,2}["']?)([\w-]+)/.exec(line) ?? [];
    if (name !== undefined && !offsets.has(name)) offsets.set(name, start + before.length);
    start += line.length + 1;
  }
  return offsets;
}

function isTable(value: TomlValue): value is TomlTable {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date);
}

function textsOf(value: TomlValue): unknown {
  if (Array.isArray(value)) return value.map(textsOf);
  // Its own dates keep whether they have a time and a zone.
  if (value instanceof Date) return value.toISOString();
  if (!isTable(value)) return String(value);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, textsOf(each)]));
}
