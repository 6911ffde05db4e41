import { startOfFile } from '../../../../records/problem.ts';
import { listTexts } from '../../shared/list-texts.ts';
import { toLine } from '../../../text/lines.ts';
import type { Defaults } from './defaults.ts';
import type { Document } from './locate-document.ts';
import type { PlaceholderTexts } from './placeholders.ts';
import { toText, type JekyllSite } from './site.ts';
import { UnknownAddress } from './unknown-address.ts';

/** What YAML 1.1 has as a truth value, and not as text, unless it is quoted. */
const truthValue = /^(?:yes|no|on|off|true|false)$/i;

/**
 * Finds what the placeholders of a permalink stand for.
 *
 * @throws {UnknownAddress} when the document may have another extension when it is converted; `listCategories` does, when it may
 *   have other categories
 */
export function describeDocument(
  { markdownExtensions }: Pick<JekyllSite, 'markdownExtensions'>,
  document: Document,
  defaults: Defaults,
): PlaceholderTexts {
  const { collection = '', inner, name, extension, file, keys } = document;
  const isMarkdown = markdownExtensions.has(extension);
  if (!isMarkdown && !/^html?$/.test(extension)) {
    const found = `a file that ends with ".${extension}"`;
    const fix = 'Add the address to formerUrls of the article.';
    throw new UnknownAddress(file, startOfFile, { found, expected: 'a post in Markdown or HTML', fix });
  }
  const slug = toText(keys.get('slug')?.value) ?? document.slug;
  return {
    collection,
    path: inner,
    name,
    slug,
    listCategories: () => listCategories(document, defaults),
    outputExtension: isMarkdown ? '.html' : `.${extension}`,
  };
}

/** The categories of a post: its folders, then those of `categories`, then that of `category`. */
function listCategories({ above, file, keys }: Document, defaults: Defaults): string[] {
  const categories = [defaults.get('categories')?.value, keys.get('categories')?.value].flatMap((value) =>
    // A list in one line is parted at spaces.
    typeof value === 'string' ? value.split(/\s+/) : listTexts(value).texts,
  );
  const { texts } = listTexts(keys.get('category')?.value ?? defaults.get('category')?.value);
  const named = [...categories, ...texts].flatMap((text) => toText(text) ?? []);
  const unclear = named.find((text) => truthValue.test(text));
  if (unclear === undefined) return [...above, ...named];
  const found = `the category "${toLine(unclear)}", which is a truth value in YAML unless it is quoted`;
  const fix = 'Add the address to formerUrls of the article.';
  const position = keys.get('categories') ?? keys.get('category');
  throw new UnknownAddress(file, position, { found, expected: 'a text', fix });
}
