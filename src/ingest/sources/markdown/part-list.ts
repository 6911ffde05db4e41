import type { List } from 'mdast';

import { readNumber } from '../../../markdown/list-numbers.ts';
import type { Cleaning } from './sanitize-markdown.ts';

/** Parts a numbered list where its numbers jump, since Markdown would count on: 1, 10, 11 would become 1, 2, 3. */
export function partList(list: List, { source, note }: Cleaning): List[] {
  const lists: List[] = [];
  let last = Number.NaN;
  for (const item of list.children) {
    const number = readNumber(item, source) ?? last + 1;
    const current = lists.at(-1);
    if (current && !(number > last + 1)) current.children.push(item);
    else lists.push({ ...list, start: lists.length === 0 ? (list.start ?? 1) : number, children: [item] });
    last = number;
  }
  if (lists.length > 1) note();
  return lists.length > 1 ? lists : [list];
}
