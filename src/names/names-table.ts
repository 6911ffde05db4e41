/**
 * The columns of a table of names, in their order. People write into `decision`: `yes` makes a record of the row, `same as
 * ID` makes its names names of a record that there is, `no` remembers that it is none.
 */
export const namesColumns = [
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

/** A column of a table of names. */
export type NamesColumn = (typeof namesColumns)[number];
