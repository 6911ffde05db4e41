import type { UTCDate } from '@date-fns/utc';
import { format } from 'date-fns/format';

/** What placeholders stand for besides dates. */
export interface PlaceholderTexts {
  collection: string;
  /** The path of the file below its collection, without its extension. */
  path: string;
  /** The name of the file, without its extension. */
  name: string;
  slug: string;
  /** Called only for a permalink that has categories. */
  listCategories(): string[];
  outputExtension: string;
}

/** The placeholders for dates (Jekyll's documentation, "Permalinks"), in the notation of date-fns. */
const dates: Readonly<Record<string, string>> = {
  ...{ year: 'yyyy', short_year: 'yy', w_year: 'RRRR', week: 'II' },
  ...{ month: 'MM', i_month: 'M', short_month: 'MMM', long_month: 'MMMM' },
  ...{ day: 'dd', i_day: 'd', y_day: 'DDD', w_day: 'i', short_day: 'EEE', long_day: 'EEEE' },
  ...{ hour: 'HH', minute: 'mm', second: 'ss' },
};

const texts: Readonly<Record<string, (from: PlaceholderTexts) => string>> = {
  collection: ({ collection }) => collection,
  path: ({ path }) => path,
  name: ({ name }) => slugify(name),
  title: ({ slug }) => slug.replace(/[^\p{L}\p{M}\p{Nd}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, ''),
  slug: ({ slug }) => slugify(slug),
  categories: (from) => join(from.listCategories().map((each) => each.toLowerCase())),
  slugified_categories: (from) => join(from.listCategories().map(slugify)),
  output_ext: ({ outputExtension }) => outputExtension,
};

const placeholder = /:([a-z_]+)/g;

/** Which placeholders a permalink has. */
export function listPlaceholders(permalink: string): {
  names: string[];
  unknown: string[];
  hasDate: boolean;
} {
  const names = [...permalink.matchAll(placeholder)].map(([, name = '']) => toName(name));
  return {
    names,
    unknown: names.filter((name) => !Object.hasOwn(dates, name) && !Object.hasOwn(texts, name)),
    hasDate: names.some((name) => Object.hasOwn(dates, name)),
  };
}

/**
 * Replaces the placeholders of a permalink, all of which are known.
 *
 * @param from needed if there is a placeholder
 * @param date local, as UTC; needed if there is a placeholder for dates
 * @returns a path from the root of the site, percent-encoded
 */
export function fillPermalink(permalink: string, from?: PlaceholderTexts, date?: UTCDate): string {
  const filled = permalink.replace(placeholder, (_, written: string) => {
    const name = toName(written);
    const pattern = Object.hasOwn(dates, name) ? dates[name] : undefined;
    const value =
      pattern === undefined || !date
        ? ((from && texts[name]?.(from)) ?? '')
        : format(date, pattern, { useAdditionalDayOfYearTokens: true });
    return encodePath(value) + written.slice(name.length);
  });
  return `/${filled}`.replace(/\/{2,}/g, '/').replace(/\s/g, encodeURIComponent);
}

/** An underscore that parts placeholders is not of their names: `:year_:month`. */
function toName(written: string): string {
  return written.replace(/_$/, '');
}

/** The characters that Jekyll has in slugs: the others become hyphens. */
function slugify(text: string): string {
  return text
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
}

function join(names: readonly string[]): string {
  return [...new Set(names)].join('/');
}

function encodePath(path: string): string {
  return encodeURI(path.toWellFormed()).replace(/[?#]/g, encodeURIComponent);
}
