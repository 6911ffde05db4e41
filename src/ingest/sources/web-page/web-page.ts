import { catchFailure } from '../shared/catch-failure.ts';
import { readSourceText } from '../../text/decode-source.ts';
import type { Item, ReceivedFile, SourceOptions } from '../source.ts';
import { readMirroredPage } from './mirrored-page.ts';
import { locateMirrored } from './mirrored-site.ts';
import { parsePage } from './parse-page.ts';
import { readPage } from './read-page.ts';
import { splitPage } from './split-page.ts';

/**
 * Reads a saved web page as one article (see {@link readPage}), or, when that is asked for, each article of it as one. Of a
 * mirrored site the pages that are articles are read.
 */
export async function* readWebPage(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const { bytes, text } = await readSourceText(file, options.encoding);
  const origin = { file: file.name, line: 1 };
  const mirrored = locateMirrored(file, options.formerHosts);
  if (mirrored && options.split === undefined) {
    yield readMirroredPage(mirrored, { bytes, text }, origin, options);
    return;
  }
  if (options.split === 'article') {
    const parts = splitPage(text);
    if (parts.length > 1) {
      for (const part of parts) {
        const itsOrigin = { file: file.name, item: part.name, line: part.line };
        yield catchFailure(itsOrigin, () => ({
          kind: 'draft',
          draft: {
            ...readPage(parsePage(part.html), part.source, options, part.hasOthers),
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
    draft: {
      ...readPage(parsePage(text), text, options),
      origin,
      received: { bytes, extension: 'html.txt' },
    },
  }));
}
