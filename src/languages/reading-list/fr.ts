import { createCounting } from '../counting.ts';
import type { cite as englishCite, readingList as english } from './en.ts';

const counting = /* @__PURE__ */ createCounting('fr');
const articles = (total: number) =>
  counting.count(total, { one: 'article', many: 'd’articles', other: 'articles' });

/** Messages of the code of the buttons under an article's citation. */
export const cite: typeof englishCite = {
  copied: 'Copiée',
  selected: 'Sélectionnée\u00a0: copiez-la avec votre navigateur',
};

/** Messages of the code of the reading list. */
export const readingList: typeof english = {
  added: 'Dans la liste de lecture',
  show: 'Voir la liste',
  notKept: 'Ce navigateur ne permet pas aux archives de conserver une liste.',
  listOfOne: 'Ouvrir une liste avec cet article, dont l’adresse peut être mise en signet',
  notRead: 'Cette page n’a pas pu être ajoutée.',
  holds: (total: number) => `${articles(total)} dans la liste conservée par ce navigateur`,
  shared: (total: number) => `${articles(total)} dans la liste que donne l’adresse de cette page`,
  nothing:
    'La liste est vide. Le bouton «\u00a0Ajouter à la liste de lecture\u00a0», sur la page de chaque article, la remplit.',
  nothingInAddress: 'Aucun article n’a pu être chargé à partir de cette adresse.',
  useAddress:
    'Utilisez plutôt une adresse\u00a0: celle d’une liste peut être mise en signet ou envoyée, et ne demande aucun stockage.',
  loading: (loaded: number, total: number) => `Chargement\u00a0: ${loaded} sur ${articles(total)}`,
  wrong: (ids: readonly string[]) =>
    `Ignoré, car ce n’est pas l’identifiant d’un article\u00a0: ${ids.join(', ')}`,
  notLoaded: (ids: readonly string[]) => `Non chargé\u00a0: ${ids.join(', ')}`,
  notLoadedWhy: 'L’article n’existe pas, il a été retiré, ou le réseau a échoué.',
  tooMany: (most: number) => `Seuls les ${articles(most)} du début de cette adresse sont affichés.`,
  remove: 'Retirer',
  removeTitle: (title: string) => `Retirer ${title}`,
  removed: (title: string) => `Retiré\u00a0: ${title}`,
  kept: 'Conservé dans ce navigateur',
  showKept: 'Voir la liste conservée dans ce navigateur',
  copied: 'Lien copié',
  copyByHand: 'Copiez ce lien avec votre navigateur\u00a0:',
  longLink: 'Le lien est très long\u00a0: certains hôtes et logiciels de messagerie peuvent le refuser.',
  linkOf: (most: number) => `Le lien ne contient que les ${articles(most)} du début.`,
  confirm: (total: number) => `Retirer ${articles(total)} de la liste\u00a0?`,
};
