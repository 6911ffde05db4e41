import { toSourceError } from '../sources/shared/catch-failure.ts';
import { decodeStart } from '../text/decode-source.ts';
import { describeEncoding } from '../text/declared-encoding.ts';
import type { MediaTaker } from '../media/take-media.ts';
import type { Item, ReadItems, ReceivedFile, SourceOptions } from '../sources/source.ts';
import { locateMirrored } from '../sources/web-page/mirrored-site.ts';
import { SourceError } from '../sources/source-error.ts';
import { completeDraft } from './complete-draft.ts';
import { readStart } from './read-start.ts';
import { isCrawl } from './recognize-crawl.ts';
import { unreadableFile } from './list-received-files.ts';
import { recognizePackage } from './recognize-package.ts';
import { MediaError, refuseUnsupportedFormats, startsAsPdf } from './unsupported-formats.ts';
import { recognizeFormat, type Format } from './recognize-format.ts';

/** Loaded on demand: the parsers of all formats need as much memory as a run. */
const readers: Readonly<Record<Format, () => Promise<ReadItems>>> = {
  text: async () => (await import('../sources/plain-text/plain-text.ts')).readPlainText,
  markdown: async () => (await import('../sources/markdown/markdown.ts')).readMarkdown,
  html: async () => (await import('../sources/web-page/web-page.ts')).readWebPage,
  feed: async () => (await import('../sources/feed/feed.ts')).readFeed,
  wordpress: async () => (await import('../sources/wordpress/wordpress.ts')).readWordpress,
  ninjs: async () => (await import('../sources/ninjs/ninjs.ts')).readNinjs,
  dateline: async () => (await import('../sources/dateline/dateline-data.ts')).readDatelineData,
  skos: async () => (await import('../sources/dateline/dateline-skos.ts')).readSkos,
  pdf: async () => (await import('../sources/pdf/pdf.ts')).readPdf,
  warc: async () => (await import('../sources/warc/warc.ts')).readWarc,
  ocr: async () => (await import('../sources/ocr/ocr.ts')).readOcr,
  docx: async () => (await import('../sources/docx/docx.ts')).readDocx,
  odt: async () => (await import('../sources/odt/odt.ts')).readOdt,
  mets: async () => (await import('../sources/mets/mets.ts')).readMetsIssue,
  xlsx: async () => (await import('../sources/spreadsheet/spreadsheet.ts')).readXlsx,
  ods: async () => (await import('../sources/spreadsheet/spreadsheet.ts')).readOds,
  ghost: async () => (await import('../sources/ghost/ghost.ts')).readGhost,
  movabletype: async () => (await import('../sources/movable-type/movable-type.ts')).readMovableType,
  activitypub: async () => (await import('../sources/activitypub/outbox.ts')).readOutbox,
  medium: async () => (await import('../sources/medium/medium.ts')).readMedium,
  substack: async () => (await import('../sources/substack/substack.ts')).readSubstack,
  table: async () => (await import('../sources/table/table.ts')).readTable,
};

/**
 * Reads the items of a file of any format. Nothing is thrown: a problem with the file as a whole is one more, failed item.
 *
 * @param format recognized by the file's content when left out
 * @param media finds the files of pictures; when left out, pictures stay links
 */
export async function* readItems(
  file: ReceivedFile,
  format: Format | undefined,
  options: SourceOptions,
  media?: MediaTaker,
): AsyncIterable<Item> {
  try {
    if (media?.hasTaken(file.path)) {
      yield {
        kind: 'skipped',
        origin: { file: file.name, line: 1 },
        reason: 'a picture or file that belongs to a text',
      };
      return;
    }
    const start = await readStart(file);
    const mirrored = locateMirrored(file, options.formerHosts);
    const known = await recognize(file, start, format, {
      encoding: options.encoding,
      isMirrored: mirrored !== undefined,
    });
    if (known === undefined || (mirrored && known !== 'html')) {
      const origin = { file: file.name, line: 1 };
      yield { kind: 'skipped', origin, reason: 'a file of a mirrored site that is no page' };
      return;
    }
    // If columns are given it is a table, whatever their names are.
    const isTable = known === 'text' && options.columns.size > 0;
    const read = await readers[isTable ? 'table' : known]();
    // A package and the pages of a crawl have each their own.
    const notice = packed.has(known) ? undefined : describeEncoding(start, options.encoding);
    const hasFile = media && ((written: string) => media.hasFile(written, file));
    for await (const item of read(file, { ...options, hasFile })) {
      // What an archive of this kind says of itself stays as it is.
      if (item.kind !== 'draft' || known === 'dateline') yield item;
      else {
        const draft = completeDraft(item.draft, options, notice);
        yield { ...item, draft: media ? await media.take(draft, file, item.findFile) : draft };
      }
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const origin = { file: file.name, line: 1 };
    // What is named itself is to be a text; in a folder of texts there may be pictures that none of them shows.
    if (error instanceof MediaError && file.root !== undefined) {
      yield { kind: 'skipped', origin, reason: `${error.problem.found} that was taken with no text` };
      return;
    }
    const failure =
      code === undefined
        ? { origin, ...toSourceError(error).problem }
        : unreadableFile(file.name, error as NodeJS.ErrnoException);
    yield { kind: 'failed', failure };
  }
}

/** Formats that are no text. */
const packed: ReadonlySet<Format> = new Set(['docx', 'odt', 'xlsx', 'ods', 'pdf', 'warc']);

/**
 * What is no text is known by its beginning, whatever format was given.
 *
 * @param options `isMirrored`: whether it is of a mirrored site, in which there are files of all kinds
 * @returns undefined for such a file
 * @throws {SourceError} when it is in no format that is read
 */
async function recognize(
  file: ReceivedFile,
  start: Uint8Array,
  given: Format | undefined,
  { encoding, isMirrored }: { encoding: string | undefined; isMirrored: boolean },
): Promise<Format | undefined> {
  if (startsAsPdf(start)) return 'pdf';
  if (given === 'warc' || (await isCrawl(start, file.name))) return 'warc';
  try {
    const document = await recognizePackage(file, start);
    if (document !== undefined) return document;
    refuseUnsupportedFormats(start);
    return given ?? recognizeFormat(decodeStart(start, encoding));
  } catch (error) {
    if (isMirrored && error instanceof SourceError) return undefined;
    throw error;
  }
}
