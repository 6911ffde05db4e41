import { readFile } from 'node:fs/promises';

import type { Draft, LeftOut } from '../../drafts/draft.ts';
import { readHtmlText } from '../../text/html-text.ts';
import { toLine } from '../../text/lines.ts';
import { compareProperties, readProperties } from '../shared/document-properties.ts';
import { checkDocumentSize } from '../shared/document-size.ts';
import { findUnconverted } from '../shared/find-unconverted.ts';
import { createPictureKeeper, pictureLimit, type PictureKeeper } from '../shared/keep-pictures.ts';
import { refuseEncrypted } from '../shared/refuse-encrypted.ts';
import { checkElements } from '../shared/markup.ts';
import { findNodes, readPartTree, readXmlPart, type PartNode } from '../shared/xml-part.ts';
import { readPacked } from '../shared/read-packed.ts';
import type { Zip } from '../shared/zip.ts';
import { SourceError } from '../source-error.ts';
import type { Item, ReceivedFile, SourceOptions } from '../source.ts';
import { collectStyles } from './read-styles.ts';
import { writeHtml, wordsOf, type Block } from './write-html.ts';

/**
 * Reads an OpenDocument text (ODF 1.3) as one article. Tracked changes count as accepted; what they delete, comments,
 * headers, footers and objects are listed as left out. Nothing outside of the document is loaded, and nothing in it is run.
 */
export async function* readOdt(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  checkDocumentSize(file);
  yield* readPacked(file, (zip) => readDraft(zip, file, options));
}

async function readDraft(zip: Zip, file: ReceivedFile, options: SourceOptions): Promise<Draft> {
  await refuseEncrypted(zip);
  const styles = collectStyles();
  await readXmlPart(zip, 'styles.xml', styles.handlers);
  const content = await readPartTree(zip, 'content.xml');
  await readXmlPart(zip, 'content.xml', styles.handlers);
  const [body] = findNodes(content, /^body$/).flatMap((each) => findNodes(each, /^text$/));
  if (!body) throw noText();
  const pictures = createPictureKeeper(file, options.copies);
  const { addressOf, leftOut: unshown } = await keepPictures(zip, pictures);
  const text = writeHtml(body, styles, addressOf);
  const { title, subtitle, rest } = takeTitle(text.blocks);
  const html =
    rest.map((block) => block.html).join('\n') + (text.notes === '' ? '' : `<ol>${text.notes}</ol>`);
  checkElements(html);
  const read = readHtmlText(html, undefined, { hasFile: options.hasFile && pictures.has });
  if (read.body.trim() === '') throw noText();
  const properties = await readProperties(zip, ['meta.xml']);
  const lines = rest.flatMap(({ words }) => (words === '' ? [] : [words]));
  const hints = compareProperties(properties, lines, options);
  const all = text.blocks.map((block) => block.html).join('\n') + text.notes;
  const scripts = [...zip.entries.keys()].filter((name) =>
    /^(?:Basic|Scripts)\/.*\.(?:xml|py|js|bsh)$/i.test(name),
  );
  return {
    origin: { file: file.name, line: 1 },
    ...(title && { title: title.words }),
    ...(subtitle && { subtitle: subtitle.words }),
    ...(hints.date !== undefined && { date: hints.date }),
    byline: hints.byline,
    terms: [],
    body: read.body,
    ...(read.media && { media: pictures.withFiles(read.media) }),
    received: { bytes: await readFile(file.path), extension: 'odt' },
    leftOut: [
      ...read.leftOut,
      ...text.leftOut,
      ...unshown(),
      ...(await listAround(zip)),
      ...(await listObjects(zip, text.objects)),
      ...findUnconverted(text.paragraphs, all),
    ],
    notices: [
      ...text.notices,
      ...(scripts.length > 0
        ? ['The document has macros. They were not run, and are only in the file that is kept.']
        : []),
      ...hints.notices,
    ],
  };
}

function noText(): SourceError {
  return new SourceError('a document without text', 'a text', 'Leave it out, or take its pictures in.');
}

/** Keeps the pictures of a document. What the text does not show is told when it has been written. */
async function keepPictures(
  zip: Zip,
  pictures: PictureKeeper,
): Promise<{ addressOf(href: string): string; leftOut(): LeftOut[] }> {
  const addresses = new Map<string, string>();
  const shown = new Set<string>();
  for (const name of zip.entries.keys())
    if (/^(?:Pictures|media)\//.test(name))
      addresses.set(name, await pictures.keep(await zip.read(name, pictureLimit)));
  return {
    addressOf(href) {
      const name = href.replace(/^\.\//, '');
      shown.add(name);
      return addresses.get(name) ?? href;
    },
    leftOut: () =>
      [...addresses.keys()].flatMap((name) =>
        shown.has(name) ? [] : [{ what: 'a picture that the text does not show', text: name }],
      ),
  };
}

/** The first paragraph of the style "Title", else the heading that the text begins with; and a subtitle that follows. */
function takeTitle(blocks: readonly Block[]): { title?: Block; subtitle?: Block; rest: Block[] } {
  const printed = blocks.filter(({ words }) => words !== '');
  const [first] = printed;
  const title =
    printed.find(({ kind }) => kind === 'title') ?? (first?.kind === 'heading' ? first : undefined);
  const next = title && printed[printed.indexOf(title) + 1];
  const subtitle = next?.kind === 'subtitle' ? next : undefined;
  const rest = blocks.flatMap((block) => {
    if (block !== title && block !== subtitle) return [block];
    // Pictures and marks of notes stay.
    const kept = block.html.match(/<img [^<>]*>|<sup><a [^<>]*>[^<>]*<\/a><\/sup>/g) ?? [];
    return kept.length > 0 ? [{ html: `<p>${kept.join(' ')}</p>`, words: '', kind: '' }] : [];
  });
  return { ...(title && { title }), ...(subtitle && { subtitle }), rest };
}

/** What is printed around the text on each page. */
async function listAround(zip: Zip): Promise<LeftOut[]> {
  const tree = await readPartTree(zip, 'styles.xml');
  const pages = findNodes(tree, /^master-styles$/);
  const told = new Set<string>();
  return pages
    .flatMap((page) => findNodes(page, /^(?:header|footer)(?:-left|-first)?$/))
    .flatMap((node: PartNode) => {
      const what = node.name.startsWith('header') ? 'a page header' : 'a page footer';
      const text = wordsOf(node);
      if (text === '' || told.has(what + text)) return [];
      told.add(what + text);
      return [{ what, text }];
    });
}

/** The words of charts and formulas, which are documents within the document. */
async function listObjects(zip: Zip, objects: readonly string[]): Promise<LeftOut[]> {
  const leftOut: LeftOut[] = [];
  for (const href of new Set(objects)) {
    const tree = await readPartTree(zip, `${href.replace(/^\.\//, '')}/content.xml`);
    const text = toLine(wordsOf(tree));
    if (text !== '') leftOut.push({ what: 'the words of an embedded object', text });
  }
  return leftOut;
}
