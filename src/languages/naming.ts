/** Formats lists, shares and language names in one language. */
export interface Naming {
  /** `A, B, C`; in French `A, B et C`. */
  list(items: readonly string[]): string;
  /** `0.7%`; in French `0,7 %`. */
  percent(part: number, whole: number): string;
  /** The name of a language (BCP 47). */
  language(tag: string): string;
}

/** Creates the list and name formatting of a language (BCP 47) from CLDR. */
export function createNaming(language: string): Naming {
  const lists = new Intl.ListFormat(language, { type: 'unit', style: 'short' });
  const shares = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const names = new Intl.DisplayNames(language, { type: 'language' });
  return {
    list: (items) => lists.format(items),
    percent: (part, whole) => shares.format(part / whole),
    language: (tag) => names.of(tag) ?? tag,
  };
}
