import { earliest, latest, parseArchiveDate } from '../../../records/date/archive-date.ts';
import type { Catalogue } from '../../catalogue.ts';
import { readAscending } from './golomb-rice.ts';
import { dayNumber, dayOfNumber } from '../state/day-number.ts';

/** A catalogue as it is counted in: an array a property, with a place for each article. */
export interface Columns {
  /** How many articles there are. */
  total: number;
  /** The articles of these first numbers have no date. */
  undated: number;
  /** The first and the last day that an article's date can mean, as numbers (20210718); 0 when it has none. */
  first: Uint32Array;
  last: Uint32Array;
  /** 1 for a date that is near what it says, not surely in it. */
  isNear: Uint8Array;
  facets: FacetColumns[];
}

/** A facet's values, those of most articles first. */
export interface FacetColumns {
  key: string;
  values: readonly (readonly [id: string, name: string, articles: number])[];
  /** The place of each value, by its id. */
  positions: ReadonlyMap<string, number>;
  /** The numbers of each value's articles, ascending. */
  articles: Uint32Array[];
}

/** Reads a catalogue. */
export function readCatalogue({ articles: total, undated, days, inexact, facets }: Catalogue): Columns {
  const [first, last, isNear] = [new Uint32Array(total), new Uint32Array(total), new Uint8Array(total)];
  const [numbers] = readAscending(days.numbers, [total - undated], days.end);
  const start = days.first ? dayNumber(days.first) : 0;
  let [known, day] = [-1, 0];
  for (const [index, number] of (numbers ?? []).entries()) {
    if (number !== known) [known, day] = [number, toNumber(dayOfNumber(start + number))];
    first[undated + index] = last[undated + index] = day;
  }
  const [places] = readAscending(inexact.articles, [inexact.dates.length], total);
  for (const [index, edtf] of inexact.dates.entries()) {
    const number = places?.[index] ?? 0;
    last[number] = toNumber(latest(parseArchiveDate(edtf)));
    isNear[number] = edtf.includes('~') ? 1 : 0;
  }
  return {
    total,
    undated,
    first,
    last,
    isNear,
    facets: facets.map(({ key, values, articles }) => ({
      key,
      values,
      positions: new Map(values.map(([id], position) => [id, position])),
      articles: readAscending(
        articles,
        values.map(([, , count]) => count),
        total,
      ),
    })),
  };
}

/** The first and the last day of a range, as numbers; '' is no bound. */
export function readRange(from: string, to: string): [low: number, high: number] {
  return [
    from ? toNumber(earliest(parseArchiveDate(from))) : 0,
    to ? toNumber(latest(parseArchiveDate(to))) : 99_999_999,
  ];
}

/** The year of a day that is written as a number. */
export function yearOf(day = 0): number {
  return Math.floor(day / 10_000);
}

function toNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}
