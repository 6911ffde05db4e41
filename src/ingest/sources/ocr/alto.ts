import { SaxesParser } from 'saxes';

import { SourceError } from '../source-error.ts';
import { locateText } from '../../text/locate-text.ts';
import { blankDeclaration, refuseEntities } from '../shared/xml-parser.ts';
import type { RecognizedPages } from './recognized-page.ts';

type Attributes = Readonly<Record<string, string>>;

/**
 * Reads ALTO (https://www.loc.gov/standards/alto/, versions 1 to 4): a paragraph for each block of text, a word for each
 * string. A word that is parted at a line end is the one that `SUBS_CONTENT` says it is.
 *
 * @throws {SourceError} when it is malformed
 */
export function readAlto(text: string): RecognizedPages {
  const pages: RecognizedPages = { paragraphs: [], leftOut: [], wordConfidences: [], pageConfidences: [] };
  // Some programs write no spaces: then there is one between any two words.
  const hasSpaces = /<(?:[\w.-]{1,40}:)?SP\b/.test(text);
  let [margin, line, paragraph, name] = ['', '', [] as string[], ''];
  /** Whether the rest of a parted word follows, which has been written already. */
  let isWritten = false;
  const starts: Readonly<Record<string, (attributes: Attributes) => void>> = {
    Page: ({ PC, ACCURACY }) =>
      keep(pages.pageConfidences, PC ?? (ACCURACY && String(Number(ACCURACY) / 100))),
    TextBlock: () => void (paragraph = []),
    TextLine: () => void (line = ''),
    String: (attributes) => {
      keep(pages.wordConfidences, attributes.WC);
      const { SUBS_TYPE: part, SUBS_CONTENT: whole, CONTENT: content = '' } = attributes;
      if (!hasSpaces && line !== '') line += ' ';
      if (part === 'HypPart1' && whole) line += whole;
      else if (part !== 'HypPart2' || !isWritten) line += content;
      isWritten = part === 'HypPart1' && Boolean(whole);
    },
    SP: () => void (line += ' '),
    HYP: ({ CONTENT }) => {
      if (!isWritten) line += CONTENT === undefined || CONTENT === '' ? '\u00ad' : CONTENT;
    },
    Illustration: ({ ID = '', TYPE = '' }) =>
      void pages.leftOut.push({ what: 'an illustration', text: [TYPE, ID].filter(Boolean).join(' ') }),
  };
  const ends: Readonly<Record<string, () => void>> = {
    TextLine: () => void (line.trim() === '' || paragraph.push(line.replace(/ +/g, ' ').trim())),
    TextBlock: () => {
      if (margin !== '' && paragraph.length > 0)
        pages.leftOut.push({ what: `a text in the ${margin}`, text: paragraph.join(' ') });
      else if (paragraph.length > 0) pages.paragraphs.push(paragraph);
      paragraph = [];
    },
  };
  const parser = new SaxesParser();
  parser.on('doctype', (doctype) => refuseEntities(doctype, locateText('<!DOCTYPE', text)));
  parser.on('opentag', ({ name: tag, attributes }) => {
    name = localName(tag);
    if (/Margin$/.test(name)) margin = name.replace('Margin', ' margin').toLowerCase();
    starts[name]?.(attributes);
  });
  parser.on('text', (written) => {
    if (name === 'fileName' && written.trim() !== '')
      pages.leftOut.push({ what: 'the name of the picture of the page', text: written.trim() });
  });
  parser.on('closetag', ({ name: tag }) => {
    name = '';
    if (/Margin$/.test(localName(tag))) margin = '';
    ends[localName(tag)]?.();
  });
  try {
    parser.write(blankDeclaration(text)).close();
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const message = (error as Error).message.replace(/^\d+:\d+: |\.$/g, '');
    const position = { line: parser.line, column: Math.max(1, parser.columnIndex) };
    const fix = 'Correct the file there, or request it again: it may be truncated.';
    throw new SourceError(`malformed XML (${message})`, 'well-formed XML', fix, position);
  }
  return pages;
}

function keep(values: number[], written: string | undefined): void {
  const value = Number(written);
  if (written !== undefined && written.trim() !== '' && value >= 0 && value <= 1) values.push(value);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
