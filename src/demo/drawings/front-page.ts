import sharp from 'sharp';

import { rasterize, type readTypeface } from '../../exports/sharing/rasterize.ts';
import { escapeXml } from '../../exports/xml.ts';
import { advertisements } from './advertisements.ts';
import { createMeasure, type Measure } from './set-lines.ts';

type Typeface = Awaited<ReturnType<typeof readTypeface>>;

/** An article on a front page. */
interface PrintedArticle {
  title: string;
  paragraphs: readonly string[];
  /** A picture of three by two, as a file; printed in grey. */
  picture?: Uint8Array | undefined;
}

/** What is printed on a front page. */
export interface FrontPage {
  nameplate: string;
  /** The line below the nameplate: number, day, price. */
  folio: string;
  articles: readonly PrintedArticle[];
}

/** A front page as a file, with the parts of it in which each article stands. */
export interface SetFrontPage {
  bytes: Uint8Array;
  /** For each article its rectangles: `x,y,width,height` in pixels. */
  regions: string[][];
}

const page = { width: 1240, height: 1754, margin: 60, top: 250, columns: 3, gap: 26 };
const columnWidth = (page.width - 2 * page.margin - (page.columns - 1) * page.gap) / page.columns;
const bottom = page.height - page.margin;
const pictureHeight = Math.round((columnWidth * 2) / 3);
const [paper, ink] = ['#f1e9d6', '#26211a'];
const body = { size: 20, leading: 25 };
const heading = { size: 31, leading: 35 };

/** Sets a front page in columns, with advertisements where its articles leave room. */
export async function setFrontPage(
  { nameplate, folio, articles }: FrontPage,
  typeface: Typeface,
  firstAdvertisement: number,
): Promise<SetFrontPage> {
  const measure = createMeasure(typeface);
  const parts: string[] = [];
  const regions = articles.map((): string[] => []);
  let [column, y] = [0, page.top];
  const left = () => page.margin + column * (columnWidth + page.gap);
  const nextColumn = () => {
    column++;
    y = page.top;
  };
  const isFull = () => column >= page.columns;
  for (const [index, { title, paragraphs, picture }] of articles.entries()) {
    if (y + 3 * heading.leading + 3 * body.leading > bottom) nextColumn();
    if (isFull()) break;
    let start = y;
    const close = () => {
      if (y > start) regions[index]?.push([left(), start, columnWidth, y - start].map(Math.round).join(','));
    };
    const advance = (height: number) => {
      if (y + height > bottom) {
        close();
        nextColumn();
        start = y;
      }
      y += height;
    };
    for (const words of measure.breakLines(title, columnWidth, heading.size)) {
      advance(heading.leading);
      if (!isFull())
        parts.push(centred(words.join(' '), left() + columnWidth / 2, y - 8, heading.size, true));
    }
    if (picture && y + pictureHeight + body.leading < bottom) {
      const grey = await sharp(picture).resize(Math.round(columnWidth)).grayscale().png().toBuffer();
      parts.push(
        `<image x="${left()}" y="${y + 8}" width="${columnWidth}" height="${pictureHeight}" href="data:image/png;base64,${grey.toString('base64')}"/>`,
      );
      advance(pictureHeight + 12);
    }
    y += 10;
    for (const paragraph of paragraphs) {
      const lines = measure.breakLines(paragraph, columnWidth, body.size, 20);
      for (const [number, words] of lines.entries()) {
        advance(body.leading);
        if (isFull()) break;
        parts.push(
          justified(words, left(), y - 6, number === 0 ? 20 : 0, number === lines.length - 1, measure),
        );
      }
      if (isFull()) break;
    }
    if (isFull()) break;
    y += 8;
    close();
    if (y + 10 < bottom) parts.push(rule(left() + columnWidth / 3, y + 8, columnWidth / 3, 2));
    y += 26;
  }
  for (let number = firstAdvertisement; !isFull(); number++) {
    const [title, text] = advertisements[number % advertisements.length] as (typeof advertisements)[number];
    const lines = measure.breakLines(text, columnWidth - 40, body.size);
    const height = 64 + lines.length * body.leading;
    if (y + height > bottom) {
      nextColumn();
      continue;
    }
    parts.push(
      `<rect x="${left() + 4}" y="${y}" width="${columnWidth - 8}" height="${height - 10}" fill="none" stroke="${ink}" stroke-width="3"/>`,
    );
    parts.push(centred(title, left() + columnWidth / 2, y + 36, 27, true));
    lines.forEach((words, line) =>
      parts.push(
        centred(words.join(' '), left() + columnWidth / 2, y + 64 + line * body.leading, body.size, false),
      ),
    );
    y += height + 10;
  }
  const rules = Array.from(
    { length: page.columns - 1 },
    (_, index) =>
      `<rect x="${Math.round(page.margin + (index + 1) * (columnWidth + page.gap) - page.gap / 2)}" y="${page.top}" width="1" height="${bottom - page.top}" fill="${ink}"/>`,
  );
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${page.height}" font-family="${typeface.family}" fill="${ink}">`,
    `<rect width="100%" height="100%" fill="${paper}"/>`,
    centred(
      nameplate,
      page.width / 2,
      150,
      Math.min(96, (96 * (page.width - 2 * page.margin)) / measure.widthOf(nameplate, 96)),
      true,
    ),
    rule(page.margin, 178, page.width - 2 * page.margin, 4),
    centred(folio, page.width / 2, 210, 22, false),
    rule(page.margin, 224, page.width - 2 * page.margin, 1),
    ...rules,
    ...parts,
    '</svg>',
  ].join('');
  const bytes = await sharp(await rasterize(svg))
    .png({ palette: true, colours: 32, effort: 4 })
    .toBuffer();
  return { bytes, regions };
}

function rule(x: number, y: number, width: number, height: number): string {
  return `<rect x="${Math.round(x)}" y="${Math.round(y)}" width="${Math.round(width)}" height="${height}"/>`;
}

function centred(text: string, x: number, y: number, size: number, isBold: boolean): string {
  return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="middle"${isBold ? ` stroke="${ink}" stroke-width="${size / 45}"` : ''}>${escapeXml(text)}</text>`;
}

function justified(
  words: readonly string[],
  x: number,
  y: number,
  indent: number,
  isLast: boolean,
  { widthOf }: Measure,
): string {
  const text = words.join(' ');
  const room = columnWidth - indent - widthOf(text, body.size);
  const spacing = isLast || words.length < 2 ? 0 : Math.max(0, room / (words.length - 1));
  return `<text x="${x + indent}" y="${y}" font-size="${body.size}" word-spacing="${spacing.toFixed(2)}">${escapeXml(text)}</text>`;
}
