/** The texts of a federation, in English. */
export const federation = {
  archives: 'The archives',
  /** The facet of the search. */
  archive: 'Archive',
  inArchives: 'In the archives',
  /** A record's page in an archive that calls it otherwise, or has several pages of it. */
  recordIn: (archive: string, name: string) => `${archive}: ${name}`,
};
