import type { Element, Root, RootContent, Text } from 'hast';

import type { FoundName } from './name-finder.ts';
import { splitSentences, type TextRange } from './sentences.ts';

/** The sentence of an article that names a record. */
export interface Evidence {
  /** The sentence, letter for letter. */
  text: string;
  /** Where the name stands in it, in UTF-16 code units. */
  start: number;
  end: number;
}

/** What is found in an article's text while it is rendered. */
export interface Findings {
  /** For each record that the text names, by its key, the sentence that names it first. */
  evidence: Record<string, Evidence>;
  /** The text's first sentence, '' when it has no running text. */
  firstSentence: string;
}

/** A stretch of running text: what one paragraph, list item or table cell says, across its inline elements. */
interface Passage {
  text: string;
  /** The same text, in which a line separator (U+2028) stands for the line end of each hard break. */
  lines: string;
  pieces: { node: Text; parent: Element | Root; start: number; linkable: boolean }[];
}

/** Elements whose text is not the article's running text: headings, code blocks, and the archive's own notes. */
const passedOver = /^(?:h[1-6]|pre)$/;
const inline = /^(?:a|br|code|del|em|input|span|strong|sup)$/;

/**
 * Finds the names in an article's tree, links the first mention of each record, and takes the evidence.
 * A name in a heading, a link or code is not linked; one that runs across inline elements is evidence, not a link.
 *
 * @param tree the article; changed in place
 * @param findNames from `createNameFinder`
 * @param hrefOf the address of a record's page, by its key
 * @param language BCP 47 tag of the text
 */
export function linkMentions(
  tree: Root,
  findNames: (text: string) => FoundName[],
  hrefOf: (key: string) => string,
  language: string,
): Findings {
  const findings: Findings = { evidence: {}, firstSentence: '' };
  const linked = new Set<string>();
  for (const passage of collectPassages(tree)) {
    const { text } = passage;
    const names = findNames(text).filter(({ key }) => !(linked.has(key) && findings.evidence[key]));
    if (names.length === 0 && findings.firstSentence) continue;
    const sentences = splitSentences(passage.lines, language);
    findings.firstSentence ||= sentences[0] ? text.slice(sentences[0].start, sentences[0].end) : '';
    const links: FoundName[] = [];
    for (const name of names) {
      findings.evidence[name.key] ??= takeEvidence(text, sentences, name);
      if (linked.has(name.key) || !pieceOf(passage, name)?.linkable) continue;
      linked.add(name.key);
      links.push(name);
    }
    // From the end, so that the places of those before stay what they are.
    for (const name of links.reverse()) insertLink(passage, name, hrefOf(name.key));
  }
  return findings;
}

function collectPassages(tree: Root): Passage[] {
  const passages: Passage[] = [];
  for (const node of tree.children) if (node.type === 'element') visitBlock(node);
  return passages.filter(({ text }) => text.trim() !== '');

  function visitBlock(block: Element): void {
    if (!isPassedOver(block)) visit(block, startPassage(), true);
  }

  function startPassage(): Passage {
    const passage: Passage = { text: '', lines: '', pieces: [] };
    passages.push(passage);
    return passage;
  }

  /** @returns the passage that what follows the parent belongs to */
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
      } else if (node.type === 'element' && !isPassedOver(node)) {
        const { tagName } = node;
        passage = visit(node, passage, linkable && tagName !== 'a' && tagName !== 'code');
      }
    }
    return passage;
  }
}

function isPassedOver({ tagName, properties, children }: Element): boolean {
  const reference = children[0];
  return (
    passedOver.test(tagName) ||
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
