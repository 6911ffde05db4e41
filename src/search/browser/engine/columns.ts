import { daysOf } from '../state/date-bound.ts';
import type { CatalogueDates, CatalogueFacet } from '../../catalogue.ts';
import { decodeNumbers } from './golomb-rice.ts';
import { dayNumber, dayOfNumber } from './day-number.ts';

/** The dates of a catalogue in the form in which articles are counted: an array for each property, indexed by an article's number. */
export interface Columns {
  /** How many articles there are. */
  total: number;
  /** The articles of these first numbers have no date. */
  undated: number;
  /** The first and the last day that an article's date can mean, as numbers (20210718); 0 when it has none. */
  first: Uint32Array;
  last: Uint32Array;
  /** 1 for an approximate date, which may lie outside the days that it names. */
  isApproximate: Uint8Array;
}

/** A facet's values, those of most articles first. */
export interface FacetColumns {
  key: string;
  values: readonly (readonly [id: string, name: string, articles: number])[];
  /** The index of each value, by its id. */
  positions: ReadonlyMap<string, number>;
  /** The numbers of each value's articles, ascending. */
  articles: Uint32Array[];
}

/** Reads the dates of a catalogue. */
export function readDates({ articles: total, undated, days, inexact }: CatalogueDates): Columns {
  const [first, last, isApproximate] = [
    new Uint32Array(total),
    new Uint32Array(total),
    new Uint8Array(total),
  ];
  const [numbers] = decodeNumbers(days.numbers, [total - undated], days.end);
  const start = days.first ? dayNumber(days.first) : 0;
  let [known, day] = [-1, 0];
  for (const [index, number] of (numbers ?? []).entries()) {
    if (number !== known) [known, day] = [number, toNumber(dayOfNumber(start + number))];
    first[undated + index] = last[undated + index] = day;
  }
  const [numbersOfInexact] = decodeNumbers(inexact.articles, [inexact.dates.length], total);
  for (const [index, edtf] of inexact.dates.entries()) {
    const number = numbersOfInexact?.[index] ?? 0;
    last[number] = daysOf(edtf.replaceAll('~', '').split('/').at(-1) ?? '')?.[1] ?? 0;
    isApproximate[number] = edtf.includes('~') ? 1 : 0;
  }
  return { total, undated, first, last, isApproximate };
}

/**
 * Reads a facet of a catalogue.
 *
 * @param total how many articles there are
 */
export function readFacet({ key, values, articles }: CatalogueFacet, total: number): FacetColumns {
  return {
    key,
    values,
    positions: new Map(values.map(([id], position) => [id, position])),
    articles: decodeNumbers(
      articles,
      values.map(([, , count]) => count),
      total,
    ),
  };
}

/** The first and the last day of a range, as numbers; '' is no bound. */
export function readRange(from: string, to: string): [low: number, high: number] {
  return [daysOf(from)?.[0] ?? 0, daysOf(to)?.[1] ?? 99_999_999];
}

/** @param day as a number: 20210718 */
export function yearOf(day = 0): number {
  return Math.floor(day / 10_000);
}

function toNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}
