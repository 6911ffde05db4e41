import { listTicks, scaleOf } from './scale.ts';

const svg = 'http://www.w3.org/2000/svg';

const height = 280;
const [top, bottom, left] = [12, 24, 46];
/** The distance of labels, so that none covers another, and of the numbers of the years, in pixels. */
const [apart, yearsApart] = [17, 70];
/** The usual width of a character of a label, in pixels. */
const characterWidth = 8;

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
 * @param width in pixels
 * @param areWhole whether points are whole numbers
 */
export function drawLines(
  periods: readonly string[],
  lines: readonly { name: string; points: readonly number[] }[],
  { title, scale, period }: ChartTexts,
  { width, areWhole }: { width: number; areWhole: boolean },
): SVGElement {
  const steps = scaleOf(Math.max(...lines.flatMap(({ points }) => points), 0), areWhole);
  const most = steps.at(-1) ?? 1;
  const labels = Math.min(170, width * 0.27);
  const right = Math.round(width - labels);
  const x = (index: number) =>
    periods.length > 1 ? left + (index * (right - left)) / (periods.length - 1) : (left + right) / 2;
  const y = (value: number) => height - bottom - (value / most) * (height - bottom - top);
  const chart = create('svg', {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'aria-label': title,
  });
  for (const value of steps)
    chart.append(
      create('path', { class: 'compare-grid', d: `M${left} ${round(y(value))}H${right}` }),
      create('text', { x: left - 6, y: round(y(value)), class: 'compare-scale' }, scale(value)),
    );
  for (const index of listTicks(periods, Math.max(1, Math.floor((right - left) / yearsApart))))
    chart.append(
      create('path', { class: 'compare-grid', d: `M${round(x(index))} ${height - bottom}v5` }),
      create(
        'text',
        { x: round(x(index)), y: height - 4, class: 'compare-period' },
        period(periods[index] ?? ''),
      ),
    );
  for (const [index, { points }] of lines.entries()) {
    const places = points.map((value, at) => `${round(x(at))} ${round(y(value))}`);
    const d = points.length > 1 ? `M${places.join('L')}` : `M${places[0] ?? ''}h1`;
    chart.append(create('path', { class: `compare-line line-${index + 1}`, d }));
  }
  const ends = spread(lines.map(({ points }) => y(points.at(-1) ?? 0)));
  const longest = Math.floor((labels - 8) / characterWidth);
  for (const [index, { name }] of lines.entries())
    chart.append(
      create(
        'text',
        { x: right + 8, y: round(ends[index] ?? 0), class: 'compare-name' },
        shorten(name, longest),
      ),
    );
  return chart;
}

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

function shorten(name: string, longest: number): string {
  const characters = [...name];
  return characters.length > longest
    ? `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : name;
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
