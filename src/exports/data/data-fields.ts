import { describeRecords } from '../../records/schemas/json-schema.ts';
import { mapVocabularies, vocabularies } from '../../records/vocabularies.ts';

/** Descriptions of the fields that are not in the frontmatter, or are different there. */
const own: Readonly<Record<string, string>> = {
  id: 'The path of the article below articles/; it never changes.',
  url: 'The permanent address.',
  earliest: 'The first day that the date can mean.',
  latest: 'The last day that the date can mean.',
  ...mapVocabularies((name) => `Ids of the ${name}: ${name}/ID/.`),
  people: 'Ids of the people that the text is about: their pages are people/ID/.',
  language: 'The language of the text (BCP 47).',
  'source.file': 'The text as it was received: a path below sources/.',
  updated: 'The last day on which what is published of it changed, where that is known.',
  evidence:
    'The sentences that name its people, places and organizations: record (people/ID), text, and where in it the name stands (start, end; UTF-16 code units). Not in the table.',
  text: 'The text in Markdown (CommonMark with GitHub’s tables and footnotes). Footnotes are the archive’s own notes.',
};

/** The names of the fields, in the order of the lines of JSON; a nested field has the name of the outer one before it. */
const names = [
  ...['id', 'url', 'title', 'titleSupplied', 'subtitle', 'date', 'undated', 'earliest', 'latest'],
  ...vocabularies.map(({ name }) => name),
  ...['byline', 'dateline', 'language', 'summary', 'source.name', 'source.url'],
  ...['source.archivedUrl', 'source.file', 'source.sha256', 'source.received', 'rights', 'corrections'],
  ...['formerIds', 'updated', 'evidence', 'text'],
];

/** The part of a JSON Schema that has descriptions. */
interface DescribedSchema {
  description?: string;
  properties?: Record<string, DescribedSchema>;
}

/** Describes each field of an article's data, by name. In English only. */
export function describeFields(): ReadonlyMap<string, string> {
  const schema = describeRecords().articles as DescribedSchema;
  return new Map(
    names.map((name) => {
      const described = name
        .split('.')
        .reduce<DescribedSchema | undefined>((outer, key) => outer?.properties?.[key], schema);
      const text = own[name] ?? described?.description;
      if (text === undefined) throw new Error(`The field ${name} has no description.`);
      return [name, text];
    }),
  );
}
