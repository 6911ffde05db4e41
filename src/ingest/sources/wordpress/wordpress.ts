import { catchFailure } from '../shared/catch-failure.ts';
import { streamSourceText } from '../../text/decode-source.ts';
import { SourceError } from '../source-error.ts';
import type { Draft, LeftOut } from '../../drafts/draft.ts';
import type { Item, ReceivedFile, SourceOptions } from '../source.ts';
import { readHtmlText } from '../../text/html-text.ts';
import { presentLines } from '../../text/lines.ts';
import { checkElements } from '../shared/markup.ts';
import { readHtmlLine } from '../../text/html-line.ts';
import { removeControlCharacters } from './control-characters.ts';
import { readCustomFields } from './custom-fields.ts';
import { ExportReader, pieceLength } from './export-reader.ts';
import { listFormerAddresses, numberedAddress } from './former-addresses.ts';
import { readLibrary, type Library } from './library.ts';
import { MalformedXml } from './malformed-xml.ts';
import { readPostByline } from './read-byline.ts';
import { readPostDate } from './read-post-date.ts';
import { readTerms } from './read-terms.ts';
import { readSection } from './read-section.ts';
import { reasonToSkip, statusNames } from './reason-to-skip.ts';
import { renderPost } from './render-post.ts';
import type { WordpressItem } from './wordpress-export.ts';

/**
 * Reads a WordPress export (WXR 1.0 to 1.2: RSS 2.0 with elements of WordPress' own) twice, as a stream: first for what
 * items say about others (see {@link readLibrary}), then for the posts, of which never more than one is in memory. Items of
 * the requested types and statuses are used; a password-protected one counts as private. A malformed item fails and reading
 * continues after it; malformed XML outside of items ends the reading.
 *
 * Elements are recognized by their namespaces, or by their usual prefixes (`wp:`, `dc:` …), since some exporters do not
 * declare them.
 */
export async function* readWordpress(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const library = await readLibrary(file, options.encoding);
  const reader = new ExportReader();
  const readPosts = () => reader.takeItems().map((post) => makeItem(post, library, file, options));
  let broken: MalformedXml | undefined;
  try {
    for await (const piece of streamSourceText(file, options.encoding)) {
      for (let at = 0; at < piece.length; at += pieceLength) {
        reader.read(piece.slice(at, at + pieceLength));
        yield* readPosts();
      }
    }
    reader.end();
  } catch (error) {
    yield* readPosts();
    if (!(error instanceof MalformedXml)) throw error;
    broken = error;
  }
  yield* readPosts();
  if (!broken) return;
  const { problem } = broken;
  const item = `the rest after item ${reader.begun}`;
  yield { kind: 'failed', failure: { origin: { file: file.name, item, line: problem.line }, ...problem } };
}

function makeItem(post: WordpressItem, library: Library, file: ReceivedFile, options: SourceOptions): Item {
  const { values, xml = '', error } = post;
  const origin = { file: file.name, item: `item ${post.number}`, line: post.line };
  if (error) return { kind: 'failed', failure: { origin, ...error.problem } };
  return catchFailure(origin, () => {
    const removed = cleanItem(post);
    const title = readHtmlLine(values.get('title') ?? '');
    const reason = reasonToSkip(values, options);
    if (reason !== undefined) return { kind: 'skipped', origin, ...presentLines({ title }), reason };
    const received = { bytes: new TextEncoder().encode(xml), extension: 'xml.txt' } as const;
    const { leftOut, ...draft } = readPost(post, library, options);
    return { kind: 'draft', draft: { origin, ...draft, leftOut: [...removed, ...leftOut], received } };
  });
}

/** Removes the control characters of an item, and tells them. */
function cleanItem(post: WordpressItem): LeftOut[] {
  const leftOut: LeftOut[] = [];
  const clean = (text: string, where: string) =>
    removeControlCharacters(text, where, (each) => void leftOut.push(each));
  for (const [name, text] of post.values) post.values.set(name, clean(text, `<${name}>`));
  for (const term of post.terms) term.name = clean(term.name, '<category>');
  for (const field of post.fields) field.value = clean(field.value, `the custom field "${field.key}"`);
  return leftOut;
}

function readPost(
  post: WordpressItem,
  library: Library,
  options: SourceOptions,
): Omit<Draft, 'origin' | 'received'> {
  const { values } = post;
  const { site } = library;
  const valueOf = (name: string) => values.get(name)?.trim() ?? '';
  const status = valueOf('wp:status');
  const link = valueOf('link');
  const url = /^https?:/i.test(link) && URL.canParse(link) ? link : undefined;
  const language = site.language?.trim();
  const { date, notices } = readPostDate(post, options, language);
  const id = Number(valueOf('wp:post_id')) || 0;
  // What was uploaded to a post has a page of its own there, and none here.
  const uploads = library.attachmentsOf(id).flatMap((each) => library.attachment(each)?.pages ?? []);
  const formerUrls = [...numberedAddress(valueOf('guid')), ...uploads];
  const fields = readCustomFields(post.fields);
  const { featured, footnotes, subtitle } = fields;
  const shown = renderPost(
    values.get('content:encoded') ?? '',
    {
      post: id,
      ...(featured !== undefined && { featured }),
      ...(footnotes !== undefined && { footnotes }),
    },
    library,
  );
  checkElements(shown.html);
  const { body, leftOut, media } = readHtmlText(shown.html, url, { hasFile: options.hasFile });
  if (body.trim() === '') throw noText();
  const author = readPostByline(post, fields, shown.html, library);
  const terms = readTerms(post.terms, library);
  const { section, notices: ofSection } =
    options.sectionFrom === 'category' ? readSection(post, library) : { notices: [] };
  const excerpt = valueOf('excerpt:encoded');
  const isLine = !/[\r\n]|<[a-z!/]/i.test(excerpt);
  if (!isLine) leftOut.push({ what: 'an excerpt that is not a single line of plain text', text: excerpt });
  if (url === undefined && link !== '')
    leftOut.push({ what: 'a link that is not a web address', text: link });
  const description = readHtmlLine(valueOf('description'));
  if (description !== '' && description !== readHtmlLine(excerpt))
    leftOut.push({ what: 'a description', text: description });
  if (status !== 'publish')
    notices.push(`It is not public in WordPress: ${statusNames.get(status) ?? status}.`);
  if (isOnlyPictures(shown.html)) notices.push('It has pictures, and no text but theirs.');
  if (post.hasComments) {
    notices.push('Readers’ comments, with their e-mail and IP addresses, are not kept in the source text.');
  }
  return {
    ...presentLines({
      title: readHtmlLine(values.get('title') ?? ''),
      subtitle,
      date,
      language,
      summary: isLine ? readHtmlLine(excerpt) : undefined,
      publisher: readHtmlLine(site.title ?? ''),
      section,
      url,
    }),
    ...(formerUrls.length > 0 && { formerUrls }),
    byline: author.byline,
    terms: terms.terms.filter(({ name }) => name !== section),
    body,
    ...(media && { media }),
    leftOut: [
      ...terms.leftOut,
      ...author.leftOut,
      ...fields.leftOut,
      ...listFormerAddresses(url ?? '', valueOf('wp:post_name'), valueOf('wp:post_date'), fields),
      ...shown.leftOut,
      ...leftOut,
    ],
    notices: [...notices, ...author.notices, ...terms.notices, ...ofSection, ...shown.notices],
  };
}

function noText(): SourceError {
  return new SourceError(
    'no text in <content:encoded>',
    'a post with a text',
    'Remove the item from the file.',
  );
}

/** Whether a text has pictures and no words but their captions. */
function isOnlyPictures(html: string): boolean {
  if (!/<img\b/i.test(html)) return false;
  const rest = html.split(/<figcaption\b[^<>]*>/i).map((part, index) => {
    const end = index === 0 ? 0 : part.search(/<\/figcaption>/i);
    return end === -1 ? '' : part.slice(end);
  });
  return readHtmlLine(rest.join(' ')) === '';
}
