/** Block elements. */
const block =
  /^(?:address|article|aside|blockquote|body|caption|center|col|colgroup|dd|details|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hgroup|hr|html|legend|li|main|menu|nav|ol|optgroup|option|p|pre|script|section|select|style|summary|table|tbody|td|textarea|tfoot|th|thead|tr|ul)$/;
/** Block elements in which text is in paragraphs. */
const holdsParagraphs =
  /^(?:article|aside|blockquote|body|center|details|div|fieldset|footer|form|header|html|main|nav|section)$/;
const isEmpty = /^(?:col|hr)$/;
/** Elements in which line ends are kept as they are. */
const verbatim = /^(?:pre|script|select|style|textarea)$/;
/** Elements that the next one of the same name closes. */
const closedByNext = /^(?:dd|dt|li|optgroup|option|td|th|tr)$/;

/**
 * Adds paragraphs to a text in which empty lines separate paragraphs and line ends are line breaks (WordPress' `wpautop`).
 * HTML in it stays as it is.
 */
export function addParagraphs(html: string): string {
  const open: string[] = [];
  const openTimes = new Map<string, number>();
  let shown = '';
  let isOpen = false;
  let ending = '';
  /** What there is since the last block began or ended: nothing, text, or an explicit line break. */
  let line: 'none' | 'begun' | 'broken' = 'none';
  let gap: 'none' | 'line' | 'empty line' = 'none';

  const endParagraph = () => {
    if (isOpen) shown += '</p>\n';
    isOpen = false;
    line = gap = 'none';
  };
  /** Prepares for inline content. */
  const begin = () => {
    const parent = open.at(-1);
    const inParagraphs = parent === undefined || holdsParagraphs.test(parent);
    if (line !== 'none' && gap === 'empty line') {
      if (inParagraphs) endParagraph();
      else shown += /^h[1-6]$/.test(parent) ? '<br>\n' : '\n<p>';
    } else if (line === 'begun' && gap === 'line') shown += '<br>\n';
    else if (gap !== 'none' && line === 'broken') shown += '\n';
    if (inParagraphs && !isOpen) shown += '<p>';
    isOpen ||= inParagraphs;
    line = 'begun';
    gap = 'none';
  };
  const addText = (text: string) => {
    for (const [index, part] of text.split(/(\n\s*)/).entries()) {
      if (index % 2 === 1) {
        if (part.includes('\n', 1)) gap = 'empty line';
        else if (gap === 'none') gap = 'line';
      } else if (part.trim() !== '') {
        begin();
        shown += part;
      } else if (line !== 'none' && gap === 'none') shown += part;
    }
  };
  const addBlock = (tag: string, name: string, isEnd: boolean) => {
    endParagraph();
    shown += tag;
    if (isEnd) {
      for (let last = openTimes.get(name) ? open.pop() : undefined; last !== undefined; last = open.pop()) {
        openTimes.set(last, (openTimes.get(last) ?? 1) - 1);
        if (last === name) break;
      }
    } else if (!isEmpty.test(name)) {
      if (open.at(-1) === 'p' || (open.at(-1) === name && closedByNext.test(name))) {
        const last = open.pop() ?? '';
        openTimes.set(last, (openTimes.get(last) ?? 1) - 1);
      }
      open.push(name);
      openTimes.set(name, (openTimes.get(name) ?? 0) + 1);
      if (verbatim.test(name)) ending = name;
    }
  };

  let at = 0;
  const text = html.replace(/\r\n?/g, '\n').replace(/^(?:[^\S\n]|&nbsp;)+$/gm, '');
  for (const { 0: tag, 1: slash, 2: written = '', index } of text.matchAll(
    /<(\/?)([a-z][\w-]*)(?![\w-])[^<>]*>/gi,
  )) {
    const name = written.toLowerCase();
    const before = text.slice(at, index);
    at = index + tag.length;
    if (ending !== '') {
      shown += before;
      if (slash === '' || name !== ending) shown += tag;
      else {
        ending = '';
        addBlock(tag, name, true);
      }
      continue;
    }
    addText(before);
    if (block.test(name)) addBlock(tag, name, slash !== '');
    else {
      if (slash === '') begin();
      shown += tag;
      if (name === 'br') line = 'broken';
    }
  }
  if (ending === '') addText(text.slice(at));
  else shown += text.slice(at);
  endParagraph();
  return shown;
}
