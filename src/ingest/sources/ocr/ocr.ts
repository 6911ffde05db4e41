import { readSourceText } from '../../text/decode-source.ts';
import { catchFailure } from '../shared/catch-failure.ts';
import { SourceError } from '../source-error.ts';
import type { Item, Origin, ReceivedFile, SourceOptions } from '../source.ts';
import { readAlto } from './alto.ts';
import { draftPage, pictureOf } from './draft-page.ts';
import { readHocr } from './hocr.ts';
import { readPageXml } from './page-xml.ts';
import type { RecognizedFile } from './recognized-page.ts';
import { formatPageWords } from './word-boxes.ts';

/**
 * Reads what a program recognized on pictures of pages, in ALTO, hOCR or PAGE-XML: each page as one article without a title. The
 * picture of a page is its facsimile, where there is a file of it.
 */
export async function* readOcr(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const { bytes, text } = await readSourceText(file, options.encoding);
  const { engine, pages } = readRecognized(text);
  const extension = isXml(text) ? 'xml.txt' : 'html.txt';
  const isOne = pages.length === 1;
  for (const [index, page] of pages.entries()) {
    const { line } = isOne ? { line: 1 } : page;
    const origin: Origin = { file: file.name, line, ...(!isOne && { item: `page ${index + 1}` }) };
    yield catchFailure(origin, () => {
      const draft = draftPage(page, engine);
      const label = page.number === undefined ? (page.image ?? file.name) : `Page ${page.number}`;
      const picture =
        page.image === undefined ? undefined : pictureOf([page.image], label, [], formatPageWords(page));
      const isSought = picture !== undefined && options.hasFile !== undefined;
      const leftOut = [...((!isSought && picture?.untaken) || []), ...draft.leftOut];
      const received = { bytes: isOne ? bytes : new TextEncoder().encode(page.source), extension } as const;
      return {
        kind: 'draft',
        draft: {
          ...{ origin, byline: [], terms: [], ...draft, received, leftOut },
          ...(page.number !== undefined && { page: page.number }),
          ...(isSought && { media: [picture] }),
        },
      };
    });
  }
}

/**
 * Reads a file of recognized text of any of these formats.
 *
 * @throws {SourceError} when it cannot be read, or has no page
 */
export function readRecognized(text: string): RecognizedFile {
  const read = !isXml(text) ? readHocr : isPageXml.test(text.slice(0, 4096)) ? readPageXml : readAlto;
  const file = read(text);
  if (file.pages.length > 0) return file;
  throw new SourceError('no page', 'a page of recognized text', 'Leave it out, or request it again.');
}

const isPageXml = /<(?:[\w.-]{1,40}:)?PcGts\b/i;

function isXml(text: string): boolean {
  const start = text.slice(0, 4096);
  return isPageXml.test(start) || /<(?:[\w.-]{1,40}:)?alto\b/i.test(start);
}
