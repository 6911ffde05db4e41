import { createHandover } from '../system/handover.ts';

/** A script of pages as a file of the site. */
export interface ScriptFile {
  /** Relative to the site's path; contains a hash of the text. */
  path: string;
  text: string;
}

/** The script of all pages but that of the search, which is known once Astro has bundled what it loads. */
export const currentPageScript = createHandover<ScriptFile>('script of the pages');
