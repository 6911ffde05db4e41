import { earliest, latest, parseArchiveDate } from '../../records/archive-date.ts';
import type { Catalogue } from '../catalogue.ts';

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
  values: readonly (readonly [id: string, name: string])[];
  /** The place of each value, by its id. */
  positions: ReadonlyMap<string, number>;
  /** The numbers of each value's articles, ascending. */
  articles: Uint32Array[];
}

/** Reads a catalogue. */
export function readCatalogue({ dates, facets }: Catalogue): Columns {
  const total = dates.reduce((sum, [, count]) => sum + count, 0);
  const [first, last, isNear] = [new Uint32Array(total), new Uint32Array(total), new Uint8Array(total)];
  let start = 0;
  for (const [edtf, count] of dates) {
    const end = start + count;
    if (edtf !== '') {
      const date = parseArchiveDate(edtf);
      first.fill(toNumber(earliest(date)), start, end);
      last.fill(toNumber(latest(date)), start, end);
      isNear.fill(edtf.includes('~') ? 1 : 0, start, end);
    }
    start = end;
  }
  return {
    total,
    undated: dates[0]?.[0] === '' ? dates[0][1] : 0,
    first,
    last,
    isNear,
    facets: facets.map(({ key, values, articles }) => ({
      key,
      values,
      positions: new Map(values.map(([id], position) => [id, position])),
      articles: articles.map(sumUp),
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

function sumUp(distances: readonly number[]): Uint32Array {
  const numbers = new Uint32Array(distances.length);
  let last = -1;
  for (const [index, distance] of distances.entries()) numbers[index] = last += distance;
  return numbers;
}
