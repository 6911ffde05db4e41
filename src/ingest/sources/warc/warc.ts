import { toSourceError } from '../shared/catch-failure.ts';
import type { Item, ReceivedFile, SourceOptions } from '../source.ts';
import { keyOf, type Capture } from './capture.ts';
import { readCapturedPage, readPageContent } from './captured-page.ts';
import { choosePages, type ChosenPage } from './choose-pages.ts';
import { placeOf, readAgain, readCrawl, type Crawl } from './crawl.ts';
import { createCrawlFiles } from './crawl-files.ts';
import { openRecordFiles, unpack, type ReceivedRecords } from './record-files.ts';

/**
 * Reads the articles of a crawl (WARC 1.0 and 1.1, ISO 28500; also in WACZ): first what there is at which address, then each
 * page that is wanted. Every record is accounted for: as an article, passed over with its reason, or failed with its place.
 */
export async function* readWarc(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const received = await openRecordFiles(file, options.copies);
  for (const failure of received.failures) yield { kind: 'failed', failure };
  const crawl = await readCrawl(received.files, (each) => unpack(each, options.copies));
  for (const failure of crawl.failures) yield { kind: 'failed', failure };
  const { pages, tellWhy, find } = choosePages(crawl.captures, {
    hosts: new Set(options.formerHosts),
    at: options.at,
  });
  const files = options.copies && createCrawlFiles(crawl, find, options.copies);
  const keys = new Set(pages.map(({ captured }) => keyOf(captured.url)));
  for (const page of pages) {
    const item = await readPage(crawl, page, options, (key) => keys.has(key));
    yield item.kind === 'draft' && files ? { ...item, findFile: files.find } : item;
  }
  const taken = new Set(pages.map(({ content }) => content));
  for (const capture of crawl.captures) {
    if (taken.has(capture) || capture.error) continue;
    const isFile = files?.isFound(capture) === true;
    const told = isFile ? { reason: 'a picture or file that belongs to a text' } : tellWhy(capture);
    yield {
      kind: 'skipped',
      origin: originOf(crawl, capture),
      ...told,
    };
  }
  yield* tellOthers(file, crawl, received.others);
}

async function readPage(
  crawl: Crawl,
  page: ChosenPage,
  options: SourceOptions,
  isCaptured: (key: string) => boolean,
): Promise<Item> {
  const origin = originOf(crawl, page.content, page.captured.url);
  try {
    const content = await readAgain(crawl, page.content, readPageContent);
    return readCapturedPage(page, content, origin, options, isCaptured);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== undefined) throw error;
    return { kind: 'failed', failure: { ...toSourceError(error).problem, origin } };
  }
}

function originOf({ files }: Crawl, { file, offset, url }: Capture, address = url) {
  const recordFile = files[file];
  if (!recordFile) throw new Error(`There is no file ${file}.`);
  return placeOf(recordFile, offset, address);
}

/** How many files of a WACZ are named. */
const mostNames = 50;

/** Records that are no captures have nothing that was published. */
function* tellOthers(
  file: ReceivedFile,
  { others }: Crawl,
  besides: ReceivedRecords['others'],
): Iterable<Item> {
  for (const { file: wacz, names } of besides) {
    const origin = { file: wacz, item: 'files without records', line: 1 };
    const shown = names
      .slice(0, mostNames)
      .join(', ')
      .replace(/\p{Cc}/gu, '\uFFFD');
    const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : '';
    yield { kind: 'skipped', origin, reason: 'files of a WACZ that have no records', detail: shown + more };
  }
  if (others.size === 0) return;
  const detail = [...others].map(([type, count]) => `${count.toLocaleString('en')} ${type}`).join(', ');
  const origin = { file: file.name, item: 'records about the crawl', line: 1 };
  yield { kind: 'skipped', origin, reason: 'records about the crawl', detail };
}
