import type { ProblemMessage } from '../../records/problem.ts';
import type { ValueKind } from '../../records/schemas/frontmatter-keys.ts';
import { joinList, splitList } from '../list-cell.ts';

/**
 * Renders a value of frontmatter as the text of a cell; '' for a missing one.
 *
 * @example
 * renderValue('list', ['ada-lind', 'tomas-berg']) // 'ada-lind | tomas-berg'
 * renderValue('objects', [{ title: 'Mayor', from: 1923 }]) // '[{"title":"Mayor","from":1923}]'
 */
export function renderValue(kind: ValueKind, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (kind === 'objects') return Array.isArray(value) && value.length === 0 ? '' : JSON.stringify(value);
  if (Array.isArray(value)) return joinList(value.map(String));
  // An item of one is not split when it is read.
  return kind === 'texts' ? joinList([String(value)]) : String(value);
}

/**
 * Reads the text of a cell as a value of frontmatter. Whether it is valid is checked with the whole record.
 *
 * @param current the value that the record has: a text or list of texts stays what it is as far as possible
 * @returns the value, `undefined` for one to be removed, or what is wrong with the text
 */
export function readValue(
  kind: ValueKind,
  text: string,
  current: unknown,
): { value: unknown } | { problem: ProblemMessage } {
  const isList = kind === 'list' || kind === 'objects';
  // A list that every record of the collection has stays, without items.
  if (text === '') return { value: isList && Array.isArray(current) ? [] : undefined };
  switch (kind) {
    case 'text':
      return { value: text };
    case 'date':
      // A year is written without quotation marks.
      return { value: /^[1-9]\d{3}$/.test(text) ? Number(text) : text };
    case 'number':
      return readNumber(text);
    case 'flag':
      return readFlag(text);
    case 'list':
      return { value: splitList(text) };
    case 'texts': {
      const items = splitList(text);
      return { value: items.length === 1 && !Array.isArray(current) ? items[0] : items };
    }
    case 'objects':
      return readObjects(text);
  }
}

function readNumber(text: string): ReturnType<typeof readValue> {
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return { value: Number(text) };
  const fix = 'Write it with a point, and import the column as text, so that a spreadsheet leaves it alone.';
  return { problem: { found: `"${text}"`, expected: 'a number like -33.87', fix } };
}

function readFlag(text: string): ReturnType<typeof readValue> {
  const flag = text.toLowerCase();
  if (flag === 'true' || flag === 'false') return { value: flag === 'true' };
  const fix = 'Write true, or leave the cell empty.';
  return { problem: { found: `"${text}"`, expected: 'true or false', fix } };
}

function readObjects(text: string): ReturnType<typeof readValue> {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    const expected = 'a list as JSON: [{"title":"Mayor","from":"1923"}]';
    const fix = 'Correct it, or change it in the file of the record and leave the cell as it was.';
    return { problem: { found: 'invalid JSON', expected, fix } };
  }
}
