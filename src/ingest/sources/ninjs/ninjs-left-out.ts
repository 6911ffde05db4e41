import type { LeftOut } from '../../drafts/draft.ts';
import { toLine } from '../../text/lines.ts';
import { formatLine, listNinjsTexts } from './ninjs-texts.ts';
import { listProperties, nameOf, textOf, type NinjsProperties } from './ninjs-properties.ts';

/** Properties of one line that have no place in an entry. */
const lines: readonly [key: string, what: string][] = [
  ['ednote', 'an editor’s note'],
  ['correctionsignal', 'a signal of correction'],
  ['signal', 'a signal'],
  ['slugline', 'a slugline'],
  ['profile', 'a profile'],
];

/** What an item says besides what becomes its entry: notes of the editors, further headlines and descriptions, genres. */
export function listLeftOut(item: NinjsProperties, used: readonly string[]): LeftOut[] {
  const taken = new Set(used);
  const more = (singular: string, plural: string, what: string) =>
    listNinjsTexts(item, singular, plural).flatMap((each) => {
      const text = formatLine(each);
      if (text === '' || taken.has(text)) return [];
      taken.add(text);
      return { what, text };
    });
  return [
    ...lines.flatMap(([key, what]) => {
      const text = toLine(wordsOf(item.get(key)));
      return text === '' ? [] : { what, text };
    }),
    ...more('headline', 'headlines', 'a further headline'),
    ...more('description', 'descriptions', 'a further description'),
    ...listProperties(item, 'genres', 'genre').flatMap((each) => {
      const text = nameOf(each);
      return text === '' ? [] : { what: 'a genre', text };
    }),
  ];
}

/** A string, or the names of an object or list. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(wordsOf).join(', ');
  return typeof value === 'object' && value !== null ? textOf((value as { name?: unknown }).name) : '';
}
