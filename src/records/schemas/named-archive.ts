import { z } from 'astro/zod';

import type { ProblemMessage } from '../problem.ts';
import { line } from './fields.ts';

const namePattern = /^[a-z][a-z0-9-]{0,39}$/;

/** The short name of an archive of a federation. It is part of the ids of its articles. */
const archiveName = z
  .string()
  .refine((text) => namePattern.test(text), {
    params: {
      found: 'a name that is not one short word',
      expected: 'a name of 1 to 40 characters like "gazette": a-z, 0-9 and "-", beginning with a letter',
      fix: 'Shorten the name; what readers see is the title in its own site.yaml.',
    } satisfies ProblemMessage,
  })
  .meta({ pattern: namePattern.source, patternErrorMessage: 'Expected a short name like gazette.' });

/** An archive of a federation, as the federation's `site.yaml` names it. */
export const namedArchive = z.strictObject({
  name: archiveName.describe('A short name, unique among the archives; it is part of ids: gazette.'),
  content: line.describe(
    'Its content folder, from the one that has this file, or absolute: ../../gazette/content.',
  ),
});
