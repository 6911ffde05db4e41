import type { Candidate } from '../recognize/candidate.ts';

/** The longest evidence, in characters: a long sentence is cut around the name. */
const longest = 280;

/** The best sentence that shows a name: in running text, before the lines of headings and tables. */
export function evidenceOf(mentions: readonly Candidate[]): string {
  const best = mentions.find(({ line, isDateline }) => line.style === 'prose' && !isDateline) ?? mentions[0];
  if (!best) return '';
  const { line, first } = best;
  const text = line.text.replace(/\s+/g, ' ').trim();
  if (text.length <= longest) return text;
  const start = Math.max(0, (line.tokens[first]?.start ?? 0) - longest / 2);
  const cut = line.text
    .slice(start, start + longest)
    .replace(/\s+/g, ' ')
    .trim();
  return `${start > 0 ? '… ' : ''}${cut} …`;
}
