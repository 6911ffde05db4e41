/** A newspaper of the invented town. */
export interface Paper {
  id: 'gazette' | 'mercury' | 'merged';
  name: string;
  description: string;
  /** The day of the week on which it appears: 0 is Sunday. */
  weekday: number;
  /** The first and the last year. */
  from: number;
  to: number;
  /** The papers of which it is the successor. */
  continues?: readonly Paper['id'][];
}

/** The town's papers: two rivals, and the one that they became. */
export const papers: readonly Paper[] = [
  {
    id: 'gazette',
    name: 'Ternhythe Gazette',
    description: 'Weekly newspaper of the island, on Saturdays',
    weekday: 6,
    from: 1893,
    to: 1961,
  },
  {
    id: 'mercury',
    name: 'Ternhythe Mercury',
    description: 'Weekly newspaper of the island, on Fridays',
    weekday: 5,
    from: 1893,
    to: 1961,
  },
  {
    id: 'merged',
    name: 'Gazette and Mercury',
    description: 'Weekly newspaper of the island, on Thursdays, of the Gazette and the Mercury together',
    weekday: 4,
    from: 1961,
    to: 2023,
    continues: ['gazette', 'mercury'],
  },
];

/** The paper of an id. */
export function findPaper(id: Paper['id']): Paper {
  return papers.find((paper) => paper.id === id) as Paper;
}
