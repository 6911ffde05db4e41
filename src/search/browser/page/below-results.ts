import { refining } from '../../../languages/refining/messages.ts';
import type { WholeAnswer } from './answer-view.ts';
import { element, fill } from './element.ts';
import { get, type Settings } from './settings.ts';
import type { FacetNames } from './summary.ts';
import { findTagFeed } from './tag-feed.ts';

// Loaded after the first answer, which does not wait for it.

/** Articles that can be exported in the browser, which loads each by itself; more are among the data sets. */
const mostExported = 5000;

/** Shows what can be done with all that was found: export it, and follow its feed. */
export function showBelowResults(answer: WholeAnswer, settings: Settings, facetNames: FacetNames): void {
  showExport((answer.little?.instead ?? answer.summary).total);
  showFeed(answer, settings, facetNames);
}

/** Shows what can be exported: all that was found, up to a number that a browser loads in a minute or two. */
function showExport(total: number): void {
  get('export').hidden = total === 0;
  const isTooMuch = total > mostExported;
  get('formats').hidden = isTooMuch;
  get('all-data').hidden = !isTooMuch;
  get('exported').textContent = isTooMuch
    ? refining.tooMany(total, mostExported)
    : refining.exportable(total);
}

/** Links the feed of a search that is for the articles of one authority record. */
function showFeed(
  { state, summary }: WholeAnswer,
  { home, singulars }: Settings,
  { nameOf }: FacetNames,
): void {
  const feed = summary.unknown.length > 0 ? undefined : findTagFeed(state, singulars);
  const link = feed && element('a', { href: home + feed.path }, refining.feed(nameOf(feed.key, feed.id)));
  fill(get('feed'), link ? [link] : []);
}
