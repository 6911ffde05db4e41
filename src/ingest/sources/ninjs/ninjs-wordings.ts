import { SourceError } from '../../drafts/draft.ts';
import { readHtmlText } from '../../text/html-text.ts';
import { toLine } from '../../text/lines.ts';
import { writePlainText } from '../../text/markdown-text.ts';
import { checkSize } from '../shared/marked-up-text.ts';
import { listProperties, textOf, type Properties } from './ninjs-properties.ts';
import { readHtmlLine } from '../web-page/json-ld.ts';

/** One of an item's headlines, descriptions or bodies. */
export interface Wording {
  value: string;
  /** In small letters. What it says is up to the provider. */
  role: string;
  form: 'html' | 'text' | 'nitf' | 'other';
  where: string;
}

/** Roles of bodies that are not the whole text. */
const partial = /summary|abstract|caption|teaser|lead|intro|short|sms|headline|title|note/;
const subordinate = /^(?:sub|deck|secondary)/;

/** HTML says more of a text's form than plain text; bodies that are but a part of it come last. */
export function readBody(item: Properties): { body: string; notices: string[] } {
  const bodies = readWordings(item, 'body', 'bodies');
  const rank = ({ role, form }: Wording) =>
    Number(partial.test(role)) * 4 + Number(form === 'text') * 2 + Number(!/main/.test(role));
  const readable = bodies
    .filter(({ form }) => form === 'html' || form === 'text')
    .sort((a, b) => rank(a) - rank(b));
  for (const { value, form, role } of readable) {
    if (form === 'html') checkSize(value);
    const { body, notices } =
      form === 'html' ? readHtmlText(value) : { body: writePlainText(value), notices: [] };
    if (body.trim() === '') continue;
    if (readable.length > 1)
      notices.push(`It has several bodies; the one with the role "${role}" was taken.`);
    return { body, notices };
  }
  const nitf = bodies.find(({ form }) => form === 'nitf');
  throw nitf
    ? new SourceError(
        `no text but one in NITF (${nitf.where})`,
        'a body in HTML or plain text',
        'Ask its provider for one: NITF is not read.',
      )
    : new SourceError(
        'no text in "bodies"',
        'a body in HTML or plain text',
        'Take the item out of the file.',
      );
}

/** Of ninjs 2 and 3 the array; of ninjs 1 the property itself, and those whose names go on with a role or form. */
export function readWordings(item: Properties, singular: string, plural: string): Wording[] {
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

function formOf(type: string, value: string): Wording['form'] {
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
export function chooseMain(headlines: readonly Wording[]): string {
  const main =
    headlines.find(({ role }) => role === 'main') ??
    headlines.find(({ role }) => role === '') ??
    headlines.find(({ role }) => !subordinate.test(role));
  return main ? lineOfWording(main) : '';
}

/** The headline below the main one, if there is one. */
export function chooseSecond(headlines: readonly Wording[]): string | undefined {
  const second = headlines.find(({ role }) => subordinate.test(role));
  return second && lineOfWording(second);
}

/** A wording on one line, without mark-up. */
export function lineOfWording({ value, form }: Wording): string {
  return form === 'html' ? readHtmlLine(value) : toLine(value);
}
