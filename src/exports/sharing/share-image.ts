import type { Archive } from '../../archive/archive.ts';
import { shareImageSize } from '../../records/check/check-share-image.ts';
import { normalizeUnicode } from '../../records/normalize-unicode.ts';
import { escapeXml } from '../xml.ts';

/** The typeface of the title, as far as its layout needs it. */
export interface Typeface {
  /** The name of the family in the font file. */
  family: string;
  /** The width of a character, relative to the font size; undefined when the typeface lacks it. */
  widthOf(character: string): number | undefined;
}

/** The colours of the light page. */
const [paper, ink, quiet, rule] = ['#fcfbf8', '#1b1916', '#4c4740', '#d6d0c4'];
const margin = 88;
const measure = shareImageSize.width - 2 * margin;
/** Font sizes in pixels, the largest first: the title has the first at which it fits. */
const sizes = [112, 96, 84, 72, 60, 48];
const leading = 1.14;
/** The vertical space for the title, in pixels from the top. */
const block = { top: 132, height: 330 };
const smallSize = 38;

/** What the image for cards shows. */
export interface ShareImageView {
  title: string;
  /** The first and the last year of the articles; undefined when none is dated. */
  span: Archive['span'];
  /** The archive's mark, as an SVG document. */
  mark: string;
}

/** The text alternative of the image. */
export function renderShareImageAlt({ title, span }: Pick<ShareImageView, 'title' | 'span'>): string {
  return [title, ...(span ? [formatYears(span)] : [])].join(', ');
}

function formatYears({ first, last }: NonNullable<Archive['span']>): string {
  return first === last ? first : `${first}–${last}`;
}

/**
 * Draws, as SVG, the image that social networks and messengers show on a card for a page: the archive's title, its years
 * and its mark. A title with characters that the typeface lacks is left out, and the mark drawn in its place.
 */
export function drawShareImage({ title: given, span, mark }: ShareImageView, typeface: Typeface): string {
  const { width, height } = shareImageSize;
  const title = normalizeUnicode(given, 'NFC');
  const isSettable = [...title].every((character) => typeface.widthOf(character) !== undefined);
  const line = (y: number, weight: number, colour: string) =>
    `<rect x="${margin}" y="${y}" width="${measure}" height="${weight}" fill="${colour}"/>`;
  const image = (x: number, y: number, side: number) =>
    `<image x="${x}" y="${y}" width="${side}" height="${side}" href="data:image/svg+xml;base64,${Buffer.from(mark).toString('base64')}"/>`;
  const foot = height - 76;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${typeface.family}" fill="${ink}">`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    line(72, 6, ink),
    line(84, 1, ink),
    isSettable
      ? drawTitle(title, typeface)
      : image((width - 260) / 2, block.top + (block.height - 260) / 2, 260),
    line(foot - 66, 1, rule),
    `<text x="${margin}" y="${foot + 6}" font-size="${smallSize}" fill="${quiet}">${span ? formatYears(span) : ''}</text>`,
    isSettable ? image(width - margin - 56, foot - 34, 56) : '',
    '</svg>',
  ].join('\n');
}

/** A title broken into lines, and its font size in pixels. */
interface SetTitle {
  size: number;
  lines: string[];
}

/** Chooses the largest size at which the title fits; a title that is too long for the smallest is cut. */
function setTitle(title: string, { widthOf }: Typeface): SetTitle {
  const lengthOf = (text: string) => [...text].reduce((sum, character) => sum + (widthOf(character) ?? 0), 0);
  for (const size of sizes) {
    const lines = breakLines(title.split(' '), measure / size, lengthOf);
    const isFitting = lines.every((line) => lengthOf(line) * size <= measure);
    if (isFitting && lines.length * size * leading <= block.height)
      return { size, lines: balance(title.split(' '), lines.length, measure / size, lengthOf) };
  }
  const size = sizes.at(-1) ?? 0;
  const most = Math.floor(block.height / (size * leading));
  // A word that is longer than a line is broken anywhere.
  const words = title.split(' ').flatMap((word) => splitWord(word, measure / size, lengthOf));
  const lines = breakLines(words, (measure / size) * 0.98, lengthOf);
  return {
    size,
    lines: lines
      .slice(0, most)
      .map((line, index) => (index === most - 1 && lines.length > most ? `${line} …` : line)),
  };
}

type TextWidth = (text: string) => number;

/** Breaks words into lines, each as long as fits. */
function breakLines(words: readonly string[], room: number, lengthOf: TextWidth): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && lengthOf(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Breaks words into the narrowest lines without needing more of them. */
function balance(words: readonly string[], count: number, room: number, lengthOf: TextWidth): string[] {
  let lines = breakLines(words, room, lengthOf);
  for (let narrower = room * 0.98; narrower > room / 3; narrower *= 0.98) {
    const next = breakLines(words, narrower, lengthOf);
    if (next.length > count || next.some((line) => lengthOf(line) > room)) break;
    lines = next;
  }
  return lines;
}

function splitWord(word: string, room: number, lengthOf: TextWidth): string[] {
  const parts: string[] = [''];
  for (const character of word) {
    const longer = (parts.at(-1) ?? '') + character;
    if (lengthOf(longer) <= room * 0.95) parts[parts.length - 1] = longer;
    else parts.push(character);
  }
  return parts;
}

function drawTitle(title: string, typeface: Typeface): string {
  const { size, lines } = setTitle(title, typeface);
  const height = lines.length * size * leading;
  // Letters are centred a third of their size above the baseline.
  const first = block.top + (block.height - height) / 2 + (size * leading) / 2 + size / 3;
  return lines
    .map(
      (line, index) =>
        `<text x="${margin}" y="${(first + index * size * leading).toFixed(1)}" font-size="${size}">${escapeXml(line)}</text>`,
    )
    .join('\n');
}
