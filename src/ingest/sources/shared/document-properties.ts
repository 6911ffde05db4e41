import { DateError } from '../../../records/date/archive-date.ts';
import { readSourceDate, type DateReading } from '../../dates/source-date.ts';
import { lettersOf, toLine } from '../../text/lines.ts';
import { readXmlPart } from './xml-part.ts';
import type { Zip } from './zip.ts';

/** What the properties of a document say, by what they are called: Dublin Core names, and those of office programs. */
export type DocumentProperties = ReadonlyMap<string, string>;

/** Properties that hold words or dates, by their local names in Office Open XML and OpenDocument. */
const names: ReadonlyMap<string, string> = new Map([
  ['title', 'title'],
  ['subject', 'subject'],
  ['creator', 'creator'],
  ['initial-creator', 'first creator'],
  ['lastModifiedBy', 'last changed by'],
  ['description', 'description'],
  ['keywords', 'keywords'],
  ['keyword', 'keywords'],
  ['category', 'category'],
  ['contentStatus', 'status'],
  ['created', 'created'],
  ['creation-date', 'created'],
  ['modified', 'changed'],
  ['date', 'changed'],
  ['Company', 'company'],
  ['Manager', 'manager'],
]);

/** Reads properties from parts of a document: `docProps/core.xml`, `docProps/app.xml`, `meta.xml`. */
export async function readProperties(zip: Zip, parts: readonly string[]): Promise<DocumentProperties> {
  const properties = new Map<string, string>();
  for (const part of parts) {
    await readXmlPart(zip, part, {
      text(text, path) {
        const name = names.get(path.at(-1) ?? '');
        const line = toLine(text);
        if (name === undefined || line === '') return;
        const before = properties.get(name);
        properties.set(name, before === undefined ? line : `${before}, ${line}`);
      },
    });
  }
  return properties;
}

/** The creators of a document, and the days of it. */
const [creators, days] = [
  ['creator', 'first creator'],
  ['created', 'changed'],
];

/** How many lines of a text may say who wrote it, and when. */
const headLines = 6;

/**
 * Compares properties with the text. They are often those of a template, or of who typed the text, so that they count only
 * where a line at its beginning says the same: a byline with the creator's name, or the day.
 *
 * @param lines the text's first lines
 * @returns what the text says too, and a notice of all properties
 */
export function compareProperties(
  properties: DocumentProperties,
  lines: readonly string[],
  reading: DateReading,
): { byline: string[]; date?: string; notices: string[] } {
  const head = lines.slice(0, headLines);
  const creator = creators
    .flatMap((name) => properties.get(name) ?? [])
    .find((name) => head.some((line) => isByline(line, name)));
  const known = days.flatMap((name) => properties.get(name)?.slice(0, 10) ?? []);
  const date = head.flatMap((line) => readDay(line, reading)).find((day) => known.includes(day));
  const notices: string[] = [];
  if (creator !== undefined)
    notices.push(`The byline is the creator in its properties, whom the text names too: ${creator}.`);
  if (date !== undefined)
    notices.push(`The date is a day in its properties that the text has too: ${date}. Check it.`);
  const listed = Array.from(properties, ([name, value]) => `${name} "${value}"`).join(', ');
  if (listed !== '') notices.push(`Its properties are hints, and were not taken for facts: ${listed}.`);
  return { byline: creator === undefined ? [] : [creator], ...(date !== undefined && { date }), notices };
}

function isByline(line: string, name: string): boolean {
  const wanted = lettersOf(name);
  return wanted !== '' && lettersOf(line.replace(/^\s*(?:by|von|par|por|di|door)\s/i, '')) === wanted;
}

/** The day that a line consists of. */
function readDay(line: string, reading: DateReading): string[] {
  if (line.length > 40 || !/\d{4}/.test(line)) return [];
  try {
    const date = readSourceDate(line, reading);
    return /^\d{4}-\d\d-\d\d$/.test(date) ? [date] : [];
  } catch (error) {
    if (error instanceof DateError) return [];
    throw error;
  }
}
