import { createMarker } from '../engine/find-marks.ts';
import { readQuery } from '../state/query.ts';
import { findMatches } from './article-text.ts';
import { findPosition, keptKey, type ResultPosition } from './kept-results.ts';
import { createBar } from './result-bar.ts';
import { showMatches } from './show-matches.ts';

// Shows a reader who followed a result all its matches, and the ways to other results. Articles load it only then.

const position = findPosition(sessionStorage.getItem(keptKey), location.pathname);
if (position && document.readyState === 'loading')
  document.addEventListener('DOMContentLoaded', () => show(position));
else if (position) show(position);

function show(position: ResultPosition): void {
  const findMarks = createMarker(readQuery(position.words));
  const matches = findMatches(document, findMarks);
  const { mark, scrollTo, unmark } = showMatches(matches);
  let current = 0;
  const showCurrent = () => {
    mark(current);
    showMatch(current, matches[current]?.context ?? '');
  };
  const { bar, showMatch } = createBar(position, matches.length, {
    step(by) {
      current = (current + by + matches.length) % matches.length;
      showCurrent();
      scrollTo(current);
    },
    close() {
      sessionStorage.removeItem(keptKey);
      unmark();
      for (const outline of document.querySelectorAll('.found, .found-words')) outline.remove();
      bar.remove();
      document.getElementById('main')?.focus({ preventScroll: true });
    },
  });
  showCurrent();
  if (matches.length > 0)
    for (const page of document.querySelectorAll('[data-words]'))
      page.dispatchEvent(new CustomEvent('matches', { detail: findMarks }));
  // Among the first that keys reach. It is shown below everything, for which the page leaves as much space as it takes.
  document.querySelector('.skip')?.after(bar);
  new ResizeObserver(() => {
    document.documentElement.style.setProperty('--result-bar', `${bar.offsetHeight}px`);
  }).observe(bar);
}
