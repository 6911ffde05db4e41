import type { VocabularyName } from '../../../records/vocabularies.ts';
import { attempt } from '../../read/attempt.ts';
import { readSourceText, sizeLimit } from '../../text/decode-source.ts';
import {
  SourceError,
  type Draft,
  type Item,
  type ReceivedFile,
  type SourceOptions,
  type Term,
} from '../../drafts/draft.ts';
import { presentOf, toLine } from '../../text/lines.ts';
import { readFirstDate } from '../shared/first-date.ts';
import { findJsonError } from '../shared/json-error.ts';
import { listJsonElements } from '../shared/json-elements.ts';
import { listLines, nextLine, type Line } from '../table/json-lines.ts';
import {
  listProperties,
  nameOf,
  propertiesOf,
  readWord,
  textOf,
  type Properties,
} from './ninjs-properties.ts';
import { chooseMain, chooseSecond, lineOfWording, readBody, readWordings } from './ninjs-wordings.ts';
import type { Written } from '../web-page/json-ld.ts';

const vocabularies: readonly [plural: string, singular: string, vocabulary?: VocabularyName][] = [
  ['people', 'person', 'people'],
  ['organisations', 'organisation', 'organizations'],
  ['places', 'place', 'places'],
  ['subjects', 'subject', 'topics'],
  ['events', 'event'],
  ['objects', 'object'],
];
const statusNames: ReadonlyMap<string, string> = new Map([
  ['withheld', 'withheld by its provider'],
  ['canceled', 'canceled by its provider'],
]);

const summarizing =
  /^(?:main|text|html|xhtml|summary|abstract|lead|intro|teaser|description)?(?:_(?:text|html))?$/;

/**
 * Reads news in ninjs, the JSON of the IPTC (https://iptc.org/std/ninjs/, versions 1 to 3): a file with one item, an array
 * of items, or a line an item. Texts that may be used are taken; pictures, films, events, and what is withheld or under
 * embargo, are skipped.
 */
export async function* readNinjs(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const lines = listLines(file, options.encoding);
  const [first, second] = [await nextLine(lines), await nextLine(lines)];
  if (first && second && isLineAnItem(first, second)) {
    let number = 0;
    for (let line: Line | undefined = first; line; line = number === 1 ? second : await nextLine(lines)) {
      yield makeItem(line, file, options, { item: `item ${++number}` });
    }
    return;
  }
  await lines.return(undefined);
  const { bytes, text } = await readSourceText(file, options.encoding);
  if (text.trimStart().startsWith('[')) yield* readArray(text, file, options);
  else yield makeItem({ text, line: 1 }, file, options, {}, bytes);
}

/** What comes before the place where an array is malformed is taken; the rest is one failed item. */
function* readArray(text: string, file: ReceivedFile, options: SourceOptions): Iterable<Item> {
  const elements = listJsonElements(text);
  const broken = findJsonError(text);
  if (elements.length === 0) {
    throw broken ?? new SourceError('an empty array', 'an array of items', 'Leave it out.');
  }
  for (const [index, element] of elements.entries()) {
    yield makeItem(element, file, options, { item: `item ${index + 1}` });
  }
  if (!broken || elements.some((element) => findJsonError(element.text))) return;
  const origin = {
    file: file.name,
    item: `the rest after item ${elements.length}`,
    line: broken.problem.line,
  };
  yield { kind: 'failed', failure: { origin, ...broken.problem } };
}

/** @param bytes what was received, when it is not the text in UTF-8 */
function makeItem(
  { text, line }: Line,
  file: ReceivedFile,
  options: SourceOptions,
  name: { item?: string },
  bytes?: Uint8Array,
): Item {
  const origin = { file: file.name, ...name, line };
  return attempt(origin, () => {
    const item = parseItem(text);
    const title = chooseMain(readWordings(item, 'headline', 'headlines'));
    const reason = reasonToSkip(item);
    if (reason !== undefined) return { kind: 'skipped', origin, ...presentOf({ title }), reason };
    const received = { bytes: bytes ?? new TextEncoder().encode(text), extension: 'json' } as const;
    return { kind: 'draft', draft: { origin, ...readItem(item, text ?? '', options), received } };
  });
}

/** @throws {SourceError} when it cannot be known whether the item is a text, and may be used */
function reasonToSkip(item: Properties): string | undefined {
  const type = readWord(item, 'type') ?? 'text';
  const status = readWord(item, 'pubStatus') ?? 'usable';
  const hasText = readWordings(item, 'body', 'bodies').length > 0;
  if (type !== 'text' && !(type === 'composite' && hasText)) return `of the type "${type}"`;
  if (status !== 'usable') return statusNames.get(status) ?? `with the pubStatus "${status}"`;
  const embargo = embargoOf(item);
  if (!embargo) return undefined;
  const end = Date.parse(embargo.text);
  if (Number.isNaN(end)) {
    const fix = 'Correct it, or take it out when the text may be published.';
    throw new SourceError(`"${embargo.text}" in ${embargo.where}`, 'a date and time (RFC 3339)', fix);
  }
  return end > Date.now() ? 'under embargo' : undefined;
}

function readItem(
  item: Properties,
  text: string,
  options: SourceOptions,
): Omit<Draft, 'origin' | 'received'> {
  const left: string[] = [];
  const lineOf = (key: string): string => {
    const value = item.get(key.toLowerCase()) ?? '';
    if (typeof value === 'string') return toLine(value);
    left.push(`"${key}" is not a text, and was left out.`);
    return '';
  };
  const headlines = readWordings(item, 'headline', 'headlines');
  const title = chooseMain(headlines);
  if (title === '' && lineOf('title') !== '')
    left.push('It has no headline; its "title" is not for publication.');
  const language = lineOf('language');
  const { date, notices } = readFirstDate(listDates(item), options, language, text);
  const body = readBody(item);
  const summary = readWordings(item, 'description', 'descriptions').find(({ role }) =>
    summarizing.test(role),
  );
  const isLine = summary !== undefined && !/[\r\n]/.test(summary.value.trim());
  if (summary && !isLine) left.push('The description is more than one line, and was left out.');
  const publisher = listProperties(item, 'infosources', 'infosource').find((source) =>
    /(?:^|[/:])publisher$/i.test(textOf(source.get('role'))),
  );
  const byline = lineOf('by') || lineOf('byline');
  const associations = item.get('associations');
  const associated = typeof associations === 'object' ? Object.keys(associations ?? {}).length : 0;
  if (associated > 0) left.push(`${associated} × an associated item left out.`);
  const representation = item.get('representationtype');
  if (representation === 'partial' || representation === 'incomplete') {
    left.push('Its provider calls it incomplete.');
  }
  return {
    ...presentOf({
      title,
      subtitle: chooseSecond(headlines),
      date,
      dateline: lineOf('located'),
      language,
      summary: isLine ? lineOfWording(summary) : undefined,
      publisher: publisher && nameOf(publisher),
      rights: [lineOf('copyrightHolder') || lineOf('copyrightNotice'), lineOf('usageTerms')]
        .filter((part) => part !== '')
        .join('; '),
    }),
    byline: byline === '' ? [] : [byline],
    terms: readTerms(item),
    body: body.body,
    notices: [...notices, ...left, ...body.notices],
  };
}

/**
 * The dates of which the first is taken as that of publication. ninjs has none: `contentCreated` is when the text was
 * made, `firstCreated` when the item was (of an old text: much later), `versionCreated` when it was last changed. No text
 * is published before its embargo ends.
 */
function listDates(item: Properties): Written[] {
  const dates = ['contentCreated', 'firstCreated', 'versionCreated'].flatMap(
    (key) => readDate(item, key) ?? [],
  );
  const embargo = embargoOf(item);
  const isLater = embargo && Date.parse(embargo.text) > Date.parse(dates[0]?.text ?? '');
  return isLater ? [embargo, ...dates] : dates;
}

function embargoOf(item: Properties): Written | undefined {
  return readDate(item, 'embargoedUntil') ?? readDate(item, 'embargoed');
}

function readDate(item: Properties, key: string): Written | undefined {
  const text = readWord(item, key);
  return text === undefined ? undefined : { text, where: `"${key}"` };
}

function readTerms(item: Properties): Term[] {
  const terms = vocabularies.flatMap(([plural, singular, vocabulary]) =>
    listProperties(item, plural, singular).flatMap((each): Term[] => {
      const name = nameOf(each);
      return name === '' ? [] : [{ name, ...(vocabulary && { vocabulary }) }];
    }),
  );
  return [...new Map(terms.map((term) => [JSON.stringify(term), term])).values()];
}

/** @throws {SourceError} when the text is no item */
function parseItem(text: string | undefined): Properties {
  const limit = sizeLimit.toLocaleString('en');
  if (text === undefined)
    throw new SourceError('a longer item', `at most ${limit} letters in one line`, 'Take it out.');
  const error = findJsonError(text);
  if (error) throw error;
  const item = propertiesOf(JSON.parse(text));
  if (item) return item;
  const fix = 'Give the file’s format with --format if it is another.';
  throw new SourceError('a value that is not an object', 'an item with the properties of ninjs', fix);
}

/** A line that begins an object after one that is whole, or broken off, but does not go on: so it is in no other JSON. */
function isLineAnItem(first: Line, second: Line): boolean {
  return (second.text?.startsWith('{') ?? true) && !/[[{,:]$/.test(first.text ?? '');
}
