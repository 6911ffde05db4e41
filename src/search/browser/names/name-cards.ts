import { search } from '../../../languages/search/messages.ts';
import { element } from '../page/element.ts';
import { foldForSearch } from '../text/fold-for-search.ts';
import { findNames, rank, type NameRow } from './find-names.ts';

/** Records shown above the results, at most. */
const shown = 3;

/** Finds the records that the words of a search name, by any of their names, with or without diacritics. */
export async function findNamed(folder: string, words: string): Promise<NameRow[]> {
  const wanted = foldForSearch(words);
  if (wanted === '') return [];
  const names = (await findNames(folder, words)).filter((row) => rank(row, wanted) >= 2);
  const exact = names.filter((row) => rank(row, wanted) === 3);
  return (exact.length > 0 ? exact : names).slice(0, shown);
}

/**
 * Creates the cards of records.
 *
 * @param home the home page's path
 * @param singulars the facet of each vocabulary: `person` for `people`
 * @param searchFor returns the address of the search for a record's articles
 */
export function createNameCards(
  names: readonly NameRow[],
  home: string,
  singulars: Readonly<Record<string, string>>,
  searchFor: (facet: string, id: string) => string,
): HTMLElement[] {
  return names.map(([name, key, articles, description]) => {
    const [vocabulary = '', id = ''] = key.split(/\/(.*)/s);
    const singular = singulars[vocabulary] ?? vocabulary;
    return element(
      'li',
      { className: 'name-card' },
      element('p', { className: 'name-card-name' }, element('a', { href: `${home}${key}/` }, name)),
      element(
        'p',
        { className: 'count' },
        `${search.kinds[singular] ?? singular} · `,
        element('a', { href: searchFor(singular, id) }, search.articles(articles)),
      ),
      element('p', { className: 'name-card-description' }, description),
    );
  });
}
