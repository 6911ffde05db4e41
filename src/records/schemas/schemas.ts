import { z } from 'astro/zod';

import {
  archiveDate,
  dateForms,
  formerUrls,
  id,
  ids,
  language,
  line,
  printed,
  sha256,
  sourcePath,
  webAddress,
} from './fields.ts';
import { attachment, facsimile, picture } from './media-schemas.ts';
import type { ProblemMessage } from '../problem.ts';
import {
  findVocabulary,
  mapSubjects,
  mapVocabularies,
  type SubjectName,
  type VocabularyDefinition,
} from '../vocabularies.ts';

// Each key is described once: for developers, for editors, and for people who reuse the data (see json-schema.ts).

/** `content/about.md`: the colophon page. */
export const aboutSchema = z.strictObject({
  title: line.describe('The page’s title.'),
});

const source = z
  .strictObject({
    publication: id.optional().describe(findVocabulary('publications').tagDescription),
    issue: printed.optional().describe('The number of its issue, as printed: 23,417.'),
    edition: printed.optional().describe('Which edition of the day, as printed: late edition.'),
    section: printed.optional().describe('The part of it in which the text stood, as printed: Business.'),
    page: printed.optional().describe('The page on which it stood, as printed: A12, iv, 12–13.'),
    column: printed.optional().describe('The column of that page in which it began, as printed: 3.'),
    url: webAddress.optional().describe('Where it was published.'),
    archivedUrl: webAddress.optional().describe('A copy of that page in a web archive.'),
    file: sourcePath.optional().describe('The source text as received: a path below content/sources/.'),
    sha256: sha256.optional().describe('SHA-256 of that file, in lower-case hexadecimal.'),
    received: archiveDate.optional().describe('The day on which the archive received it.'),
  })
  .refine((value) => value.file === undefined || value.sha256 !== undefined, {
    path: ['sha256'],
    when: isMapping,
    params: {
      found: 'no "sha256" for the source file',
      expected: 'the SHA-256 of the file as received',
      fix: 'Run sha256sum on the file and add the checksum.',
    } satisfies ProblemMessage,
  })
  .meta({ dependencies: { file: ['sha256'] } });

/** What an article is about, by vocabulary. */
const subjects = mapSubjects((_, { tagDescription, isRequired }) =>
  (isRequired ? ids : ids.default([])).describe(tagDescription),
) as Record<SubjectName, z.ZodType<string[], string[]>>;

/** Why something published is no longer shown. */
const removalReason = z.enum(['legal', 'privacy', 'error', 'rights']);

/** An article's frontmatter. The article's text is the Markdown below it. */
export const articleSchema = z
  .strictObject({
    title: line.describe(
      'The headline as printed, or one devised by the archive (then titleSupplied: true). One line.',
    ),
    titleSupplied: z
      .boolean()
      .default(false)
      .describe('The source had no title; this one is the archive’s (DACS 2.3).'),
    subtitle: line.optional().describe('A second headline, as printed.'),
    date: archiveDate
      .optional()
      .describe(
        `The date of publication as far as it is known: ${dateForms}. The file’s folder says no more.`,
      ),
    undated: z.literal(true).optional().describe('Nothing is known of the date; instead of date.'),
    ...subjects,
    byline: z
      .union([line, z.array(line)])
      .transform((value) => (typeof value === 'string' ? [value] : value))
      .default([])
      .describe('Who wrote it, as printed: one name or a list.'),
    dateline: line.optional().describe('Where it was written, as printed: BEIJING, July 18.'),
    language: language.optional().describe('The text’s language, when it is not the site’s (BCP 47).'),
    summary: line.optional().describe('The archive’s own one-sentence summary.'),
    pictures: z
      .array(picture)
      .default([])
      .describe(
        'The pictures that were printed with the text, in their order; the first stands at its head.',
      ),
    facsimiles: z
      .array(facsimile)
      .default([])
      .describe('Pictures of the printed pages on which the text stands.'),
    attachments: z
      .array(attachment)
      .default([])
      .describe('Documents, sound and films that belong to the text.'),
    source: source.optional().describe('Where the text came from.'),
    ocr: z
      .strictObject({
        engine: printed.optional().describe('The program that recognized it: Tesseract 5.3.0.'),
        meanConfidence: z
          .number()
          .min(0)
          .max(1)
          .optional()
          .describe('How sure the program is of the words on average, from 0 to 1.'),
      })
      .optional()
      .describe('A program recognized the text on pictures of pages, so that it may hold errors.'),
    rights: line.optional().describe('Who holds the rights and on what terms the text is shown.'),
    corrections: z
      .array(
        z.strictObject({
          date: archiveDate.describe('The day of the change.'),
          note: line.describe('What was changed, worded for readers.'),
        }),
      )
      .default([])
      .describe('Changes to the published text, each dated and worded for readers.'),
    withdrawn: z
      .strictObject({
        date: archiveDate.describe('The day on which it was withdrawn.'),
        reason: removalReason.describe('Why it was withdrawn.'),
        note: line.optional().describe('What readers should know.'),
      })
      .optional()
      .describe('The text is no longer shown; its address stays and says when and why.'),
    redactions: z
      .array(
        z.strictObject({
          date: archiveDate.describe('The day on which it was taken out.'),
          reason: removalReason.describe('Why it was taken out.'),
          note: line
            .optional()
            .describe('What readers should know, without what was taken out: A name was left out.'),
        }),
      )
      .default([])
      .describe(
        'What was taken out of the published text, such as a name: when and why, never what. The source text is then not published.',
      ),
    noindex: z
      .literal(true)
      .optional()
      .describe(
        'Search engines are asked not to list the page; it is still shown, and found by the archive’s own search.',
      ),
    formerIds: ids
      .default([])
      .describe('Ids that this article was published under before; their addresses lead here.'),
    formerUrls: formerUrls.describe(
      'Addresses that it had on sites before this archive; they lead here: /2015/11/lock-reopened/, /?p=123.',
    ),
  })
  .refine((value) => value.date !== undefined || value.undated, {
    path: ['date'],
    when: isMapping,
    params: {
      found: 'no "date"',
      expected: `a date like ${dateForms}, or "undated: true"`,
      fix: 'Add "date:" with what is known, or "undated: true" when nothing is.',
    } satisfies ProblemMessage,
  })
  .refine((value) => value.date === undefined || !value.undated, {
    path: ['undated'],
    when: isMapping,
    params: {
      found: 'both "date" and "undated"',
      expected: 'only one of them',
      fix: 'Remove "undated" if the date is known.',
    } satisfies ProblemMessage,
  })
  .meta({ oneOf: [{ required: ['date'] }, { required: ['undated'] }] });

/** The keys of every authority record. */
const authorityShape = {
  name: line.describe('The heading: the name that the record goes by.'),
  description: line.describe('Who or what it is, in a neutral phrase.'),
  sortName: line.optional().describe('The name as the index files it: Assad, Bashar al-.'),
  variants: z
    .array(line)
    .default([])
    .describe('Other names: aliases, other scripts, short forms. They are looked for in texts too.'),
  sameAs: z
    .array(webAddress)
    .default([])
    .describe('Addresses of the same person, place … in other authority files.'),
  replacedBy: id
    .optional()
    .describe(
      'The id of the record of the same vocabulary that this one was merged into; this one’s address leads there.',
    ),
  formerUrls: formerUrls.describe(
    'Addresses that its page had on sites before this archive; they lead here: /tag/harbour/, /?cat=7.',
  ),
};

type AuthoritySchema<Fields> = Fields extends z.core.$ZodLooseShape
  ? z.ZodObject<typeof authorityShape & Fields, z.core.$strict>
  : never;
type AuthoritySchemas = {
  [Definition in VocabularyDefinition as Definition['name']]: AuthoritySchema<Definition['fields']>;
};

/** The schema of each vocabulary's records. */
export const authoritySchemas = mapVocabularies((_, { fields }) =>
  z.strictObject({ ...authorityShape, ...fields }),
) as unknown as AuthoritySchemas;

/** An article's frontmatter as read. */
export type ArticleData = z.infer<typeof articleSchema>;
/** The keys that only the records of one vocabulary have, of all vocabularies. */
type Particulars = z.infer<z.ZodObject<Intersection<VocabularyDefinition['fields']>>>;
type Intersection<Union> = (Union extends unknown ? (each: Union) => void : never) extends (
  each: infer All extends z.core.$ZodLooseShape,
) => void
  ? All
  : never;
/** The frontmatter of an authority record of any vocabulary, as read. */
export type AuthorityData = z.infer<z.ZodObject<typeof authorityShape>> & Partial<Particulars>;

/** Whether a check of several keys can run: even when some keys are invalid, so that all problems are reported at once. */
function isMapping({ value }: { value: unknown }): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
