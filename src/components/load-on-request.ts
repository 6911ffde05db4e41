// Imported as workers, the scripts become files of their own whose URLs are known here.
import copyAddress from './cite/copy-citation.ts?worker&url';
import { keptKey } from '../search/browser/from-result/kept-results.ts';
import resultAddress from '../search/browser/from-result/from-result.ts?worker&url';
import addAddress from './reading-list/add-to-list.ts?worker&url';
import suggestAddress from '../search/browser/names/suggest.ts?worker&url';

/** The inline script of all pages but that of the search: it loads the name suggestions when the search field gets the focus. */
export const loadOnRequest = `addEventListener('focusin',({target:{id}})=>id=='q'&&import(${JSON.stringify(suggestAddress)}));`;

/**
 * The inline script of an article's page. Besides, it loads what copies the citation or adds to the reading list when its
 * button is first pressed, and what leads to other results when the article is among those that the search page has kept in
 * the tab's storage, which may be forbidden.
 */
export const loadForArticle = `${loadOnRequest}addEventListener('click',({target:{id}})=>id=='copy-citation'?import(${JSON.stringify(copyAddress)}):id=='add-to-list'&&import(${JSON.stringify(addAddress)}));try{sessionStorage['${keptKey}'].includes(\`"\${location.pathname}"\`)&&import(${JSON.stringify(resultAddress)})}catch{}`;
