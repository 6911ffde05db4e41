const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/**
 * Formats the size of a file with powers of 1,000 and a no-break space: `199 bytes`, `3.1 kB`, `48.3 MB`.
 *
 * @param language BCP 47
 */
export function formatSize(bytes: number, language: string): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    // The short form of this unit is "byte" in English, whatever the number.
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  });
  return format.format(bytes / 1000 ** power).replace(' ', '\u00a0');
}
