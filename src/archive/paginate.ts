/** Articles on one page of a record. */
export const pageSize = 50;

/** Splits a list into pages. An empty list has one empty page. */
export function paginate<Item>(items: readonly Item[], size = pageSize): Item[][] {
  const pages: Item[][] = [];
  for (let start = 0; start < items.length; start += size) pages.push(items.slice(start, start + size));
  return pages.length > 0 ? pages : [[]];
}
