import type { Story } from '../article.ts';

/** Writes down an event of a storyline. */
export function tell(
  date: string | undefined,
  paper: Story['paper'],
  title: string,
  topics: readonly string[],
  text: string,
  more: Partial<Story> = {},
): Story {
  return { ...(date !== undefined && { date }), paper, title, topics, text: text.trim(), ...more };
}
