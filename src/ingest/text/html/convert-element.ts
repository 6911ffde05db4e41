import type { Element, ElementContent } from 'hast';

import { shapeTable } from '../html-table.ts';
import { toUnicodeScript } from '../superscripts.ts';
import { toLine } from '../lines.ts';
import {
  convertDefinitions,
  convertDetails,
  convertPreformatted,
  convertQuotation,
  isPullQuote,
} from './blocks.ts';
import type { Context, Convert } from './context.ts';
import { convertEmbed, embedElement } from './embeds.ts';
import { convertEmphasis, isEmphasis } from './emphasis.ts';
import { convertFigure, isFigureLike } from './figures.ts';
import { arrangeBlock } from './flow.ts';
import { convertLink } from './links.ts';
import { convertList } from './lists.ts';
import { labelNote } from './notes.ts';
import { attribute, isBlock, listElements, makeElement, wordsOf } from './nodes.ts';
import { convertFormula, convertRuby, isOmitted, omitElement } from './omitted.ts';
import { convertNoscript, convertPicture, pictureElement } from './pictures.ts';

const converters: Readonly<Record<string, Convert>> = {
  a: convertLink,
  figure: convertFigure,
  blockquote: convertQuotation,
  details: convertDetails,
  dl: convertDefinitions,
  pre: convertPreformatted,
  ol: convertList,
  ul: convertList,
  menu: convertList,
  dir: convertList,
  math: convertFormula,
  ruby: convertRuby,
  noscript: convertNoscript,
  sup: convertRaised,
  sub: convertRaised,
  // A line break opportunity, which has no meaning in a text.
  wbr: () => [],
};

/** Elements within a line that add nothing that Markdown has. */
const transparent =
  /^(?:abbr|acronym|bdi|bdo|big|blink|cite|data|dfn|font|ins|kbd|map|mark|marquee|meter|nobr|output|progress|rb|rp|rt|rtc|samp|slot|small|span|time|tt|u|var)$/;

/** Converts an element to what Markdown has for it. */
export function convertElement(node: Element, context: Context): ElementContent[] {
  const { leaveOut } = context;
  for (const key of Object.keys(node.properties)) {
    if (/^on/i.test(key)) leaveOut(`an event handler (${key.toLowerCase()})`);
  }
  const content = convertContent(node, context);
  // Lists and definitions label their own.
  const label = /^(?:li|dd)$/.test(node.tagName) ? undefined : context.notes.notes.get(node);
  return label === undefined ? content : labelNote(content, label);
}

function convertContent(node: Element, context: Context): ElementContent[] {
  const { leaveOut } = context;
  const { tagName } = node;
  if (node.properties.dataRepeated !== undefined) return [];
  if (isOmitted(node)) return omitElement(node, context);
  if (pictureElement.test(tagName)) return convertPicture(node, context);
  if (embedElement.test(tagName)) return convertEmbed(node, context);
  if (isEmphasis(node)) return convertEmphasis(node, context);
  if (isPullQuote(node)) return convertQuotation(node, context);
  if (tagName !== 'figure' && isFigureLike(node)) return convertFigure(node, context);
  const convert = Object.hasOwn(converters, tagName) ? converters[tagName] : undefined;
  if (convert) return convert(node, context);
  const title = toLine(attribute(node, 'title'));
  if (title !== '' && title !== wordsOf(node))
    leaveOut(
      tagName === 'abbr' ? 'the meaning of an abbreviation' : 'a title that a page shows on pointing',
      {
        text: `${wordsOf(node).slice(0, 100)}: ${title}`,
      },
    );
  const children = context.clean(node.children, context);
  if (transparent.test(tagName)) return children;
  if (tagName === 'p' || tagName === 'summary')
    return arrangeBlock(children, makeElement('p'), context.breaksPartParagraphs);
  if (/^h[1-6]$/.test(tagName)) return arrangeBlock(children, makeElement(tagName === 'h1' ? 'h2' : tagName));
  const isCell = /^(?:table|thead|tbody|tfoot|tr|td|th|caption)$/.test(tagName);
  const element = {
    ...node,
    properties: keepProperties(node),
    children:
      isCell || !isBlock(node) ? children : arrangeBlock(children, undefined, context.breaksPartParagraphs),
  };
  return tagName === 'table' ? shapeTable(element) : [element];
}

function convertRaised(node: Element, context: Context): ElementContent[] {
  const children = context.clean(node.children, context);
  if (listElements(node).some((each) => context.notes.labels.has(each))) return children;
  const raised = toUnicodeScript(node.tagName === 'sup' ? 'sup' : 'sub', children);
  if (!raised) {
    const place = node.tagName === 'sup' ? 'raised' : 'lowered';
    context.leaveOut(`the place of ${place} words, which were kept`, { text: wordsOf(node) });
  }
  return raised ?? children;
}

/** The properties that matter for the form of the text. */
function keepProperties({ properties: { align, colSpan, rowSpan, role } }: Element): Element['properties'] {
  return { align, colSpan, rowSpan, role };
}
