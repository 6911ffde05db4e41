import type { Element, Root, RootContent, Text } from 'hast';

import type { FindNames, FoundName } from './name-finder.ts';
import { isAttribution, isByline, isPictureAddress } from './not-prose.ts';
import { splitSentences, type TextRange } from './sentences.ts';

/** The sentence of an article that names a record. */
export interface Evidence {
  /** The sentence, verbatim. */
  text: string;
  /** The range of the name in the sentence, in UTF-16 code units. */
  start: number;
  end: number;
  /** It is in the caption of a picture, and the text does not name the record. */
  inCaption?: true;
}

/** What the rendering finds in an article's text. */
export interface Findings {
  /** The first sentence that names each record, by the record's key. */
  evidence: Record<string, Evidence>;
  /** The records whose names the text has, but in no mention, by their keys; missing when there are none. */
  otherwiseNamed?: string[];
  /** The first sentence of the text; '' when it has no running text. */
  firstSentence: string;
}

/** The running text of one paragraph, list item or table cell, across its inline elements. */
interface Passage {
  text: string;
  /** Whether it is a sentence or more of the article itself: neither a caption nor the attribution of a quotation. */
  isProse: boolean;
  /** The same text, with a line separator (U+2028) instead of the line end of each hard break. */
  lines: string;
  pieces: { node: Text; parent: Element | Root; start: number; linkable: boolean }[];
}

/** Elements whose text is not running text: headings and code blocks. */
const skipped = /^(?:h[1-6]|pre)$/;
const inline = /^(?:a|br|code|del|em|input|span|strong|sup)$/;

/**
 * Finds the names in an article's tree, links the first mention of each record, and collects the evidence. Names in
 * headings are ignored. A name in a link or code, or one that spans several inline elements, is evidence but is not linked.
 *
 * @param tree the article; changed in place
 * @param findNames from `createNameFinder`
 * @param hrefOf the address of a record's page, by its key
 * @param language BCP 47 tag of the text
 */
export function linkMentions(
  tree: Root,
  findNames: FindNames<FoundName>,
  hrefOf: (key: string) => string,
  language: string,
): Findings {
  const findings: Findings = { evidence: {}, firstSentence: '' };
  const linked = new Set<string>();
  for (const passage of collectPassages(tree)) {
    const { text, isProse } = passage;
    const names = findNames(text, language).filter(
      ({ key, isPart }) => !isPart && !(linked.has(key) && findings.evidence[key]),
    );
    if (names.length === 0 && findings.firstSentence) continue;
    const sentences = splitSentences(passage.lines, language);
    if (isProse)
      findings.firstSentence ||= sentences[0] ? text.slice(sentences[0].start, sentences[0].end) : '';
    const links: FoundName[] = [];
    for (const name of names) {
      if (isProse) findings.evidence[name.key] ??= takeEvidence(text, sentences, name);
      if (linked.has(name.key) || !pieceOf(passage, name)?.linkable) continue;
      linked.add(name.key);
      links.push(name);
    }
    // From the end, so that the positions of earlier names stay valid.
    for (const name of links.reverse()) insertLink(passage, name, hrefOf(name.key));
  }
  return findings;
}

function collectPassages(tree: Root): Passage[] {
  const passages: Passage[] = [];
  for (const node of tree.children) if (node.type === 'element') visitBlock(node);
  return passages.filter(({ text }) => text.trim() !== '' && !isByline(text));

  function visitBlock(block: Element): void {
    if (isSkipped(block)) return;
    visit(block, startPassage(!isPicture(block)), true);
    if (block.tagName === 'blockquote') markAttribution(block);
  }

  function markAttribution(quotation: Element): void {
    const last = passages.findLast(({ text }) => text.trim() !== '');
    const paragraphs = quotation.children.filter(({ type }) => type === 'element').length;
    if (paragraphs > 1 && last) last.isProse &&= !isAttribution(last.text);
  }

  function startPassage(isProse = true): Passage {
    const passage: Passage = { text: '', isProse, lines: '', pieces: [] };
    passages.push(passage);
    return passage;
  }

  /** @returns the passage that continues after the parent */
  function visit(parent: Element, passage: Passage, linkable: boolean): Passage {
    for (const [index, node] of parent.children.entries()) {
      if (node.type === 'text') {
        const before = parent.children[index - 1];
        const breaks = before?.type === 'element' && before.tagName === 'br';
        passage.pieces.push({ node, parent, start: passage.text.length, linkable });
        passage.text += node.value;
        passage.lines += breaks ? node.value.replace(/^\n/, '\u2028') : node.value;
      } else if (node.type === 'element' && !inline.test(node.tagName)) {
        visitBlock(node);
        passage = startPassage();
      } else if (node.type === 'element' && !isSkipped(node)) {
        const { tagName } = node;
        passage = visit(node, passage, linkable && tagName !== 'a' && tagName !== 'code');
      }
    }
    return passage;
  }
}

/** Whether a paragraph is a picture with its caption. */
function isPicture({ children: [first] }: Element): boolean {
  return (
    first?.type === 'element' &&
    first.tagName === 'a' &&
    isPictureAddress(String(first.properties.href ?? ''))
  );
}

/** Whether an element's text is not the article's running text; footnotes are the archive's own. */
function isSkipped({ tagName, properties, children }: Element): boolean {
  const reference = children[0];
  return (
    skipped.test(tagName) ||
    properties.dataFootnotes !== undefined ||
    (tagName === 'sup' && reference?.type === 'element' && reference.properties.dataFootnoteRef !== undefined)
  );
}

function takeEvidence(text: string, sentences: readonly TextRange[], { start, end }: FoundName): Evidence {
  const first = sentences.find((sentence) => sentence.end > start);
  const last = sentences.find((sentence) => sentence.end >= end);
  const from = Math.min(first?.start ?? 0, start);
  return {
    text: text.slice(from, Math.max(last?.end ?? text.length, end)),
    start: start - from,
    end: end - from,
  };
}

function pieceOf({ pieces }: Passage, { start, end }: FoundName): Passage['pieces'][number] | undefined {
  let [low, high] = [0, pieces.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) <= start) low = middle;
    else high = middle;
  }
  const piece = pieces[low];
  return piece && piece.start <= start && piece.start + piece.node.value.length >= end ? piece : undefined;
}

function insertLink(passage: Passage, name: FoundName, href: string): void {
  const piece = pieceOf(passage, name);
  if (!piece) return;
  const { node, parent } = piece;
  const from = name.start - piece.start;
  const to = name.end - piece.start;
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href, className: ['mention'] },
    children: [{ type: 'text', value: node.value.slice(from, to) }],
  };
  const rest: Text = { type: 'text', value: node.value.slice(to) };
  node.value = node.value.slice(0, from);
  const children: RootContent[] = parent.children;
  children.splice(children.indexOf(node) + 1, 0, link, rest);
}
