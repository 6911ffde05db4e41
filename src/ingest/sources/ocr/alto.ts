import type { LeftOut } from '../../drafts/draft.ts';
import { toLine } from '../../text/lines.ts';
import { parseXml, type XmlAttributes } from '../shared/parse-xml.ts';
import { followChain, noticeBoxes, noticeDoubledIds, orderBlocks } from './reading-order.ts';
import {
  mostNested,
  readShare,
  toBox,
  uniteBoxes,
  type Box,
  type RecognizedBlock,
  type RecognizedFile,
  type RecognizedLine,
  type RecognizedPage,
  type RecognizedWord,
} from './recognized-page.ts';

/** Elements that are blocks of a page (`BlockType`). */
const blocks = /^(?:TextBlock|ComposedBlock|Illustration|GraphicalElement)$/;
/** What a file says of the recognition itself: `ocrProcessingStep` in versions 1 to 3, `Processing` in version 4. */
const recognition = /^(?:ocrProcessingStep|OCRProcessing|Processing)$/;

/**
 * Reads ALTO (https://www.loc.gov/standards/alto/, versions 1 to 4.4): a paragraph for each block of text, a word for each
 * string. A word that is parted at a line end is the one that `SUBS_CONTENT` says it is. Blocks are in the order of
 * `ReadingOrder` (4.3) or of `IDNEXT`, where the file has one.
 *
 * @throws {SourceError} when it is malformed
 */
export function readAlto(text: string): RecognizedFile {
  const file: RecognizedFile = { pages: [] };
  // Some programs write no spaces: then there is one between any two words.
  const hasSpaces = /<(?:[\w.-]{1,40}:)?SP\b/.test(text);
  const engines: string[] = [];
  const said: LeftOut[] = [];
  const ids: string[] = [];
  const misplaced: string[] = [];
  const successors = new Map<string, string>();
  const references: string[] = [];
  /** The ids of the blocks that are open. */
  const within: string[] = [];
  let images: string[] = [];
  let [page, block, line]: [RecognizedPage | undefined, RecognizedBlock | undefined, RecognizedWord[]] = [
    ...([undefined, undefined] as const),
    [],
  ];
  let part: RecognizedLine = { id: '', confidences: [], source: '' };
  let [margin, software, words, start, pageStart, lineStart, isApart] = ['', '', '', 0, 0, 0, true];
  /** How many elements are open that say what was recognized how. */
  let depth = 0;

  parseXml(text, {
    open(name, attributes, at, startLine) {
      if (recognition.test(name)) depth++;
      words = '';
      if (/Margin$/.test(name)) margin = name.replace('Margin', ' margin').toLowerCase();
      if (name === 'Page') {
        page = openPage(attributes, startLine);
        page.image = images.shift();
        pageStart = at;
      } else if (blocks.test(name)) openBlock(name, attributes, at);
      else if (name === 'TextLine') openLine(attributes, at);
      else if (name === 'String') addString(attributes);
      else if (name === 'SP') isApart = true;
      else if (name === 'HYP') addHyphen(attributes.CONTENT);
      else if (name === 'ElementRef') references.push(attributes.REF ?? '');
      else if (/Tag$/.test(name) && attributes.LABEL)
        said.push({ what: 'a name of a kind of block', text: attributes.LABEL });
    },
    text: (written) => void (words += written),
    close(name, end) {
      if (words.trim() !== '') readWords(name, toLine(words));
      words = '';
      if (recognition.test(name)) depth--;
      if (/Margin$/.test(name)) margin = '';
      if (name === 'processingSoftware' && software !== '') engines.push(software.trim());
      if (name === 'processingSoftware') software = '';
      if (blocks.test(name)) within.pop();
      if (name === 'TextLine' && line.length > 0) {
        block?.lines.push(line);
        block?.parts?.push({ ...part, source: text.slice(lineStart, end) });
      }
      if (name === 'TextBlock' && block && page) {
        page.blocks.push({ ...block, source: text.slice(start, end) });
        block = undefined;
      }
      if (name === 'Page' && page) {
        file.pages.push({ ...page, source: text.slice(pageStart, end) });
        page = undefined;
      }
    },
  });
  const [first] = file.pages;
  first?.leftOut.unshift(...said);
  for (const image of images) first?.leftOut.push({ what: 'the name of a picture', text: image });
  first?.notices.push(...noticeDoubledIds(ids), ...noticeBoxes(misplaced));
  orderBlocks(file.pages, references.length > 0 ? references : followChain(ids, successors));
  if (engines.length > 0) file.engine = [...new Set(engines)].join(', ').slice(0, 200);
  return file;

  function openBlock(name: string, attributes: XmlAttributes, at: number): void {
    const { ID = '', IDNEXT, TYPE = '', ROTATION } = attributes;
    within.push(ID);
    if (ID !== '') ids.push(ID);
    if (IDNEXT) successors.set(ID, IDNEXT);
    if (name === 'Illustration')
      page?.leftOut.push({ what: 'an illustration', text: [TYPE, ID].filter(Boolean).join(' ') });
    if (name !== 'TextBlock') return void page?.otherIds.add(ID);
    const box = readBox(attributes);
    if (attributes.HPOS !== undefined && !box) misplaced.push(ID);
    if (ROTATION !== undefined && Number(ROTATION) !== 0)
      page?.notices.push(
        `The block "${ID}" is rotated by ${toLine(ROTATION).slice(0, 20)}°: check its words.`,
      );
    [start, block] = [
      at,
      {
        ids: within.slice(-mostNested).filter(Boolean),
        lines: [],
        parts: [],
        box,
        confidences: [],
        language: attributes.LANG ?? attributes.language,
        aside: margin === '' ? undefined : `in the ${margin}`,
        source: '',
      },
    ];
  }

  function openLine(attributes: XmlAttributes, at: number): void {
    [line, isApart, lineStart] = [[], true, at];
    part = { id: attributes.ID ?? '', box: readBox(attributes), confidences: [], source: '' };
  }

  function addString(attributes: XmlAttributes): void {
    const { SUBS_TYPE: parting, SUBS_CONTENT: whole, CONTENT: content = '' } = attributes;
    const confidence = readShare(attributes.WC);
    if (confidence !== undefined) block?.confidences.push(confidence);
    if (confidence !== undefined) part.confidences.push(confidence);
    const last = line.at(-1);
    const box = readBox(attributes);
    if (hasSpaces && !isApart && last) {
      last.text += content;
      if (box) last.box = last.box ? uniteBoxes(last.box, box) : box;
    } else line.push({ text: content, ...(box && { box }) });
    isApart = false;
    const word = line.at(-1);
    if (word && parting === 'HypPart1' && whole) word.whole = whole;
    if (word && parting === 'HypPart2') word.restOf = whole ?? '';
  }

  function addHyphen(content: string | undefined): void {
    const last = line.at(-1);
    // U+00AD stands at line ends for nothing else.
    if (last && last.whole === undefined)
      last.text += content === undefined || content === '' ? '\u00ad' : content;
  }

  function readWords(name: string, written: string): void {
    if (name === 'fileName') images.push(written);
    else if (/^software(?:Name|Version)$/.test(name) && depth > 0) software += `${written} `;
    else said.push({ what: 'what the file says of its recognition', text: `${name}: ${written}` });
  }
}

function readBox({ HPOS, VPOS, WIDTH, HEIGHT }: XmlAttributes): Box | undefined {
  return toBox(Number(HPOS), Number(VPOS), Number(WIDTH), Number(HEIGHT));
}

function openPage(attributes: XmlAttributes, line: number): RecognizedPage {
  const [width, height] = [Number(attributes.WIDTH), Number(attributes.HEIGHT)];
  return {
    line,
    source: '',
    number: toLine(attributes.PRINTED_IMG_NR) || undefined,
    size: toBox(0, 0, width, height) && { width, height },
    confidence: readShare(attributes.PC) ?? readShare(attributes.ACCURACY, 100),
    language: attributes.LANG,
    otherIds: new Set(),
    blocks: [],
    leftOut: [],
    notices: [],
  };
}
