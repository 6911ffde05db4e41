import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // How the markup is laid out and which equal form it takes is the printer's choice.
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'attr-quotes': 'off',
    'long-title': 'off',
    // White space between the items of a list, and what Markdown's own syntax makes of text.
    'no-inline-style': 'error',
  },
});

/**
 * Finds what is wrong with a page's HTML.
 *
 * @returns each as `line rule: what is wrong`
 */
export async function validateHtml(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`),
  );
}
