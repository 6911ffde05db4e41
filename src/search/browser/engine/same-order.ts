/** A file of the search that numbers articles. */
export interface NumberedFile {
  /** Identifies the order by which they are numbered: see `identifyOrder`. */
  order: string;
}

/** @throws when a file is of another order than what was loaded before, since the site was published anew meanwhile */
export function refuseOtherOrder(address: string, { order }: NumberedFile, known: NumberedFile): void {
  if (order !== known.order) throw new Error(`${address} is of another edition of the site.`);
}
