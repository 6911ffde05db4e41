/**
 * The columns of the table of proposals, in their order. The table is CSV (RFC 4180) in UTF-8 with a byte order mark, by
 * which Excel knows the encoding; `|` separates the values of lists.
 */
export const proposalColumns = [
  'decision',
  'kind',
  'heading',
  'id',
  'variants',
  'sortName',
  'description',
  'country',
  'coordinates',
  'within',
  'sameAs',
  'articles',
  'mentions',
  'evidence1',
  'evidence2',
  'evidence3',
  'doubts',
] as const;

/** What separates the values of a list in one cell. */
export const listSeparator = ' | ';
