import { z } from 'astro/zod';

import type { ProblemMessage } from '../problem.ts';
import { alternativeText, line, mediaPath, region, sha256 } from './fields.ts';

// What frontmatter says of the files in content/media/. What the files themselves are is checked in ../check/media/.

const file = mediaPath.describe('The file: a path below content/media/.');
const sum = sha256.describe('SHA-256 of that file, in lower-case hexadecimal.');
const credit = line.optional().describe('Who made it, as printed: Photo: Ada Lind.');
const rights = line.optional().describe('Who holds the rights, and on what terms it is shown.');
const withheld = z
  .literal(false)
  .optional()
  .describe(
    'Publishes the file although something was taken out of the text, or the article was withdrawn: somebody has checked it.',
  );

/** A picture that was printed with a text. */
export const picture = z
  .strictObject({
    file,
    sha256: sum,
    alt: alternativeText
      .optional()
      .describe("What it shows, for those who do not see it; '' if its caption says all there is to say."),
    caption: line.optional().describe('The words printed under it, without the credit.'),
    credit,
    rights,
  })
  .refine(({ alt }) => alt !== undefined, {
    path: ['alt'],
    when: ({ value }) => typeof value === 'object' && value !== null,
    params: {
      found: 'a picture without "alt"',
      expected: "what it shows in words, or alt: ''",
      fix: "Describe it for those who do not see it, or write alt: '' if its caption says all there is to say.",
    } satisfies ProblemMessage,
  })
  .meta({ required: ['file', 'sha256', 'alt'] });

/** The picture of a printed page. */
export const facsimile = z.strictObject({
  file,
  sha256: sum,
  label: line.describe('What it is called: Page 3, or Evening Post, 18 July 2021, page 3.'),
  region: z
    .union([region, z.array(region)])
    .transform((value) => (typeof value === 'string' ? [value] : value))
    .default([])
    .describe(
      'Where on the page the text stands: left,top,width,height in pixels of the file, or in percent as pct:5,10,40,55; a list for several parts.',
    ),
  credit,
  rights,
  withheld,
});

/** A document, sound or film. */
export const attachment = z.strictObject({
  file,
  sha256: sum,
  title: line.describe('What it is called.'),
  credit,
  rights,
  withheld,
});

/** A picture as frontmatter has it. */
export type PictureData = z.infer<typeof picture>;
/** A facsimile as frontmatter has it. */
export type FacsimileData = z.infer<typeof facsimile>;
/** The same before it is read: one region, a list, or none. */
export type FacsimileInput = z.input<typeof facsimile>;
/** An attachment as frontmatter has it. */
export type AttachmentData = z.infer<typeof attachment>;
