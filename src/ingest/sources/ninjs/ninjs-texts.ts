import type { LeftOut } from '../../drafts/draft.ts';
import type { DraftMedia } from '../../drafts/draft-media.ts';
import { SourceError } from '../source-error.ts';
import { readHtmlText, type HtmlText } from '../../text/html-text.ts';
import type { HtmlReading } from '../../text/html/context.ts';
import { toLine } from '../../text/lines.ts';
import { renderPlainText } from '../../text/markdown-text.ts';
import { checkElements } from '../shared/markup.ts';
import { listProperties, textOf, type NinjsProperties } from './ninjs-properties.ts';
import { readHtmlLine } from '../../text/html-line.ts';

/** One of an item's headlines, descriptions or bodies. */
export interface NinjsText {
  value: string;
  /** In lower case. Its meaning is up to the provider. */
  role: string;
  form: 'html' | 'text' | 'nitf' | 'other';
  where: string;
}

/** Roles of bodies that are not the whole text. */
const partial = /summary|abstract|caption|teaser|lead|intro|short|sms|headline|title|note/;
const subordinate = /^(?:sub|deck|secondary)/;

/** HTML is preferred to plain text; bodies that are only a part of the text come last. */
export function readNinjsBody(
  item: NinjsProperties,
  { hasFile }: HtmlReading = {},
): {
  body: string;
  media?: DraftMedia[] | undefined;
  leftOut: LeftOut[];
  notices: string[];
} {
  const bodies = listNinjsTexts(item, 'body', 'bodies');
  const rank = ({ role, form }: NinjsText) =>
    Number(partial.test(role)) * 4 + Number(form === 'text') * 2 + Number(!/main/.test(role));
  const readable = bodies
    .filter(({ form }) => form === 'html' || form === 'text')
    .sort((a, b) => rank(a) - rank(b));
  for (const { value, form, role } of readable) {
    if (form === 'html') checkElements(value);
    const { body, leftOut, media }: HtmlText =
      form === 'html'
        ? readHtmlText(value, undefined, { hasFile })
        : { body: renderPlainText(value), leftOut: [] };
    if (body.trim() === '') continue;
    const notices =
      readable.length > 1 ? [`It has several bodies; the one with the role "${role}" was used.`] : [];
    return { body, ...(media && { media }), leftOut, notices };
  }
  const nitf = bodies.find(({ form }) => form === 'nitf');
  throw nitf
    ? new SourceError(
        `a text in NITF only (${nitf.where})`,
        'a body in HTML or plain text',
        'Request one from its provider: NITF is not supported.',
      )
    : new SourceError(
        'no text in "bodies"',
        'a body in HTML or plain text',
        'Remove the item from the file.',
      );
}

/** The texts of an array (ninjs 2 and 3), or of the property itself and those with a role or format as suffix (ninjs 1). */
export function listNinjsTexts(item: NinjsProperties, singular: string, plural: string): NinjsText[] {
  const ofArray = listProperties(item, plural).map((each, index) => ({
    value: each.get('value'),
    role: textOf(each.get('role')).toLowerCase(),
    type: textOf(each.get('contenttype')).toLowerCase(),
    where: `${plural}[${index}]`,
  }));
  const ofNames = [...item]
    .filter(([name]) => name === singular || name.startsWith(`${singular}_`))
    .map(([name, value]) => {
      const role = name === singular ? 'main' : name.slice(singular.length + 1);
      return { value, role, type: /html|nitf|text/.exec(role)?.[0] ?? '', where: `"${name}"` };
    });
  return [...ofNames, ...ofArray].flatMap(({ value, role, type, where }) =>
    typeof value === 'string' && value.trim() !== '' ? { value, role, form: formOf(type, value), where } : [],
  );
}

function formOf(type: string, value: string): NinjsText['form'] {
  if (type.includes('nitf') || /^\s*(?:<\?xml\b[^>]*>\s*)?(?:<!doctype\s+)?<?nitf\b/i.test(value))
    return 'nitf';
  if (type.includes('html')) return 'html';
  if (type.startsWith('text')) return 'text';
  if (type !== '') return 'other';
  return /^\s*<(?:!doctype html|html|body|article|section|div|p|h[1-6]|ul|ol|table|figure|blockquote)\b/i.test(
    value,
  )
    ? 'html'
    : 'text';
}

/** The main headline of several, '' when there is none. */
export function chooseHeadline(headlines: readonly NinjsText[]): string {
  const main =
    headlines.find(({ role }) => role === 'main') ??
    headlines.find(({ role }) => role === '') ??
    headlines.find(({ role }) => !subordinate.test(role));
  return main ? formatLine(main) : '';
}

/** The headline below the main one, if there is one. */
export function chooseSubtitle(headlines: readonly NinjsText[]): string | undefined {
  const second = headlines.find(({ role }) => subordinate.test(role));
  return second && formatLine(second);
}

/** A text on one line, without markup. */
export function formatLine({ value, form }: NinjsText): string {
  return form === 'html' ? readHtmlLine(value) : toLine(value);
}
