import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel';

/** One of the pages of a route. */
export interface RoutePage {
  /** Its file in the project: `src/pages/articles/[...id].astro`. */
  route: string;
  /** The page's place among those that the route's `getStaticPaths` lists. */
  index: number;
}

/** Pages to be made, and what becomes of them. */
export interface PageRun<Page extends RoutePage = RoutePage> {
  pages: readonly Page[];
  /** Takes what a page is; the next is not made before that is done. */
  take(page: Page, content: string | Uint8Array): Promise<void>;
}

// Pages are made inside Astro, out of reach of the command that knows which have changed.
const name = 'dateline:page-run';

/** Answers who asks for pages to make, while something is done. */
export async function offerPages<Page extends RoutePage>(
  run: PageRun<Page>,
  during: () => Promise<unknown>,
): Promise<void> {
  const answer = (message: unknown) => void Object.assign(message as object, { run });
  subscribe(name, answer);
  try {
    await during();
  } finally {
    unsubscribe(name, answer);
  }
}

/**
 * Asks for the pages to make.
 *
 * @throws when nobody offers any
 */
export function askForPages(): PageRun {
  const message: { run?: PageRun } = {};
  channel(name).publish(message);
  if (!message.run) throw new Error('No pages are to be made: this route is for builds only.');
  return message.run;
}
