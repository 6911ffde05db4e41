import { findPaper, type Paper } from '../town/papers.ts';

const dayInMilliseconds = 86_400_000;
/** The first numbers of the papers; the weekdays are those of `town/papers.ts`. */
const firstNumbers: Readonly<Record<Paper['id'], string>> = {
  mercury: '1893-05-26',
  gazette: '1893-05-27',
  merged: '1961-10-05',
};

/** The day of the first issue of a paper on or after a day. @param day `1926-05-15` */
export function nextIssue(day: string, paper: Paper['id']): string {
  const time = Date.parse(`${day}T00:00Z`);
  const first = Date.parse(`${firstNumbers[paper]}T00:00Z`);
  if (time < first) return firstNumbers[paper];
  const ahead = (findPaper(paper).weekday - new Date(time).getUTCDay() + 7) % 7;
  return new Date(time + ahead * dayInMilliseconds).toISOString().slice(0, 10);
}

/** The number of an issue: the papers are weekly. */
export function issueNumber(day: string, paper: Paper['id']): number {
  const weeks =
    (Date.parse(`${day}T00:00Z`) - Date.parse(`${firstNumbers[paper]}T00:00Z`)) / dayInMilliseconds / 7;
  return Math.floor(weeks) + 1;
}

/** Whether a paper appeared on a day. */
export function isIssueOf(day: string, paper: Paper['id']): boolean {
  if (paper === 'merged') return day >= firstNumbers.merged;
  return day >= firstNumbers[paper] && day < firstNumbers.merged;
}
