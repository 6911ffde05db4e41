import { createRequire } from 'node:module';

import type { Locale } from 'date-fns';

/** Loaded on demand: few sources need them, and they take time to load. */
const load = createRequire(import.meta.url);

/** In the notation of date-fns: what writes a day, and what writes a month. */
const dayFormats = [
  ...['PPPP', 'PPP', 'PP', 'EEEE d MMMM yyyy', 'EEEE, d MMMM yyyy', 'd MMMM yyyy', 'd. MMMM yyyy'],
  ...['d LLLL yyyy', 'd MMM yyyy', 'd. MMM yyyy', 'MMMM d, yyyy', 'yyyy MMMM d', 'yyyy. MMMM d.'],
];
const monthFormats = ['LLLL yyyy', 'MMMM yyyy', 'LLL yyyy', 'yyyy LLLL', 'yyyy MMMM'];

const locales = new Map<string, Locale | undefined>();

/**
 * Reads a date in words as date-fns writes it in one of these languages: `2021. július 18.`, `18 de xullo de 2021`. What it
 * would write otherwise is not read.
 *
 * @param languages BCP 47 tags
 * @returns the date in EDTF
 */
export function readSpelledDate(date: string, languages: readonly string[]): string | undefined {
  const [year] = /(?<!\d)\d{4}(?!\d)/.exec(date) ?? [];
  if (date.length > 60 || year === undefined || !/\p{L}/u.test(date)) return undefined;
  const rest = date.replace(year, '');
  // Where the day is in other digits, it may be any.
  const days = /(?!\d)\p{Nd}/u.test(rest) ? allDays : (rest.match(/\d{1,2}/g)?.map(Number) ?? []);
  for (const tag of new Set(languages)) {
    // All that English has is known already.
    if (/^en\b/i.test(tag)) continue;
    const locale = localeOf(tag);
    if (!locale) continue;
    const { format } = load('date-fns') as typeof import('date-fns');
    const { UTCDate } = load('@date-fns/utc') as typeof import('@date-fns/utc');
    const wanted = date.toLocaleLowerCase(tag);
    const isWritten = (day: Date, patterns: readonly string[]) =>
      patterns.some(
        (pattern) =>
          format(day, pattern, { locale }).toLocaleLowerCase(tag).replace(/\s+/gu, ' ').trim() === wanted,
      );
    for (let month = 0; month < 12; month++) {
      for (const number of days) {
        const day = new UTCDate(Number(year), month, number);
        if (day.getMonth() === month && isWritten(day, dayFormats)) return day.toISOString().slice(0, 10);
      }
      const first = new UTCDate(Number(year), month, 1);
      if (isWritten(first, monthFormats)) return first.toISOString().slice(0, 7);
    }
  }
  return undefined;
}

const allDays = Array.from({ length: 31 }, (_, index) => index + 1);

/** The languages whose locale date-fns has under another tag. */
const otherTags: Readonly<Record<string, string>> = {
  zh: 'zh-CN',
  'zh-hant': 'zh-TW',
  'zh-hans': 'zh-CN',
  fa: 'fa-IR',
  no: 'nb',
  sr: 'sr',
  iw: 'he',
};

/** The locale of a language, or of the language without its region. */
function localeOf(tag: string): Locale | undefined {
  const known = tag.toLowerCase();
  if (locales.has(known)) return locales.get(known);
  const [language = ''] = known.split('-', 1);
  let locale: Locale | undefined;
  for (const name of [tag, otherTags[known], otherTags[language], language]) {
    if (name === undefined || !/^[a-z]{2,3}(?:-[A-Za-z]+)?$/.test(name)) continue;
    try {
      [locale] = Object.values(load(`date-fns/locale/${name}`) as Record<string, Locale>);
      if (locale) break;
    } catch {
      // There is none of this name.
    }
  }
  locales.set(known, locale);
  return locale;
}
