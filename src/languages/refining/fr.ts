import { createCounting } from '../counting.ts';
import type * as en from './en.ts';

const counting = /* @__PURE__ */ createCounting('fr');
const articles = (total: number) =>
  counting.count(total, { one: 'article', many: 'd’articles', other: 'articles' });
const quote = (text: string) => `«\u00a0${text}\u00a0»`;

export const refining: typeof en.refining = {
  combinations: { any: 'au moins un', all: 'tous' },
  wrongDate: (fault) => `Date incomprise (${fault})\u00a0: écrivez 2021, juillet 2021 ou 2021-07-18.`,
  backwards: 'La période finit avant de commencer.',
  inNone: (word) => `Aucun article ne contient ${quote(word.replaceAll('"', ''))}.`,
  similar: (word) => `Proches de ${quote(word.replaceAll('"', ''))}\u00a0:`,
  shownContaining: 'Ces résultats contiennent l’un de ces mots.',
  containing: (word) => `Mots qui contiennent ${quote(word.replaceAll('"', ''))}\u00a0:`,
  leaveOut: 'Essayez de retirer l’un de ces critères\u00a0:',
  narrow: (title) => `Filtrer\u00a0: ${title.toLowerCase()}`,
  more: (total) => `${counting.number(total)} de plus`,
  byYear: 'Articles par année',
  byMonth: 'Articles par mois',
  byDecade: 'Articles par décennie',
  decade: (first) => `${first}–${String((first + 9) % 100).padStart(2, '0')}`,
  allYears: 'Toutes les années',
  inPeriod: (period, total) => `${period}\u00a0: ${articles(total)}`,
  exportable: (total) =>
    `${total === 1 ? 'L’article trouvé' : `Les ${articles(total)} trouvés`}, en tableau ou en références\u00a0:`,
  tooMany: (total, most) =>
    `${articles(total)} ont été trouvés\u00a0; on peut en exporter ici jusqu’à ${counting.number(most)}.`,
  notExported: 'Les articles n’ont pas pu être chargés.',
  feed: (name) => `Flux RSS\u00a0: ${name}`,
};
