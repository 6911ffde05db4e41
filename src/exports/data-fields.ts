/** What each field of an article's data says, by its name in the lines of JSON; the table has the same, flat. */
export const fields: Readonly<Record<string, string>> = {
  id: 'The path of the article below articles/; it never changes.',
  url: 'The permanent address.',
  title: 'The headline as printed, or one that the archive has supplied.',
  titleSupplied: 'Whether the source had no title, so that this one is the archive’s.',
  subtitle: 'A second headline, as printed.',
  date: 'The date of publication in EDTF, as exact as it is known: 2021-07-18, 2021-07, 2021, 2021~ (about 2021), 2021-07/2021-09 (an interval). Missing when it is not known.',
  undated: 'true when nothing is known of the date.',
  earliest: 'The first day that the date can mean.',
  latest: 'The last day that the date can mean.',
  people: 'Ids of the people that the text is about: their pages are people/ID/.',
  places: 'Ids of the places.',
  organizations: 'Ids of the organizations.',
  topics: 'Ids of the topics.',
  byline: 'Who wrote it, as printed: each name by itself.',
  dateline: 'Where it was written, as printed.',
  language: 'The language of the text (BCP 47).',
  summary: 'The archive’s own one-sentence summary.',
  'source.name': 'Who published it.',
  'source.url': 'Where it was published.',
  'source.archivedUrl': 'A copy of that page in a web archive.',
  'source.file': 'The text as it was received: a path below sources/.',
  'source.sha256': 'SHA-256 of that file.',
  'source.received': 'The day on which the archive received it.',
  rights: 'Who holds the rights and on what terms the text is shown.',
  corrections: 'Changes to the published text: the date of each, and a note.',
  formerIds: 'Ids that it was published under before.',
  updated: 'The last day on which what is published of it changed, where that is known.',
  evidence:
    'The sentences that name its people, places and organizations: record (people/ID), text, and where in it the name stands (start, end; UTF-16 code units). Not in the table.',
  text: 'The text in Markdown (CommonMark with GitHub’s tables and footnotes). Footnotes are the archive’s own notes.',
};

/** What a field says. */
export function describeField(name: string): string {
  const text = fields[name];
  if (text === undefined) throw new Error(`The field ${name} is not described.`);
  return text;
}
