/** The plural forms of a noun by CLDR category; missing categories use `other`. */
type Forms = Readonly<{ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>>;

/** Formats numbers and counts in one language. */
export interface Counting {
  /** `20,000` */
  number(value: number): string;
  /** The plural form of a noun for a number. */
  form(value: number, forms: Forms): string;
  /** A number with its noun: `1 article`, `20,000 articles`. */
  count(value: number, forms: Forms): string;
}

/** Creates the number formatting of a language (BCP 47) from CLDR. */
export function createCounting(language: string): Counting {
  // Coordinates may have many digits.
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 20 });
  const rules = new Intl.PluralRules(language);
  const form: Counting['form'] = (value, forms) => forms[rules.select(value)] ?? forms.other;
  return {
    number: (value) => numbers.format(value),
    form,
    count: (value, forms) => `${numbers.format(value)} ${form(value, forms)}`,
  };
}
