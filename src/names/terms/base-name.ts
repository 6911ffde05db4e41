/**
 * A name as texts have it: without what a source adds to tell it from others.
 *
 * @example
 * baseName('Republican Party (Norland)') // 'Republican Party'
 * baseName('Malm, Norland') // 'Malm'
 */
export function baseName(name: string): string {
  const base = name
    .trim()
    .replace(/ \([^()]*\)$/, '')
    .replace(/,.*$/s, '')
    .trim();
  return base === '' ? name.trim() : base;
}
