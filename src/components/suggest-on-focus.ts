// As a worker it is bundled into a file of its own, of which the address can be told to the page.
import suggestAddress from '../search/browser/names/suggest.ts?worker&url';

/** The one script that is within pages: it loads the suggestions of names once a reader goes to the header's field. */
export const suggestOnFocus = `document.getElementById('q').addEventListener('focus',()=>import(${JSON.stringify(suggestAddress)}),{once:true})`;
