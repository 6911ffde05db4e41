const tag = /<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>/g;
const nameOf = /^<(\/?)([a-z]+[1-6]?)/;

/** Tags that do not end a word. */
const inline = new Set(['a', 'b', 'bdi', 'code', 'del', 'em', 'i', 's', 'span', 'strong', 'sub', 'sup']);

/** What the archive itself says within an article's text: editor's notes, and the references to them. */
const isOwn = /\bdata-footnote(?:s|-ref)\b/;

/**
 * Reads the text of an article's rendering, without the archive's own notes. Blocks are separate lines.
 *
 * @param html as our own renderer writes it (`renderer.ts`)
 * @param captionMarks what begins and ends each caption
 *
 * @example
 * readHtmlText('<p>The <b>fer</b>ry &#x26; the tram</p><p>It left.</p>') // 'The ferry & the tram\nIt left.'
 */
export function readHtmlText(html: string, captionMarks: readonly [string, string] = ['', '']): string {
  const [begins, ends] = captionMarks;
  let text = '';
  let after = 0;
  /** The element that is left out, and how many elements of its kind are open within it. */
  let left: { name: string; depth: number } | undefined;
  for (const { 0: markup, index } of html.matchAll(tag)) {
    const [, closes, name = ''] = nameOf.exec(markup) ?? [];
    if (left === undefined) text += html.slice(after, index);
    after = index + markup.length;
    if (left !== undefined) {
      if (name === left.name) left.depth += closes ? -1 : 1;
      if (left.depth === 0) left = undefined;
    } else if (!closes && isOwn.test(markup)) {
      left = { name, depth: 1 };
    } else if (name === 'figcaption') {
      text += closes ? `${ends}\n` : `\n${begins}`;
    } else if (!inline.has(name)) {
      text += '\n';
    }
  }
  return decodeReferences(text + html.slice(after))
    .replace(/[^\S\n\u00a0\u202f]+/gu, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeReferences(html: string): string {
  if (!html.includes('&')) return html;
  return html.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi,
    (written, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? written;
      return String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16));
    },
  );
}
