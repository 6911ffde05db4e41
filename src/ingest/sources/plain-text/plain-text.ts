import { positionAt } from '../../../records/read/decode-text.ts';
import { webAddress } from '../../../records/schemas/fields.ts';
import { catchFailure } from '../shared/catch-failure.ts';
import { readSourceText } from '../../text/decode-source.ts';
import { SourceError } from '../source-error.ts';
import type { Item, ReceivedFile, SourceOptions } from '../source.ts';
import { toLine } from '../../text/lines.ts';
import { checkLength, renderPlainText } from '../../text/markdown-text.ts';
import { fillDraft, type FieldValue } from '../shared/fill-draft.ts';
import { listFields, type Field } from '../shared/field-names.ts';
import { joinPages, noticeHeadlines } from './pages.ts';
import { describePartedWords, joinPartedWords } from '../../text/parted-words.ts';
import { findHeaderLine, listHeaderLines } from './header-lines.ts';

/**
 * A date at the beginning of the text itself, as in `date 2021-07-18 The ferry …`. An interval does not count.
 */
const datePrefix = /^(\s*date[ \t]+)(\d{4}-\d[\d/~-]*)(?:\s+(?!\s|(?:to|until|or|and|[-–—])\s+\d{4}-\d)|$)/;

interface Header {
  fieldValues: Map<Field, FieldValue>;
  notices: string[];
  /** The offset at which the text begins. */
  end: number;
}

/**
 * Reads plain text as one article: an optional header, then paragraphs separated by empty lines. The header is a date before
 * the first word (`date 2021-07-18 The ferry …`), or lines like `Title: …` and `Date: …`, of which the last with a known
 * name ends it. A notice reports unknown lines between them, and a following line that may belong to the header, so that
 * nothing is lost silently. Lists are separated by semicolons or vertical bars, else by commas.
 */
export async function* readPlainText(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const { bytes, text } = await readSourceText(file, options.encoding);
  const origin = { file: file.name, line: 1 };
  yield catchFailure(origin, () => {
    const header = readDatePrefix(text) ?? readHeaderLines(text);
    const { notices, leftOut, ...fields } = fillDraft(header.fieldValues, options);
    checkLength(text);
    const pages = joinPages(text.slice(header.end));
    const words = joinPartedWords(pages.text.replace(/\r\n?/g, '\n'));
    const body = renderPlainText(words.text);
    if (body.trim() === '') {
      const fix = 'Put the text below the header, or leave the file out.';
      throw new SourceError('no text after the header', 'a text', fix, positionAt(text, header.end));
    }
    const received = { bytes, extension: 'txt' as const };
    const doubts = [
      ...describePartedWords(words.parted),
      ...noticeHeadlines(words.text),
      ...noticeTags(words.text),
    ];
    const draft = {
      ...fields,
      leftOut: [...leftOut, ...pages.leftOut],
      notices: [...notices, ...header.notices, ...doubts],
    };
    return { kind: 'draft', draft: { origin, ...draft, body, received } };
  });
}

/** What begins like a text may go on as HTML. */
function noticeTags(text: string): string[] {
  if (!/<\/(?:p|div|a|em|strong|span|h[1-6]|li|b|i)>/i.test(text)) return [];
  return ['The text looks like HTML but was read as plain text: --format html reads it as HTML.'];
}

function readDatePrefix(text: string): Header | undefined {
  const match = datePrefix.exec(text);
  if (!match) return undefined;
  const [whole, before = '', date = ''] = match;
  const value: FieldValue = { values: [date], where: 'the header', ...positionAt(text, before.length) };
  return { fieldValues: new Map([['date', value]]), notices: [], end: whole.length };
}

function readHeaderLines(text: string): Header {
  const lines = listHeaderLines(text);
  const last = lines.findLastIndex(({ key }) => key !== undefined);
  const header: Header = { fieldValues: new Map(), notices: [], end: lines[last]?.end ?? 0 };
  const next = last === -1 ? undefined : findHeaderLine(text, header.end);
  if (next !== undefined) {
    header.notices.push(`A line that looks like a header line was treated as text: "${toLine(next)}".`);
  }
  for (const { key, written, end, ...value } of lines.slice(0, last + 1)) {
    const before = key && header.fieldValues.get(key);
    if (key === undefined) {
      header.notices.push(`Line ${value.line} of the header was not used: "${written}".`);
    } else if (before && !listFields.has(key)) {
      const fix = 'Keep the correct one.';
      throw new SourceError(`${value.where} after ${before.where}`, 'only one of them', fix, value);
    } else {
      header.fieldValues.set(key, {
        ...value,
        values: [...(before?.values ?? []), ...checkValues(key, value)],
      });
    }
  }
  return header;
}

/** @throws {SourceError} when the value is not valid for the key */
function checkValues(key: Field, { values, where, line, column }: FieldValue): string[] {
  const [value = ''] = values.map((each) => each.trim());
  if (value === '') return [];
  if (key === 'url' && !webAddress.safeParse(value).success) {
    const fix = 'Write the full address, or remove the line.';
    throw new SourceError(`"${value}" in ${where}`, 'an address that begins with https:// or http://', fix, {
      line,
      column,
    });
  }
  if (!listFields.has(key)) return [value];
  if (key === 'byline') return value.split(/[;|]/);
  return value.split(/[;|]/.test(value) ? /[;|]/ : ',');
}
