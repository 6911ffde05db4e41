const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/**
 * Words the size of a file, its unit not to be parted from the number: `0.2 kB`, `3.1 kB`, `48.3 MB` (powers of 1,000).
 *
 * @param language BCP 47
 */
export function formatSize(bytes: number, language: string): string {
  const power = Math.min(units.length, Math.max(1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  const options = { style: 'unit', unit: units[power - 1] ?? 'kilobyte', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language, options).format(bytes / 1000 ** power).replace(' ', '\u00a0');
}
