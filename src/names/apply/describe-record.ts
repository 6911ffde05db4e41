import type { ProblemMessage } from '../../records/problem.ts';
import { splitList } from '../../tables/list-cell.ts';
import { cellOf, type DecidedRow } from './decisions.ts';

/** Marks a description that was made from what the texts say. Whoever accepts the row accepts the words. */
const proposed = /^proposed:\s*/i;

/** The frontmatter of a record that a row describes. */
export interface RecordDescription {
  data: Readonly<Record<string, unknown>>;
  problems: (ProblemMessage & { column: string })[];
}

/**
 * Makes the frontmatter of a record from an accepted row.
 *
 * @param findPlace finds the id of a place by its id or name
 */
export function describeRecord(
  { row, vocabulary, heading, variants }: DecidedRow,
  findPlace: (name: string) => string | undefined,
): RecordDescription {
  const description = cellOf(row, 'description').replace(proposed, '');
  const problems: RecordDescription['problems'] = [];
  const isPlace = vocabulary.broaderField === 'within';
  const coordinates = readCoordinates(cellOf(row, 'coordinates'), problems);
  const sameAs = splitList(cellOf(row, 'sameAs'));
  const data = {
    name: heading,
    sortName: cellOf(row, 'sortName') || undefined,
    variants: variants.length > 0 ? variants : undefined,
    description: description === '' ? describeUnknown(vocabulary.singular) : description,
    coordinates: isPlace ? coordinates : undefined,
    within: isPlace ? findNearest(row, findPlace) : undefined,
    sameAs: sameAs.length > 0 ? sameAs : undefined,
  };
  return { data, problems: isPlace ? problems : [] };
}

/**
 * What is said of somebody or something of whom nothing is known yet. It differs from the placeholder of records that ingest
 * creates, whose names nobody has looked at and which therefore are not looked for in texts.
 */
function describeUnknown(singular: string): string {
  return `${/^[aeiou]/.test(singular) ? 'An' : 'A'} ${singular} named in articles of this archive`;
}

function readCoordinates(
  text: string,
  problems: RecordDescription['problems'],
): { latitude: number; longitude: number } | undefined {
  if (text === '') return undefined;
  const [, latitude, longitude] = /^(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (latitude !== undefined && longitude !== undefined)
    return { latitude: Number(latitude), longitude: Number(longitude) };
  const expected = 'latitude and longitude in decimal degrees: 33.51, 36.29';
  const fix = 'Correct them, or empty the cell.';
  problems.push({ column: 'coordinates', found: `"${text}"`, expected, fix });
  return undefined;
}

/** The nearest of the places around a place that has a record; the country is around all of them. */
function findNearest(
  row: DecidedRow['row'],
  findPlace: (name: string) => string | undefined,
): string | undefined {
  const around = [...splitList(cellOf(row, 'within')), ...splitList(cellOf(row, 'country'))];
  return around.map(findPlace).find((id) => id !== undefined);
}
