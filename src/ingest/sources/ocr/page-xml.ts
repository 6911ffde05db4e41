import type { LeftOut } from '../../drafts/draft.ts';
import { toLine } from '../../text/lines.ts';
import { parseXml, type XmlAttributes } from '../shared/parse-xml.ts';
import { noticeBoxes, noticeDoubledIds, orderBlocks } from './reading-order.ts';
import {
  mostNested,
  readShare,
  toBox,
  type Box,
  type RecognizedBlock,
  type RecognizedFile,
  type RecognizedPage,
} from './recognized-page.ts';
import { placeWords, type PlacedWord } from './word-boxes.ts';

/** Kinds of text regions that are not among the text (`TextTypeSimpleType`). */
const asides = /^(?:page-number|header|footer|signature-mark|catch-word)$/;
/** Regions without text, that a reader sees. */
const pictures = /^(?:Image|LineDrawing|Graphic|Chart|Map|Chem|Music|Advert)Region$/;

/** What has a text: a region, a line or a word. */
interface Level {
  name: string;
  /** Its texts by their index; the one with the lowest counts. */
  texts: { index: number; text: string; confidence: number | undefined }[];
  /** The texts of what it holds, in order, with the places of words. */
  parts: { text: string; confidences: number[]; placed: PlacedWord[] }[];
  /** Where a word stands. */
  box?: Box | undefined;
}

/**
 * Reads PAGE-XML (PRImA, http://schema.primaresearch.org/PAGE/gts/pagecontent/): a paragraph for each text region, in the
 * order of `ReadingOrder`, else of `readingOrder {index:…}` in `custom`, else of the file. The text of a line is its own, or
 * that of its words; that of a region is the text of its lines, or its own. The sign ¬ and a soft hyphen at a line end part a
 * word, as Transkribus writes it; other hyphens may.
 *
 * @throws {SourceError} when it is malformed
 */
export function readPageXml(text: string): RecognizedFile {
  const file: RecognizedFile = { pages: [] };
  const [said, ids, misplaced]: [LeftOut[], string[], string[]] = [[], [], []];
  const references: { id: string; at: number[] }[] = [];
  const customOrder: { id: string; at: number[] }[] = [];
  /** The indexes of the groups of the reading order that are open. */
  const groups: number[] = [];
  const regions: RecognizedBlock[] = [];
  /** The indexes in `custom` of the regions that are open. */
  const indexes: number[] = [];
  const starts: number[] = [];
  const levels: Level[] = [];
  const open: string[] = [];
  let page: RecognizedPage | undefined;
  let [words, pageStart, equivalent] = ['', 0, {} as XmlAttributes];

  parseXml(text, {
    open(name, attributes, at, startLine) {
      open.push(name);
      words = '';
      if (name === 'Page') [page, pageStart] = [openPage(attributes, startLine), at];
      else if (name === 'TextRegion') openRegion(attributes, at);
      else if (name === 'TextLine' || name === 'Word') levels.push({ name, texts: [], parts: [] });
      else if (name === 'TextEquiv') equivalent = attributes;
      else if (/^(?:Uno|O)rderedGroup(?:Indexed)?$/.test(name)) groups.push(indexOf(attributes));
      else if (/^RegionRef(?:Indexed)?$/.test(name))
        references.push({ id: attributes.regionRef ?? '', at: [...groups, indexOf(attributes)] });
      else if (name === 'Coords' && open.at(-2) === 'TextRegion') readBox(attributes.points);
      else if (name === 'Coords' && open.at(-2) === 'Word') placeWord(attributes.points);
      else if (pictures.test(name))
        page?.leftOut.push({
          what: 'an illustration',
          text: [name, attributes.id].filter(Boolean).join(' '),
        });
    },
    text: (part) => void (words += part),
    close(name, end) {
      open.pop();
      const level = levels.at(-1);
      if (name === 'Unicode' && open.at(-1) === 'TextEquiv') {
        // The glyphs of a word have texts, too.
        if (level && open.at(-2) === level.name)
          level.texts.push({
            index: indexOf(equivalent),
            text: words,
            confidence: readShare(equivalent.conf),
          });
      } else if (words.trim() !== '' && name !== 'PlainText')
        said.push({ what: 'what the file says of its recognition', text: `${name}: ${toLine(words)}` });
      words = '';
      if (/^(?:Uno|O)rderedGroup/.test(name)) groups.pop();
      else if ((name === 'TextLine' || name === 'Word') && level?.name === name) closePart(level);
      else if (name === 'TextRegion') closeRegion(end);
      else if (name === 'Page' && page) {
        file.pages.push({ ...page, source: text.slice(pageStart, end) });
        page = undefined;
      }
    },
  });
  const creator = said.find(({ text: each = '' }) => each.startsWith('Creator: '));
  if (creator) file.engine = (creator.text ?? '').replace('Creator: ', '').slice(0, 200);
  const [first] = file.pages;
  first?.leftOut.unshift(...said.filter((each) => each !== creator));
  first?.notices.push(...noticeDoubledIds(ids), ...noticeBoxes(misplaced));
  const order = references.length > 0 ? references : customOrder;
  orderBlocks(
    file.pages,
    order.toSorted((a, b) => compareIndexes(a.at, b.at)).map(({ id }) => id),
  );
  return file;

  function openRegion(
    { id = '', type, custom = '', orientation, primaryLanguage }: XmlAttributes,
    at: number,
  ) {
    if (id !== '') ids.push(id);
    const [, index] = /readingOrder\s*\{\s*index\s*:\s*(\d{1,9})/.exec(custom) ?? [];
    indexes.push(Number(index ?? 0));
    if (index !== undefined) customOrder.push({ id, at: [...indexes] });
    if (orientation !== undefined && Math.abs(Number(orientation)) >= 45)
      page?.notices.push(`The block "${id}" is rotated by ${orientation.slice(0, 20)}°: check its words.`);
    const aside = type !== undefined && asides.test(type) ? `of the kind "${type}"` : undefined;
    starts.push(at);
    levels.push({ name: 'TextRegion', texts: [], parts: [] });
    const block = {
      ids: [...(regions.at(-1)?.ids ?? []).slice(1 - mostNested), id],
      lines: [],
      confidences: [],
      source: '',
    };
    regions.push({ ...block, aside, language: primaryLanguage });
    // A region stands before those within it.
    const region = regions.at(-1);
    if (region) page?.blocks.push(region);
  }

  function closeRegion(end: number): void {
    const [region, level, start = end] = [regions.pop(), levels.pop(), starts.pop()];
    indexes.pop();
    if (!region || !level) return;
    const own = chooseText(level);
    const hasParts = level.parts.some(({ text: each }) => each.trim() !== '');
    const lines = (own?.text ?? '').split(/\r\n?|\n/).map((line) => ({ text: line, placed: [] }));
    region.lines = (hasParts ? level.parts : lines).map((line) => placeWords(line.text, line.placed));
    const sure = level.parts.flatMap(({ confidences }) => confidences);
    region.confidences = sure.length > 0 ? sure : [own?.confidence ?? []].flat();
    region.source = text.slice(start, end);
  }

  /** A line or a word ends: it becomes a part of what holds it. */
  function closePart(level: Level): void {
    levels.pop();
    const own = chooseText(level);
    const sure = level.parts.flatMap(({ confidences }) => confidences);
    const written = own?.text.trim() ? toLine(own.text) : level.parts.map((part) => part.text).join(' ');
    levels.at(-1)?.parts.push({
      text: written,
      placed:
        level.name === 'Word'
          ? [{ text: written, box: level.box }]
          : level.parts.flatMap((part) => part.placed),
      confidences: sure.length > 0 ? sure : [own?.confidence ?? []].flat(),
    });
  }

  /** The text of a level with the lowest index; others are told. */
  function chooseText({ texts }: Level): Level['texts'][number] | undefined {
    const [best, ...others] = texts.toSorted((a, b) => a.index - b.index);
    for (const other of others)
      page?.leftOut.push({ what: 'another reading of a text', text: toLine(other.text) });
    return best;
  }

  function placeWord(points: string | undefined): void {
    const word = levels.at(-1);
    if (word?.name === 'Word' && points !== undefined) word.box = boxAround(points);
  }

  function readBox(points: string | undefined): void {
    const region = regions.at(-1);
    if (!region || points === undefined) return;
    region.box = boxAround(points);
    if (!region.box) misplaced.push(region.ids.at(-1) ?? '');
  }
}

/** The rectangle around a polygon: `x,y x,y …`. */
function boxAround(points: string): Box | undefined {
  const pairs = points
    .trim()
    .split(/\s+/, 10_000)
    .map((pair) => pair.split(',').map(Number));
  const [xs, ys] = [pairs.map(([x = NaN]) => x), pairs.map(([, y = NaN]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return toBox(left, top, Math.max(...xs) - left, Math.max(...ys) - top);
}

function indexOf({ index }: XmlAttributes): number {
  return Number(index ?? 0) || 0;
}

function compareIndexes(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function openPage(attributes: XmlAttributes, line: number): RecognizedPage {
  const [width, height] = [Number(attributes.imageWidth), Number(attributes.imageHeight)];
  return {
    line,
    source: '',
    image: attributes.imageFilename,
    size: toBox(0, 0, width, height) && { width, height },
    confidence: readShare(attributes.conf),
    language: attributes.primaryLanguage,
    otherIds: new Set(),
    blocks: [],
    leftOut: [],
    notices: [],
  };
}
