/**
 * Parts a text at what stands between two marks, in time proportional to its length. A mark that is not closed is text.
 *
 * @returns what is outside and what is inside in turn, beginning and ending with what is outside
 *
 * @example
 * splitBetween('a<!--b-->c', '<!--', '-->') // ['a', 'b', 'c']
 */
export function splitBetween(text: string, begin: string, end: string): string[] {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf(begin, at);
    const stop = start === -1 ? -1 : text.indexOf(end, start + begin.length);
    if (stop === -1) return [...parts, text.slice(at)];
    parts.push(text.slice(at, start), text.slice(start + begin.length, stop));
    at = stop + end.length;
  }
}
