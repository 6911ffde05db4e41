import type { LeftOut } from '../../drafts/draft.ts';
import { toLine } from '../../text/lines.ts';
import { readXmlPart } from '../shared/xml-part.ts';
import type { Zip } from '../shared/zip.ts';

/** What of a Word document its HTML does not have, or not show. */
export interface DocxParts {
  /** The text of each paragraph of the document and its notes, as it stands with all changes accepted. */
  paragraphs: string[];
  leftOut: LeftOut[];
  notices: string[];
}

/** The parts that have the text. */
const texts = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/;
/** What stands around the text, or beside it. */
const others: readonly (readonly [RegExp, string])[] = [
  [/^word\/header\d*\.xml$/, 'a page header'],
  [/^word\/footer\d*\.xml$/, 'a page footer'],
  [/^word\/charts\/chart\d*\.xml$/, 'a chart'],
  [/^word\/diagrams\/data\d*\.xml$/, 'a diagram'],
];
/** Files in it that are never opened. */
const closed: readonly (readonly [RegExp, string])[] = [
  [/^word\/embeddings\//, 'an embedded file, which was not opened'],
  [/^word\/activeX\/.*\.bin$/, 'a control, which was not run'],
  [/^word\/afchunk|^word\/.*\.(?:x?html?|mht|rtf)$/i, 'an imported part, which was not read'],
];

/** Reads everything of a Word document (ECMA-376 part 1, section 11.3) besides what its HTML is made of. */
export async function readParts(zip: Zip): Promise<DocxParts> {
  const parts: DocxParts = { paragraphs: [], leftOut: [], notices: [] };
  const told = new Set<string>();
  for (const name of zip.entries.keys()) {
    if (texts.test(name)) await readText(zip, name, parts);
    const [, what] = others.find(([pattern]) => pattern.test(name)) ?? [];
    const words = what === undefined ? '' : await readWords(zip, name);
    // Each section may have a copy of the same header.
    if (what !== undefined && words !== '' && !told.has(what + words))
      parts.leftOut.push({ what, text: words });
    told.add(`${what}${words}`);
    const [, kind] = closed.find(([pattern]) => pattern.test(name)) ?? [];
    if (kind !== undefined) parts.leftOut.push({ what: kind, text: name });
    if (name.endsWith('.rels')) parts.leftOut.push(...(await listOutside(zip, name)));
    if (/(?:^|\/)vbaProject\.bin$/i.test(name))
      parts.notices.push(
        'The document has macros. They were not run, and are only in the file that is kept.',
      );
  }
  parts.leftOut.push(...(await readComments(zip)));
  return parts;
}

/** Reads the paragraphs of a part, what was deleted in them, and what has no place in HTML. */
async function readText(zip: Zip, name: string, { paragraphs, leftOut, notices }: DocxParts): Promise<void> {
  /** The paragraphs that are open: those in text boxes are within others. */
  const open: string[] = [];
  let [deleted, formula, instruction, insertions, hidden] = ['', '', '', 0, 0];
  const add = (text: string) => {
    if (open.length > 0) open[open.length - 1] += text;
  };
  await readXmlPart(zip, name, {
    open(element, attributes, path) {
      // What old programs show instead is what is converted.
      if (isIn(path, 'Choice')) return;
      if (element === 'p' && path.at(-2) !== 'r') open.push('');
      else if (/^(?:tab|br|cr)$/.test(element)) add(' ');
      else if (element === 'noBreakHyphen') add('-');
      else if (element === 'ins' && path.at(-2) !== 'rPr') insertions++;
      else if (element === 'vanish' && path.at(-3) === 'r' && attributes.get('val') !== '0') hidden++;
      else if (element === 'OLEObject')
        leftOut.push({ what: 'an embedded object', text: attributes.get('ProgID') ?? '' });
    },
    text(text, path) {
      if (isIn(path, 'Choice')) return;
      const element = path.at(-1);
      if (element === 'delText' || (element === 't' && isIn(path, 'del'))) deleted += text;
      else if (element === 'instrText') instruction += text;
      else if (element === 't' && isIn(path, 'oMath')) formula += text;
      else if (element === 't' && !isIn(path, 'moveFrom')) add(text);
    },
    close(element, path) {
      if (isIn(path, 'Choice')) return;
      if (element === 'p' && path.at(-2) !== 'r') {
        paragraphs.push(open.pop() ?? '');
        if (toLine(instruction) !== '') leftOut.push(...listFetched(instruction));
        instruction = '';
      } else if (element === 'del' && deleted !== '') {
        leftOut.push({ what: 'text that a tracked change deletes', text: toLine(deleted) });
        deleted = '';
      } else if (element === 'oMath') {
        leftOut.push({ what: 'a formula', text: toLine(formula) });
        formula = '';
      }
    },
  });
  if (insertions > 0)
    notices.push(`Tracked changes were taken as accepted: ${insertions.toLocaleString('en')} insertions.`);
  if (hidden > 0) notices.push(`${hidden.toLocaleString('en')} pieces of hidden text were taken as text.`);
}

function isIn(path: readonly string[], name: string): boolean {
  return path.includes(name);
}

/** Fields that load something when they are brought up to date. */
function listFetched(instruction: string): LeftOut[] {
  const [, address = ''] =
    /^\s*(?:INCLUDEPICTURE|INCLUDETEXT|DDE|DDEAUTO|LINK|IMPORT)\s+(.+)$/is.exec(instruction) ?? [];
  if (address === '') return [];
  return [{ what: 'a field that loads something, which was not loaded', address: toLine(address) }];
}

/** All words of a part on one line. */
async function readWords(zip: Zip, name: string): Promise<string> {
  const words: string[] = [];
  await readXmlPart(zip, name, {
    text: (text, path) => void (/^(?:t|v)$/.test(path.at(-1) ?? '') && words.push(text)),
    close: (element) => void (/^(?:p|pt|tab|br)$/.test(element) && words.push(' ')),
  });
  return toLine(words.join(''));
}

async function readComments(zip: Zip): Promise<LeftOut[]> {
  const comments: LeftOut[] = [];
  let [author, words] = ['', ''];
  await readXmlPart(zip, 'word/comments.xml', {
    open(element, attributes) {
      if (element !== 'comment') return;
      [author, words] = [attributes.get('author') ?? '', ''];
    },
    text: (text, path) => void (path.at(-1) === 't' && (words += text)),
    close(element) {
      if (element === 'p') words += ' ';
      if (element === 'comment') comments.push({ what: 'a comment', text: toLine(`${author}: ${words}`) });
    },
  });
  return comments;
}

/** What a document takes from outside besides links: templates, pictures, frames. Nothing of it is loaded. */
async function listOutside(zip: Zip, name: string): Promise<LeftOut[]> {
  const outside: LeftOut[] = [];
  await readXmlPart(zip, name, {
    open(element, attributes) {
      const type = attributes.get('Type')?.split('/').at(-1) ?? '';
      if (element !== 'Relationship' || attributes.get('TargetMode') !== 'External' || type === 'hyperlink')
        return;
      const what = `something outside of the document (${type}), which was not loaded`;
      outside.push({ what, address: attributes.get('Target') ?? '' });
    },
  });
  return outside;
}
