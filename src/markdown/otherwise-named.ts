import type { Nodes } from 'hast';

import type { NamedRecord } from './name-finder.ts';

/**
 * Finds the records whose names a text has as whole words when upper and lower case are the same, in headings and code too. A
 * mention has the name's own case, so that "may" is not May; but a text that has "trade talks" cannot be said not to name
 * Trade Talks.
 *
 * @returns their keys
 */
export function findOtherwiseNamed(tree: Nodes, records: readonly NamedRecord[]): string[] {
  if (records.length === 0) return [];
  const text = textOf(tree).toLowerCase();
  return records
    .filter(({ names }) => names.some((name) => hasWord(text, name.toLowerCase())))
    .map(({ key }) => key);
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  // Footnotes are the archive's own.
  if (node.type === 'element' && node.properties.dataFootnotes !== undefined) return '';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

const letter = /[\p{L}\p{N}]/u;

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text[at - 1] ?? '', text[at + word.length] ?? ''];
    if (!letter.test(before) && !letter.test(after)) return true;
  }
  return false;
}
