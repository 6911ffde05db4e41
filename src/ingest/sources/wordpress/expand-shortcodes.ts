import { renderShortcode } from './render-shortcode.ts';
import { readShortcodeTag, type ShortcodeTag } from './scan-shortcodes.ts';
import type { PostContext } from './post-context.ts';

/** Shortcodes of WordPress itself. Others are recognized only by their form. */
const ownShortcodes = new Set(['audio', 'caption', 'embed', 'gallery', 'playlist', 'video', 'wp_caption']);
/** Names that are no words which stand in brackets in a text, but common shortcodes without attributes. */
const commonNames =
  /^(?:divider|separator|spacer|hr|clear|clearfix|gap|toc|sitemap|nggallery|contact-form(?:-7)?|adsense|[a-z\d]+_\w+)$/;

/** A part of a text: code, running text, or the tag of a shortcode. */
type Token = { text: string; tag?: ShortcodeTag };

/**
 * Replaces shortcodes (https://developer.wordpress.org/plugins/shortcodes/) with what they show, as far as that is known.
 * Brackets are common in texts ("[sic]"): only WordPress' own shortcodes, and those with attributes or an end tag, are
 * recognized, and none in code.
 */
export function expandShortcodes(html: string, context: PostContext): string {
  const tokens = splitCode(html).flatMap((part, index) =>
    index % 2 === 0 ? tokenize(part) : [{ text: part }],
  );
  const ends = pairTags(tokens);
  const paired = new Set([...ends.keys()].map((index) => tokens[index]?.tag?.name));
  const closing = new Set(ends.values());
  const isShortcode = ({ name, kind, attributes }: ShortcodeTag) =>
    ownShortcodes.has(name) ||
    paired.has(name) ||
    (kind !== 'end' &&
      (commonNames.test(name) ||
        [...attributes].some(([key, value]) => !/^\d+$/.test(key) || /^https?:\/\//i.test(value))));

  const render = (from: number, to: number, depth: number): string => {
    let shown = '';
    for (let index = from; index < to; index++) {
      const { text, tag } = tokens[index] as Token;
      if (!tag || !isShortcode(tag)) {
        shown += text;
        if (tag?.kind === 'begin' && tag.attributes.size === 0) noticeLine(tokens, index, context);
        continue;
      }
      const end = ends.get(index);
      // Beyond this depth the words stay, and the tags are told.
      if (end === undefined || depth > 50) {
        if (closing.has(index) && depth <= 50) continue;
        if (tag.kind === 'end') context.leaveOut(`the shortcode [${tag.name}]`, { text });
        else shown += renderShortcode(tag, undefined, context);
        continue;
      }
      shown += renderShortcode(tag, render(index + 1, end, depth + 1), context);
      index = end;
    }
    return shown;
  };
  return render(0, tokens.length, 0);
}

/** A word in brackets on a line of its own may be a shortcode, or what the text says: `[applause]`. */
function noticeLine(tokens: readonly Token[], index: number, { notice }: PostContext): void {
  const [before = '', after = ''] = [tokens[index - 1]?.text, tokens[index + 1]?.text];
  if (!/(?:^|[\n>])[ \t]*$/.test(before.slice(-20)) || !/^[ \t]*(?:$|[\n<])/.test(after.slice(0, 20))) return;
  const { text = '' } = tokens[index] ?? {};
  notice(`"${text}" stands on a line of its own, and was kept as text: it may be a shortcode.`);
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let [at, from] = [0, 0];
  for (let start = text.indexOf('['); start !== -1; start = text.indexOf('[', from)) {
    const isDoubled = text[start + 1] === '[';
    const tag = readShortcodeTag(text, isDoubled ? start + 1 : start);
    const end = start + (isDoubled ? 1 : 0) + (tag?.text.length ?? 0);
    if (!tag) from = start + 1;
    else if (isDoubled && text[end] === ']') {
      // Doubled brackets are an escape.
      tokens.push({ text: text.slice(at, start) + tag.text });
      at = from = end + 1;
    } else {
      tokens.push({ text: text.slice(at, end - tag.text.length) }, { text: tag.text, tag });
      at = from = end;
    }
  }
  return [...tokens, { text: text.slice(at) }];
}

/** The index of the end tag for that of each tag that has one. */
function pairTags(tokens: readonly Token[]): Map<number, number> {
  const ends = new Map<number, number>();
  const open = new Map<string, number[]>();
  for (const [index, { tag }] of tokens.entries()) {
    if (tag?.kind === 'begin') {
      const begun = open.get(tag.name);
      if (begun) begun.push(index);
      else open.set(tag.name, [index]);
    } else if (tag?.kind === 'end') {
      const begin = open.get(tag.name)?.pop();
      if (begin !== undefined) ends.set(begin, index);
    }
  }
  return ends;
}

/** Splits a text alternately into what is not code and what is. */
function splitCode(html: string): string[] {
  const parts: string[] = [];
  const begin = /<(pre|code)\b[^<>]*>/gi;
  let at = 0;
  for (let match = begin.exec(html); match; match = begin.exec(html)) {
    const end = match[1]?.toLowerCase() === 'pre' ? /<\/pre\s*>/gi : /<\/code\s*>/gi;
    end.lastIndex = begin.lastIndex;
    // Without an end tag it is not an element.
    if (!end.test(html)) break;
    parts.push(html.slice(at, match.index), html.slice(match.index, end.lastIndex));
    at = begin.lastIndex = end.lastIndex;
  }
  return [...parts, html.slice(at)];
}
