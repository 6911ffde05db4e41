import type { LeftOut } from '../../drafts/draft.ts';
import type { DraftMedia } from '../../drafts/draft-media.ts';
import { readHtmlText } from '../../text/html-text.ts';
import { renderPlainText } from '../../text/markdown-text.ts';
import { sanitizeMarkdown } from '../markdown/sanitize-markdown.ts';
import { listFields, textFields, type Field } from '../shared/field-names.ts';
import { fillDraft, type FieldValue } from '../shared/fill-draft.ts';
import { checkElements } from '../shared/markup.ts';
import { SourceError } from '../source-error.ts';
import type { Item, Origin, SourceOptions } from '../source.ts';
import type { ColumnChoice } from './choose-columns.ts';
import { partPictureCells, type UnusedCell } from './picture-cells.ts';

/** A row of a table. */
export interface Row {
  cells: ReadonlyMap<string, Cell>;
  received: { bytes: Uint8Array; extension: 'csv' | 'tsv' | 'json' };
  leftOut: LeftOut[];
  notices: string[];
}

/** What a row has in the columns of one name. */
export interface Cell {
  texts: readonly string[];
  /** Whether the texts are a list of the format itself, whose members may have commas. */
  isList: boolean;
}

/**
 * Makes the item of a row.
 *
 * @throws {SourceError} when it has no text, or a date that cannot be read
 */
export function makeItem(row: Row, origin: Origin, plan: ColumnChoice, options: SourceOptions): Item {
  const said = new Map<Field, FieldValue>();
  for (const [key, column] of plan.columns) {
    const { texts = [], isList = false } = row.cells.get(column) ?? {};
    const values = listFields.has(key) ? texts.flatMap((text) => splitList(key, text, !isList)) : texts;
    said.set(key, { values, where: `the column "${column}"`, line: 1, column: 1 });
  }
  const { leftOut, notices, ...fields } = fillDraft(said, options);
  const {
    title,
    body,
    media = [],
    leftOut: left = [],
    notices: noted = [],
  } = readBody(said, fields, options);
  const cells = listUnused(row, plan);
  const unused = options.hasFile
    ? partPictureCells(cells)
    : { media: [], leftOut: cells.map(({ told }) => told) };
  const draft = {
    origin,
    ...(title !== undefined && { title }),
    ...fields,
    body,
    ...(options.hasFile && { media: [...unused.media, ...media] }),
    received: row.received,
    leftOut: [...row.leftOut, ...leftOut, ...left, ...unused.leftOut],
    notices: [formatColumns(plan), ...row.notices, ...notices, ...noted],
  };
  return { kind: 'draft', draft };
}

/** What the columns that are not used have in this row. */
function listUnused({ cells }: Row, { unused }: ColumnChoice): UnusedCell[] {
  return [...new Set(unused)].flatMap((column) => {
    const what = column === '' ? 'a cell of a column without a name' : `a cell of the column "${column}"`;
    return (cells.get(column)?.texts ?? []).flatMap((text) =>
      text.trim() === '' ? [] : { column, told: { what, text } },
    );
  });
}

/** @param isAll whether it is the whole cell: then tags may be separated by commas, but names may not */
function splitList(key: Field, text: string, isAll: boolean): string[] {
  const hasCommas = isAll && /^(?:topics|tags|categories|keywords)$/.test(key) && !/[;|]/.test(text);
  return text.split(hasCommas ? ',' : /[;|]/);
}

interface BodyText {
  title?: string;
  body: string;
  media?: DraftMedia[];
  leftOut?: LeftOut[];
  notices?: string[];
}

/** The text, from the column of the first format that has one. */
function readBody(
  said: ReadonlyMap<Field, FieldValue>,
  { title, url }: { title?: string; url?: string },
  { hasFile }: SourceOptions,
): BodyText {
  const textsOf = (key: Field) => said.get(key)?.values.filter((each) => each.trim() !== '') ?? [];
  const textOf = (key: Field) => textsOf(key).join('\n\n');
  const html = textOf('html');
  checkElements(html);
  const markdown = textOf('markdown');
  const texts: (BodyText | undefined)[] = [
    markdown === '' ? undefined : sanitizeMarkdown(markdown, title, hasFile),
    html === '' ? undefined : readHtmlText(html, url, { hasFile }),
    { body: renderPlainText(textOf('text')), notices: noticeHtml(textOf('text')) },
  ];
  const text = texts.find((each) => each !== undefined && each.body.trim() !== '');
  const joined = textFields.find((key) => textsOf(key).length > 1);
  if (text && joined !== undefined) {
    const notice = `The ${textsOf(joined).length} texts in ${said.get(joined)?.where} were joined.`;
    return { ...text, notices: [...(text.notices ?? []), notice] };
  }
  if (text) return text;
  const columns = (['markdown', 'html', 'text'] as const).flatMap((key) => said.get(key)?.where ?? []);
  throw new SourceError(
    `no text in ${columns.join(' or ')}`,
    'a text',
    'Remove the row, or say with --map which column holds the text.',
  );
}

/** A column named just "text" or "body" may contain HTML. */
function noticeHtml(text: string): string[] {
  if (!/<\/(?:p|div|a|em|strong|span|h[1-6]|li)>/i.test(text)) return [];
  return ['The text looks like HTML but was read as plain text: --map html=… reads it as HTML.'];
}

function formatColumns({ columns }: ColumnChoice): string {
  const taken = Array.from(columns, ([key, column]) => `${key} = ${column}`).join(', ');
  return `Columns used: ${taken}.`;
}

/** What is wrong with a table that has nothing but a header. */
export function emptyTable(): SourceError {
  return new SourceError('a table without rows', 'a header, and one row per article', 'Leave it out.');
}
