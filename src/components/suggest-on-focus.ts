// Imported as a worker, the script becomes a file of its own whose URL is known here.
import suggestAddress from '../search/browser/names/suggest.ts?worker&url';

/** The only inline script of pages: it loads the name suggestions when the search field is first focused. */
export const suggestOnFocus = `document.getElementById('q').addEventListener('focus',()=>import(${JSON.stringify(suggestAddress)}),{once:true})`;
