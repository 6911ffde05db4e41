import { isMap, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { z } from 'astro/zod';

import { decodeText, placeAt, type TextProblem } from './decode-text.ts';
import { findEscapedCharacters } from './escaped-characters.ts';
import { checkMarkdownEffort } from './markdown-effort.ts';
import { nearest } from './nearest.ts';
import { startOfFile, type Place } from './problem.ts';
import type { Wording } from './fields.ts';

/** What a record's frontmatter has to be. */
export type RecordSchema<Data> = z.ZodType<Data> & { shape: z.core.$ZodShape };

/** A path into a record's data: keys of mappings and indexes of lists. */
export type DataPath = readonly PropertyKey[];

/** A record as read, whether or not it is right. */
export interface ReadRecord<Data> {
  /** The data by the schema; missing when anything was wrong with it. */
  data?: Data;
  /** The keys that are right, also when others are not, so that all that is wrong is found in one run. */
  partial: Partial<Data>;
  /** The Markdown below the frontmatter; missing when the file could not be read that far. */
  body?: string;
  /** Where in the file's text that begins, in UTF-16 code units. */
  bodyStart?: number;
  /** Everything that is wrong with the file by itself. */
  problems: TextProblem[];
  /** Where a value of the data (or, when there is none, what should hold it) stands in the file. */
  placeOf(path: DataPath): Place;
}

const frontmatterPattern = /---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$(?![\s\S]))/my;

/**
 * Reads a Markdown record: YAML 1.2 frontmatter between two lines of `---`, then Markdown.
 *
 * @param bytes the file
 * @param schema what the frontmatter has to be
 */
export function readMarkdownRecord<Data>(bytes: Uint8Array, schema: RecordSchema<Data>): ReadRecord<Data> {
  const { text, problems } = readText(bytes);
  if (problems.length > 0) return unreadable(problems);
  frontmatterPattern.lastIndex = 0;
  const match = frontmatterPattern.exec(text);
  if (!match) {
    const found = text.startsWith('---') ? 'frontmatter that is never closed' : 'no frontmatter';
    const expected = 'a line "---", the record\'s keys, another line "---", then the text';
    return unreadable([{ ...startOfFile, found, expected, fix: 'Put the missing line "---" in its place.' }]);
  }
  const [frontmatter, yaml = ''] = match;
  const bodyStart = frontmatter.length;
  const record = readYaml(yaml, 2, schema);
  record.problems.push(...checkMarkdownEffort(text, bodyStart));
  return { ...record, body: text.slice(bodyStart), bodyStart };
}

/** The Markdown of a record that has been read before and was right. */
export function readBody(bytes: Uint8Array): string {
  const { text } = decodeText(bytes);
  frontmatterPattern.lastIndex = 0;
  return text.slice(frontmatterPattern.exec(text)?.[0].length ?? 0);
}

/** Reads a file that is YAML as a whole. */
export function readYamlRecord<Data>(bytes: Uint8Array, schema: RecordSchema<Data>): ReadRecord<Data> {
  const { text, problems } = readText(bytes);
  return problems.length > 0 ? unreadable(problems) : readYaml(text, 1, schema);
}

/** A line that Git leaves where two versions could not be merged, when the line that ends that place follows. */
const conflictMark = /^<{7}(?: .*)?$(?=[^]*^>{7}(?: |$))/m;

function readText(bytes: Uint8Array): ReturnType<typeof decodeText> {
  const { text, problems } = decodeText(bytes);
  const conflict = text.includes('<<<<<<<') ? conflictMark.exec(text) : null;
  if (!conflict) return { text, problems };
  const found = 'the mark of a merge conflict';
  const fix = 'Decide which of the two versions is right, and remove the lines of <, = and >.';
  return {
    text,
    problems: [
      ...problems,
      { ...placeAt(text, conflict.index), found, expected: 'one version of the file', fix },
    ],
  };
}

function unreadable<Data>(problems: TextProblem[]): ReadRecord<Data> {
  return { partial: {}, problems, placeOf: () => startOfFile };
}

/** @param firstLine the line of the file on which the YAML begins, 1-based */
function readYaml<Data>(yaml: string, firstLine: number, schema: RecordSchema<Data>): ReadRecord<Data> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const placeOf = (path: DataPath) => at(offsetOf(document, path));
  const syntax = [...document.errors, ...document.warnings].map(({ message, pos }): TextProblem => ({
    ...at(pos[0]),
    found: `what is not YAML (${lowerFirst(message.replace(/\.$/, ''))})`,
    expected: 'YAML: one "key: value" a line',
    fix: 'Check quotation marks, indentation and colons; put a text that has ": " or begins with a sign in quotes.',
  }));
  const escaped = findEscapedCharacters(document, yaml);
  const unread = [...syntax, ...escaped.map(({ offset, ...problem }) => ({ ...at(offset), ...problem }))];
  if (unread.length > 0) return { partial: {}, problems: unread, placeOf };

  let value: unknown;
  try {
    value = document.toJS() ?? {};
  } catch (error) {
    const found = `YAML aliases that cannot be followed (${lowerFirst((error as Error).message)})`;
    const fix = 'Write the values out instead of using & and *.';
    return { partial: {}, problems: [{ ...at(0), found, expected: 'plain values', fix }], placeOf };
  }
  const result = schema.safeParse(value);
  if (result.success) return { data: result.data, partial: result.data, problems: [], placeOf };
  const where = firstLine > 1 ? ' to the frontmatter' : '';
  const problems = result.error.issues.flatMap((issue) =>
    wordIssue(issue, value, schema, document, at, where),
  );
  return { partial: readRightKeys(value, schema), problems, placeOf };
}

/** Reads each key of a record by itself, and keeps those that are right. */
function readRightKeys<Data>(value: unknown, schema: RecordSchema<Data>): Partial<Data> {
  const given = (value ?? {}) as Record<string, unknown>;
  const right = Object.entries(schema.shape).flatMap(([key, field]) => {
    const { success, data } = z.safeParse(field, given[key]);
    return success && data !== undefined ? [[key, data]] : [];
  });
  return Object.fromEntries(right) as Partial<Data>;
}

/** Turns a schema's issue into problems: one, or one for each unknown key. */
function wordIssue(
  issue: z.core.$ZodIssue,
  value: unknown,
  schema: z.ZodType,
  document: Document,
  at: (offset: number) => Place,
  where: string,
): TextProblem[] {
  const place = at(offsetOf(document, issue.path));
  const key = issue.path.findLast((part) => typeof part === 'string') ?? 'the record';
  const actual = issue.path.reduce<unknown>(
    (inner, part) => (inner as Record<PropertyKey, unknown>)?.[part],
    value,
  );

  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((unknown) => {
      const close = nearest(unknown, known);
      const fix = close ? `Did you mean "${close}"?` : `Remove it, or use one of: ${known.join(', ')}.`;
      const found = `the unknown key "${unknown}"`;
      return {
        ...at(keyOffset(document, issue.path, unknown)),
        found,
        expected: 'a key of this record',
        fix,
      };
    });
  }
  if (issue.code === 'custom') return [{ ...place, ...(issue.params as unknown as Wording) }];

  const expected = wordExpected(issue);
  if (actual === undefined) {
    return [{ ...place, found: `no "${key}"`, expected, fix: `Add "${key}:"${where}.` }];
  }
  const quote = expected === 'text' && typeof actual !== 'object';
  const node = document.getIn(issue.path, true);
  // A number as it is written: YAML's reading of it may have lost its zeros.
  const written = isScalar(node) && typeof actual === 'number' ? node.source : undefined;
  const fix = quote ? `Put it in quotes: "${written ?? String(actual)}".` : `Correct "${key}".`;
  return [{ ...place, found: `${written ?? wordValue(actual)} for "${key}"`, expected, fix }];
}

function wordExpected(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return (
        {
          string: 'text',
          array: 'a list, as in [one, two] or []',
          object: 'keys and values',
          boolean: 'true or false',
        }[issue.expected as string] ?? `a ${issue.expected}`
      );
    case 'invalid_value':
      return `one of: ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return `a text of the form ${issue.pattern ?? issue.format}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    case 'too_small':
      return `at least ${issue.minimum}`;
    case 'invalid_union':
      return [...new Set(issue.errors.flatMap((errors) => errors.slice(0, 1).map(wordExpected)))].join(
        ' or ',
      );
    default:
      return issue.message;
  }
}

function wordValue(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'keys and values';
  return typeof value === 'string' ? `"${value}"` : String(value);
}

/** Where the value at a path begins, or, for a value that is missing, the innermost thing there that should hold it. */
function offsetOf(document: Document, path: DataPath): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range && !(isScalar(node) && node.source === '')) return node.range[0];
    const key = keyOffset(document, path.slice(0, length - 1), path[length - 1]);
    if (key > 0) return key;
  }
  return 0;
}

/** Where a key stands in the mapping at a path; 0 when it does not. */
function keyOffset(document: Document, path: DataPath, key: PropertyKey | undefined): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(map)
    ? map.items.find((item) => isScalar(item.key) && item.key.value === key)
    : undefined;
  return isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0;
}

/** The keys that the schema knows at a path. */
function keysAt(schema: z.ZodType, path: DataPath): string[] {
  const inner = path.reduce<SchemaNode | undefined>(
    (node, part) =>
      typeof part === 'number' ? unwrap(node)?.def.element : unwrap(node)?.def.shape?.[part as string],
    schema as unknown as SchemaNode,
  );
  return Object.keys(unwrap(inner)?.def.shape ?? {});
}

/** As much of a Zod schema's definition as finding its keys takes. */
interface SchemaNode {
  def: { innerType?: SchemaNode; in?: SchemaNode; element?: SchemaNode; shape?: Record<string, SchemaNode> };
}

/** The schema below `optional`, `default` and `transform`. */
function unwrap(node: SchemaNode | undefined): SchemaNode | undefined {
  const inner = node?.def.innerType ?? node?.def.in;
  return inner ? unwrap(inner) : node;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
