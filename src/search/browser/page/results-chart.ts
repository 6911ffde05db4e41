import { search } from '../../../languages/search/messages.ts';
import { element } from './element.ts';

/** The search page's chart of results by year. */
export interface ResultsChart {
  /**
   * @param years that have articles, in ascending order; gaps are drawn as empty bars
   * @param from the first day, month or year chosen; '' for none. `to`: the last one
   */
  show(years: readonly (readonly [year: number, count: number])[], from: string, to: string): void;
}

/**
 * Creates the chart: a row of buttons, of which one is in the tab order and the others are reached by the arrow keys (ARIA
 * Authoring Practices Guide, "Toolbar").
 *
 * @param choose is called with the first and the last year of a range
 */
export function createResultsChart(
  container: HTMLElement,
  choose: (from: number, to: number) => void,
): ResultsChart {
  const bars = element('div', { className: 'year-bars', role: 'toolbar', ariaLabel: search.byYear });
  const ends = element('p', { className: 'year-chart-ends', ariaHidden: 'true' });
  container.replaceChildren(bars, ends);
  let anchor = 0;
  const move = (bar: Element | null | undefined) => {
    if (!(bar instanceof HTMLElement)) return;
    for (const each of bars.querySelectorAll<HTMLElement>('[tabindex="0"]')) each.tabIndex = -1;
    bar.tabIndex = 0;
    bar.focus();
  };
  bars.addEventListener('keydown', (event) => {
    const bar = document.activeElement;
    if (event.key === 'ArrowRight') move(bar?.nextElementSibling);
    else if (event.key === 'ArrowLeft') move(bar?.previousElementSibling);
    else if (event.key === 'Home') move(bars.firstElementChild);
    else if (event.key === 'End') move(bars.lastElementChild);
    else return;
    event.preventDefault();
  });
  bars.addEventListener('click', (event) => {
    const year = Number((event.target as Element).closest<HTMLElement>('[data-year]')?.dataset.year);
    if (!year) return;
    // With Shift, the range from the year that was chosen before.
    const other = event.shiftKey && anchor ? anchor : year;
    anchor = year;
    choose(Math.min(year, other), Math.max(year, other));
  });

  return {
    show(years, from, to) {
      container.hidden = years.length < 2;
      const counts = new Map(years);
      const [first = 0, last = 0] = [years[0]?.[0], years.at(-1)?.[0]];
      const most = Math.max(...counts.values());
      const [low, high] = [Number(from.slice(0, 4)), to ? Number(to.slice(0, 4)) : Infinity];
      const focused = (document.activeElement as HTMLElement | null)?.dataset.year;
      bars.replaceChildren(
        ...Array.from({ length: last - first + 1 }, (_, index) => {
          const year = first + index;
          const count = counts.get(year) ?? 0;
          const bar = element('button', { type: 'button', tabIndex: -1 });
          bar.dataset.year = String(year);
          bar.title = bar.ariaLabel = search.inYear(year, count);
          bar.ariaPressed = String((from !== '' || to !== '') && low <= year && year <= high);
          bar.append(createBar(count / most));
          return bar;
        }),
      );
      const kept = bars.querySelector<HTMLElement>(`[data-year="${focused ?? last}"]`);
      if (kept) kept.tabIndex = 0;
      if (focused) kept?.focus();
      ends.replaceChildren(element('span', {}, String(first)), element('span', {}, String(last)));
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
  const height = share > 0 ? Math.max(4, Math.round(share * 100)) : 0;
  for (const [name, value] of Object.entries({ x: 0, y: 100 - height, width: 1, height })) {
    bar.setAttribute(name, String(value));
  }
  drawing.append(bar);
  return drawing;
}
