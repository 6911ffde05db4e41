import type { LeftOut } from '../../drafts/draft.ts';
import { readSourceText } from '../../text/decode-source.ts';
import { draftPage, pictureOf } from '../ocr/draft-page.ts';
import { toSourceError } from '../shared/catch-failure.ts';
import { SourceError } from '../source-error.ts';
import type { Item, Origin, ReceivedFile, SourceOptions } from '../source.ts';
import { draftArticle, listUnnamed, type PartOfPage } from './draft-article.ts';
import { listCommonDivisions, readIssue, type Issue } from './issue.ts';
import { readMets, type MetsDivision } from './mets-document.ts';
import { createPageReader, type PageText } from './page-files.ts';
import { listArticles, listPages, type MetsArticle, type MetsPage } from './structure.ts';
import { describePage } from './describe-page.ts';

/**
 * Reads a METS file with the recognized text beside it (ALTO, PAGE-XML, hOCR): each article of its logical structure, and each page
 * of which that has no article. The date, the newspaper, the issue and the page are those of the METS, the pictures of pages
 * their facsimiles.
 */
export async function* readMetsIssue(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const { text } = await readSourceText(file, options.encoding);
  const mets = readMets(text);
  const [pages, articles] = [listPages(mets), listArticles(mets)];
  if (!pages.some((page) => page.text) && articles.length === 0)
    throw new SourceError(
      'a METS without recognized text',
      'files of ALTO, PAGE-XML or hOCR in <fileSec>, to which its pages lead',
      'Leave it out, or recognize the text of its pictures.',
    );
  const pointers = articles.flatMap((article) => article.pointers.map(({ pointer }) => pointer));
  const readPage = createPageReader(file, options.encoding, pointers);
  const pageOf = new Map(pages.flatMap((page) => (page.text ? [[page.text.id, page] as const] : [])));
  const issues = new Map<MetsDivision | undefined, Issue>();
  /** The pages of which an article has had what belongs to the page as a whole. */
  const told = new Set<string>();
  const named = new Set(articles.flatMap(({ pointers }) => pointers.map(({ pointer }) => pointer.fileId)));
  let isFirst = true;
  const common = listCommonDivisions(mets, articles);

  for (const [index, article] of articles.entries()) yield await finish(await readArticle(article, index));
  for (const page of pages)
    if (page.text && !named.has(page.text.id)) yield await finish(await readWholePage(page));

  async function readArticle(article: MetsArticle, index: number): Promise<Item> {
    const { division, within } = article;
    const origin = { file: file.name, item: division.id || `article ${index + 1}`, line: division.line };
    const issue = issueOf(within);
    const drafted = await draftArticle(article, mets, readPage);
    if ('failure' in drafted) return { kind: 'failed', failure: { origin, ...drafted.failure } };
    if ('reason' in drafted) return { kind: 'skipped', origin, reason: drafted.reason };
    const { draft, parts } = drafted;
    const notices = parts.flatMap(({ fileId, page }) => (told.has(fileId) ? [] : page.notices));
    const first = parts[0] && pageOf.get(parts[0].fileId);
    const last = parts.at(-1) && pageOf.get(parts.at(-1)?.fileId ?? '');
    const [from, to] = [first && describePage(first, mets), last && describePage(last, mets)];
    const number = from?.number === to?.number ? from?.number : `${from?.number}–${to?.number}`;
    return {
      kind: 'draft',
      draft: {
        ...{ origin, terms: [], ...issue.facts, ...draft },
        ...(number !== undefined && !number.includes('undefined') && { page: number }),
        ...showPages(parts, [...draft.leftOut, ...parts.flatMap(tellPage)]),
        notices: [...draft.notices, ...issue.notices, ...notices],
      },
    };
  }

  async function readWholePage(page: MetsPage): Promise<Item> {
    const { number, label, leftOut } = describePage(page, mets);
    const origin: Origin = {
      ...{ file: file.name, item: `page ${number ?? page.index + 1}` },
      line: page.division?.line ?? 1,
    };
    try {
      if (!page.text) throw new SourceError('no text', 'a text', 'Leave it out.');
      const read = await readPage(page.text);
      const issue = issueOf(common);
      const draft = draftPage(read.page, read.engine);
      const part: PartOfPage = { ...read, fileId: page.text.id, blocks: [] };
      const printed = number ?? read.page.number;
      return {
        kind: 'draft',
        draft: {
          ...{ origin, byline: [], terms: [], ...issue.facts, ...draft },
          ...(printed !== undefined && { page: printed }),
          ...showPages([part], [...draft.leftOut, ...leftOut], label),
          received: { bytes: read.bytes, extension: extensionOf(read) },
          notices: [...draft.notices, ...issue.notices],
        },
      };
    } catch (error) {
      const { problem } = toSourceError(error);
      // Its place is in the file of the page.
      const name = page.text && `${page.text.href}, line ${problem.line}: `;
      const failure = { ...problem, line: origin.line, column: 1, found: `${name ?? ''}${problem.found}` };
      return { kind: 'failed', failure: { origin, ...failure } };
    }
  }

  /** What belongs to the METS as a whole is told with its first item. */
  async function finish(item: Item): Promise<Item> {
    if (item.kind !== 'draft' || !isFirst) return item;
    isFirst = false;
    const first = articles[0]?.within ?? common;
    const mute = pages.filter(({ text: each }) => !each).length;
    const doubled = mets.doubledIds.map((id) => `"${id.slice(0, 60)}"`);
    const notices = [
      ...(mute > 0 ? [`Its METS has ${mute} pages without recognized text.`] : []),
      ...(doubled.length > 0
        ? [`Ids that several elements of its METS have: ${doubled.slice(0, 5).join(', ')}. The first counts.`]
        : []),
    ];
    const { draft } = item;
    const leftOut = [...draft.leftOut, ...issueOf(first).leftOut];
    return { ...item, draft: { ...draft, leftOut, notices: [...draft.notices, ...notices] } };
  }

  function issueOf(within: readonly MetsDivision[]): Issue {
    const key = within.at(-1);
    const issue = issues.get(key) ?? readIssue(mets, within, options, file.name, text);
    issues.set(key, issue);
    return issue;
  }

  /** What there is on a page besides its articles: told with the first of them. */
  function tellPage({ fileId, page }: PartOfPage): LeftOut[] {
    if (told.has(fileId)) return [];
    told.add(fileId);
    const described = pageOf.get(fileId);
    return [
      ...page.leftOut,
      ...(described ? describePage(described, mets).leftOut : []),
      ...listUnnamed(articles, fileId, page),
    ];
  }

  /** The pictures of the pages, where files are looked for; else their names are left out. */
  function showPages(parts: readonly PartOfPage[], leftOut: readonly LeftOut[], label?: string) {
    const pictures = parts.flatMap(({ fileId, page, regions = [], words }) => {
      const described = pageOf.get(fileId);
      const images = described?.images.map(({ href }) => href) ?? [];
      const names = [...new Set([...images, ...(page.image === undefined ? [] : [page.image])])];
      const title = label ?? (described ? describePage(described, mets).label : (page.image ?? ''));
      return names.length > 0 ? [pictureOf(names, title, regions, words)] : [];
    });
    if (options.hasFile) return { ...(pictures.length > 0 && { media: pictures }), leftOut: [...leftOut] };
    return { leftOut: [...leftOut, ...pictures.flatMap(({ untaken = [] }) => untaken)] };
  }
}

function extensionOf({ bytes }: PageText): 'xml.txt' | 'html.txt' {
  const start = new TextDecoder().decode(bytes.subarray(0, 4096));
  return /<(?:[\w.-]{1,40}:)?(?:alto|PcGts)\b/i.test(start) ? 'xml.txt' : 'html.txt';
}
