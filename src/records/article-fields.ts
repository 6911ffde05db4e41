import { articleSchema, type ArticleData } from './schemas/schemas.ts';
import { findVocabulary, mapSubjects } from './vocabularies.ts';

/**
 * The kind of a field's value. A `line` is one line of text that sources and `npm run new` give; any other text is a
 * `text`. An `id` is that of a record, for which sources give a name. A `date` is in EDTF and may be known in part, a `day`
 * is always complete.
 */
export type FieldKind = 'line' | 'id' | 'text' | 'flag' | 'date' | 'day' | 'list' | 'objects';

/** What is particular to a field, besides its schema. */
interface Definition {
  kind: FieldKind;
  /** What the data sets say of it, in English; by default what its schema says to editors. */
  description?: string;
  /** Whether only the JSON of articles has it, and their table has no column for it. */
  isOnlyInJson?: true;
  /** The option of `npm run new` that gives it. */
  option?: string;
  /** Its key in drafts and for `--map`. */
  draftKey?: string;
  /** What columns, fields and header lines of sources call it, the surest first; lower case, without spaces. */
  sourceNames?: readonly string[];
}

/** A key of frontmatter or of its `source`, or what the archive adds. `withdrawn` is in a data set of its own. */
type Name =
  | Exclude<keyof ArticleData, 'source' | 'withdrawn'>
  | `source.${keyof NonNullable<ArticleData['source']>}`
  | ('id' | 'url' | 'earliest' | 'latest' | 'updated' | 'evidence' | 'text' | 'plainText');

/** Defines a field of one line. The first of its names in sources is its key in drafts. */
function line<const Option, const Key>(option: Option, draftKey: Key, ...sourceNames: string[]) {
  return { kind: 'line', option, draftKey, sourceNames: [draftKey, ...sourceNames] } as const;
}

/** By name, in the order of the data sets. A key of the schema that has no definition is a type error, and the reverse. */
const definitions = {
  id: { kind: 'text', description: 'The path of the article below articles/; it never changes.' },
  url: { kind: 'text', description: 'The permanent address.' },
  title: line('title', 'title', 'headline', 'heading'),
  titleSupplied: { kind: 'flag', option: 'title-supplied' },
  subtitle: line('subtitle', 'subtitle', 'subheadline', 'subheading', 'subhead', 'standfirst', 'deck'),
  date: {
    kind: 'date',
    option: 'date',
    draftKey: 'date',
    // Next to a publication date, a plain "date" is usually the date of something else.
    sourceNames: [
      ...['published', 'publishdate', 'publisheddate', 'publishedat', 'publishedon', 'pubdate'],
      ...['publicationdate', 'datepublished', 'dateofpublication', 'postdate', 'issued', 'date'],
    ],
  },
  undated: { kind: 'flag', option: 'undated', isOnlyInJson: true },
  earliest: { kind: 'day', description: 'The first day that the date can mean.' },
  latest: { kind: 'day', description: 'The last day that the date can mean.' },
  ...mapSubjects((name) => ({
    kind: 'list' as const,
    description: `Ids of its ${name}; each has a page at ${name}/ID/.`,
    option: name,
  })),
  byline: {
    kind: 'list',
    option: 'byline',
    draftKey: 'byline',
    // prettier-ignore
    sourceNames: ['byline', 'author', 'authors', 'authorname', 'by', 'writer', 'writers', 'reporter', 'creator'],
  },
  dateline: line('dateline', 'dateline'),
  language: {
    ...line('language', 'language', 'lang', 'locale'),
    description: 'The language of the text (BCP 47).',
  },
  summary: line('summary', 'summary', 'description', 'abstract', 'excerpt', 'teaser'),
  pictures: { kind: 'objects' },
  facsimiles: { kind: 'objects' },
  attachments: { kind: 'objects' },
  'source.publication': {
    kind: 'id',
    option: 'publications',
    draftKey: 'publisher',
    sourceNames: findVocabulary('publications').sourceNames,
  },
  'source.issue': line('issue', 'issue', 'sourceissue', 'issuenumber', 'issueno'),
  'source.edition': line('edition', 'edition', 'sourceedition'),
  'source.section': line('section', 'section', 'sourcesection', 'articlesection', 'desk'),
  'source.page': line('page', 'page', 'sourcepage', 'pages', 'pagenumber', 'pageno'),
  'source.column': line('column', 'column', 'sourcecolumn'),
  // prettier-ignore
  'source.url': line('source-url', 'url', 'sourceurl', 'canonical', 'canonicalurl', 'permalink', 'link', 'weburl'),
  'source.archivedUrl': { kind: 'text' },
  'source.file': { kind: 'text', description: 'The text as it was received: a path below sources/.' },
  'source.sha256': { kind: 'text' },
  'source.received': { kind: 'date' },
  // Few articles have it, and a table has a column for one value.
  ocr: { kind: 'objects', isOnlyInJson: true },
  rights: line('rights', 'rights', 'copyright', 'license', 'licence'),
  corrections: { kind: 'objects' },
  redactions: { kind: 'objects' },
  // Few articles have it, and each column of the table is in every row.
  noindex: { kind: 'flag', isOnlyInJson: true },
  formerIds: { kind: 'list' },
  formerUrls: { kind: 'list', isOnlyInJson: true },
  updated: {
    kind: 'day',
    description: 'The last day on which what is published of it changed, where that is known.',
  },
  evidence: {
    kind: 'objects',
    description:
      'The sentences that name its people, places and organizations: record (people/ID), text, and where in it the name stands (start, end; UTF-16 code units), and inCaption where it is the caption of a picture. Not in the table.',
    isOnlyInJson: true,
  },
  text: {
    kind: 'text',
    description:
      'The text in Markdown (CommonMark with GitHub’s tables and footnotes). Footnotes are the archive’s own notes.',
    option: 'text',
  },
  plainText: {
    kind: 'text',
    description:
      'The same text without marks of Markdown, a line for each paragraph, as readers see it; without the archive’s notes. Missing where the text has no marks of Markdown: it is then the same with a blank line between paragraphs. Not in the table.',
    isOnlyInJson: true,
  },
} as const satisfies Record<Name, Definition>;

type Definitions = typeof definitions;

/** The name of a field, as in frontmatter and the data sets; a nested one has the outer key before it: `source.url`. */
export type FieldName = keyof Definitions;

/** A field of an article. */
export interface ArticleField extends Definition {
  name: FieldName;
  description: string;
}
/** The key in drafts of a field that sources have, besides the tags. */
export type ReceivedKey = Extract<Definitions[FieldName], { draftKey: string }>['draftKey'];
type LineField = ArticleField & Extract<Definitions[FieldName], { kind: 'line' }>;
type IdField = ArticleField & Extract<Definitions[FieldName], { kind: 'id' }>;
/** The key in drafts of a field of one line. */
export type LineKey = LineField['draftKey'];
/** The key in drafts of what is one line of a source. */
export type DraftLineKey = LineKey | IdField['draftKey'];
/** A field that `npm run new` has an option for. */
export type OfferedField = ArticleField & Extract<Definitions[FieldName], { option: string }>;

const sourceSchemas = Object.entries(articleSchema.shape.source.unwrap().shape);
const schemas: Partial<Record<string, { description?: string | undefined }>> = {
  ...articleSchema.shape,
  ...Object.fromEntries(sourceSchemas.map(([key, schema]) => [`source.${key}`, schema])),
};

/**
 * The fields of an article, in the order of the data sets.
 *
 * @example
 * articleFields[2] // { name: 'title', kind: 'line', description: 'The headline as printed, …', option: 'title', … }
 */
export const articleFields = Object.entries<Definition>(definitions).map(
  ([name, definition]): ArticleField => {
    const description = definition.description ?? schemas[name]?.description;
    if (description === undefined) throw new Error(`The field "${name}" has no description.`);
    return { ...definition, name: name as FieldName, description };
  },
);

/** The fields of one line, which sources and `npm run new` give. */
export const lineFields = articleFields.filter((field): field is LineField => field.kind === 'line');

/** The keys in drafts of what is one line of a source. */
export const draftLines = articleFields.filter(
  (field): field is LineField | IdField => field.kind === 'line' || field.kind === 'id',
);

/** The fields that `npm run new` has options for. */
export const offeredFields = articleFields.filter((field): field is OfferedField => 'option' in field);

/** The keys of an article's frontmatter, in their usual order. */
export const frontmatterKeys = Object.keys(articleSchema.shape) as readonly (keyof ArticleData)[];
