import { isScalar, type Document } from 'yaml';
import type { z } from 'astro/zod';

import type { TextProblem } from '../read/decode-text.ts';
import { findNearestName } from '../check/nearest-name.ts';
import { describeFormerKey } from './former-keys.ts';
import type { Position, ProblemMessage } from '../problem.ts';
import { keyOffset, offsetOf, type DataPath } from '../read/yaml-offsets.ts';

/**
 * Describes a schema issue as problems: one, or one for each unknown key.
 *
 * @param at converts an offset in the YAML to a position in the file
 * @param where the place for a missing key, as the end of "Add … to the frontmatter"; may be empty
 */
export function describeIssue(
  issue: z.core.$ZodIssue,
  value: unknown,
  schema: z.ZodType,
  document: Document,
  at: (offset: number) => Position,
  where: string,
): TextProblem[] {
  const position = at(offsetOf(document, issue.path));
  const key = issue.path.findLast((part) => typeof part === 'string') ?? 'the record';
  const actual = issue.path.reduce<unknown>(
    (inner, part) => (inner as Record<PropertyKey, unknown>)?.[part],
    value,
  );

  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((unknown) => {
      const former = describeFormerKey([...issue.path, unknown].join('.'));
      if (former) return { ...at(keyOffset(document, issue.path, unknown)), ...former };
      const close = findNearestName(unknown, known);
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
  if (issue.code === 'custom') return [{ ...position, ...(issue.params as unknown as ProblemMessage) }];

  const expected = describeExpected(issue);
  if (actual === undefined) {
    return [{ ...position, found: `no "${key}"`, expected, fix: `Add "${key}:"${where}.` }];
  }
  const quote = expected === 'text' && typeof actual !== 'object';
  const node = document.getIn(issue.path, true);
  // The number as written: parsing it as YAML may have dropped its leading zeros.
  const written = isScalar(node) && typeof actual === 'number' ? node.source : undefined;
  const fix = quote ? `Put it in quotes: "${written ?? String(actual)}".` : `Correct "${key}".`;
  return [{ ...position, found: `${written ?? describeValue(actual)} for "${key}"`, expected, fix }];
}

function describeExpected(issue: z.core.$ZodIssue): string {
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
      return [...new Set(issue.errors.flatMap((errors) => errors.slice(0, 1).map(describeExpected)))].join(
        ' or ',
      );
    default:
      return issue.message;
  }
}

function describeValue(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'keys and values';
  return typeof value === 'string' ? `"${value}"` : String(value);
}

/** The keys that the schema has at a path. */
function keysAt(schema: z.ZodType, path: DataPath): string[] {
  const inner = path.reduce<SchemaNode | undefined>(
    (node, part) =>
      typeof part === 'number' ? unwrap(node)?.def.element : unwrap(node)?.def.shape?.[part as string],
    schema as unknown as SchemaNode,
  );
  return Object.keys(unwrap(inner)?.def.shape ?? {});
}

/** The part of a Zod schema's definition that is needed to find its keys. */
interface SchemaNode {
  def: { innerType?: SchemaNode; in?: SchemaNode; element?: SchemaNode; shape?: Record<string, SchemaNode> };
}

/** The schema inside `optional`, `default` and `transform`. */
function unwrap(node: SchemaNode | undefined): SchemaNode | undefined {
  const inner = node?.def.innerType ?? node?.def.in;
  return inner ? unwrap(inner) : node;
}
