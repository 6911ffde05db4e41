import { search } from '../../../languages/search/messages.ts';
import { wordCaptions } from '../text/caption-marks.ts';
import { element } from './element.ts';
import type { TextRun } from '../engine/excerpt.ts';
import type { Hit } from '../engine/worker-messages.ts';
import type { Settings } from './settings.ts';

/** Matches that an article's page is asked to highlight, at most. */
const mostHighlighted = 6;

/**
 * Creates the list items of results.
 *
 * @param language of the page; texts in others are marked with theirs
 */
export function createResults(
  hits: readonly Hit[],
  { language }: Pick<Settings, 'language'>,
): HTMLLIElement[] {
  return hits.map((hit) => {
    const { url, title, date, language: own, excerpt, found, isPossible } = hit;
    const lang = own === language ? {} : { lang: own, dir: 'auto' };
    const link = element('a', { href: url + textDirective(found) }, ...showRuns(title));
    const when = element('p', { className: 'label' }, date);
    for (const from of [hit.archive, hit.publishedIn]) if (from) when.append(' · ', element('bdi', {}, from));
    if (isPossible) when.append(' ', element('span', { className: 'possible' }, search.possible));
    return element(
      'li',
      {},
      when,
      element('h2', { className: 'article-list-title', ...lang }, link),
      element('p', { className: 'evidence', ...lang }, ...showRuns(excerpt)),
    );
  });
}

/** Texts become text nodes, never markup. */
function showRuns(passages: readonly TextRun[]): (string | HTMLElement)[] {
  return passages.map(({ text, isMatch }) => {
    const words = wordCaptions(text, search.caption);
    return isMatch ? element('mark', {}, words) : words;
  });
}

/**
 * Creates the fragment that has the browser highlight the matches (WICG "URL Fragment Text Directives"): the article's
 * page needs no script for that, and shows no highlights to readers who come from elsewhere.
 */
function textDirective(found: readonly string[]): string {
  const texts = found
    .slice(0, mostHighlighted)
    .map((text) => `text=${encodeURIComponent(text).replaceAll('-', '%2D')}`);
  return texts.length > 0 ? `#:~:${texts.join('&')}` : '';
}
