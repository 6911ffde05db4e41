// Imported as a worker, the script becomes a file of its own whose URL is known here.
import zoomAddress from './zoom.ts?worker&url';

/**
 * The inline script of pages with printed pages: it shows the buttons, which do nothing without scripts, and loads what they
 * need when one is first pressed.
 */
export const zoomOnRequest = `for(const b of document.querySelectorAll('.zoom-button')){b.hidden=false;b.addEventListener('click',()=>import(${JSON.stringify(zoomAddress)}).then(()=>b.dispatchEvent(new Event('zoom'))))}`;
