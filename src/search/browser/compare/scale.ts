/** Steps of a scale of numbers, at most. */
const mostSteps = 4;

/**
 * The numbers of a scale from 0, at round steps.
 *
 * @param areWhole whether only whole numbers make sense
 *
 * @example
 * scaleOf(23, true) // [0, 10, 20, 30]
 * scaleOf(0.138, false) // [0, 0.05, 0.1, 0.15]
 */
export function scaleOf(most: number, areWhole: boolean): number[] {
  const step = roundStep((most || 1) / mostSteps, areWhole);
  const steps = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: steps + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/**
 * The positions of the periods that are written below a chart: the first one, and those at round steps of years.
 *
 * @param periods years, or months, in order
 * @param most how many have room
 *
 * @example
 * listTicks(['1988', '1989', '1990', '1991'], 2) // [0, 2]
 */
export function listTicks(periods: readonly string[], most: number): number[] {
  const isMonths = (periods[0]?.length ?? 0) > 4;
  const numbers = periods.map((period) => (isMonths ? Number(period.slice(5)) - 1 : Number(period)));
  const step = isMonths
    ? ([1, 3, 6, 12].find((each) => periods.length / each <= most) ?? 12)
    : roundStep(periods.length / most, true);
  const ticks = numbers.flatMap((number, index) => (number % step === 0 ? [index] : []));
  // Too close to the next one, the first has no room.
  return (ticks[0] ?? 0) > step / 2 || ticks.length === 0 ? [0, ...ticks] : ticks;
}

/** The smallest of 1, 2, 5, 10, 20, 50 … (and 0.5, 0.2, 0.1 …) that is not below a number. */
function roundStep(least: number, isWhole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= least * 0.999999) ?? power;
  return isWhole ? Math.max(1, step) : step;
}
