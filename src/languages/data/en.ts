/** The page of the data sets in English. Text in backticks is set as code. */
export const dataPage = {
  title: 'Data',
  description: (site: string) =>
    `The whole of ${site} to download: articles, evidence and vocabularies, with every field described.`,
  lastChange: 'Last change of an article:',
  whole: 'The whole archive, to count, filter and keep.',
  /** Follows the link to the description; `sourceTexts` follows the URL of the source texts. */
  describes:
    'describes these files for programs (Data Package 2.0), with their SHA-256. Source texts are at the addresses below',
  sourceTexts: 'that `source.file` names.',
  files: 'Files',
  file: 'File',
  count: 'Articles, issues or records',
  size: 'Size',
  kinds: {
    ndjson: 'Articles with texts and evidence, a line of JSON each',
    csv: 'Articles with texts, as a table',
    authors: 'Authors whom bylines name, with their numbers of articles, as a table',
    bylines: 'The authors of each article, as a table',
    issues: 'Issues of publications: editions, pages, sections and articles in order, a line of JSON each',
    withdrawn: 'Withdrawn articles: addresses, dates and reasons',
    schema: 'What the frontmatter of records has to be, in JSON Schema (draft-07)',
    skos: 'The vocabularies: people, places, organizations, topics and publications, in SKOS',
  },
  feeds: 'Feeds',
  /** The links to the three formats follow. */
  newest: 'The newest articles of the archive, for feed readers:',
  ofRecords:
    'The page of each person, place, organization, topic, publication and author has a feed of its own.',
  licence: 'Licence',
  rights: 'The articles are not the archive’s: `rights` says whose they are, where that is known.',
  /** Before the name of the licence. */
  ownWords: 'The archive’s own words (supplied titles, summaries, notes, the vocabularies) are under',
  fields: 'Fields of an article',
  shape:
    'In the lines of JSON, names with a dot are within one another (`"source": {"name": …}`), and what is not known is left out. In the table, several values in one cell are parted by “; ”, and a cell that a spreadsheet would take for a formula begins with an apostrophe.',
  field: 'Field',
  says: 'What it says',
  issues: 'Issues',
  issueShape:
    'Each line of `issues.ndjson` is what the archive holds of an issue: its `publication` and `date`, its number as printed (`issue`), its address (`url`), and its `editions`, each with its `pages` in order, these with their `sections`, and these with the ids of their `articles`. `facsimiles` has the pictures of pages, with the articles on each, and `manifest` the address of their IIIF manifest.',
  vocabularies: 'Vocabularies',
  skos: 'Each record is a `skos:Concept` whose address is that of its page: `skos:prefLabel` is its name, `skos:altLabel` another, `skos:definition` says who or what it is, `skos:broader` what it lies in or is a part of, and `schema:sameAs` where else it is described. Offices are `schema:hasOccupation`, from and to in EDTF; a record that was merged has `dct:isReplacedBy`. Three terms are the archive’s own:',
  sortName: '`:sortName`, the name as the index files it',
  continues: '`:continues`, the publication of which one is the successor',
  notes: '`:notes`, the archive’s notes on it, in Markdown',
  takeIn: 'Take it into another archive',
  ingest:
    'Dateline’s `npm run ingest` reads these files again, with the folder `sources/` beside `data/`, and makes the same articles and records of them.',
};

/** The messages of the page of the data sets, in any language. */
export type DataMessages = typeof dataPage;
