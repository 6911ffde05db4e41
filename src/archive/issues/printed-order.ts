import type { ArticleData } from '../../records/schemas/schemas.ts';
import { createEditionOrder } from './edition-order.ts';
import { createPageOrder } from './page-order.ts';

/** An article as far as its place in print is concerned. */
export interface PrintedArticle {
  source: ArticleData['source'];
}

/** Compares articles by where they were printed; 0 where that does not tell them apart. */
export type ComparePrinted = (a: PrintedArticle, b: PrintedArticle) => number;

/** Whether an article says that it was printed: in a numbered issue, in an edition, or on a page. */
export function isPrinted({ source }: PrintedArticle): boolean {
  return (source?.issue ?? source?.edition ?? source?.page ?? source?.column) !== undefined;
}

/**
 * Creates the order of the articles of one day in print: by publication, issue, edition, page and column. What was not
 * printed follows.
 *
 * @param language the site's (BCP 47), by whose rules names are sorted
 */
export function createPrintedOrder(language: string): ComparePrinted {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const compareEditions = createEditionOrder(compare);
  const comparePages = createPageOrder(language);
  return (a, b) => {
    const [isOne, isOther] = [isPrinted(a), isPrinted(b)];
    if (!isOne || !isOther) return Number(isOther) - Number(isOne);
    const [one, other] = [a.source ?? {}, b.source ?? {}];
    return (
      compare(one.publication ?? '', other.publication ?? '') ||
      noneLast(one.issue, other.issue, compare) ||
      compareEditions(one.edition, other.edition) ||
      noneLast(one.page, other.page, comparePages) ||
      noneLast(one.column, other.column, compare)
    );
  };
}

function noneLast(
  a: string | undefined,
  b: string | undefined,
  compare: (a: string, b: string) => number,
): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compare(a, b);
}
