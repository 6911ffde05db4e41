/**
 * Joins a list to the text of one cell: `a | b`. A bar or backslash within an item has a backslash before it.
 *
 * @example
 * joinList(['Post', 'A|B']) // 'Post | A\\|B'
 */
export function joinList(items: readonly string[]): string {
  return items.map((item) => item.replace(/[\\|]/g, String.raw`\$&`)).join(' | ');
}

/**
 * Splits the text of a cell at its bars; the reverse of {@link joinList}. A backslash before another character is one like
 * others; empty items are left out.
 */
export function splitList(cell: string): string[] {
  const items = [''];
  for (const [part] of cell.matchAll(/\\[\\|]|[^\\|]+|[\\|]/g)) {
    if (part === '|') items.push('');
    else
      items.push((items.pop() ?? '') + (part.length === 2 && /^\\[\\|]/.test(part) ? part.slice(1) : part));
  }
  return items.map((item) => item.trim()).filter((item) => item !== '');
}
