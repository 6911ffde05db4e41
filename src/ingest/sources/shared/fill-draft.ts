import type { DraftLineKey } from '../../../records/article-fields.ts';
import { vocabularies } from '../../../records/vocabularies.ts';
import { inLanguage, readDateAt } from '../../dates/first-date.ts';
import type { DateReading } from '../../dates/source-date.ts';
import type { Draft } from '../../drafts/draft.ts';
import { toLine } from '../../text/lines.ts';
import { termFields, textFields, type Field } from './field-names.ts';

/** What a source has for a field. */
export interface FieldValue {
  /** One value, or several for a list field; as written. */
  values: readonly string[];
  /** What holds it, in the terms of the source: `the column "Published"`. */
  where: string;
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 code units. */
  column: number;
}

/** A draft without its text. */
export type DraftFields = Omit<Draft, 'origin' | 'body' | 'received'>;

/**
 * Fills in a draft from the fields of a source. An empty field counts as missing; the text is left to the caller.
 *
 * @throws {SourceError} when the date cannot be read
 */
export function fillDraft(fields: ReadonlyMap<Field, FieldValue>, reading: DateReading): DraftFields {
  const draft: DraftFields = { byline: [], terms: [], leftOut: [], notices: [] };
  const dateReading = inLanguage(reading, toLanguageTag(fields.get('language')?.values[0]));
  for (const [field, { values, where, ...position }] of fields) {
    const lines = values.flatMap((value) => toLine(value) || []);
    const [first, ...others] = lines;
    if (first === undefined || textFields.includes(field)) continue;
    if (field === 'byline') draft.byline.push(...lines);
    else if (termFields.includes(field)) {
      const vocabulary = vocabularies.find(({ name }) => name === field)?.name;
      draft.terms.push(...lines.map((name) => ({ name, ...(vocabulary && { vocabulary }) })));
    } else {
      draft.leftOut.push(...others.map((text) => ({ what: `a further value in ${where}`, text })));
      if (field === 'date') {
        const { date, notices } = readDateAt(first, where, dateReading, position);
        if (date !== undefined) draft.date = date;
        draft.notices.push(...notices);
      } else if (field === 'language') draft.language = toLanguageTag(first);
      else draft[field as DraftLineKey] = first;
    }
  }
  return draft;
}

/** POSIX writes a language tag with an underscore (`en_GB`). */
function toLanguageTag(text = ''): string {
  return toLine(text).replaceAll('_', '-');
}
