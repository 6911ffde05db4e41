import { HtmlValidate, StaticConfigLoader, type ResolvedConfig } from 'html-validate';

const rules = {
  // How the markup is laid out and which equal form it takes is the printer's choice.
  'doctype-style': 'off',
  'no-trailing-whitespace': 'off',
  'void-style': 'off',
  'attr-quotes': 'off',
  'long-title': 'off',
  // White space between the items of a list, and what Markdown's own syntax makes of text.
  'no-inline-style': 'error',
} as const;

/** Of headings and links in which a text has no word: valid, and the author's affair. */
const wordless = { 'empty-heading': 'off', 'wcag/h30': 'off' } as const;

/** All pages have one configuration: it is put together once, which takes as long as to validate a page. */
class OneConfig extends StaticConfigLoader {
  private config: ResolvedConfig | Promise<ResolvedConfig> | undefined;

  override getConfigFor(page: string): ResolvedConfig | Promise<ResolvedConfig> {
    return (this.config ??= super.getConfigFor(page));
  }
}

const presets = ['html-validate:recommended', 'html-validate:a11y'];
const validator = new HtmlValidate(new OneConfig({ extends: presets, rules }));
const lenientValidator = new HtmlValidate(
  new OneConfig({ extends: presets, rules: { ...rules, ...wordless } }),
);

/**
 * Finds what is wrong with a page's HTML.
 *
 * @param isAnyText whether headings and links in its text may be without a word
 * @returns each as `line rule: what is wrong`
 */
export async function validateHtml(html: string, isAnyText = false): Promise<string[]> {
  const { results } = await (isAnyText ? lenientValidator : validator).validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`),
  );
}
