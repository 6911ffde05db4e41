import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { Processor } from 'unified';

/** What a Markdown text means to this archive: CommonMark and GitHub Flavored Markdown, read from and written to a tree. */
export const markdownSyntax = remark().use(remarkGfm).use(heedEscapes).freeze();

/**
 * remark-gfm looks for web addresses a second time, in the finished tree, where it cannot tell whether one was escaped
 * (`www\.example.org`). GFM's own rules (section 6.9) have been followed by then.
 */
function heedEscapes(this: Processor): void {
  const extensions = this.data().fromMarkdownExtensions ?? [];
  for (const extension of extensions.flat()) delete extension.transforms;
}
