import { attempt } from '../../read/attempt.ts';
import { streamSourceText } from '../../text/decode-source.ts';
import {
  SourceError,
  type Draft,
  type Item,
  type ReceivedFile,
  type SourceOptions,
} from '../../drafts/draft.ts';
import { readHtmlText } from '../../text/html-text.ts';
import { presentOf } from '../../text/lines.ts';
import { readFirstDate } from '../shared/first-date.ts';
import { checkSize } from '../shared/marked-up-text.ts';
import { readHtmlLine, type Written } from '../web-page/json-ld.ts';
import { createExportReader, MalformedXml, type Post, type Site } from './wordpress-export.ts';
import { showPost } from './wordpress-html.ts';

/** Letters that are read at once: V8 clears strings of this size away soon. */
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
 * Reads a WordPress export (WXR 1.0 to 1.2: RSS 2.0 with elements of WordPress' own) as a stream, of which never more
 * than one item is kept. Posts and pages of the statuses asked for are taken; one that a password protects counts as
 * private. An item that is malformed fails, and reading goes on after it; what is malformed outside of the items ends it.
 *
 * Elements are known by their usual prefixes (`wp:`, `dc:` …), for some programs that write exports do not declare them.
 */
export async function* readWordpress(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const reader = createExportReader();
  const readPosts = () => reader.takePosts().map((post) => makeItem(post, reader.site, file, options));
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
  const item = `the rest after item ${reader.posts}`;
  yield { kind: 'failed', failure: { origin: { file: file.name, item, line: problem.line }, ...problem } };
}

function makeItem(post: Post, site: Site, file: ReceivedFile, options: SourceOptions): Item {
  const { values, xml = '', broken } = post;
  const origin = { file: file.name, item: `item ${post.number}`, line: post.line };
  if (broken) return { kind: 'failed', failure: { origin, ...broken.problem } };
  return attempt(origin, () => {
    const title = readHtmlLine(values.get('title') ?? '');
    const reason = reasonToSkip(values, options.statuses);
    if (reason !== undefined) return { kind: 'skipped', origin, ...presentOf({ title }), reason };
    const received = { bytes: new TextEncoder().encode(xml), extension: 'xml.txt' } as const;
    return { kind: 'draft', draft: { origin, ...readPost(post, site, options), received } };
  });
}

/** @throws {SourceError} when it cannot be known whether the item is a post, and public */
function reasonToSkip(values: Post['values'], statuses: ReadonlySet<string>): string | undefined {
  const [type, status] = ['wp:post_type', 'wp:status'].map((name) => {
    const value = values.get(name)?.trim() ?? '';
    if (value !== '') return value;
    const fix = 'Ask for the export again; if it is an RSS feed, take it in with --format feed.';
    throw new SourceError(`no <${name}>`, 'an item of a WordPress export', fix);
  }) as [string, string];
  if (type !== 'post' && type !== 'page') return typeNames.get(type) ?? `of the type "${type}"`;
  if (!statuses.has(status)) return statusNames.get(status) ?? `with the status "${status}"`;
  const isProtected = (values.get('wp:post_password') ?? '') !== '';
  return isProtected && !statuses.has('private') ? 'protected by a password' : undefined;
}

function readPost(post: Post, site: Site, options: SourceOptions): Omit<Draft, 'origin' | 'received'> {
  const { values } = post;
  const status = values.get('wp:status')?.trim() ?? '';
  const url = values.get('link')?.trim() ?? '';
  const hasAddress = /^https?:/i.test(url) && URL.canParse(url);
  const creator = values.get('dc:creator')?.trim() ?? '';
  const name = readHtmlLine(site.authors.get(creator) || creator);
  const { date, notices } = readFirstDate(dateOf(values), options, site.language, post.xml ?? '');
  const shown = showPost(values.get('content:encoded') ?? '');
  checkSize(shown.html);
  const { body, notices: left } = readHtmlText(shown.html, hasAddress ? url : undefined);
  if (body.trim() === '') {
    throw new SourceError(
      'no text in <content:encoded>',
      'a post with a text',
      'Take the item out of the file.',
    );
  }
  const excerpt = values.get('excerpt:encoded')?.trim() ?? '';
  const isLine = !/[\r\n]|<[a-z!/]/i.test(excerpt);
  if (status !== 'publish')
    notices.push(`In WordPress it is not public: ${statusNames.get(status) ?? status}.`);
  if (!isLine) notices.push('The excerpt is more than one plain line, and was left out.');
  if (post.hasComments) {
    notices.push('Comments of readers, with their e-mail and IP addresses, are not kept in the source text.');
  }
  const terms = readTerms(post.terms);
  return {
    ...presentOf({
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
    notices: [...notices, ...terms.notices, ...shown.notices, ...left],
  };
}

/**
 * The local date counts, for its day is the site's own. Where it is all noughts the post was never given one, and what
 * the other elements say then was made up by the export.
 */
function dateOf(values: Post['values']): Written[] {
  const names = ['wp:post_date', 'wp:post_date_gmt', 'pubDate'];
  const name = names.find((each) => (values.get(each)?.trim() ?? '') !== '');
  const text = name === undefined ? '' : (values.get(name)?.trim() ?? '');
  if (name === undefined || text.startsWith('0000-00-00')) return [];
  const notice = `The day is that of <${name}>, in universal time: the post has no local one.`;
  return [{ text, where: `<${name}>`, ...(name !== 'wp:post_date' && { notice }) }];
}

/** Categories and tags by name; WordPress' category for posts without one says nothing. */
function readTerms(terms: Post['terms']): { names: string[]; notices: string[] } {
  const names = new Set<string>();
  const others = new Set<string>();
  for (const { domain, nicename, name } of terms) {
    const line = readHtmlLine(name);
    if (!/^(?:category|post_tag|tag)?$/.test(domain)) others.add(domain);
    else if (line !== '' && nicename !== 'uncategorized' && line !== 'Uncategorized') names.add(line);
  }
  others.delete('post_format');
  const notices = Array.from(others, (domain) => `Terms of the taxonomy "${domain}" were left out.`);
  return { names: [...names], notices };
}
