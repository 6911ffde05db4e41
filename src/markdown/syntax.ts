import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { Processor } from 'unified';

/** What a Markdown text means to this archive: CommonMark and GitHub Flavored Markdown, read from and written to a tree. */
export const markdownSyntax = remark().use(remarkGfm).use(heedEscapes).use(passOverUnusedSyntax).freeze();

/**
 * remark-gfm looks for web addresses a second time, in the finished tree, where it cannot tell whether one was escaped
 * (`www\.example.org`). GFM's own rules (section 6.9) have been followed by then.
 */
function heedEscapes(this: Processor): void {
  const extensions = this.data().fromMarkdownExtensions ?? [];
  for (const extension of extensions.flat()) delete extension.transforms;
}

/**
 * What each of GFM's own constructs has somewhere: tables (4.10) a `|`, or a colon at the hyphens below their head;
 * task lists (5.3) a box; strikethrough (6.5) a tilde; autolinks (6.9) `www.`, a protocol, or an `@`; footnotes `[^`.
 */
const gfmSigns = /[|~@]|:-|-:|\[\s\]|\[[x^]|www\.|https?:/i;

const commonMark = remark().freeze();

/**
 * Most news texts have nothing of GFM's own. Those are read as CommonMark, which takes a third of the time: GFM asks at the
 * beginning of each word whether it is that of an e-mail address. The tree is the same.
 */
function passOverUnusedSyntax(this: Processor): void {
  const { parser } = this;
  this.parser = (document, file) =>
    gfmSigns.test(document) && parser ? parser(document, file) : commonMark.parse(file);
}
