/**
 * A name as texts have it: without what a source adds to tell it from others.
 *
 * @example
 * baseName('Republican Party (Norland)') // 'Republican Party'
 * baseName('Malm, Norland') // 'Malm'
 */
export function baseName(name: string): string {
  const whole = name.trim();
  const bracket = whole.endsWith(')') ? whole.lastIndexOf(' (') : -1;
  const [base = ''] = (bracket > 0 ? whole.slice(0, bracket) : whole).split(',', 1);
  return base.trim() || whole;
}
