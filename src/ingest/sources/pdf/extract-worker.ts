import { Util, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem, TextStyle } from 'pdfjs-dist/types/src/display/api.js';

import { normalizeUnicode } from '../../../records/normalize-unicode.ts';

import { openPdf } from './open-pdf.ts';

// Runs in a thread of its own, which can be ended: a PDF may keep its reader busy for ever.

/** Words that a PDF sets in one go. Lengths are in points, from the left and the top of the page as it is shown. */
export interface TextRun {
  text: string;
  /** Where it begins and ends, in the direction of its line from left to right. */
  left: number;
  right: number;
  /** Its baseline. */
  base: number;
  /** The size of its letters. */
  size: number;
}

/** A page with its text, turned so that most of it stands upright. */
export interface PdfPage {
  width: number;
  height: number;
  /** In the order of the file. */
  runs: TextRun[];
  /** What is printed at another angle. */
  turned: string[];
  isRightToLeft: boolean;
}

/** What a PDF holds besides its pages. */
export interface PdfContents {
  pages: PdfPage[];
  /** What it says of itself, one line each: `title "Annual report"`. */
  properties: string[];
  /** The addresses that its links lead to. */
  links: string[];
  /** Comments and the fields of forms, with their words. */
  annotations: { kind: 'comment' | 'field'; text: string }[];
  /** The names of files within it. */
  files: string[];
  hasScripts: boolean;
}

/** Why a PDF cannot be read. */
export interface PdfRefusal {
  refused: 'password' | 'damaged' | 'pages';
  /** The reader's message, or the number of pages. */
  detail: string;
}

/**
 * Reads the text of a PDF (ISO 32000) with its places on the pages. No script of it is run and nothing is loaded that it names.
 *
 * @param file absolute path
 * @param mostPages of how many pages it may be
 */
export async function extractPdf({
  file,
  mostPages,
}: {
  file: string;
  mostPages: number;
}): Promise<PdfContents | PdfRefusal> {
  const task = await openPdf(file);
  try {
    const document = await task.promise;
    if (document.numPages > mostPages) return { refused: 'pages', detail: String(document.numPages) };
    return await readDocument(document);
  } catch (error) {
    const { name, message } = error as Error;
    return { refused: name === 'PasswordException' ? 'password' : 'damaged', detail: message };
  } finally {
    await task.destroy();
  }
}

async function readDocument(document: PDFDocumentProxy): Promise<PdfContents> {
  const contents: PdfContents = {
    pages: [],
    properties: await readProperties(document),
    links: [],
    annotations: [],
    files: Object.values(
      ((await document.getAttachments()) ?? {}) as Record<string, { filename?: string }>,
    ).map(({ filename = '' }) => filename),
    hasScripts: ((await document.getJSActions()) ?? null) !== null,
  };
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    contents.pages.push(await readPage(page));
    await addAnnotations(page, contents);
    if ((await page.getJSActions()) !== null) contents.hasScripts = true;
    page.cleanup();
  }
  return contents;
}

/** The entries of the document information dictionary (ISO 32000-2, section 14.3.3) that may be of use. */
async function readProperties(document: PDFDocumentProxy): Promise<string[]> {
  const { info } = await document.getMetadata();
  const given = info as Readonly<Record<string, unknown>>;
  const names = {
    Title: 'title',
    Author: 'author',
    Subject: 'subject',
    Keywords: 'keywords',
    CreationDate: 'created',
  };
  return Object.entries(names).flatMap(([key, name]) => {
    const value = given[key];
    if (typeof value !== 'string' || value.trim() === '') return [];
    return [`${name} "${key === 'CreationDate' ? readDay(value) : value.trim()}"`];
  });
}

/** @example readDay("D:20040518120000+02'00'") // '2004-05-18' */
function readDay(value: string): string {
  return value.replace(/^(?:D:)?(\d{4})(\d{2})?(\d{2})?.*$/s, (_, ...parts: (string | undefined)[]) =>
    parts.slice(0, 3).filter(Boolean).join('-'),
  );
}

async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 });
  const { items, styles } = await page.getTextContent();
  const placed = items.flatMap((item) =>
    'str' in item && item.str.trim() !== '' ? [place(item, viewport.transform, styles)] : [],
  );
  const angle = commonest(placed.map((run) => [run.angle, run.text.length]));
  const upright = placed.filter((run) => run.angle === angle);
  const { width, height } = viewport;
  const turn = turnBack(angle, width, height);
  const letters = (runs: { text: string }[]) => runs.reduce((sum, { text }) => sum + text.length, 0);
  return {
    ...(angle % 180 === 0 ? { width, height } : { width: height, height: width }),
    runs: upright.map(({ text, x, y, length, size }) => {
      const [left, base] = turn(x, y);
      return { text, left, right: left + length, base, size };
    }),
    turned: placed.filter((run) => run.angle !== angle).map(({ text }) => text),
    isRightToLeft: 2 * letters(upright.filter((run) => run.isRightToLeft)) > letters(upright),
  };
}

/** @param transform of the page, from the coordinates of the PDF to those of the page as it is shown */
function place(item: TextItem, transform: number[], styles: Readonly<Record<string, TextStyle>>) {
  const [a, b, c, d, x, y] = Util.transform(transform, item.transform as number[]) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const isVertical = styles[item.fontName]?.vertical === true;
  const degrees = (Math.atan2(b, a) * 180) / Math.PI + (isVertical ? 90 : 0);
  return {
    text: item.str.replaceAll(/[\ufb50-\ufdff\ufe70-\ufeff]+/g, (shapes) => normalizeUnicode(shapes, 'NFKC')),
    ...{ x, y },
    length: isVertical ? item.height : item.width,
    size: Math.hypot(c, d),
    // Scans are a little askew.
    angle: (Math.round(degrees / 90) * 90 + 360) % 360,
    isRightToLeft: item.dir === 'rtl',
  };
}

/** Turns a point of a page back by an angle in degrees, clockwise as shown. */
function turnBack(angle: number, width: number, height: number): (x: number, y: number) => [number, number] {
  if (angle === 90) return (x, y) => [y, width - x];
  if (angle === 180) return (x, y) => [width - x, height - y];
  if (angle === 270) return (x, y) => [height - y, x];
  return (x, y) => [x, y];
}

function commonest(weighed: readonly (readonly [value: number, weight: number])[]): number {
  const sums = new Map<number, number>();
  for (const [value, weight] of weighed) sums.set(value, (sums.get(value) ?? 0) + weight);
  return [...sums].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
}

async function addAnnotations(page: PDFPageProxy, { links, annotations }: PdfContents): Promise<void> {
  const found = (await page.getAnnotations()) as Record<string, unknown>[];
  for (const { subtype, url, unsafeUrl, contentsObj, fieldName, fieldValue, alternativeText } of found) {
    const address = url ?? unsafeUrl;
    if (typeof address === 'string') links.push(address);
    const words = (contentsObj as { str?: string } | undefined)?.str?.trim() ?? '';
    if (subtype === 'Widget') {
      const label = [alternativeText, fieldName].find((each) => typeof each === 'string' && each !== '');
      const value = [fieldValue].flat().filter((each) => typeof each === 'string' && each !== '');
      annotations.push({ kind: 'field', text: [label, value.join(', ')].filter(Boolean).join(': ') });
    } else if (subtype !== 'Link' && words !== '') annotations.push({ kind: 'comment', text: words });
  }
}

/** The width of the picture of a page, and the largest number of its pixels. */
const [pictureWidth, mostPixels] = [2400, 20_000_000];

/** The quality of JPEG, 0 to 100. */
const quality = 85;

/** What of a canvas of `@napi-rs/canvas` is used, which pdf.js draws on where there is no browser. */
interface Canvas {
  encode(format: 'jpeg', quality: number): Promise<Uint8Array>;
}

/**
 * Draws the pages of a PDF as they are printed.
 *
 * @param file absolute path
 * @returns a JPEG of each
 */
export async function drawPages({ file }: { file: string }): Promise<Uint8Array[]> {
  const task = await openPdf(file);
  try {
    const document = await task.promise;
    const factory = document.canvasFactory as {
      create(width: number, height: number): { canvas: unknown; context: unknown };
    };
    const pictures: Uint8Array[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const scale = Math.min(pictureWidth / width, Math.sqrt(mostPixels / (width * height)));
      const viewport = page.getViewport({ scale });
      const { canvas, context } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
      await page.render({
        canvas: canvas as null,
        canvasContext: context as CanvasRenderingContext2D,
        viewport,
      }).promise;
      pictures.push(await (canvas as Canvas).encode('jpeg', quality));
      page.cleanup();
    }
    return pictures;
  } finally {
    await task.destroy();
  }
}
