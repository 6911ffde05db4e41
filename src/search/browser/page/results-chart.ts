import { refining } from '../../../languages/refining/messages.ts';
import { language } from '../../../languages/search/messages.ts';
import type { Period, Timeline } from '../engine/timeline.ts';
import type { SearchState } from '../state/search-state.ts';
import { element } from './element.ts';

/** The search page's chart of results by month, year or decade. */
export interface ResultsChart {
  show(timeline: Timeline, state: SearchState): void;
}

/** What the chart needs of the page. */
export interface ChartActions {
  /** The address of a search for a range of dates; '' is no bound. */
  hrefOf(from: string, to: string): string;
  choose(from: string, to: string): void;
}

/**
 * Creates the chart: a row of links, of which one is in the tab order and the others are reached by the arrow keys (ARIA
 * Authoring Practices Guide, "Toolbar"). With Shift, a link leads to the range from the one that was followed before.
 */
export function createResultsChart(container: HTMLElement, { hrefOf, choose }: ChartActions): ResultsChart {
  const bars = element('div', { className: 'year-bars', role: 'toolbar' });
  const ends = element('p', { className: 'time-chart-ends' });
  container.replaceChildren(bars, ends);
  let anchor: { from: string; to: string } | undefined;
  const move = (bar: Element | null | undefined) => {
    if (!(bar instanceof HTMLElement)) return;
    for (const each of bars.querySelectorAll<HTMLElement>('[tabindex="0"]')) each.tabIndex = -1;
    bar.tabIndex = 0;
    bar.focus();
  };
  bars.addEventListener('keydown', (event) => {
    const links = [...bars.querySelectorAll('a')];
    const index = links.findIndex((link) => link === document.activeElement);
    if (event.key === 'ArrowRight') move(links[index + 1]);
    else if (event.key === 'ArrowLeft') move(links[index - 1]);
    else if (event.key === 'Home') move(links[0]);
    else if (event.key === 'End') move(links.at(-1));
    else return;
    event.preventDefault();
  });
  container.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    // Such a click opens the link in another tab.
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const { period = '', end = '', from = '', to = '' } = link.dataset;
    // Periods are compared as texts, when both are years or both are months.
    const other = event.shiftKey && anchor?.from.length === period.length ? anchor : undefined;
    if (period) anchor = { from: period, to: end };
    if (other) choose(other.from < period ? other.from : period, other.to < end ? end : other.to);
    else choose(from, to);
  });
  const [inFull, short] = (['long', 'short'] as const).map(
    (month) => new Intl.DateTimeFormat(language, { month, year: 'numeric', timeZone: 'UTC' }),
  );
  const nameOf = (period: string, end: string, format = inFull) => {
    if (period !== end) return refining.decade(Number(period));
    return period.length > 4 ? (format?.format(Date.parse(`${period}-01`)) ?? '') : String(Number(period));
  };
  const createLink = (from: string, to: string) => {
    const link = element('a', { href: hrefOf(from, to) });
    Object.assign(link.dataset, { from, to });
    return link;
  };

  return {
    show({ periods, isPart }, { from, to }) {
      const counts = periods.map(({ articles }) => articles);
      const most = Math.max(...counts);
      container.hidden = counts.filter((count) => count > 0).length < 2 && !isPart;
      const [first, last] = [periods[0], periods.at(-1)];
      if (!first || !last) return;
      const isDecade = first.from !== first.to;
      bars.ariaLabel = isDecade
        ? refining.byDecade
        : first.from.length > 4
          ? refining.byMonth
          : refining.byYear;
      const { period: focused } = (document.activeElement as HTMLElement | null)?.dataset ?? {};
      bars.replaceChildren(
        ...periods.map(({ from: period, to: end, articles }) => {
          if (articles === 0) return element('span');
          const isOnly = from === period && to === end;
          const link = isOnly ? createLink('', '') : createLink(period, end);
          Object.assign(link.dataset, { period, end });
          link.tabIndex = -1;
          link.title = link.ariaLabel = refining.inPeriod(nameOf(period, end), articles);
          const isIn = (from || to) !== '' && from <= end && (to === '' || period.slice(0, to.length) <= to);
          if (isIn) link.setAttribute('aria-current', 'true');
          link.append(createBar(articles / most));
          return link;
        }),
      );
      const kept =
        bars.querySelector<HTMLElement>(`[data-period="${focused ?? ''}"]`) ??
        bars.querySelector<HTMLElement>('a:last-of-type');
      if (kept) kept.tabIndex = 0;
      if (focused) kept?.focus();
      const createEnd = ({ from: period, to: end }: Period) =>
        element('span', { ariaHidden: 'true' }, nameOf(period, end, short));
      const whole = createLink('', '');
      whole.append(refining.allYears);
      ends.replaceChildren(createEnd(first), ...(isPart ? [whole] : []), createEnd(last));
    },
  };
}

/** @param share of the chart's height. The bar is an image, since the page's policy forbids inline styles */
function createBar(share: number): Element {
  const names = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(names, 'svg');
  drawing.setAttribute('viewBox', '0 0 1 100');
  drawing.setAttribute('preserveAspectRatio', 'none');
  drawing.setAttribute('aria-hidden', 'true');
  const bar = document.createElementNS(names, 'rect');
  const height = Math.max(4, Math.round(share * 100));
  for (const [name, value] of Object.entries({ x: 0, y: 100 - height, width: 1, height })) {
    bar.setAttribute(name, String(value));
  }
  drawing.append(bar);
  return drawing;
}
