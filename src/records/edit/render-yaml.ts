import { Document, isSeq, type Scalar } from 'yaml';

import { subjectVocabularies, vocabularies } from '../vocabularies.ts';

/** Lists that are written on one line. */
const flowKeys: readonly string[] = [
  ...subjectVocabularies.map(({ name }) => name),
  ...vocabularies.flatMap(({ references }) => Object.keys(references)),
  'formerIds',
];

/** Of the package's options: nothing is wrapped, and brackets stand close to what they enclose. */
const layout = { lineWidth: 0, flowCollectionPadding: false };

/** The style of a text in YAML: without quotation marks where that is possible, or always within them. */
export type Quoting = 'PLAIN' | 'QUOTE_DOUBLE' | 'QUOTE_SINGLE';

/**
 * Renders frontmatter in the project's usual style: lists of ids on one line, other lists with a line for each item.
 *
 * @param data in order; keys without a value are left out
 *
 * @example
 * renderYaml({ name: 'Ada Lind', variants: ['A. Lind'] }) // 'name: Ada Lind\nvariants:\n  - A. Lind\n'
 */
export function renderYaml(data: Readonly<Record<string, unknown>>): string {
  const document = new Document(data, { keepUndefined: false });
  for (const key of flowKeys) setFlow(document, key);
  // A date is a string here and needs no quotes: YAML 1.2 has no type for dates.
  const date = document.get('date', true) as Scalar | undefined;
  if (date && /^\d{4}$/.test(String(date.value))) date.value = Number(date.value);
  return document.toString(layout);
}

/**
 * Renders a value on one line.
 *
 * @param isFlow whether it will stand between brackets, where more characters have to be quoted
 *
 * @example
 * renderInline('a: b', 'PLAIN', false) // '"a: b"'
 */
export function renderInline(value: unknown, quoting: Quoting, isFlow: boolean): string {
  const document = new Document(isFlow ? [value] : { k: value });
  const node = document.get(isFlow ? 0 : 'k', true) as (Scalar & { flow?: boolean }) | undefined;
  if (node && typeof value === 'string') node.type = quoting;
  else if (node && typeof value === 'object') node.flow = true;
  if (isFlow) (document.contents as { flow?: boolean }).flow = true;
  const text = document.toString({ ...layout, blockQuote: false });
  return isFlow ? text.slice(1, -2) : text.slice(3, -1);
}

function setFlow(document: Document, key: string): void {
  const list = document.get(key, true);
  if (isSeq(list)) list.flow = true;
}
