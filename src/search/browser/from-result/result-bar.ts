import { fromResult as t } from '../../../languages/search/messages.ts';
import { element } from '../page/element.ts';
import type { ResultPosition } from './kept-results.ts';

/** What the bar does. */
interface BarActions {
  /** Goes to the next match, or to the previous one with -1. */
  step(by: 1 | -1): void;
  close(): void;
}

/** The bar of an article that was followed from a search. */
export interface ResultBar {
  bar: HTMLElement;
  /**
   * Says which match is the current one.
   *
   * @param index from 0
   * @param context the words around it, for those who do not see it
   */
  showMatch(index: number, context: string): void;
}

/** Creates the bar: the matches, the position among the results, and ways on and back. */
export function createBar(
  { position, total, previous, next, search }: ResultPosition,
  matches: number,
  { step, close }: BarActions,
): ResultBar {
  const button = (sign: string, name: string, act: () => void) => {
    const created = element('button', { type: 'button', ariaLabel: name, title: name }, sign);
    created.addEventListener('click', act);
    return created;
  };
  const link = (sign: string, name: string, rel: string, href: string | undefined) =>
    href === undefined ? [] : [element('a', { href, rel, ariaLabel: name, title: name }, sign)];
  const match = element('span');
  const context = element('span', { className: 'visually-hidden' });
  const steps = element(
    'div',
    { hidden: matches === 0 },
    element('p', { role: 'status' }, match, ' ', context),
    button('↑', t.previousMatch, () => step(-1)),
    button('↓', t.nextMatch, () => step(1)),
  );
  const results = element(
    'div',
    {},
    element('p', {}, t.result(position, total)),
    ...link('←', t.previousResult, 'prev', previous),
    ...link('→', t.nextResult, 'next', next),
    element('a', { href: search }, t.back),
  );
  const bar = element(
    'section',
    { className: 'result-bar', ariaLabel: t.title },
    steps,
    results,
    button('×', t.close, close),
  );
  return {
    bar,
    showMatch(index, words) {
      match.textContent = t.match(index + 1, matches);
      context.textContent = words;
    },
  };
}
