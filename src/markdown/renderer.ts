import type { Element, Root } from 'hast';
import type { Image, ImageReference, Link, Text } from 'mdast';
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { type Options as RemarkRehypeOptions } from 'remark-rehype';

import type { Messages } from '../languages/messages.ts';
import { createFigureFinder, markPicture, pictureMark, placeFigures, type Figure } from './figures.ts';
import { createFormerLinkFinder, linkTargets, type FormerLink, type LinkedFile } from './link-targets.ts';
import { linkMentions, type Findings } from './mentions.ts';
import { showFigures } from './show-figures.ts';
import { createNameFinder, type NamedRecord } from './name-finder.ts';
import { listNumbers } from './list-numbers.ts';
import { findOtherwiseNamed } from './otherwise-named.ts';
import { numberNotes } from './number-notes.ts';
import { numberParagraphs } from './paragraph-numbers.ts';
import { rehypePlainHtml } from './plain-html.ts';
import { markdownSyntax } from './syntax.ts';

/** How elements of Markdown become elements of HTML. */
type Handler = NonNullable<NonNullable<RemarkRehypeOptions['handlers']>['link']>;

/** A rendered article. */
interface RenderedArticle extends Findings {
  html: string;
  /** How many links led to former URLs, and lead to this archive's own pages now; missing when none did. */
  formerLinks?: number;
}

/** Converts Markdown to safe HTML. */
export interface Renderer {
  /**
   * Renders an article's text with its pictures, and finds the names in it.
   *
   * @param records the article's tags of the vocabularies whose names are looked for
   * @param language BCP 47 tag of the text
   * @param figures the article's pictures: each stands where the text places it, else the first at its head, others at its end
   * @param attachments its documents, sounds and films
   * @param formerLinks where its links to former URLs of the archive's records lead now
   */
  renderArticle(
    markdown: string,
    records: readonly NamedRecord[],
    language: string,
    figures?: readonly Figure[],
    attachments?: readonly LinkedFile[],
    formerLinks?: readonly FormerLink[],
  ): RenderedArticle;
  /** Renders one of the archive's own texts: the colophon, or the body of an authority record. */
  renderText(markdown: string): string;
}

/** The prefix of footnote ids, which nothing else on a page has; a number follows it (see `numberNotes`). */
const idPrefix = 'note-';

const toHtmlTree = (
  { notes, backToText }: Messages['text'],
  toPicture: (url: string, alt: string | null | undefined) => Element | Link | Text,
): RemarkRehypeOptions => ({
  clobberPrefix: idPrefix,
  footnoteLabel: notes,
  footnoteLabelProperties: {},
  footnoteBackLabel: (reference, occurrence) => backToText(reference + 1, occurrence),
  handlers: {
    // Raw HTML is shown as text, so that none of it is lost.
    html: (_state, node: { value: string }) => ({ type: 'text', value: node.value }),
    image: (state, { url, alt }: Image) => show(toPicture(url, alt), state),
    imageReference: (state, { identifier, alt }: ImageReference) =>
      show(toPicture(state.definitionById.get(identifier.toUpperCase())?.url ?? '', alt), state),
  },
});

function show(node: Element | Link | Text, state: Parameters<Handler>[0]) {
  return node.type === 'element' ? node : state.one(node, undefined);
}

/** Replaces an image by a link to it, or by its text alone when it is not on the web. */
function linkToImage(url: string, alt: string | null | undefined): Link | Text {
  const text: Text = { type: 'text', value: alt || url };
  return /^https?:/i.test(url) ? { type: 'link', url, children: [text] } : text;
}

const safe: Schema = {
  ...defaultSchema,
  // remark-rehype has added the prefix already; a second one would break the links to footnotes.
  clobberPrefix: '',
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'] },
  attributes: { ...defaultSchema.attributes, ...pictureMark },
};

/**
 * Composes the Markdown pipeline: CommonMark 0.31 and GFM 0.29, sanitized, with the names of an article's tags linked.
 * One renderer serves a whole build.
 *
 * The result differs from those specifications only in this:
 * - Raw HTML is shown as text.
 * - Links to former URLs of the archive's records lead to their pages.
 * - Links may be `http:`, `https:`, `mailto:`, `/of/this/site` or `#of-this-text`, or lead to an attachment of the article; of
 *   other links only the text is kept.
 * - Images whose address is a picture of the article become figures, below which the address stands that they are linked to;
 *   others become links with their alternative text, or
 *   with their address if they have none, and their titles are dropped.
 * - Headings begin at the second rank, since the page's title has the first, and skip no rank.
 * - Emphasis begins and ends beside any character of Chinese, Japanese and Korean, and an address without brackets ends at
 *   a full-width sign.
 * - Numbers of ordered lists that go on higher than counting would are kept.
 * - Footnotes, which are not in the specifications, are placed below the text.
 * - Checkboxes of task lists become characters (☑ ☐); tables align their cells by classes, and scroll on their own.
 *
 * @param hrefOf the address of the page of a record, by its key (`people/wang-yi`)
 * @param labels the strings that are added to texts, in the site's language
 */
export function createRenderer(hrefOf: (key: string) => string, labels: Messages['text']): Renderer {
  let findFigure = createFigureFinder([]);
  const toPicture = (url: string, alt: string | null | undefined) => {
    const index = findFigure(url);
    return index < 0 ? linkToImage(url, alt) : markPicture(index);
  };
  let findFile: (href: string) => LinkedFile | undefined = () => undefined;
  let findFormer = createFormerLinkFinder([]);
  let led = 0;
  const processor = markdownSyntax()
    .use(numberNotes)
    .use(listNumbers)
    .use(remarkRehype, toHtmlTree(labels, toPicture))
    .use(
      linkTargets,
      (href) => findFile(href),
      (href) => {
        const found = findFormer(href);
        if (found !== undefined) led++;
        return found;
      },
    )
    .use(rehypeSanitize, safe)
    .use(rehypePlainHtml, labels.table)
    .use(rehypeStringify)
    .freeze();
  const parse = (markdown: string): Root =>
    processor.runSync(processor.parse(markdown), markdown) as unknown as Root;
  return {
    renderArticle(markdown, records, language, shown = [], attachments = [], formerLinks = []) {
      findFigure = createFigureFinder(shown);
      const findAttachment = createFigureFinder(attachments);
      findFile = (href) => attachments[findAttachment(href)];
      findFormer = createFormerLinkFinder(formerLinks);
      led = 0;
      const tree = parse(markdown);
      const places = shown.length > 0 ? placeFigures(tree, findFigure) : [];
      const findNames = createNameFinder(records);
      const named = linkMentions(tree, findNames, hrefOf, language);
      const unnamed = records.filter(({ key }) => !named.evidence[key]);
      const otherwiseNamed = findOtherwiseNamed(tree, unnamed);
      const findings = {
        ...named,
        ...(otherwiseNamed.length > 0 && { otherwiseNamed }),
        ...(led > 0 && { formerLinks: led }),
      };
      numberParagraphs(tree, labels.paragraph);
      if (shown.length === 0) return { html: processor.stringify(tree), ...findings };
      const inCaptions = showFigures(tree, shown, places, labels, (captions) =>
        linkMentions(captions, findNames, hrefOf, language),
      );
      const evidence = { ...inCaptions, ...findings.evidence };
      return { html: processor.stringify(tree), ...findings, evidence };
    },
    renderText(markdown) {
      findFigure = createFigureFinder([]);
      findFile = () => undefined;
      findFormer = createFormerLinkFinder([]);
      return processor.stringify(parse(markdown));
    },
  };
}
