import { createCounting } from '../counting.ts';
import type { compare as english } from './en.ts';

const counting = /* @__PURE__ */ createCounting('fr');
const articles = (total: number) =>
  counting.count(total, { one: 'article', many: 'd’articles', other: 'articles' });

export const compare: typeof english = {
  language: 'fr',
  nothing: 'Ajoutez un mot, une expression entre guillemets ou un nom.',
  counting: 'Calcul en cours',
  counted: (lines) => counting.count(lines, { one: 'courbe', other: 'courbes' }),
  line: (name, total) => `${name}\u00a0: ${articles(total)}`,
  remove: 'Retirer',
  removeLine: (name) => `Retirer ${name}`,
  addRecord: (name, kind) => `Ajouter ${name} (${kind})`,
  kinds: {
    person: 'personne',
    place: 'lieu',
    organization: 'organisation',
    topic: 'sujet',
    publication: 'publication',
    author: 'auteur',
  },
  tooMany: (most, ignored) =>
    `Un graphique a au plus ${most} courbes. Ignoré dans ce lien\u00a0: ${ignored.join(', ')}`,
  full: (most) => `Un graphique a au plus ${most} courbes\u00a0: retirez-en une d’abord.`,
  failed: 'L’index de recherche n’a pas pu être chargé. Réessayez plus tard.',
  chart: (names, first, last) =>
    `Courbes de ${first} à ${last}\u00a0: ${names.join('\u00a0; ')}. Les nombres sont dans le tableau ci-dessous.`,
  period: 'Année ou mois',
  all: 'Tous les articles',
};
