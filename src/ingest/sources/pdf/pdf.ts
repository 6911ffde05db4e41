import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { PhrasingContent, RootContent } from 'mdast';

import type { TakenFile } from '../../drafts/draft-media.ts';
import type { Draft, LeftOut } from '../../drafts/draft.ts';
import { toLine } from '../../text/lines.ts';
import { checkCharacters, checkLength, countMatches, renderMarkdown } from '../../text/markdown-text.ts';
import { describePartedWords, joinPartedWords } from '../../text/parted-words.ts';
import { catchFailure } from '../shared/catch-failure.ts';
import { SourceError } from '../source-error.ts';
import type { TemporaryCopies } from '../../read/temporary-copies.ts';
import type { Item, ReceivedFile, SourceOptions } from '../source.ts';
import { describePrintedPage, listHeadlines } from './printed-page.ts';
import type { PdfContents, PdfPage, TextRun } from './extract-worker.ts';
import { joinParted, partParagraphs, type PdfParagraph } from './paragraphs.ts';
import { drawPages, readContents } from './read-contents.ts';
import { medianOf, readInOrder } from './reading-order.ts';
import { setHeadsApart } from './running-heads.ts';

/** The fewest letters of a page that has text, and not only a number or a stamp. */
const leastLetters = 16;

/** The largest share of signs that stand for no letter: the PDF does not say which letters its shapes are. */
const mostUnknown = 0.1;

/** How much larger than the text a title and a heading are, and how many words they have at most. */
const [titleSize, headingSize, mostWords] = [1.25, 1.15, 30];

/** Reads a PDF that has text as one article: its text in reading order. The PDF becomes an attachment of it. */
export async function* readPdf(
  file: ReceivedFile,
  { copies }: Pick<SourceOptions, 'copies'>,
): AsyncIterable<Item> {
  const origin = { file: file.name, line: 1 };
  const contents = await readContents(file);
  const bytes = await readFile(file.path);
  const attached: TakenFile = {
    ...{ kind: 'attachment', from: file.path, extension: '.pdf', title: basename(file.name), addresses: [] },
    ...{ sha256: hash('sha256', bytes), size: bytes.length },
  };
  let isPrintedPage = false;
  const item = catchFailure(origin, () => {
    const { draft, headlines } = createDraft(contents, { origin, bytes });
    isPrintedPage = headlines.length > 0;
    return { kind: 'draft', draft: { ...draft, files: [attached] } };
  });
  // Where one entry has the articles of a page, the page itself shows how they belong together.
  if (item.kind === 'draft' && isPrintedPage && copies) {
    const pages = await takeFacsimiles(file, copies);
    item.draft.files = [...pages, attached];
    if (pages.length === 0) item.draft.notices.push('Its pages could not be drawn as facsimiles.');
  }
  yield item;
}

/** Makes pictures of pages, and puts them into private files. */
async function takeFacsimiles(file: ReceivedFile, copies: TemporaryCopies): Promise<TakenFile[]> {
  const stem = basename(file.name).replace(/\.pdf$/i, '');
  const files: TakenFile[] = [];
  for (const [index, picture] of (await drawPages(file)).entries())
    files.push({
      ...{ kind: 'picture', extension: '.jpg', addresses: [] },
      from: await copies.keep(Readable.from([picture]), `${stem}-page-${index + 1}.jpg`),
      ...{ sha256: hash('sha256', picture), size: picture.length },
      facsimile: { label: `Page ${index + 1}`, regions: [] },
    });
  return files;
}

function createDraft(
  contents: PdfContents,
  { origin, bytes }: { origin: Draft['origin']; bytes: Uint8Array },
): { draft: Draft; headlines: string[] } {
  const empty = refuseScans(contents.pages);
  const { pages, leftOut } = setHeadsApart(contents.pages);
  const paragraphs = joinParted(pages.flatMap((page, index) => readPage(page, index + 1)));
  const whole = paragraphs.map(({ lines }) => lines.join('\n')).join('\n\n');
  checkLength(whole);
  checkCharacters(whole);
  const words = joinPartedWords(whole);
  const parts = words.text.split('\n\n');
  const texts = parts.map(toLine);
  const size = medianOf(pages.flatMap(({ runs }) => runs.flatMap(weigh)));
  const isLarge = (index: number, times: number) =>
    (paragraphs[index]?.size ?? 0) >= times * size && (texts[index] ?? '').split(' ').length <= mostWords;
  // What stands above it is a kicker, or the name of the section.
  const titled = texts.findIndex(
    (_, index) => index < 3 && paragraphs[index]?.page === 1 && isLarge(index, titleSize),
  );
  const headlines = listHeadlines(pages, paragraphs, size);
  const title = titled === -1 || headlines.length > 0 ? undefined : texts[titled];
  const blocks = texts.flatMap((text, index): RootContent[] => {
    if (text === '' || (index === titled && title !== undefined)) return [];
    if (paragraphs[index]?.isTable) return [{ type: 'paragraph', children: renderRows(parts[index] ?? '') }];
    const children = [{ type: 'text' as const, value: text }];
    return [
      isLarge(index, headingSize) ? { type: 'heading', depth: 2, children } : { type: 'paragraph', children },
    ];
  });
  const draft: Draft = {
    origin,
    ...(title !== undefined && { title }),
    byline: [],
    terms: [],
    body: renderMarkdown({ type: 'root', children: blocks }),
    received: { bytes, extension: 'pdf', isAttached: true },
    leftOut: [...leftOut, ...listLeftOut(contents)],
    notices: [
      ...describePrintedPage(headlines),
      ...describeContents(contents, empty),
      ...(paragraphs.some(({ isTable }) => isTable)
        ? ['It seems to have a table, of which each row is a line here.']
        : []),
      ...describeJoined(whole, words.text),
      ...describePartedWords(words.parted),
    ],
  };
  return { draft, headlines };
}

/** Rows of a table: which of them are its head, a PDF does not say. */
function renderRows(rows: string): PhrasingContent[] {
  return rows
    .split('\n')
    .flatMap((row, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: 'break' as const }] : []),
      { type: 'text', value: toLine(row) },
    ]);
}

function readPage({ runs, width, isRightToLeft }: PdfPage, number: number): PdfParagraph[] {
  // As in a mirror, so that the first column is the left one.
  const mirror = (run: TextRun): TextRun => ({ ...run, left: width - run.right, right: width - run.left });
  return readInOrder(isRightToLeft ? runs.map(mirror) : runs).flatMap((block) =>
    partParagraphs(block, number),
  );
}

/** @returns the numbers of the pages without text @throws {SourceError} when no page has any, or none that can be read */
function refuseScans(pages: readonly PdfPage[]): number[] {
  const recognize = 'Have its text recognized (ocrmypdf IN.pdf OUT.pdf), and ingest that.';
  const texts = pages.map(({ runs, turned }) => runs.map(({ text }) => text).join('') + turned.join(''));
  const empty = texts.flatMap((text, index) => (countLetters(text) < leastLetters ? [index + 1] : []));
  const all = texts.join('');
  const unknown = all.match(/[\p{Co}\p{Cn}\p{Cc}\ufffd]/gu)?.length ?? 0;
  if (unknown > mostUnknown * all.length)
    throw new SourceError(
      `a PDF that does not say which letters ${Math.round((100 * unknown) / all.length)} % of its signs are`,
      'a PDF whose text can be copied',
      recognize.replace('ocrmypdf', 'ocrmypdf --force-ocr'),
    );
  if (empty.length === pages.length)
    throw new SourceError('a PDF without text: only pictures of pages', 'a PDF that has its text', recognize);
  return empty;
}

function countLetters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** The size of a run, once for each of its words. */
function weigh({ text, size }: TextRun): number[] {
  return Array.from({ length: text.split(/\s+/).length }, () => size);
}

function listLeftOut({ pages, links, annotations, files }: PdfContents): LeftOut[] {
  const turned = pages.map((page) => toLine(page.turned.join(' '))).filter((text) => text !== '');
  return [
    ...turned.map((text) => ({ what: 'text printed at another angle', text })),
    ...[...new Set(links)].map((address) => ({ what: 'the address of a link in a PDF', address })),
    ...annotations.map(({ kind, text }) => ({
      what: kind === 'comment' ? 'a comment in a PDF' : 'a field of a form',
      text: toLine(text),
    })),
    ...files.map((name) => ({ what: 'a file within a PDF', text: name })),
  ];
}

function describeContents(
  { pages, properties, hasScripts }: PdfContents,
  empty: readonly number[],
): string[] {
  const count = `${pages.length} ${pages.length === 1 ? 'page' : 'pages'}`;
  return [
    `The text of a PDF of ${count} was put into reading order by where it stands; compare it. Its pictures are in the PDF only, which is attached.`,
    ...(empty.length > 0 ? [`These pages have no text: ${empty.join(', ')}.`] : []),
    ...(properties.length > 0
      ? [
          `The PDF says of itself, which may be true of the file and not of the text: ${properties.join(', ')}.`,
        ]
      : []),
    ...(hasScripts ? ['The PDF has scripts, which were not run.'] : []),
  ];
}

/** Says how many words that line ends parted were joined. */
function describeJoined(before: string, after: string): string[] {
  const parted = /[-\u2010\u00ac\u00ad]\n(?=\p{Ll})/gu;
  const count = countMatches(before, parted) - countMatches(after, parted);
  return count > 0
    ? [`Words that line ends parted and that were joined: ${count.toLocaleString('en')}.`]
    : [];
}
