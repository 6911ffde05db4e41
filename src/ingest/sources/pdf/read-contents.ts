import { mediaLimits } from '../../../records/media/inspect-media.ts';
import { openThreads, type Threads } from '../../../system/threads.ts';
import { SourceError } from '../source-error.ts';
import type { ReceivedFile } from '../source.ts';
import type { PdfContents, PdfRefusal } from './extract-worker.ts';

/** A book has fewer pages. */
const mostPages = 1000;

/** How long a PDF may take to be read, in seconds; a page takes some hundredths. */
const mostSeconds = 180;

/** Reads what a PDF holds, within limits. @throws {SourceError} when it cannot be read, and with what to do */
export async function readContents({ path, size }: ReceivedFile): Promise<PdfContents> {
  const megabytes = (bytes: number) => Math.ceil(bytes / 2 ** 20).toLocaleString('en');
  if (size > mediaLimits.attachment)
    throw new SourceError(
      `a PDF of ${megabytes(size)} MB`,
      `at most ${megabytes(mediaLimits.attachment)} MB`,
      split,
    );
  const read = await runInTime<PdfContents | PdfRefusal>('extractPdf', { file: path, mostPages });
  if (read === 'late')
    throw new SourceError(
      `a PDF that takes more than ${mostSeconds} seconds to read`,
      'ordinary pages',
      extract,
    );
  if ('refused' in read) throw describeRefusal(read);
  return read;
}

/** Draws the pages of a PDF, as JPEG; none when that cannot be done. */
export async function drawPages({ path }: ReceivedFile): Promise<Uint8Array[]> {
  const drawn = await runInTime<Uint8Array[]>('drawPages', { file: path }).catch(() => []);
  return drawn === 'late' ? [] : drawn;
}

async function runInTime<Result>(name: string, argument: object): Promise<Result | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), mostSeconds * 1000);
  });
  const thread = takeThread();
  const running = thread.run<unknown, Result>(name, argument);
  // When it is late, the thread is ended.
  running.catch(() => {});
  try {
    const result = await Promise.race([running, late]);
    if (result === 'late') await thread.close();
    else giveBack(thread);
    return result;
  } catch (error) {
    await thread.close();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** The thread of the PDF before, while another may follow: it takes as long to start as a short PDF to read. */
let kept: { thread: Threads; timer: NodeJS.Timeout } | undefined;

/** For how long a thread is kept, in milliseconds. */
const keptFor = 1000;

function takeThread(): Threads {
  const { thread, timer } = kept ?? {};
  clearTimeout(timer);
  kept = undefined;
  return thread ?? openThreads(new URL('./extract-worker.ts', import.meta.url), { threads: 1 });
}

function giveBack(thread: Threads): void {
  const close = () => {
    kept = undefined;
    void thread.close();
  };
  kept = { thread, timer: setTimeout(close, keptFor) };
}

const split = 'Split it into single articles: qpdf --split-pages=20 IN.pdf OUT.pdf.';
const extract = 'Extract its text with another program (pdftotext -enc UTF-8 FILE), and ingest that.';

function describeRefusal({ refused, detail }: PdfRefusal): SourceError {
  if (refused === 'password')
    return new SourceError(
      'a PDF that asks for a password',
      'one that anyone can read',
      'Save it without: qpdf --decrypt --password=… IN.pdf OUT.pdf.',
    );
  if (refused === 'pages')
    return new SourceError(
      `a PDF of ${Number(detail).toLocaleString('en')} pages`,
      `at most ${mostPages.toLocaleString('en')}`,
      split,
    );
  const repair = `Repair it (qpdf IN.pdf OUT.pdf), or ask for it again.`;
  return new SourceError(
    `a damaged PDF (${detail.replaceAll(/\s+/g, ' ').slice(0, 200)})`,
    'a whole PDF',
    repair,
  );
}
