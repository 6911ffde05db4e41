import { keyOf, type Capture } from './capture.ts';
import { createContentFinder } from './capture-content.ts';
import { foldCopies, foldRedirects, type Folding } from './fold-pages.ts';
import { tellNoPage, type PassedOver } from './no-page.ts';

/** Which captures of a crawl are wanted. */
export interface CaptureChoice {
  /** Hosts whose pages are taken; those of all when there are none. */
  hosts: ReadonlySet<string>;
  /** The last day, month or year of captures (`2021-07-18`); any when left out. */
  at?: string | undefined;
}

/** A page that is to be read, and the other addresses at which the crawl has it. */
export interface ChosenPage {
  /** The one that is wanted. It may be a revisit. */
  captured: Capture;
  /** The one that has the content. */
  content: Capture;
  /** Addresses that lead to it, or at which it was captured too. */
  addresses: string[];
}

/** What becomes of the captures of a crawl. */
export interface ChosenPages {
  /** In the order of the crawl. */
  pages: ChosenPage[];
  /** Why another capture is no page by itself. */
  tellWhy(capture: Capture): PassedOver;
  /** Finds the capture that has the wanted content of an address, by its key: whatever it is. */
  find(key: string): Capture | undefined;
}

/**
 * Chooses of all captures the pages to read: of each address the newest that is one, and each page once. What is the same as
 * another, leads to another, or is no page, is passed over with its reason.
 */
export function choosePages(captures: readonly Capture[], { hosts, at }: CaptureChoice): ChosenPages {
  const passedOver = new Map<Capture, PassedOver>();
  const contentOf = createContentFinder(captures);
  const newest = new Map<string, Found>();
  for (const captured of captures) {
    if (captured.error) continue;
    const content = contentOf(captured);
    if (at !== undefined && captured.date.slice(0, at.length) > at)
      passedOver.set(captured, { reason: 'captured after the day of --at', detail: captured.date });
    else if (!content)
      passedOver.set(captured, { reason: 'a revisit of a capture that is not in this crawl' });
    else {
      const key = keyOf(captured.url);
      const [known, found] = [newest.get(key), { captured, content }];
      const isBetter = !known || comparePreference(found, known) >= 0;
      newest.set(key, isBetter ? found : known);
      const other = isBetter ? known : found;
      // Of most captures it is told only when it is asked for, since a crawl may have a million.
      if (other?.content.status === 200) passedOver.set(other.captured, tellOther(other));
    }
  }

  const folding: Folding = { pages: new Map(), passedOver, leads: new Map() };
  for (const [key, { captured, content }] of newest) {
    const reason = tellNoPage(captured.url, content, hosts);
    if (!reason) folding.pages.set(key, { captured, content, addresses: [] });
    if (reason && content.leadsTo !== undefined) folding.leads.set(key, content.leadsTo);
  }
  foldCopies(folding);
  foldRedirects(folding, (key) => newest.get(key)?.captured.url ?? key);
  const pages = [...folding.pages.values()].sort(
    ({ content: one }, { content: other }) => one.file - other.file || one.offset - other.offset,
  );
  for (const { captured, content } of pages) {
    if (captured !== content) passedOver.set(captured, { reason: 'a revisit: the same as another capture' });
    passedOver.delete(content);
  }
  return {
    pages,
    tellWhy: (capture) =>
      passedOver.get(capture) ??
      tellNoPage(capture.url, contentOf(capture) ?? capture, hosts) ?? {
        reason: 'another capture of an address',
      },
    find: (key) => newest.get(key)?.content,
  };
}

function tellOther({ captured, content }: Found): PassedOver {
  if (captured !== content) return { reason: 'a revisit: the same as another capture' };
  return { reason: 'another capture of an address', detail: captured.date };
}

type Found = Pick<ChosenPage, 'captured' | 'content'>;

/** A page is wanted rather than a redirect, and that rather than an error; then the newer one. */
function comparePreference(one: Found, other: Found): number {
  const difference = rank(one.content) - rank(other.content);
  if (difference !== 0) return difference;
  return one.captured.date < other.captured.date ? -1 : 1;
}

function rank({ status, leadsTo }: Capture): number {
  if (status === 200) return 2;
  return leadsTo === undefined ? 0 : 1;
}
