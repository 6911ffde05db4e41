import type { Element, ElementContent } from 'hast';

import type { Context } from './context.ts';
import { arrangeBlock } from './flow.ts';
import {
  isBlank,
  isElement,
  labelsOf,
  listElements,
  makeElement,
  makeText,
  toOneLine,
  wordsOf,
} from './nodes.ts';
import { isPictureLink, mediaOf, pictureElement } from './pictures.ts';

const captionName =
  /(?:^|[\s_-])(?:caption|captions|wp-caption-text|gallery-caption|tr-caption)(?:$|[\s_-]|text)/i;
const creditName =
  /(?:^|[\s_-])(?:credits?|photo-?credits?|image-?credits?|copyright(?:holder)?|copyrightNotice|creditText|photographer|attribution)(?:$|[\s_-])/i;

function isCaption(node: Element): boolean {
  return (
    node.tagName === 'figcaption' ||
    (!pictureElement.test(node.tagName) && captionName.test(labelsOf(node)) && !holdsPicture(node))
  );
}

function isCredit(node: Element): boolean {
  return !pictureElement.test(node.tagName) && creditName.test(labelsOf(node)) && !holdsPicture(node);
}

function holdsPicture(node: Element): boolean {
  return listElements(node).some(({ tagName }) => pictureElement.test(tagName));
}

/** Whether an element that is no `<figure>` is used as one: a picture with its caption or credit, and no other words. */
export function isFigureLike(node: Element): boolean {
  const isNear = (children: readonly ElementContent[], depth: number): boolean =>
    children.some(
      (child) =>
        isElement(child) &&
        (isCaption(child) || isCredit(child) || (depth > 0 && isNear(child.children, depth - 1))),
    );
  const depth = node.tagName === 'table' ? 3 : 1;
  if (!/^(?:div|section|aside|center|table|dl)$/.test(node.tagName) || !isNear(node.children, depth))
    return false;
  if (listElements(node).some(({ tagName }) => tagName === 'figure') || !holdsPicture(node)) return false;
  return wordsOf(makeElement('div', takeCaptions(node.children).rest)) === '';
}

/**
 * Converts a figure. A picture and its caption and credit become one paragraph, which begins with the link to the picture;
 * the caption of anything else follows it as a paragraph in emphasis.
 */
export function convertFigure(node: Element, context: Context): ElementContent[] {
  const { captions, rest } = takeCaptions(node.children);
  const cleaned = context.clean(rest, context);
  const content = arrangeBlock(trimFigure(cleaned));
  if (captions.length === 0) return content;
  const isQuotation = listElements(makeElement('div', content)).some(
    ({ tagName }) => tagName === 'blockquote',
  );
  const shown = content.filter((each) => !isBlank(each));
  const [only] = shown;
  if (shown.length === 1 && only && isPictureParagraph(only)) {
    const caption = joinCaptions(captions, context);
    describeCaptions(only, captions, context);
    return [
      {
        ...only,
        children: caption.length > 0 ? [...only.children, makeElement('br'), ...caption] : only.children,
      },
    ];
  }
  if (isQuotation) return [...content, makeElement('p', joinCaptions(captions, context))];
  describeGroup(shown, captions, context);
  const isMarked = context.marks.includes('em');
  const caption = joinCaptions(captions, { ...context, marks: [...context.marks, 'em'] });
  if (caption.length === 0) return content;
  return [...content, makeElement('p', isMarked ? caption : [makeElement('em', caption)])];
}

/** Parts the captions and credits of a figure, but not those of figures within it, from the rest. */
function takeCaptions(nodes: readonly ElementContent[]): { captions: Element[]; rest: ElementContent[] } {
  const captions: Element[] = [];
  const visit = (children: readonly ElementContent[]): ElementContent[] =>
    children.flatMap((child): ElementContent[] => {
      if (!isElement(child)) return [child];
      if (isCaption(child) || isCredit(child)) {
        captions.push(child);
        return [];
      }
      if (/^(?:figure|blockquote|table|pre|picture)$/.test(child.tagName) && !holdsCaptionCell(child))
        return [child];
      return [{ ...child, children: visit(child.children) }];
    });
  const rest = visit(nodes);
  // A credit follows the caption, wherever it stands.
  captions.sort((one, other) => Number(isOnlyCredit(one)) - Number(isOnlyCredit(other)));
  return { captions, rest };
}

function isOnlyCredit(node: Element): boolean {
  return !isCaption(node);
}

function holdsCaptionCell(node: Element): boolean {
  return (
    node.tagName === 'table' &&
    listElements(node).some((each) => /^t[dh]$/.test(each.tagName) && isCaption(each))
  );
}

/** Layout in a figure has no meaning: only its blocks and its text count. */
function trimFigure(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    const isWrapper = isElement(node) && /^(?:div|p|section|center|aside|tbody|tr|td)$/.test(node.tagName);
    if (!isWrapper || !holdsOnlyPictures(node)) return [node];
    return trimFigure(node.children);
  });
}

function holdsOnlyPictures(node: Element): boolean {
  return node.children.every(
    (child) =>
      isBlank(child) ||
      isPictureLink(child) ||
      (isElement(child) && child.tagName !== 'a' && holdsOnlyPictures(child)),
  );
}

function isPictureParagraph(node: ElementContent): node is Element {
  if (!isElement(node) || node.tagName !== 'p') return false;
  const [first] = node.children;
  return first !== undefined && isPictureLink(first);
}

/** Parts what stands below a picture into its caption and its credit. */
function describeCaptions(picture: Element, captions: readonly Element[], context: Context): void {
  const [link] = picture.children;
  const media = link && isElement(link) ? mediaOf(link, context) : undefined;
  if (!media) return;
  const credits: string[] = [];
  const withoutCredits = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (!isElement(node)) return [node];
      if (!isCredit(node)) return [{ ...node, children: withoutCredits(node.children) }];
      credits.push(wordsOf(node).replace(/^\((.*)\)$/, '$1'));
      return [];
    });
  const words = captions.map((caption) =>
    wordsOf(makeElement('div', withoutCredits(isOnlyCredit(caption) ? [caption] : caption.children))),
  );
  media.caption = words.filter((each) => each !== '').join(' ');
  const credit = credits.filter((each) => each !== '').join(' ');
  if (credit !== '') media.credit = credit;
}

/** The caption of several pictures is kept with the last. */
function describeGroup(
  shown: readonly ElementContent[],
  captions: readonly Element[],
  context: Context,
): void {
  const [link] = shown.length > 1 && shown.every(isPictureParagraph) ? (shown.at(-1)?.children ?? []) : [];
  const media = link && isElement(link) ? mediaOf(link, context) : undefined;
  if (media) media.groupCaption = captions.map(wordsOf).join(' ');
}

function joinCaptions(captions: readonly Element[], context: Context): ElementContent[] {
  return captions.flatMap((caption, index) => {
    const line = toOneLine(context.clean(caption.children, context));
    return index > 0 && line.length > 0 ? [makeText(' '), ...line] : line;
  });
}
