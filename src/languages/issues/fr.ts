import { createCounting } from '../counting.ts';
import type { IssueMessages } from './en.ts';

const { count } = createCounting('fr');
const issue = { one: 'numéro', other: 'numéros' };

/** The messages about issues of publications in French. */
export const issues: IssueMessages = {
  kind: 'Numéro',
  count: (total) => count(total, issue),
  byYear: 'Numéros par année',
  byMonth: 'Numéros par mois',
  description: (issue, articles) => `${issue}\u00a0: ce que ces archives en conservent, ${articles}.`,
  number: (printed) => (/^\p{Nd}/u.test(printed) ? `N°\u00a0${printed}` : printed),
  page: (page, areSeveral) => `${areSeveral ? 'Pages' : 'Page'}\u00a0${page}`,
  numberNotKnown: 'Numéro inconnu',
  editionNotKnown: 'Édition inconnue',
  pageNotKnown: 'Page inconnue',
  printedPages: 'Pages telles qu’imprimées',
  manifest: 'Les pages pour d’autres visionneuses (manifeste IIIF)',
  first: 'Premier numéro',
  last: 'Dernier numéro',
  previous: 'Numéro précédent',
  next: 'Numéro suivant',
  previousAndNext: 'Numéros précédent et suivant',
  gap: (days, areSeveral) => `Aucun numéro ${areSeveral ? days : `du ${days}`} dans ces archives.`,
  inThisIssue: 'Dans ce numéro\u00a0:',
  previousInIssue: 'Précédent dans ce numéro',
  nextInIssue: 'Suivant dans ce numéro',
};
