import { readSourceText } from '../../text/decode-source.ts';
import { checkLength, renderPlainText } from '../../text/markdown-text.ts';
import { describePartedWords, joinPartedWords } from '../../text/parted-words.ts';
import { catchFailure } from '../shared/catch-failure.ts';
import { SourceError } from '../source-error.ts';
import type { Item, ReceivedFile, SourceOptions } from '../source.ts';
import { noticeHeadlines } from '../plain-text/pages.ts';
import { readAlto } from './alto.ts';
import { readHocr } from './hocr.ts';
import { describeConfidence } from './recognized-page.ts';

/** Reads what a program recognized on pictures of pages, in ALTO or hOCR, as one article without a title. */
export async function* readOcr(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const { bytes, text } = await readSourceText(file, options.encoding);
  const origin = { file: file.name, line: 1 };
  yield catchFailure(origin, () => {
    const isAlto = /<(?:[\w.-]{1,40}:)?alto\b/i.test(text.slice(0, 4096));
    const pages = isAlto ? readAlto(text) : readHocr(text);
    const whole = pages.paragraphs.map((lines) => lines.join('\n')).join('\n\n');
    checkLength(whole);
    // What is parted at a line end may occur whole in any other paragraph.
    const words = joinPartedWords(whole);
    const paragraphs = words.text.split('\n\n').map((paragraph) => paragraph.replaceAll('\n', ' '));
    const body = renderPlainText(paragraphs.join('\n\n'));
    if (body.trim() === '') {
      const expected = isAlto
        ? 'strings of ALTO (<String CONTENT="…">)'
        : 'words of hOCR (class "ocrx_word")';
      throw new SourceError('no text', expected, 'Leave it out, or recognize the text of its picture again.');
    }
    const received = { bytes, extension: isAlto ? ('xml.txt' as const) : ('html.txt' as const) };
    const notices = [
      describeConfidence(pages),
      ...describePartedWords(words.parted),
      ...noticeHeadlines(paragraphs.join('\n\n')),
    ];
    return {
      kind: 'draft',
      draft: { origin, byline: [], terms: [], body, received, leftOut: pages.leftOut, notices },
    };
  });
}
