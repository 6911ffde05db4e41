import { compare as t } from '../../../languages/compare/messages.ts';
import type { Comparison } from '../engine/compare.ts';
import { startSearch, type SearchClient } from '../engine/search-client.ts';
import { findNamed } from '../names/name-cards.ts';
import { byteOrderMark } from '../page/byte-order-mark.ts';
import { element, fill } from '../page/element.ts';
import { saveFile } from '../page/save-file.ts';
import { get, readSettings } from '../page/settings.ts';
import { writeState } from '../state/search-state.ts';
import { drawLines } from './line-chart.ts';
import { mostLines, pointsOf, readLines, renderComparison, searchOf, writeLines } from './lines.ts';

const root = get('compare');
const { home, index, catalogue, names, singulars, isEmpty } = readSettings(root);
const facets = Object.values(singulars);
const search = root.dataset['search'] ?? '';
const field = get<HTMLInputElement>('line');
const shares = get<HTMLInputElement>('shares');
const status = get('compare-status');
const percent = new Intl.NumberFormat(t.language, { style: 'percent', maximumFractionDigits: 1 });
const number = new Intl.NumberFormat(t.language, { maximumFractionDigits: 1 });
const months = new Intl.DateTimeFormat(t.language, { month: 'short', year: 'numeric', timeZone: 'UTC' });

let lines: readonly string[] = [];
let shown: { comparison: Comparison; names: string[] } | undefined;
let client: SearchClient | undefined;
const open = () => {
  const absolute = (path: string) => new URL(path, location.href).href;
  const addresses = { index: absolute(index), catalogue: absolute(catalogue), home: absolute(home) };
  return (client ??= startSearch(addresses, () => {}));
};

/** Reads the address, and shows what it says. */
function readAddress(): void {
  const read = readLines(new URLSearchParams(location.search));
  lines = read.lines;
  shares.checked = read.areShares;
  get<HTMLInputElement>('numbers').checked = !read.areShares;
  const ignored = get('compare-ignored');
  ignored.hidden = read.ignored.length === 0;
  ignored.textContent = t.tooMany(mostLines, read.ignored);
  void count();
}

function changeTo(next: readonly string[]): void {
  lines = next;
  const query = writeLines({ lines, areShares: shares.checked });
  history.pushState(null, '', query ? `?${query}` : location.pathname);
  void count();
}

async function count(): Promise<void> {
  if (lines.length === 0 || isEmpty) {
    shown = undefined;
    get('compared').hidden = true;
    fill(get('lines'), []);
    status.textContent = t.nothing;
    return;
  }
  status.textContent = t.counting;
  try {
    const counted = lines;
    const comparison = await open().compare(counted.map((line) => searchOf(line, facets)));
    if (counted !== lines) return;
    shown = { comparison, names: lines.map((line, at) => comparison.found[at]?.names[0] ?? line) };
    show();
  } catch {
    client?.close();
    client = undefined;
    status.textContent = t.failed;
  }
}

function nameOf(period: string): string {
  return period.length > 4 ? months.format(Date.parse(`${period}-01`)) : String(Number(period));
}

function show(): void {
  if (!shown) return;
  get('compared').hidden = false;
  const { comparison, names: own } = shown;
  const { periods, all, found } = comparison;
  const format = (value: number) => (shares.checked ? percent : number).format(value);
  const points = found.map(({ counts }) => pointsOf(counts, all, shares.checked));
  status.textContent = t.counted(lines.length);
  fill(
    get('lines'),
    lines.map((line, at) => {
      const name = own[at] ?? line;
      const address = `${search}?${writeState(searchOf(line, facets)).toString()}`;
      const remove = element(
        'button',
        { type: 'button', className: 'plain', ariaLabel: t.removeLine(name) },
        t.remove,
      );
      remove.addEventListener('click', () => {
        changeTo(lines.filter((each) => each !== line));
        field.focus();
      });
      return element(
        'li',
        {},
        element('a', { href: address }, t.line(name, found[at]?.total ?? 0)),
        ' ',
        remove,
      );
    }),
  );
  const [first = '', last = ''] = [periods[0], periods.at(-1)].map((period) => nameOf(period ?? ''));
  get('chart').replaceChildren(
    drawLines(
      periods,
      own.map((name, at) => ({ name, points: points[at] ?? [] })),
      { title: t.chart(own, first, last), scale: format, period: nameOf },
      { width: get('compared').clientWidth, areWhole: !shares.checked },
    ),
  );
  const head = [t.period, t.all, ...own].map((title) => element('th', { scope: 'col' }, title));
  const rows = periods.map((period, at) => {
    const cells = [number.format(all[at] ?? 0), ...points.map((line) => format(line[at] ?? 0))];
    const values = cells.map((cell) => element('td', {}, cell));
    return element('tr', {}, element('th', { scope: 'row' }, nameOf(period)), ...values);
  });
  get('table').replaceChildren(
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...rows),
  );
}

/** Adds a line, and offers the records that its words name. */
async function add(line: string): Promise<void> {
  const offers = get('offers');
  fill(offers, []);
  if (line === '' || lines.includes(line)) return;
  if (lines.length >= mostLines) {
    status.textContent = t.full(mostLines);
    return;
  }
  field.value = '';
  changeTo([...lines, line]);
  const named = await findNamed(names, line);
  fill(
    offers,
    named.map(([name, key]) => {
      const [vocabulary = '', id = ''] = key.split(/\/(.*)/s);
      const facet = singulars[vocabulary] ?? '';
      const button = element('button', { type: 'button' }, t.addRecord(name, t.kinds[facet] ?? facet));
      button.addEventListener('click', () => {
        fill(offers, []);
        // It takes the place of the words that named it.
        const others = lines.filter((each) => each !== line && each !== `${facet}:${id}`);
        changeTo([...others, `${facet}:${id}`]);
        field.focus();
      });
      return button;
    }),
  );
}

get('compare-form').addEventListener('submit', (event) => {
  event.preventDefault();
  void add(field.value.trim());
});
get('measure').addEventListener('change', () => {
  history.replaceState(null, '', `?${writeLines({ lines, areShares: shares.checked })}`);
  show();
});
get('save').addEventListener('click', () => {
  if (shown)
    saveFile('comparison.csv', 'text/csv', byteOrderMark + renderComparison(shown.comparison, shown.names));
});
window.addEventListener('popstate', readAddress);
window.addEventListener('resize', show);
root.hidden = false;
readAddress();
