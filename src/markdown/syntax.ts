import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import type { Processor } from 'unified';

import { endAddresses } from './full-width-signs.ts';
import { parsePlainParagraphs } from './plain-paragraphs.ts';

/**
 * The archive's Markdown: CommonMark and GitHub Flavored Markdown, parsed to and serialized from a syntax tree. Between
 * characters of Chinese, Japanese and Korean, which have no spaces between words, emphasis begins and ends at any sign.
 */
export const markdownSyntax = remark()
  .use(remarkGfm)
  .use(disableLateAutolinks)
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough)
  .use(endAddressesAtFullWidthSigns)
  .use(skipUnusedSyntax)
  .freeze();

/**
 * Removes remark-gfm's second search for web addresses, in the finished tree: there it cannot tell whether an address was
 * escaped (`www\.example.org`). By then the tokenizer has found all autolinks of GFM (section 6.9).
 */
function disableLateAutolinks(this: Processor): void {
  const extensions = this.data().fromMarkdownExtensions ?? [];
  for (const extension of extensions.flat()) delete extension.transforms;
}

/** Ends addresses that are written without brackets at full-width signs, for which GFM (6.9) makes no provision. */
function endAddressesAtFullWidthSigns(this: Processor): void {
  const transform = (tree: Root) => endAddresses(tree, (markdown) => commonMark.parse(markdown));
  this.data().fromMarkdownExtensions?.push({ transforms: [transform] });
}

/**
 * Each construct of GFM contains one of these: tables (4.10) a `|`, or a colon in the row below their header; task lists
 * (5.3) a checkbox; strikethrough (6.5) a tilde; autolinks (6.9) `www.`, a protocol or an `@`; footnotes `[^`.
 */
const gfmMarkers = /[|~@]|:-|-:|\[\s\]|\[[x^]|www\.|https?:/i;

const commonMark = remark().use(remarkCjkFriendly).freeze();

/**
 * Parses texts without GFM constructs, which most news texts are, as CommonMark. The tree is the same, and it takes a third
 * of the time: with GFM, the parser looks for an e-mail address at the beginning of each word. Texts without any
 * construct are not parsed at all.
 */
function skipUnusedSyntax(this: Processor): void {
  const { parser } = this;
  this.parser = (document, file) =>
    gfmMarkers.test(document) && parser
      ? parser(document, file)
      : (parsePlainParagraphs(document) ?? commonMark.parse(file));
}
