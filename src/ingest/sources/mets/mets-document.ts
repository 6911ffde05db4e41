import { readArea, type MetsArea } from './area.ts';
import { toLine } from '../../text/lines.ts';
import { SourceError } from '../source-error.ts';
import { parseXml, type XmlAttributes } from '../shared/parse-xml.ts';

/** A file that a METS names. */
export interface MetsFile {
  id: string;
  /** The path as the METS has it, without `file://`. */
  href: string;
  /** Its media type and the groups in which it is: what it is for. */
  kind: string;
}

/** A pointer of the structure to a file, or to elements in it. */
export interface MetsPointer {
  fileId: string;
  /** The id of the first and of the last element; missing for the whole file. */
  begin?: string | undefined;
  end?: string | undefined;
  /** A part of the page, where it has no ids, in the units of the file: see `readArea`. */
  area?: MetsArea | undefined;
}

/** A division of the structure: an issue, an article, a page. */
export interface MetsDivision {
  id: string;
  /** Its type in lower case, without a prefix: `article`. */
  type: string;
  label: string;
  orderLabel: string;
  /** Ids of what describes it. */
  descriptions: readonly string[];
  pointers: MetsPointer[];
  children: MetsDivision[];
  /** The 1-based line on which it begins. */
  line: number;
  /** Its part of the file, exactly as received. */
  source: string;
}

/** What a METS says of something: the texts of the elements that hold no others. */
export interface MetsDescription {
  /** `path` is that of the element below `xmlData`, with the types of its ancestors: `mods/part/detail[issue]/number`. */
  texts: { path: string; text: string }[];
  source: string;
}

/** A METS file (https://www.loc.gov/standards/mets/), as far as it is needed for texts. */
export interface MetsDocument {
  label: string;
  files: ReadonlyMap<string, MetsFile>;
  descriptions: ReadonlyMap<string, MetsDescription>;
  /** The roots of its structural maps, with their types in lower case. */
  structures: readonly { type: string; root: MetsDivision }[];
  /** What its header says. */
  header: string[];
  /** Ids that several elements have. */
  doubledIds: string[];
}

/** The most divisions and pointers of one file: an issue has some thousands. */
const most = 200_000;

/**
 * Reads a METS file as a stream.
 *
 * @throws {SourceError} when it is malformed, or has more parts than an issue can have
 */
export function readMets(text: string): MetsDocument {
  const files = new Map<string, MetsFile>();
  const descriptions = new Map<string, MetsDescription>();
  const structures: { type: string; root: MetsDivision }[] = [];
  const [header, doubledIds]: [string[], string[]] = [[], []];
  const groups: string[] = [];
  const divisions: { division: MetsDivision; start: number }[] = [];
  /** What is open below a description, and where that begins. */
  const path: string[] = [];
  let description: { id: string; start: number; texts: MetsDescription['texts'] } | undefined;
  let [words, label, structure, file, count]: [string, string, string, MetsFile | undefined, number] = [
    ...(['', '', '', undefined, 0] as const),
  ];
  let [isHeader, isData] = [false, false];

  parseXml(text, {
    open(name, attributes, at, line) {
      words = '';
      if (isData) path.push(attributes.type ? `${name}[${attributes.type.toLowerCase()}]` : name);
      else openElement(name, attributes, at, line);
    },
    text: (part) => void (words += part),
    close(name, end) {
      const written = toLine(words);
      words = '';
      if (isData && path.length > 0) {
        if (written !== '') description?.texts.push({ path: path.join('/'), text: written });
        path.pop();
      } else closeElement(name, end, written);
    },
  });
  return { label, files, descriptions, structures, header, doubledIds };

  function openElement(name: string, attributes: XmlAttributes, at: number, line: number): void {
    const { ID = '' } = attributes;
    if (name === 'mets') label = toLine(attributes.LABEL);
    else if (name === 'metsHdr') isHeader = true;
    else if (name === 'dmdSec') description = { id: ID, start: at, texts: [] };
    else if (name === 'xmlData') isData = description !== undefined;
    else if (name === 'fileGrp') groups.push([attributes.USE, ID].filter(Boolean).join(' '));
    else if (name === 'file') {
      const kind = [attributes.MIMETYPE, attributes.USE, ...groups].filter(Boolean).join(' ');
      if (files.has(ID)) doubledIds.push(ID);
      file = { id: ID, href: '', kind };
    } else if (name === 'FLocat' && file && !file.href) file.href = cleanPath(attributes.href ?? '');
    else if (name === 'structMap') structure = (attributes.TYPE ?? '').toLowerCase();
    else if (name === 'div') openDivision(attributes, at, line);
    else if (name === 'fptr' || name === 'area') addPointer(attributes, line);
  }

  function closeElement(name: string, end: number, written: string): void {
    if (name === 'metsHdr') isHeader = false;
    else if (isHeader && written !== '') header.push(`${name}: ${written}`);
    else if (name === 'xmlData') isData = false;
    else if (name === 'dmdSec' && description) {
      const { id, start, texts } = description;
      if (descriptions.has(id)) doubledIds.push(id);
      else descriptions.set(id, { texts, source: text.slice(start, end) });
      description = undefined;
    } else if (name === 'fileGrp') groups.pop();
    else if (name === 'file' && file) {
      if (!files.has(file.id)) files.set(file.id, file);
      file = undefined;
    } else if (name === 'div') {
      const { division, start } = divisions.pop() ?? {};
      if (division) division.source = text.slice(start, end);
    }
  }

  function openDivision(attributes: XmlAttributes, at: number, line: number): void {
    countPart(line);
    const division: MetsDivision = {
      id: attributes.ID ?? '',
      type: (attributes.TYPE ?? '').toLowerCase().replace(/^.*:/s, ''),
      label: toLine(attributes.LABEL),
      orderLabel: toLine(attributes.ORDERLABEL),
      descriptions: (attributes.DMDID ?? '').split(/\s+/).filter(Boolean),
      pointers: [],
      children: [],
      line,
      source: '',
    };
    const parent = divisions.at(-1)?.division;
    if (parent) parent.children.push(division);
    else structures.push({ type: structure, root: division });
    divisions.push({ division, start: at });
  }

  function addPointer({ FILEID, BEGIN, END, SHAPE, COORDS }: XmlAttributes, line: number): void {
    countPart(line);
    const { division } = divisions.at(-1) ?? {};
    const area = BEGIN ? undefined : readArea(SHAPE, COORDS);
    if (FILEID)
      division?.pointers.push({ fileId: FILEID, begin: BEGIN || undefined, end: END || undefined, area });
  }

  function countPart(line: number): void {
    if (++count <= most) return;
    const found = `more than ${most.toLocaleString('en')} divisions and pointers`;
    throw new SourceError(found, 'a METS of one issue', 'Split it into issues.', { line, column: 1 });
  }
}

function cleanPath(href: string): string {
  return href.trim().replace(/^file:(?:\/\/(?:localhost(?=\/))?)?/i, '');
}
