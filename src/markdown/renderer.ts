import type { Root } from 'hast';
import type { Image, ImageReference, Link, Text } from 'mdast';
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { type Options as RemarkRehypeOptions } from 'remark-rehype';

import type { Messages } from '../languages/messages.ts';
import { lowerSchemes } from './lower-schemes.ts';
import { linkMentions, type Findings } from './mentions.ts';
import { createNameFinder, type NamedRecord } from './name-finder.ts';
import { numberNotes } from './number-notes.ts';
import { numberParagraphs } from './paragraph-numbers.ts';
import { rehypePlainHtml } from './plain-html.ts';
import { markdownSyntax } from './syntax.ts';

/** A rendered article. */
interface RenderedArticle extends Findings {
  html: string;
}

/** Turns Markdown into HTML that is safe to show. */
export interface Renderer {
  /**
   * Renders an article's text and finds the names in it.
   *
   * @param records the article's tags of the vocabularies whose names are looked for
   * @param language BCP 47 tag of the text
   */
  renderArticle(markdown: string, records: readonly NamedRecord[], language: string): RenderedArticle;
  /** Renders the archive's own words: the colophon, the body of an authority record. */
  renderText(markdown: string): string;
}

/** Ids of footnotes begin with this, so that they are nobody else's; a number follows (see `numberNotes`). */
const idPrefix = 'note-';

const toHtmlTree = ({ notes, backToText }: Messages['text']): RemarkRehypeOptions => ({
  clobberPrefix: idPrefix,
  footnoteLabel: notes,
  footnoteLabelProperties: {},
  footnoteBackLabel: (reference, place) => backToText(reference + 1, place),
  handlers: {
    // Raw HTML is a text like any other: shown, not followed, and nothing of it lost.
    html: (_state, node: { value: string }) => ({ type: 'text', value: node.value }),
    image: (state, { url, alt }: Image) => state.one(linkToImage(url, alt), undefined),
    imageReference: (state, { identifier, alt }: ImageReference) =>
      state.one(linkToImage(state.definitionById.get(identifier.toUpperCase())?.url ?? '', alt), undefined),
  },
});

/** What an image is replaced by: a link to it, or its text alone when it is not on the web. */
function linkToImage(url: string, alt: string | null | undefined): Link | Text {
  const text: Text = { type: 'text', value: alt || url };
  return /^https?:/i.test(url) ? { type: 'link', url, children: [text] } : text;
}

const safe: Schema = {
  ...defaultSchema,
  // remark-rehype has set the only prefix that ids get; a second one would part footnotes from their links.
  clobberPrefix: '',
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'] },
};

/**
 * Composes the Markdown pipeline: CommonMark 0.31 and GFM 0.29, sanitized, with the names of an article's tags linked.
 * One renderer serves a whole build.
 *
 * What it makes of a text differs from what those specifications say in nothing but this:
 * - Raw HTML is shown as the text that it is.
 * - Links lead to the web (`http:`, `https:`), to mail (`mailto:`), or within the site; of others the words stay.
 * - Images are links to them, by their descriptions, or by their addresses where they have none; their titles go.
 * - Headings begin at the second rank, since the page's title has the first, and skip none.
 * - Footnotes, which the specifications do not have, are set below the text.
 * - Boxes of task lists are signs (☑ ☐), and tables align their cells by classes, and scroll by themselves.
 *
 * @param hrefOf the address of the page of a record, by its key (`people/wang-yi`)
 * @param words what is added to texts, in the site's language
 */
export function createRenderer(hrefOf: (key: string) => string, words: Messages['text']): Renderer {
  const processor = markdownSyntax()
    .use(numberNotes)
    .use(remarkRehype, toHtmlTree(words))
    .use(lowerSchemes)
    .use(rehypeSanitize, safe)
    .use(rehypePlainHtml, words.table)
    .use(rehypeStringify)
    .freeze();
  const parse = (markdown: string): Root => processor.runSync(processor.parse(markdown)) as unknown as Root;
  return {
    renderArticle(markdown, records, language) {
      const tree = parse(markdown);
      const findings = linkMentions(tree, createNameFinder(records), hrefOf, language);
      numberParagraphs(tree, words.paragraph);
      return { html: processor.stringify(tree), ...findings };
    },
    renderText: (markdown) => processor.stringify(parse(markdown)),
  };
}
