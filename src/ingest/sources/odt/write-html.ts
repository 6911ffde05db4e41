import type { LeftOut } from '../../drafts/draft.ts';
import { toLine } from '../../text/lines.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import type { PartNode } from '../shared/xml-part.ts';
import type { Styles } from './read-styles.ts';

/** A block of a text. */
export interface Block {
  html: string;
  words: string;
  /** `title`, `subtitle`, `heading`, or '' for any other. */
  kind: string;
}

/** A text as HTML. */
export interface OdtText {
  blocks: Block[];
  /** The foot- and endnotes. */
  notes: string;
  /** The words of each paragraph. */
  paragraphs: string[];
  /** Paths of objects within it, such as charts and formulas. */
  objects: string[];
  leftOut: LeftOut[];
  notices: string[];
}

/** Elements that are left out with their words, and what they are called. */
const omitted: Readonly<Record<string, string>> = {
  annotation: 'a comment',
  deletion: 'text that a tracked change deletes',
  'table-of-content': 'a table of contents',
  forms: 'a form',
  script: 'a script',
};
/** What is no text: what programs need, and who has changed something when. */
const silent =
  /^(?:change-info|annotation-end|insertion|format-change|(?:sequence|user-field|variable|dde-connection)-decls|[\w-]+-source)$/;
/** Elements that have one of HTML. */
const tags: Readonly<Record<string, string>> = {
  'table-row': 'tr',
  'table-header-rows': 'thead',
  'list-header': 'li',
  ruby: 'ruby',
  'ruby-text': 'rt',
  table: 'table',
};
/** Labels that the reader of HTML knows as those of notes. */
const label = /^(?:\d{1,4}|\p{L}{1,3}|[*†‡§¶]{1,3})$/u;

/**
 * Writes the text of a document (OpenDocument 1.3 part 3, sections 5 to 10) as HTML. Text boxes follow the paragraph in which
 * they stand.
 *
 * @param body `office:text`
 * @param addressOf the address of a picture by its path in the document, or its address on the web
 */
export function writeHtml(body: PartNode, styles: Styles, addressOf: (href: string) => string): OdtText {
  const text: OdtText = { blocks: [], notes: '', paragraphs: [], objects: [], leftOut: [], notices: [] };
  const [lists, boxes]: [string[], string[][]] = [[], []];
  let [notes, insertions, hidden] = [0, 0, 0];
  for (const child of body.children) addBlocks(child);
  if (insertions > 0)
    text.notices.push(
      `Tracked changes were taken as accepted: ${insertions.toLocaleString('en')} insertions.`,
    );
  if (hidden > 0)
    text.notices.push(`${hidden.toLocaleString('en')} pieces of hidden text were taken as text.`);
  return text;

  function addBlocks(node: PartNode | string): void {
    if (typeof node === 'string') return;
    if (/^(?:section|index-body|[a-z]+-index|bibliography)$/.test(node.name)) {
      noteHidden(node);
      for (const child of node.children) addBlocks(child);
      return;
    }
    boxes.push([]);
    const own = write(node);
    const html = own + (boxes.pop() ?? []).join('');
    if (html === '') return;
    const kind = styles.kindOf(styleOf(node)).replace('quotations', '');
    text.blocks.push({
      html,
      words: wordsOf(node),
      kind: node.name === 'h' && kind === '' ? 'heading' : kind,
    });
  }

  function write(node: PartNode | string): string {
    if (typeof node === 'string') return escapeHtml(node);
    const { name, attributes } = node;
    if (name === 'tracked-changes') insertions += node.children.filter(isInsertion).length;
    const what = omitted[name];
    if (what !== undefined) {
      const words = wordsOf(node);
      if (words !== '') text.leftOut.push({ what, text: words });
      return '';
    }
    if (silent.test(name)) return '';
    noteHidden(node);
    if (name === 'p' || name === 'h') return writeParagraph(node);
    if (name === 'list') return writeList(node);
    if (name === 'note') return writeNote(node);
    if (name === 'frame') return writeFrame(node);
    const inner = () => node.children.map(write).join('');
    if (/^(?:custom-shape|text-box|rect|ellipse|line|polygon)$/.test(name)) {
      // A paragraph cannot be within another.
      boxes.at(-1)?.push(inner());
      return '';
    }
    if (name === 's') return ' '.repeat(Math.min(100, Number(attributes.get('c') ?? 1) || 1));
    if (name === 'tab') return ' ';
    if (name === 'line-break') return '<br>';
    if (name === 'a') return `<a href="${escapeHtml(attributes.get('href') ?? '')}">${inner()}</a>`;
    if (name === 'span') return wrap(styles.emphasisOf(styleOf(node)), inner());
    if (name === 'list-item') return wrap(['li'], inner(), numberOf(attributes.get('start-value')));
    if (name === 'table-cell') return wrap(['td'], inner(), spansOf(node));
    return wrap(tags[name] === undefined ? [] : [tags[name]], inner());
  }

  function writeParagraph(node: PartNode): string {
    text.paragraphs.push(wordsOf(node));
    boxes.push([]);
    const rank = Math.min(6, Number(node.attributes.get('outline-level') ?? 1) || 1);
    const isQuoted = styles.kindOf(styleOf(node)) === 'quotations';
    const html = wrap(
      [...(isQuoted ? ['blockquote'] : []), node.name === 'h' ? `h${rank}` : 'p'],
      node.children.map(write).join(''),
    );
    return [html, ...(boxes.pop() ?? [])].join('');
  }

  function writeList(node: PartNode): string {
    lists.push(styleOf(node) || (lists.at(-1) ?? ''));
    const isOrdered = styles.isOrdered(lists.at(-1) ?? '', lists.length);
    const html = wrap([isOrdered ? 'ol' : 'ul'], node.children.map(write).join(''));
    lists.pop();
    return html;
  }

  function writeNote(node: PartNode): string {
    const number = ++notes;
    const parts = node.children.filter((child) => typeof child !== 'string');
    const printed = parts
      .filter(({ name }) => name === 'note-citation')
      .map(wordsOf)
      .join('');
    const id = label.test(printed) ? printed : String(number);
    const body = parts.filter(({ name }) => name === 'note-body').flatMap(({ children }) => children);
    // Lists in a note are none of the list in which its mark stands.
    const open = lists.splice(0);
    const html = body.map(write).join('');
    lists.push(...open);
    text.notes += `<li id="footnote-${number}">${html} <a href="#footnote-ref-${number}">↑</a></li>`;
    return `<sup><a href="#footnote-${number}" id="footnote-ref-${number}">[${escapeHtml(id)}]</a></sup>`;
  }

  function writeFrame(node: PartNode): string {
    const parts = node.children.filter((child) => typeof child !== 'string');
    const sayOf = (wanted: string) =>
      toLine(
        parts
          .filter(({ name }) => name === wanted)
          .map(wordsOf)
          .join(' '),
      );
    const object = parts.find(({ name }) =>
      /^(?:object|object-ole|plugin|applet|floating-frame)$/.test(name),
    );
    const alt = sayOf('desc') || sayOf('title');
    if (object) {
      const href = object.attributes.get('href') ?? '';
      text.objects.push(href);
      text.leftOut.push({
        what: `an embedded object (${object.name}), which was not opened`,
        text: alt,
        address: href,
      });
      return '';
    }
    if (sayOf('title') !== alt && sayOf('title') !== '')
      text.leftOut.push({ what: 'the title of a picture', text: sayOf('title') });
    for (const box of parts) if (box.name === 'text-box') write(box);
    const image = parts.find(({ name }) => name === 'image');
    const href = image?.attributes.get('href') ?? '';
    if (!image) return '';
    if (href === '') text.leftOut.push({ what: 'a picture without an address', text: alt });
    return href === '' ? '' : `<img src="${escapeHtml(addressOf(href))}" alt="${escapeHtml(alt)}">`;
  }

  function noteHidden(node: PartNode): void {
    if (styles.isHidden(styleOf(node)) || node.attributes.get('display') === 'none') hidden++;
  }
}

function isInsertion(region: PartNode | string): boolean {
  return (
    typeof region !== 'string' &&
    region.children.some((child) => typeof child !== 'string' && child.name === 'insertion')
  );
}

function styleOf({ attributes }: PartNode): string {
  return attributes.get('style-name') ?? '';
}

function wrap(names: readonly string[], html: string, attributes = ''): string {
  return names.reduceRight((inner, name) => `<${name}${attributes}>${inner}</${name}>`, html);
}

function numberOf(start: string | undefined): string {
  return start !== undefined && /^\d{1,9}$/.test(start) ? ` value="${start}"` : '';
}

function spansOf({ attributes }: PartNode): string {
  return ['col', 'row']
    .map((way) => {
      const span = attributes.get(`number-${way === 'col' ? 'columns' : 'rows'}-spanned`) ?? '1';
      return /^[2-9]$|^[1-9]\d{1,2}$/.test(span) ? ` ${way}span="${span}"` : '';
    })
    .join('');
}

/** The words in an element on one line, but for those of what is left out, and of notes and frames, which stand elsewhere. */
export function wordsOf(node: PartNode): string {
  const join = (child: PartNode | string): string => {
    if (typeof child === 'string') return child;
    const { name } = child;
    if (/^(?:s|tab|line-break)$/.test(name)) return ' ';
    if (name === 'creator') return `${child.children.map(join).join('')}: `;
    if (/^(?:date|date-string|creator-initials)$/.test(name) && node.name === 'annotation') return '';
    if (Object.hasOwn(omitted, name) || silent.test(name) || /^(?:note|frame|custom-shape)$/.test(name))
      return '';
    return `${child.children.map(join).join('')}${/^(?:p|h|table-cell)$/.test(name) ? ' ' : ''}`;
  };
  return toLine(node.children.map(join).join(''));
}
