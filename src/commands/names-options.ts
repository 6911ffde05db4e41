import type { ParseArgsOptionsConfig } from 'node:util';

import { isDay } from '../records/date/archive-date.ts';
import { language } from '../records/schemas/fields.ts';
import { UsageError } from '../system/command-error.ts';
import type { ProposeOptions } from '../names/propose-names.ts';
import type { Values } from './run-command.ts';

export const usage =
  'npm run names -- [options] [ARTICLE…]\n       npm run names -- --apply FILE [--dry-run]';

/** The text of `--help`. */
export const help = `
Finds the people, places and organizations that articles name and no record has, and the topics that their sources have as
categories, and proposes them as a table (CSV) for Excel, LibreOffice or OpenRefine: a row a name, best first, with its
spellings, what the texts say of it, sentences that name it, and what is doubtful. You decide in the first column: yes, no,
or same as ID.

  ARTICLE…         only these articles: ids like 2021/07/18/name, or files; all by default
  --out FILE       the table; names.csv in the current folder by default. A table with decisions is never replaced
  --since DATE     only articles received on this day or later: 2024-05-02; those without a day of receipt by their date
  --language TAG   the language of articles that do not name theirs (BCP 47); that of the site by default
  --apply FILE     instead: make the records of the rows that say yes in such a table, add the names of those that say
                   same as ID to that record, tag the articles that name them, and remember those that say no
  --dry-run        with --apply: show what would be changed, and write nothing

Names are recognized by capitals, best in English, French, German and Spanish. In languages without capitals (Chinese,
Arabic …) only names that you give can be looked for: create records with npm run new.

Cities and their coordinates are from GeoNames (https://www.geonames.org/, CC BY 4.0).

Exit codes: 0 done, 1 it cannot be (then nothing is written), 2 invalid options.
`;

/** The command's options. */
export const options = {
  out: { type: 'string', default: 'names.csv' },
  since: { type: 'string' },
  language: { type: 'string' },
  apply: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} satisfies ParseArgsOptionsConfig;

/** @throws {UsageError} when the value of an option is invalid */
export function readOptions(
  { since, language: tag }: Values<typeof options>,
  articles: readonly string[],
): ProposeOptions {
  if (since !== undefined && !isDay(since))
    throw new UsageError(`Invalid --since "${since}". Give a day like 2024-05-02.`);
  if (tag !== undefined && !language.safeParse(tag).success)
    throw new UsageError(`--language ${tag} is not a language tag: use one like en, fr-CA or zh-Hant.`);
  return { articles, since, language: tag };
}
