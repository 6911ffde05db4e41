import type { LeftOut } from '../../drafts/draft.ts';
import { readDescription } from './describe.ts';
import type { MetsDocument } from './mets-document.ts';
import type { MetsPage } from './structure.ts';

/** What a METS says of a page: its number as printed, what it is called, and files and words that have no other place. */
export function describePage(
  { division, others, index }: MetsPage,
  { descriptions }: MetsDocument,
): { number: string | undefined; label: string; leftOut: LeftOut[] } {
  const described = (division?.descriptions ?? []).flatMap((id) => {
    const description = descriptions.get(id);
    return description ? [readDescription(description, 'a page')] : [];
  });
  const written = described.find(({ page }) => page !== undefined)?.page;
  // `ORDER` is a position among the files, and no number that was printed.
  const number = division?.orderLabel || written;
  return {
    number,
    label: division?.label || (number === undefined ? `Scan ${index + 1}` : `Page ${number}`),
    leftOut: [
      ...described.flatMap(({ rest }) => rest),
      ...others.map(({ href }) => ({ what: 'another file of a page', text: href })),
    ],
  };
}
