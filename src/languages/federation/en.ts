/** The texts of a federation, in English. */
export const federation = {
  archives: 'The archives',
  /** The facet of the search. */
  archive: 'Archive',
  inArchives: 'In the archives',
  /** A record's page in an archive that calls it otherwise, or has several pages of it. */
  recordIn: (archive: string, name: string) => `${archive}: ${name}`,
  /** On the page of the data, after the link to their description. */
  data: 'describes these files for programs (Data Package 2.0), with their SHA-256. Each article is in an archive of its own, where `url` leads; its `id` begins with the short name of that archive. Paths in texts and notes are paths there, and pictures and source texts are only there.',
};
