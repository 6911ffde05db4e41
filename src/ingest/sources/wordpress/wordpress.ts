import { catchFailure } from '../shared/catch-failure.ts';
import { streamSourceText } from '../../text/decode-source.ts';
import { SourceError } from '../source-error.ts';
import type { Draft, LeftOut } from '../../drafts/draft.ts';
import type { Item, ReceivedFile, SourceOptions } from '../source.ts';
import { readHtmlText } from '../../text/html-text.ts';
import { presentLines } from '../../text/lines.ts';
import { readFirstDate } from '../../dates/first-date.ts';
import { checkElements } from '../shared/markup.ts';
import { readHtmlLine } from '../../text/html-line.ts';
import type { DateCandidate } from '../../dates/first-date.ts';
import { ExportReader } from './export-reader.ts';
import { MalformedXml } from './malformed-xml.ts';
import type { WordpressItem, WordpressSite } from './wordpress-export.ts';
import { renderPost } from './render-post.ts';

/** Characters that are parsed at once: V8 soon garbage-collects strings of this size. */
const pieceLength = 1 << 15;

const statusNames: ReadonlyMap<string, string> = new Map([
  ['draft', 'a draft'],
  ['auto-draft', 'a draft'],
  ['pending', 'waiting for review'],
  ['future', 'not published yet'],
  ['private', 'private'],
  ['trash', 'in the trash'],
]);
const typeNames: ReadonlyMap<string, string> = new Map([
  ['attachment', 'an attachment'],
  ['nav_menu_item', 'a menu item'],
  ['revision', 'an earlier version of a post'],
]);

/**
 * Reads a WordPress export (WXR 1.0 to 1.2: RSS 2.0 with elements of WordPress' own) as a stream: never more than one
 * item is in memory. Posts and pages with the requested statuses are used; a password-protected one counts as private. A
 * malformed item fails and reading continues after it; malformed XML outside of items ends the reading.
 *
 * Elements are recognized by their usual prefixes (`wp:`, `dc:` …), since some exporters do not declare them.
 */
export async function* readWordpress(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const reader = new ExportReader();
  const readPosts = () => reader.takeItems().map((post) => makeItem(post, reader.site, file, options));
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

function makeItem(
  post: WordpressItem,
  site: WordpressSite,
  file: ReceivedFile,
  options: SourceOptions,
): Item {
  const { values, xml = '', error } = post;
  const origin = { file: file.name, item: `item ${post.number}`, line: post.line };
  if (error) return { kind: 'failed', failure: { origin, ...error.problem } };
  return catchFailure(origin, () => {
    const title = readHtmlLine(values.get('title') ?? '');
    const reason = reasonToSkip(values, options.statuses);
    if (reason !== undefined) return { kind: 'skipped', origin, ...presentLines({ title }), reason };
    const received = { bytes: new TextEncoder().encode(xml), extension: 'xml.txt' } as const;
    return { kind: 'draft', draft: { origin, ...readPost(post, site, options), received } };
  });
}

/** @throws {SourceError} when it is unclear whether the item is a public post */
function reasonToSkip(values: WordpressItem['values'], statuses: ReadonlySet<string>): string | undefined {
  const [type, status] = ['wp:post_type', 'wp:status'].map((name) => {
    const value = values.get(name)?.trim() ?? '';
    if (value !== '') return value;
    const fix = 'Request the export again; if it is an RSS feed, use --format feed.';
    throw new SourceError(`no <${name}>`, 'an item of a WordPress export', fix);
  }) as [string, string];
  if (type !== 'post' && type !== 'page') return typeNames.get(type) ?? `of the type "${type}"`;
  if (!statuses.has(status)) return statusNames.get(status) ?? `with the status "${status}"`;
  const isProtected = (values.get('wp:post_password') ?? '') !== '';
  return isProtected && !statuses.has('private') ? 'protected by a password' : undefined;
}

function readPost(
  post: WordpressItem,
  site: WordpressSite,
  options: SourceOptions,
): Omit<Draft, 'origin' | 'received'> {
  const { values } = post;
  const status = values.get('wp:status')?.trim() ?? '';
  const url = values.get('link')?.trim() ?? '';
  const hasAddress = /^https?:/i.test(url) && URL.canParse(url);
  const creator = values.get('dc:creator')?.trim() ?? '';
  const name = readHtmlLine(site.authors.get(creator) || creator);
  const { date, notices } = readFirstDate(dateOf(values), options, site.language, post.xml ?? '');
  const shown = renderPost(values.get('content:encoded') ?? '');
  checkElements(shown.html);
  const { body, leftOut } = readHtmlText(shown.html, hasAddress ? url : undefined);
  if (body.trim() === '') {
    throw new SourceError(
      'no text in <content:encoded>',
      'a post with a text',
      'Remove the item from the file.',
    );
  }
  const excerpt = values.get('excerpt:encoded')?.trim() ?? '';
  const isLine = !/[\r\n]|<[a-z!/]/i.test(excerpt);
  if (status !== 'publish')
    notices.push(`It is not public in WordPress: ${statusNames.get(status) ?? status}.`);
  if (!isLine) leftOut.push({ what: 'an excerpt that is not a single line of plain text', text: excerpt });
  if (post.hasComments) {
    notices.push('Readers’ comments, with their e-mail and IP addresses, are not kept in the source text.');
  }
  const terms = readTerms(post.terms);
  return {
    ...presentLines({
      title: readHtmlLine(values.get('title') ?? ''),
      date,
      language: site.language?.trim(),
      summary: isLine ? readHtmlLine(excerpt) : undefined,
      publisher: readHtmlLine(site.title ?? ''),
      url: hasAddress ? url : undefined,
    }),
    byline: name === '' ? [] : [name],
    terms: terms.names.map((term) => ({ name: term })),
    body,
    leftOut: [...terms.leftOut, ...shown.leftOut, ...leftOut],
    notices,
  };
}

/**
 * The local date is used, since its day is that of the site. When it is all zeros the post never had a date, and the export
 * has made up the other elements.
 */
function dateOf(values: WordpressItem['values']): DateCandidate[] {
  const names = ['wp:post_date', 'wp:post_date_gmt', 'pubDate'];
  const name = names.find((each) => (values.get(each)?.trim() ?? '') !== '');
  const text = name === undefined ? '' : (values.get(name)?.trim() ?? '');
  if (name === undefined || text.startsWith('0000-00-00')) return [];
  const notice = `The date is that of <${name}>, in UTC: the post has no local date.`;
  return [{ text, where: `<${name}>`, ...(name !== 'wp:post_date' && { notice }) }];
}

/** Categories and tags by name, without WordPress' default category. */
function readTerms(terms: WordpressItem['terms']): { names: string[]; leftOut: LeftOut[] } {
  const names = new Set<string>();
  const leftOut: LeftOut[] = [];
  for (const { domain, nicename, name } of terms) {
    const line = readHtmlLine(name);
    if (!/^(?:category|post_tag|tag)?$/.test(domain)) {
      if (domain !== 'post_format') leftOut.push({ what: `a term of the taxonomy "${domain}"`, text: line });
    } else if (line !== '' && nicename !== 'uncategorized' && line !== 'Uncategorized') names.add(line);
  }
  return { names: [...names], leftOut };
}
