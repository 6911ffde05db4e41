import { isScalar, type Document } from 'yaml';

import type { ProblemMessage } from '../problem.ts';
import type { DataPath } from './yaml-offsets.ts';

/**
 * Finds numbers that a schema takes as texts, and of which YAML has not kept what is written: `007`, `0x1F`, `1.50`.
 *
 * @param value what YAML reads
 * @param data what the schema has made of it
 */
export function findRewrittenNumbers(
  document: Document,
  value: unknown,
  data: unknown,
  path: DataPath = [],
): (ProblemMessage & { path: DataPath })[] {
  if (typeof value === 'number') {
    const node = document.getIn(path, true);
    const written = isScalar(node) ? node.source : undefined;
    if (written === undefined || written === String(value) || data !== String(value)) return [];
    const found = `${written} for "${String(path.at(-1))}", which YAML reads as the number ${value}`;
    const fix = `Put it in quotes: "${written}".`;
    return [{ path, found, expected: 'text, as it is printed', fix }];
  }
  if (typeof value !== 'object' || value === null || typeof data !== 'object' || data === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    findRewrittenNumbers(document, inner, (data as Record<string, unknown>)[key], [
      ...path,
      Array.isArray(value) ? Number(key) : key,
    ]),
  );
}
