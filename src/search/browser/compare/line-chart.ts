const svg = 'http://www.w3.org/2000/svg';

/** The size of the chart, in units that are scaled to the width of the page, and the room for labels at its right. */
const [width, height, labels] = [720, 280, 170];
const [top, bottom, left] = [12, 22, 44];

/** The chart's words. */
export interface ChartTexts {
  /** Its text equivalent. */
  title: string;
  /** A number on its scale: `1,200`; `3%`. */
  scale(value: number): string;
  /** A year or month. */
  period(key: string): string;
}

/**
 * Draws lines over time. Each is labelled at its end, and told from the others by its dashes, not by colour.
 *
 * @param lines their names and points, one for each period
 */
export function drawLines(
  periods: readonly string[],
  lines: readonly { name: string; points: readonly number[] }[],
  { title, scale, period }: ChartTexts,
): SVGElement {
  const most = Math.max(...lines.flatMap(({ points }) => points), 0) || 1;
  const right = width - labels;
  const x = (index: number) =>
    periods.length > 1 ? left + (index * (right - left)) / (periods.length - 1) : (left + right) / 2;
  const y = (value: number) => height - bottom - (value / most) * (height - bottom - top);
  const chart = create('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': title });
  for (const value of [0, most / 2, most]) {
    chart.append(
      create('path', { class: 'compare-grid', d: `M${left} ${round(y(value))}H${right}` }),
      create('text', { x: left - 6, y: round(y(value)), class: 'compare-scale' }, scale(value)),
    );
  }
  for (const [index, anchor] of [
    [0, 'start'],
    [periods.length - 1, 'end'],
  ] as const)
    chart.append(
      create(
        'text',
        { x: round(x(index)), y: height - 4, 'text-anchor': anchor },
        period(periods[index] ?? ''),
      ),
    );
  for (const [index, { points }] of lines.entries()) {
    const steps = points.map((value, at) => `${round(x(at))} ${round(y(value))}`);
    const d = points.length > 1 ? `M${steps.join('L')}` : `M${steps[0] ?? ''}h1`;
    chart.append(create('path', { class: `compare-line line-${index + 1}`, d }));
  }
  const ends = spread(lines.map(({ points }) => y(points.at(-1) ?? 0)));
  for (const [index, { name }] of lines.entries())
    chart.append(
      create('text', { x: right + 8, y: round(ends[index] ?? 0), class: 'compare-name' }, shorten(name)),
    );
  return chart;
}

/** The distance of labels, so that none covers another. */
const apart = 17;

/** Moves labels apart, as little as their order allows. */
export function spread(wanted: readonly number[]): number[] {
  const placed = [...wanted.keys()].sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const result = [...wanted];
  let free = top;
  for (const [rank, index] of placed.entries()) {
    const lowest = height - bottom - (placed.length - 1 - rank) * apart;
    result[index] = Math.min(Math.max(wanted[index] ?? 0, free), lowest);
    free = (result[index] ?? 0) + apart;
  }
  return result;
}

const longestName = 22;

function shorten(name: string): string {
  const characters = [...name];
  return characters.length > longestName ? `${characters.slice(0, longestName - 1).join('')}…` : name;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function create(tag: string, attributes: Record<string, string | number>, text?: string): SVGElement {
  const created = document.createElementNS(svg, tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, String(value));
  if (text !== undefined) created.textContent = text;
  return created as SVGElement;
}
