// Imported as workers, the scripts become files of their own whose URLs are known here.
import { loadOnRequest } from '../load-on-request.ts';
import leadOnAddress from './lead-on.ts?worker&url';
import missingPageAddress from './missing-page.ts?worker&url';

/** The inline script of the home page of an archive that has old addresses with queries. */
export const homeScript = `${loadOnRequest}location.search&&import(${JSON.stringify(leadOnAddress)});`;

/** The inline script of the page for unknown addresses. */
export const missingPageScript = `${loadOnRequest}import(${JSON.stringify(missingPageAddress)});`;
