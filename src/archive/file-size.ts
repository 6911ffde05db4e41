const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/**
 * Words the size of a file: `812 byte`, `3.1 kB`, `48 MB` (powers of 1,000).
 *
 * @param language BCP 47
 */
export function wordSize(bytes: number, language: string): string {
  const power = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1000 ** power;
  const unit = units[power] ?? 'byte';
  const options = { style: 'unit', unit, maximumSignificantDigits: amount < 1000 ? 3 : 4 } as const;
  return new Intl.NumberFormat(language, options).format(amount);
}
