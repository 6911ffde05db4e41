import type { RawItem } from './split-feed.ts';

/** An item of a malformed feed. */
interface CutItem extends RawItem {
  /** Whether it has an end. Its own markup may be malformed all the same. */
  isWhole: boolean;
}

/** What decides where items begin and end: their tags, except in comments and in CDATA sections. */
const signs = /<!\[CDATA\[|<!--|<(\/?)(?:[\w.-]+:)?(item|entry)(?=[\s/>])/gi;

/**
 * Finds the items of a malformed feed by their tags. One that is not closed ends where the next begins.
 *
 * @returns the items, and where the first begins
 */
export function cutItems(text: string): { items: CutItem[]; start: number } {
  const items: CutItem[] = [];
  let open: number | undefined;
  let line = 1;
  let counted = 0;
  const take = (end: number, isWhole: boolean) => {
    if (open === undefined) return;
    for (let at = text.indexOf('\n', counted); at !== -1 && at < open; at = text.indexOf('\n', at + 1)) {
      line++;
      counted = at + 1;
    }
    items.push({ text: text.slice(open, end), line, isWhole });
    open = undefined;
  };
  let first: number | undefined;
  for (let sign = find(text, 0); sign; sign = find(text, signs.lastIndex)) {
    const [written, slash, name] = sign;
    if (name === undefined) {
      const closing = written === '<!--' ? '-->' : ']]>';
      const end = text.indexOf(closing, signs.lastIndex);
      if (end !== -1) signs.lastIndex = end + closing.length;
      continue;
    }
    const end = text.indexOf('>', signs.lastIndex) + 1;
    if (end === 0) break;
    signs.lastIndex = end;
    if (slash === '/') take(end, true);
    else {
      take(sign.index, false);
      open = sign.index;
      first ??= sign.index;
      if (text[end - 2] === '/') take(end, true);
    }
  }
  take(text.length, false);
  return { items, start: first ?? text.length };
}

function find(text: string, start: number): RegExpExecArray | null {
  signs.lastIndex = start;
  return signs.exec(text);
}
