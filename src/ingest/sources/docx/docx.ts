import { readFile } from 'node:fs/promises';

import mammoth from 'mammoth';

import { readHtmlText } from '../../text/html-text.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import { compareProperties, readProperties } from '../shared/document-properties.ts';
import { checkDocumentSize } from '../shared/document-size.ts';
import { findUnconverted } from '../shared/find-unconverted.ts';
import { checkElements } from '../shared/markup.ts';
import { createPictureKeeper, pictureLimit, type PictureKeeper } from '../shared/keep-pictures.ts';
import { encodingOf } from '../shared/xml-part.ts';
import { refuseEntities } from '../shared/xml-parser.ts';
import { readPacked } from '../shared/read-packed.ts';
import type { Zip } from '../shared/zip.ts';
import type { Draft } from '../../drafts/draft.ts';
import { SourceError } from '../source-error.ts';
import type { Item, ReceivedFile, SourceOptions } from '../source.ts';
import { readParts } from './read-parts.ts';
import { takeTitle, type DocxNode, type Heading } from './take-title.ts';

/** What mammoth's own map of styles leaves out. */
const styleMap = [
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
];

/** Messages of mammoth about styles, which have no place in a text, and about pictures, which are told by themselves. */
const ofStyles = /\bstyle\b|^Image of type/i;

/**
 * Reads a Word document (Office Open XML, ECMA-376) as one article: mammoth converts it to HTML, of which the text is made.
 * Tracked changes count as accepted; what they delete, comments, headers, footers and whatever else is not in the HTML is
 * listed as left out. Nothing outside of the document is loaded, and nothing in it is run.
 */
export async function* readDocx(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  checkDocumentSize(file);
  yield* readPacked(file, (zip) => readDraft(zip, file, options));
}

async function readDraft(zip: Zip, file: ReceivedFile, options: SourceOptions): Promise<Draft> {
  const parts = await readParts(zip);
  const properties = await readProperties(zip, ['docProps/core.xml', 'docProps/app.xml']);
  const pictures = createPictureKeeper(file, options.copies);
  const { html, heading, notices } = await convert(zip, pictures);
  checkElements(html);
  const text = readHtmlText(html, undefined, { hasFile: options.hasFile && pictures.has });
  if (text.body.trim() === '')
    throw new SourceError('a document without text', 'a text', 'Leave it out, or take its pictures in.');
  const { title, subtitle, lines } = heading;
  const said = [title, subtitle].map((line) => (line === undefined ? '' : `<p>${escapeHtml(line)}</p>`));
  const hints = compareProperties(properties, lines, options);
  return {
    origin: { file: file.name, line: 1 },
    ...(title !== undefined && { title }),
    ...(subtitle !== undefined && { subtitle }),
    ...(hints.date !== undefined && { date: hints.date }),
    byline: hints.byline,
    terms: [],
    body: text.body,
    ...(text.media && { media: pictures.withFiles(text.media) }),
    received: { bytes: await readFile(file.path), extension: 'docx' },
    leftOut: [
      ...heading.leftOut,
      ...text.leftOut,
      ...pictures.leftOut,
      ...parts.leftOut,
      ...findUnconverted(parts.paragraphs, said.join('') + html),
    ],
    notices: [...parts.notices, ...notices, ...hints.notices],
  };
}

/** What mammoth reads of a ZIP file, which is given to it in the place of one that it unpacks itself, without limits. */
function fileFor(zip: Zip, shown: Set<string>) {
  return {
    exists: (name: string) => zip.entries.has(name),
    async read(name: string, encoding?: string): Promise<Uint8Array | string> {
      if (encoding === undefined) {
        shown.add(name);
        return zip.read(name, pictureLimit);
      }
      const bytes = await zip.read(name);
      const xml = new TextDecoder(encodingOf(bytes)).decode(bytes);
      refuseEntities(xml, { line: 1, column: 1 });
      return unwrap(xml);
    },
  };
}

/** Takes away elements that mammoth leaves out with all that is in them, though they only enclose it. */
function unwrap(xml: string): string {
  return xml.replace(/<\/?w:(?:fldSimple|bdo|dir)(?=[\s>])[^<>]*>/g, '').replace(/<w:cr\s?\/>/g, '<w:br/>');
}

async function convert(
  zip: Zip,
  pictures: PictureKeeper,
): Promise<{ html: string; heading: Heading; notices: string[] }> {
  let heading: Heading = { lines: [], leftOut: [] };
  const shown = new Set<string>();
  const convertImage = mammoth.images.imgElement(async (image) => {
    try {
      return { src: await pictures.keep(await image.readAsBuffer()) };
    } catch (error) {
      const [, address] = /could not read external image '([^']*)'/.exec(String(error)) ?? [];
      // What is on the web becomes a link.
      if (address !== undefined) return { src: address };
      if (!(error instanceof SourceError)) throw error;
      const { altText = '' } = image as typeof image & { altText?: string };
      pictures.leftOut.push({
        what: `a picture that cannot be taken: ${error.problem.found}`,
        text: altText,
      });
      return { src: '', alt: '' };
    }
  });
  // `file` is how mammoth's own command and tests give it a package; its types leave it out.
  const input = { file: fileFor(zip, shown) } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
  const { value, messages } = await mammoth.convertToHtml(input, {
    styleMap,
    // A document must not say how it is converted.
    includeEmbeddedStyleMap: false,
    convertImage,
    transformDocument(document: DocxNode) {
      const taken = takeTitle(document);
      heading = taken.heading;
      return taken.document;
    },
  });
  for (const name of zip.entries.keys())
    if (name.startsWith('word/media/') && !shown.has(name))
      pictures.leftOut.push({ what: 'a picture that the text does not show', text: name });
  const told = new Set(messages.map(({ message }) => message).filter((message) => !ofStyles.test(message)));
  const notices = Array.from(told, (message) => `The converter of Word documents says: ${message}.`);
  return { html: value, heading, notices };
}
