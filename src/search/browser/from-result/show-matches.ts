import type { Match } from './article-text.ts';

/** How far below the top of the window a match is scrolled to, as a share of its height. */
const fromTop = 0.3;

/**
 * Marks the matches of an article (CSS Custom Highlight API): its text stays as it is. Browsers without it only scroll.
 *
 * @returns how to go to a match, by its index, and how to unmark all
 */
export function showMatches(matches: readonly Match[]): {
  mark: (index: number) => void;
  scrollTo: (index: number) => void;
  unmark: () => void;
} {
  const highlights = 'highlights' in CSS ? CSS.highlights : undefined;
  highlights?.set('match', new Highlight(...matches.map(({ range }) => range)));
  return {
    mark(index) {
      const match = matches[index];
      if (!match || !highlights) return;
      const current = new Highlight(match.range);
      current.priority = 1;
      highlights.set('current-match', current);
    },
    scrollTo(index) {
      const range = matches[index]?.range;
      if (!range) return;
      // A table is scrolled by itself.
      range.startContainer.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      scrollTo({ top: scrollY + range.getBoundingClientRect().top - innerHeight * fromTop });
    },
    unmark() {
      highlights?.delete('match');
      highlights?.delete('current-match');
    },
  };
}
