/** A noun in the plural forms of a language, by the categories of CLDR; a category that is missing has the form `other`. */
type Forms = Readonly<{ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>>;

/** How a language writes numbers and counts. */
export interface Counting {
  /** `20,000` */
  number(value: number): string;
  /** The form of a noun that goes with a number. */
  form(value: number, forms: Forms): string;
  /** A number with its noun: `1 article`, `20,000 articles`. */
  count(value: number, forms: Forms): string;
}

/** The counting of a language (BCP 47), from CLDR. */
export function createCounting(language: string): Counting {
  // As many digits as a coordinate may have.
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 20 });
  const rules = new Intl.PluralRules(language);
  const form: Counting['form'] = (value, forms) => forms[rules.select(value)] ?? forms.other;
  return {
    number: (value) => numbers.format(value),
    form,
    count: (value, forms) => `${numbers.format(value)} ${form(value, forms)}`,
  };
}
