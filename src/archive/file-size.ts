const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/**
 * Formats the size of a file with powers of 1,000 and a no-break space: `0.2 kB`, `3.1 kB`, `48.3 MB`.
 *
 * @param language BCP 47
 */
export function formatSize(bytes: number, language: string): string {
  const power = Math.min(units.length, Math.max(1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  const options = { style: 'unit', unit: units[power - 1] ?? 'kilobyte', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language, options).format(bytes / 1000 ** power).replace(' ', '\u00a0');
}
