import type { LeftOut } from './draft.ts';

/** What an address is that a text had before, as told where it is not in the entry. */
export const formerAddress = 'a former address';

/** Whether what a source has besides the text is an address that the text had before. */
export function isFormerAddress({ what }: LeftOut): boolean {
  return what.startsWith(formerAddress);
}
