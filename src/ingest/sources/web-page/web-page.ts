import type { Root } from 'hast';
import { parseHTML } from 'linkedom';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

import { catchFailure } from '../shared/catch-failure.ts';
import { readSourceText } from '../../text/decode-source.ts';
import { checkElements, checkReferences } from '../shared/markup.ts';
import type { Item, ReceivedFile, SourceOptions } from '../source.ts';
import { readPage } from './read-page.ts';
import { splitPage } from './split-page.ts';

const toPage = unified().use(rehypeParse).use(rehypeStringify).freeze();

/**
 * Reads a saved web page as one article (see {@link readPage}), or, when that is asked for, each article of it as one.
 */
export async function* readWebPage(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const { bytes, text } = await readSourceText(file, options.encoding);
  const origin = { file: file.name, line: 1 };
  if (options.split === 'article') {
    const parts = splitPage(text);
    if (parts.length > 1) {
      for (const part of parts) {
        const itsOrigin = { file: file.name, item: part.name, line: part.line };
        yield catchFailure(itsOrigin, () => ({
          kind: 'draft',
          draft: {
            ...readPage(parse(part.html), part.source, options, part.hasOthers),
            origin: itsOrigin,
            received: {
              bytes: new TextEncoder().encode(part.source),
              extension: part.hasOthers ? 'html.txt' : 'json',
            },
          },
        }));
      }
      return;
    }
  }
  yield catchFailure(origin, () => ({
    kind: 'draft',
    draft: { ...readPage(parse(text), text, options), origin, received: { bytes, extension: 'html.txt' } },
  }));
}

function parse(text: string): Document {
  checkElements(text);
  // Readability needs the tags that HTML allows a page to omit.
  const page = toPage.stringify(toPage.parse(text) as Root);
  checkReferences(page);
  return parseHTML(page).document;
}
