import { hash } from 'node:crypto';

// Imported as workers, the scripts become files of their own whose URLs are known here. A script that Astro adds to its pages
// itself would take a request for each page (build/README.md, "How pages are rendered").
import { keptKey } from '../search/browser/from-result/kept-results.ts';
import resultAddress from '../search/browser/from-result/from-result.ts?worker&url';
import suggestAddress from '../search/browser/names/suggest.ts?worker&url';
import { currentPageScript, type ScriptFile } from '../views/page-script.ts';
import copyAddress from './cite/copy-citation.ts?worker&url';
import leadOnAddress from './former/lead-on.ts?worker&url';
import outlineAddress from './printed/outline-words.ts?worker&url';
import zoomAddress from './printed/zoom.ts?worker&url';
import addAddress from './reading-list/add-to-list.ts?worker&url';

const load = (address: string) => `import(${JSON.stringify(address)})`;

/**
 * The script of all pages but that of the search: one small file, which browsers keep. It loads the name suggestions when the
 * search field gets the focus; what copies the citation, adds to the reading list or enlarges a printed page when its button
 * is first pressed; and what leads to other results when the page is among those that the search page has kept in the tab's
 * storage, which may be forbidden; that then has it load what outlines the matches on printed pages that have boxes of their
 * words. It shows the buttons for printed pages, which do nothing without scripts. On the home page of an archive that has old
 * addresses with queries, it loads what leads on from one.
 */
const text = `
const suggest=e=>e&&e.id=='q'&&${load(suggestAddress)};
suggest(document.activeElement);
addEventListener('focusin',e=>suggest(e.target));
addEventListener('click',({target:{id}})=>id=='copy-citation'?${load(copyAddress)}:id=='add-to-list'&&${load(addAddress)});
for(const b of document.querySelectorAll('.zoom-button')){b.hidden=false;b.addEventListener('click',()=>${load(zoomAddress)}.then(()=>b.dispatchEvent(new Event('zoom'))))}
for(const p of document.querySelectorAll('[data-words]'))p.addEventListener('matches',({detail})=>${load(outlineAddress)}.then(()=>p.dispatchEvent(new CustomEvent('outline',{detail}))));
location.search&&document.querySelector('.page-head[data-former]')&&${load(leadOnAddress)};
try{sessionStorage['${keptKey}'].includes(JSON.stringify(location.pathname))&&${load(resultAddress)}}catch{}
`.trimStart();

export const pageScript: ScriptFile = { path: `_astro/page-${hash('sha256', text).slice(0, 8)}.js`, text };

currentPageScript.give(pageScript);
