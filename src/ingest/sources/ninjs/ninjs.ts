import { vocabularies, type VocabularyName } from '../../../records/vocabularies.ts';
import { catchFailure } from '../shared/catch-failure.ts';
import { readSourceText, sizeLimit } from '../../text/decode-source.ts';
import { SourceError } from '../source-error.ts';
import type { Draft, LeftOut, Term } from '../../drafts/draft.ts';
import type { Item, ReceivedFile, SourceOptions } from '../source.ts';
import { presentLines, toLine } from '../../text/lines.ts';
import { addMedia } from '../../text/linked-media.ts';
import { readAssociations } from './ninjs-associations.ts';
import { listLeftOut } from './ninjs-left-out.ts';
import { readFirstDate } from '../../dates/first-date.ts';
import { findJsonError } from '../shared/json-error.ts';
import { listJsonElements } from '../shared/json-elements.ts';
import { listLines, nextLine, type Line } from '../shared/json-lines.ts';
import {
  listProperties,
  nameOf,
  propertiesOf,
  readString,
  textOf,
  type NinjsProperties,
} from './ninjs-properties.ts';
import { chooseHeadline, chooseSubtitle, formatLine, readNinjsBody, listNinjsTexts } from './ninjs-texts.ts';
import type { DateCandidate } from '../../dates/first-date.ts';

const termProperties: readonly [plural: string, singular: string, vocabulary?: VocabularyName][] = [
  ...vocabularies.flatMap(({ name, ninjs }): [string, string, VocabularyName][] =>
    ninjs ? [[ninjs.property, ninjs.item, name]] : [],
  ),
  ['events', 'event'],
  ['objects', 'object'],
];
/** The schemes of subjects that are the section of a publication. */
const sectionScheme = /(?:^|[/:#_-])(?:section|department|desk)s?$/i;
const statusNames: ReadonlyMap<string, string> = new Map([
  ['withheld', 'withheld by its provider'],
  ['canceled', 'canceled by its provider'],
  ['cancelled', 'canceled by its provider'],
]);

const summarizing =
  /^(?:main|text|html|xhtml|summary|abstract|lead|intro|teaser|description)?(?:_(?:text|html))?$/;

/**
 * Reads news in ninjs, the JSON of the IPTC (https://iptc.org/std/ninjs/, versions 1 to 3): a file with one item, an array
 * of items, or one item per line. Usable texts are read; pictures, videos, events, and what is withheld or under embargo,
 * are skipped.
 */
export async function* readNinjs(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const lines = listLines(file, options.encoding);
  const [first, second] = [await nextLine(lines), await nextLine(lines)];
  if (first && second && isLineAnItem(first, second)) {
    let number = 0;
    const seen = new Map<string, string>();
    for (let line: Line | undefined = first; line; line = number === 1 ? second : await nextLine(lines)) {
      yield makeItem(line, file, options, { item: `item ${++number}` }, seen);
    }
    return;
  }
  await lines.return(undefined);
  const { bytes, text } = await readSourceText(file, options.encoding);
  if (text.trimStart().startsWith('[')) yield* readArray(text, file, options);
  else yield makeItem({ text, line: 1 }, file, options, {}, new Map(), bytes);
}

/** Items before malformed JSON are used; the rest is one failed item. */
function* readArray(text: string, file: ReceivedFile, options: SourceOptions): Iterable<Item> {
  const elements = listJsonElements(text);
  const broken = findJsonError(text);
  if (elements.length === 0) {
    throw broken ?? new SourceError('an empty array', 'an array of items', 'Leave it out.');
  }
  const seen = new Map<string, string>();
  for (const [index, element] of elements.entries()) {
    yield makeItem(element, file, options, { item: `item ${index + 1}` }, seen);
  }
  if (!broken || elements.some((element) => findJsonError(element.text))) return;
  const origin = {
    file: file.name,
    item: `the rest after item ${elements.length}`,
    line: broken.problem.line,
  };
  yield { kind: 'failed', failure: { origin, ...broken.problem } };
}

/**
 * @param seen the items before it, by their URI: the same one is another version
 * @param bytes what was received, when it is not the text in UTF-8
 */
function makeItem(
  { text, line }: Line,
  file: ReceivedFile,
  options: SourceOptions,
  name: { item?: string },
  seen: Map<string, string>,
  bytes?: Uint8Array,
): Item {
  const origin = { file: file.name, ...name, line };
  return catchFailure(origin, () => {
    const item = parseItem(text);
    const title = chooseHeadline(listNinjsTexts(item, 'headline', 'headlines'));
    const reason = reasonToSkip(item);
    if (reason !== undefined) return { kind: 'skipped', origin, ...presentLines({ title }), reason };
    const received = { bytes: bytes ?? new TextEncoder().encode(text), extension: 'json' } as const;
    const draft = readItem(item, text ?? '', options);
    const uri = uriOf(item);
    const before = seen.get(uri);
    if (uri !== '' && name.item !== undefined) seen.set(uri, name.item);
    if (before !== undefined)
      draft.notices.push(`It is another version of ${before} (${uri}): keep only one, or correct the other.`);
    return { kind: 'draft', draft: { origin, ...draft, received } };
  });
}

/** @throws {SourceError} when it is unclear whether the item is a text that may be used */
function reasonToSkip(item: NinjsProperties): string | undefined {
  const type = readString(item, 'type') ?? 'text';
  const status = readString(item, 'pubStatus') ?? 'usable';
  const hasText = listNinjsTexts(item, 'body', 'bodies').length > 0;
  if (type !== 'text' && !(type === 'composite' && hasText)) return `of the type "${type}"`;
  if (/^cancell?ed$/.test(status)) {
    const uri = uriOf(item);
    return `${statusNames.get(status)}: an earlier version${uri ? ` of ${uri}` : ''} may have to be withdrawn`;
  }
  if (status !== 'usable') return statusNames.get(status) ?? `with the pubStatus "${status}"`;
  const embargo = embargoOf(item);
  if (!embargo) return undefined;
  const end = Date.parse(embargo.text);
  if (Number.isNaN(end)) {
    const fix = 'Correct it, or remove it if the text may be published.';
    throw new SourceError(`"${embargo.text}" in ${embargo.where}`, 'a date and time (RFC 3339)', fix);
  }
  return end > Date.now() ? 'under embargo' : undefined;
}

function readItem(
  item: NinjsProperties,
  text: string,
  options: SourceOptions,
): Omit<Draft, 'origin' | 'received'> {
  const left: string[] = [];
  const leftOut: LeftOut[] = [];
  const lineOf = (key: string): string => {
    const value = item.get(key.toLowerCase()) ?? '';
    if (typeof value === 'string') return toLine(value);
    leftOut.push({ what: `a "${key}" that is not a string`, text: JSON.stringify(value) });
    return '';
  };
  const headlines = listNinjsTexts(item, 'headline', 'headlines');
  const title = chooseHeadline(headlines);
  if (title === '' && lineOf('title') !== '')
    left.push('It has no headline; its "title" is not for publication.');
  const language = lineOf('language');
  const { date, notices } = readFirstDate(listDates(item), options, language, text);
  const body = readNinjsBody(item, options);
  const summary = listNinjsTexts(item, 'description', 'descriptions').find(({ role }) =>
    summarizing.test(role),
  );
  const isLine = summary !== undefined && !/[\r\n]/.test(summary.value.trim());
  if (summary && !isLine) leftOut.push({ what: 'a description of several lines', text: summary.value });
  const publisher = listProperties(item, 'infosources', 'infosource').find((source) =>
    /(?:^|[/:])publisher$/i.test(textOf(source.get('role'))),
  );
  const wire = lineOf('source');
  const named = publisher ? nameOf(publisher) : '';
  if (named !== '' && wire !== '' && wire !== named) leftOut.push({ what: 'a source', text: wire });
  const [section, ...sections] = listSections(item);
  leftOut.push(...sections.map((text) => ({ what: 'a further section', text })));
  const byline = lineOf('by') || lineOf('byline');
  const subtitle = chooseSubtitle(headlines);
  const associated = readAssociations(item);
  const media = addMedia(body.body, associated.media, body.leftOut, options.hasFile !== undefined);
  const representation = item.get('representationtype');
  if (representation === 'partial' || representation === 'incomplete') {
    left.push('Its provider marks it as incomplete.');
  }
  return {
    ...presentLines({
      title,
      subtitle,
      date,
      dateline: lineOf('located'),
      language,
      summary: isLine ? formatLine(summary) : undefined,
      publisher: named || wire,
      section,
      edition: lineOf('edition'),
      rights: [lineOf('copyrightHolder') || lineOf('copyrightNotice'), lineOf('usageTerms')]
        .filter((part) => part !== '')
        .join('; '),
    }),
    byline: byline === '' ? [] : [byline],
    terms: readTerms(item),
    body: media.body,
    ...(options.hasFile && { media: [...(body.media ?? []), ...media.media] }),
    leftOut: [
      ...leftOut,
      ...body.leftOut,
      ...media.leftOut,
      ...associated.leftOut,
      ...listLeftOut(item, [title, subtitle ?? '', summary ? formatLine(summary) : '']),
    ],
    notices: [...notices, ...left, ...body.notices],
  };
}

/**
 * The dates of which the first is used as date of publication. ninjs has no such date, but Superdesk has `firstPublished`:
 * `contentCreated` is when the text was made, `firstCreated` when the item was (of an old text: much later),
 * `versionCreated` when it was last changed. No text is published before its embargo ends.
 */
function listDates(item: NinjsProperties): DateCandidate[] {
  const dates = ['contentCreated', 'firstPublished', 'firstCreated', 'versionCreated'].flatMap(
    (key) => readDate(item, key) ?? [],
  );
  const embargo = embargoOf(item);
  const isLater = embargo && Date.parse(embargo.text) > Date.parse(dates[0]?.text ?? '');
  return isLater ? [embargo, ...dates] : dates;
}

function embargoOf(item: NinjsProperties): DateCandidate | undefined {
  return readDate(item, 'embargoedUntil') ?? readDate(item, 'embargoed');
}

function readDate(item: NinjsProperties, key: string): DateCandidate | undefined {
  const text = readString(item, key);
  return text === undefined ? undefined : { text, where: `"${key}"` };
}

/** The sections that an item has as subjects. */
function listSections(item: NinjsProperties): string[] {
  return listProperties(item, 'subjects', 'subject')
    .filter(isSection)
    .map(nameOf)
    .filter((name) => name !== '');
}

function isSection(subject: NinjsProperties): boolean {
  return ['scheme', 'rel', 'role'].some((key) => sectionScheme.test(textOf(subject.get(key))));
}

function readTerms(item: NinjsProperties): Term[] {
  const terms = termProperties.flatMap(([plural, singular, vocabulary]) =>
    listProperties(item, plural, singular).flatMap((each): Term[] => {
      const name = nameOf(each);
      return name === '' || (plural === 'subjects' && isSection(each))
        ? []
        : [{ name, ...(vocabulary && { vocabulary }) }];
    }),
  );
  const keywords = item.get('keywords');
  for (const name of Array.isArray(keywords)
    ? keywords
    : typeof keywords === 'string'
      ? keywords.split(',')
      : [])
    if (typeof name === 'string' && name.trim() !== '') terms.push({ name: toLine(name) });
  return [...new Map(terms.map((term) => [JSON.stringify(term), term])).values()];
}

function uriOf(item: NinjsProperties): string {
  return toLine(textOf(item.get('uri')) || textOf(item.get('guid')));
}

/** @throws {SourceError} when the text is not an item */
function parseItem(text: string | undefined): NinjsProperties {
  const limit = sizeLimit.toLocaleString('en');
  if (text === undefined)
    throw new SourceError('an item that is too long', `at most ${limit} characters in a line`, 'Remove it.');
  const error = findJsonError(text);
  if (error) throw error;
  const item = propertiesOf(JSON.parse(text));
  if (item) return item;
  const fix = 'If the file is in another format, say so with --format.';
  throw new SourceError('a value that is not an object', 'an item with the properties of ninjs', fix);
}

/** Whether a second line begins an object although the first does not continue: that occurs only with one item per line. */
function isLineAnItem(first: Line, second: Line): boolean {
  return (second.text?.startsWith('{') ?? true) && !/[[{,:]$/.test(first.text ?? '');
}
