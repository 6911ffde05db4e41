import { LineCounter, parseDocument } from 'yaml';
import { z } from 'astro/zod';

import { decodeText, positionAt, type TextProblem } from './decode-text.ts';
import { findEscapedCharacters } from './escaped-characters.ts';
import { checkMarkdownLimits } from '../check/markdown-limits.ts';
import { startOfFile, type Position } from '../problem.ts';
import { describeIssue } from '../schemas/describe-issue.ts';
import { findRewrittenNumbers } from './rewritten-numbers.ts';
import { readSimpleYaml } from './simple-yaml.ts';
import { offsetOf, type DataPath } from './yaml-offsets.ts';

/** The schema of a record's frontmatter. */
export type RecordSchema<Data> = z.ZodType<Data> & { shape: z.core.$ZodShape };

/** A record that was read, valid or not. */
export interface ReadRecord<Data> {
  /** The validated data; missing when there are any problems with it. */
  data?: Data;
  /** The valid keys, even when others are not, so that all problems are found in one run. */
  partial: Partial<Data>;
  /** The Markdown below the frontmatter; missing when the file could not be read that far. */
  body?: string;
  /** The offset of the body in the file's text, in UTF-16 code units. */
  bodyStart?: number;
  /** Whether there is nothing but white space in it; missing when there is no body. */
  isEmpty?: boolean;
  /** The problems of the file on its own, without regard to other files. */
  problems: TextProblem[];
  /** The position of a value in the file or, when it is missing, of what should contain it. */
  positionOf(path: DataPath): Position;
}

const frontmatterPattern = /---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$(?![\s\S]))/my;

/**
 * Reads a Markdown record: YAML 1.2 frontmatter between two lines of `---`, then Markdown.
 *
 * @param bytes the file
 * @param schema the schema of the frontmatter
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
  record.problems.push(...checkMarkdownLimits(text, bodyStart));
  const body = text.slice(bodyStart);
  return { ...record, body, bodyStart, isEmpty: body.trim() === '' };
}

/**
 * The range of a record's YAML in its text, without the lines `---` around it.
 *
 * @param text without a byte order mark
 */
export function findYaml(text: string): { start: number; end: number } | undefined {
  frontmatterPattern.lastIndex = 0;
  const yaml = frontmatterPattern.exec(text)?.[1];
  if (yaml === undefined) return undefined;
  const start = text.indexOf('\n') + 1;
  return { start, end: start + yaml.length };
}

/** The Markdown of a record that is known to be valid. */
export function readBody(bytes: Uint8Array): string {
  const { text } = decodeText(bytes);
  frontmatterPattern.lastIndex = 0;
  return text.slice(frontmatterPattern.exec(text)?.[0].length ?? 0);
}

/** Reads a file that consists of YAML only. */
export function readYamlRecord<Data>(bytes: Uint8Array, schema: RecordSchema<Data>): ReadRecord<Data> {
  const { text, problems } = readText(bytes);
  return problems.length > 0 ? unreadable(problems) : readYaml(text, 1, schema);
}

/** The first and the last marker of a Git merge conflict. */
const [conflictBegins, conflictEnds] = [/^<{7}(?: .*)?$/m, /^>{7}(?: |$)/m];

function readText(bytes: Uint8Array): ReturnType<typeof decodeText> {
  const { text, problems } = decodeText(bytes);
  const conflict = conflictBegins.exec(text);
  if (!conflict || !conflictEnds.test(text.slice(conflict.index))) return { text, problems };
  const found = 'a merge conflict marker';
  const fix = 'Decide which of the two versions is right, and remove the lines with <, = and >.';
  return {
    text,
    problems: [
      ...problems,
      { ...positionAt(text, conflict.index), found, expected: 'one version of the file', fix },
    ],
  };
}

function unreadable<Data>(problems: TextProblem[]): ReadRecord<Data> {
  return { partial: {}, problems, positionOf: () => startOfFile };
}

/** @param firstLine the 1-based line of the file on which the YAML begins */
function readYaml<Data>(yaml: string, firstLine: number, schema: RecordSchema<Data>): ReadRecord<Data> {
  const simple = readSimpleYaml(yaml);
  const result = simple && schema.safeParse(simple);
  if (!result?.success) return parseYaml(yaml, firstLine, schema);
  const { data } = result;
  const positionOf = (path: DataPath) => parseYaml(yaml, firstLine, schema).positionOf(path);
  return { data, partial: data, problems: [], positionOf };
}

/** Reads any YAML. Its parameters are as for {@link readYaml}. */
function parseYaml<Data>(yaml: string, firstLine: number, schema: RecordSchema<Data>): ReadRecord<Data> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const positionOf = (path: DataPath) => at(offsetOf(document, path));
  const syntax = [...document.errors, ...document.warnings].map(({ message, pos }): TextProblem => ({
    ...at(pos[0]),
    found: `invalid YAML (${lowerFirst(message.replace(/\.$/, ''))})`,
    expected: 'YAML with one "key: value" per line',
    fix: 'Check quotation marks, indentation and colons; quote a value that contains ": " or begins with a punctuation mark.',
  }));
  const escaped = findEscapedCharacters(document, yaml);
  const unread = [...syntax, ...escaped.map(({ offset, ...problem }) => ({ ...at(offset), ...problem }))];
  if (unread.length > 0) return { partial: {}, problems: unread, positionOf };

  let value: unknown;
  try {
    value = document.toJS() ?? {};
  } catch (error) {
    const found = `YAML aliases that cannot be resolved (${lowerFirst((error as Error).message)})`;
    const fix = 'Write the values out instead of using & and *.';
    return { partial: {}, problems: [{ ...at(0), found, expected: 'plain values', fix }], positionOf };
  }
  const result = schema.safeParse(value);
  if (result.success) {
    const numbers = findRewrittenNumbers(document, value, result.data);
    const problems = numbers.map(({ path, ...problem }) => ({ ...positionOf(path), ...problem }));
    const data = problems.length > 0 ? {} : { data: result.data };
    return { ...data, partial: result.data, problems, positionOf };
  }
  const where = firstLine > 1 ? ' to the frontmatter' : '';
  const problems = result.error.issues.flatMap((issue) =>
    describeIssue(issue, value, schema, document, at, where),
  );
  return { partial: readValidKeys(value, schema), problems, positionOf };
}

/** Validates each key of a record on its own, and returns the valid ones. */
function readValidKeys<Data>(value: unknown, schema: RecordSchema<Data>): Partial<Data> {
  const given = (value ?? {}) as Record<string, unknown>;
  const valid = Object.entries(schema.shape).flatMap(([key, field]) => {
    const { success, data } = z.safeParse(field, given[key]);
    return success && data !== undefined ? [[key, data]] : [];
  });
  return Object.fromEntries(valid) as Partial<Data>;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
