import { keyOf, type Capture } from './capture.ts';
import type { ChosenPage } from './choose-pages.ts';
import type { PassedOver } from './no-page.ts';

/** The pages of a crawl while they are made one each. */
export interface Folding {
  /** By the key of their address. */
  pages: Map<string, ChosenPage>;
  passedOver: Map<Capture, PassedOver>;
  /** Where addresses lead to that are no pages, by their keys. */
  leads: Map<string, string>;
}

/** The most redirects that are followed one after the other, as browsers do. */
const mostRedirects = 20;

/**
 * Makes one page of those that are the same byte for byte, and of those that name another one as their own address and have
 * its title (printing versions, parameters). A site that names its home page as the address of all is not believed.
 */
export function foldCopies(folding: Folding): void {
  const { pages } = folding;
  const same = Map.groupBy(pages, ([, { content }]) => content.page?.sha256 ?? '');
  for (const copies of same.values()) {
    const [main, ...others] = copies.sort(compareCopies);
    if (main) for (const [key] of others) fold(folding, key, main[0], 'the same page at another address');
  }
  for (const [key, { content, captured }] of [...pages]) {
    const { canonical, title } = content.page ?? {};
    const main = canonical === undefined || new URL(canonical).pathname === '/' ? key : keyOf(canonical);
    const isCopy = main !== key && title !== '' && pages.get(main)?.content.page?.title === title;
    if (isCopy && captured.url !== canonical)
      fold(folding, key, main, 'a version of another page, which it names as its address');
  }
}

/** The page at the address that it names as its own is first, then the one with the shortest. */
function compareCopies([one, a]: [string, ChosenPage], [other, b]: [string, ChosenPage]): number {
  const isOwn = (key: string, { content }: ChosenPage) =>
    content.page?.canonical !== undefined && keyOf(content.page.canonical) === key;
  return (
    Number(isOwn(other, b)) - Number(isOwn(one, a)) || one.length - other.length || (one < other ? -1 : 1)
  );
}

function fold({ pages, passedOver, leads }: Folding, key: string, main: string, reason: string): void {
  const [page, target] = [pages.get(key), pages.get(main)];
  if (!page || !target) return;
  pages.delete(key);
  leads.set(key, target.captured.url);
  passedOver.set(page.captured, { reason, detail: target.captured.url });
}

/**
 * Gives pages the addresses that lead to them.
 *
 * @param urlOf the address of a key
 */
export function foldRedirects({ pages, leads }: Folding, urlOf: (key: string) => string): void {
  for (const key of leads.keys()) {
    let at = key;
    for (let steps = 0; steps < mostRedirects && !pages.has(at); steps++) {
      const next = leads.get(at);
      if (next === undefined) break;
      at = keyOf(next);
    }
    const page = pages.get(at);
    if (page && at !== key) page.addresses.push(urlOf(key));
  }
  for (const page of pages.values()) page.addresses = [...new Set(page.addresses)];
}
