import { z } from 'astro/zod';

import {
  archiveDate,
  dateForms,
  id,
  ids,
  language,
  line,
  siteAddress,
  sourcePath,
  webAddress,
  type Wording,
} from './fields.ts';
import type { VocabularyName } from './vocabularies.ts';

/** `content/site.yaml`: what the archive says of itself. */
export const siteSchema = z.strictObject({
  /** The archive's name, as on its nameplate. */
  title: line,
  /** One sentence that says what the archive holds. */
  description: line,
  /** The language of the interface, and of articles that name no other (BCP 47). */
  language,
  /** The public address of the home page; may have a path (`https://example.org/archive/`). */
  url: siteAddress,
  /** The licence of the archive's own words and records. */
  license: z.strictObject({ name: line, url: webAddress.optional() }).optional(),
  /** Who publishes the archive. */
  publisher: z.strictObject({ name: line, url: webAddress.optional() }).optional(),
});

/** `content/about.md`: the colophon page. */
export const aboutSchema = z.strictObject({
  /** The page's title. */
  title: line,
});

/** Where an article's text came from. */
const source = z
  .strictObject({
    /** Who published it: a newspaper, an agency, a ministry. */
    name: line.optional(),
    /** Where it was published. */
    url: webAddress.optional(),
    /** A copy of that page in a web archive. */
    archivedUrl: webAddress.optional(),
    /** The source text as received: a path below `content/sources/`. */
    file: sourcePath.optional(),
    /** SHA-256 of that file, in lower-case hexadecimal. */
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    /** The day on which the archive received it. */
    received: archiveDate.optional(),
  })
  .refine((value) => value.file === undefined || value.sha256 !== undefined, {
    path: ['sha256'],
    when: isMapping,
    params: {
      found: 'no "sha256" for the source file',
      expected: 'the SHA-256 of the file as received',
      fix: 'Run sha256sum on the file and add the sum.',
    } satisfies Wording,
  });

/** An article's frontmatter. The article's text is the Markdown below it. */
export const articleSchema = z
  .strictObject({
    /** The headline as printed, or one devised by the archive (then `titleSupplied: true`). */
    title: line,
    /** The source had no title; this one is the archive's (DACS 2.3). */
    titleSupplied: z.boolean().default(false),
    /** A second headline, as printed. */
    subtitle: line.optional(),
    /** The date of publication. */
    date: archiveDate.optional(),
    /** Nothing is known of the date. */
    undated: z.literal(true).optional(),
    /** The people that the text is about: ids of records in `content/people/`. */
    people: ids,
    /** The places that the text is about: ids of records in `content/places/`. */
    places: ids,
    /** The organizations that the text is about: ids of records in `content/organizations/`. */
    organizations: ids.default([]),
    /** The topics of the text: ids of records in `content/topics/`. */
    topics: ids,
    /** Who wrote it, as printed: one name or several. */
    byline: z
      .union([line, z.array(line)])
      .transform((value) => (typeof value === 'string' ? [value] : value))
      .default([]),
    /** Where it was written, as printed: `BEIJING, July 18`. */
    dateline: line.optional(),
    /** The text's language, when it is not the site's (BCP 47). */
    language: language.optional(),
    /** The archive's own one-sentence summary. */
    summary: line.optional(),
    source: source.optional(),
    /** Who holds the rights and on what terms the text is shown. */
    rights: line.optional(),
    /** Changes to the published text, each dated and worded for readers. */
    corrections: z.array(z.strictObject({ date: archiveDate, note: line })).default([]),
    /** The text is no longer shown; its address stays and says when and why. */
    withdrawn: z
      .strictObject({
        date: archiveDate,
        reason: z.enum(['legal', 'privacy', 'error', 'rights']),
        note: line.optional(),
      })
      .optional(),
    /** Ids that this article was published under before; their addresses lead here. */
    formerIds: ids.default([]),
  })
  .refine((value) => value.date !== undefined || value.undated, {
    path: ['date'],
    when: isMapping,
    params: {
      found: 'no "date"',
      expected: `a date like ${dateForms}, or "undated: true"`,
      fix: 'Add "date:" with what is known, or "undated: true" when nothing is.',
    } satisfies Wording,
  })
  .refine((value) => value.date === undefined || !value.undated, {
    path: ['undated'],
    when: isMapping,
    params: {
      found: 'both "date" and "undated"',
      expected: 'only one of them',
      fix: 'Remove "undated" if the date is known.',
    } satisfies Wording,
  });

/** What every authority record has. */
const authorityShape = {
  /** The heading: the name that the record goes by. */
  name: line,
  /** Who or what it is, in a neutral phrase. */
  description: line,
  /** The name as the index files it: `Assad, Bashar al-`. */
  sortName: line.optional(),
  /** Other names: aliases, other scripts, short forms. They are looked for in texts too. */
  variants: z.array(line).default([]),
  /** Addresses of the same person, place … in other authority files. */
  sameAs: z.array(webAddress).default([]),
  /** The id of the record of the same vocabulary that this one was merged into; this one's address leads there. */
  replacedBy: id.optional(),
};

/** `content/people/`. */
export const personSchema = z.strictObject({
  ...authorityShape,
  /** Offices and posts; `from` and `to` as far as known, no `to` while it lasts. */
  roles: z
    .array(z.strictObject({ title: line, from: archiveDate.optional(), to: archiveDate.optional() }))
    .default([]),
});

/** `content/places/`. */
export const placeSchema = z.strictObject({
  ...authorityShape,
  /** Decimal degrees, WGS 84. */
  coordinates: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .optional(),
  /** The id of the place that this one lies in. */
  within: id.optional(),
});

/** `content/organizations/`. */
export const organizationSchema = z.strictObject(authorityShape);

/** `content/topics/`. */
export const topicSchema = z.strictObject({
  ...authorityShape,
  /** Ids of the topics that this one is a part of (SKOS `broader`). */
  broader: ids.default([]),
  /** The same concept in the IPTC Media Topics. */
  mediaTopic: z
    .string()
    .regex(/^medtop:\d{8}$/)
    .optional(),
});

/** The schema of each vocabulary's records. */
export const authoritySchemas = {
  people: personSchema,
  places: placeSchema,
  organizations: organizationSchema,
  topics: topicSchema,
} satisfies Record<VocabularyName, z.ZodType>;

/** What `content/site.yaml` says. */
export type Site = z.infer<typeof siteSchema>;
/** An article's frontmatter as read. */
export type ArticleData = z.infer<typeof articleSchema>;
/** The frontmatter of an authority record of any vocabulary, as read. */
export type AuthorityData = z.infer<typeof organizationSchema> &
  Partial<
    Pick<z.infer<typeof personSchema>, 'roles'> &
      Pick<z.infer<typeof placeSchema>, 'coordinates' | 'within'> &
      Pick<z.infer<typeof topicSchema>, 'broader' | 'mediaTopic'>
  >;

/** Whether a check across keys can run: also when single keys are wrong, so that all errors are told at once. */
function isMapping({ value }: { value: unknown }): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
