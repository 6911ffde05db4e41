import { createCounting } from '../counting.ts';
import type * as en from './en.ts';

/** The language of these messages (BCP 47), for the names of months. */
export const language: typeof en.language = 'fr';

const counting = /* @__PURE__ */ createCounting('fr');
const articles = (total: number) =>
  counting.count(total, { one: 'article', many: 'd’articles', other: 'articles' });

/** The static texts of the search page. */
export const searchPage: typeof en.searchPage = {
  title: 'Recherche',
  description: (site) => `Chercher dans ${site} par mots, noms, sujets et années.`,
  compare: 'Comparer dans le temps',
  browse: 'On peut trouver les mêmes articles en parcourant\u00a0:',
  pictures: 'Images',
  withPictures: 'avec images',
  text: 'Texte',
  recognized: 'texte reconnu',
  needsScript:
    'La recherche a besoin de JavaScript, qui est désactivé ici. On peut trouver les mêmes articles en parcourant\u00a0:',
  year: 'Année',
  section: 'Rubrique',
  language: 'Langue',
  skip: 'Aller aux résultats',
  progress: 'Chargement de l’index de recherche',
  retry: 'Réessayer',
  narrow: 'Filtres',
  dates: 'Période',
  from: 'Du',
  to: 'Au',
  set: 'Appliquer',
  order: 'Trier par',
  relevance: 'Pertinence',
  newest: 'Date (récents d’abord)',
  oldest: 'Date (anciens d’abord)',
  names: 'Noms',
  articles: 'Articles',
  more: 'Afficher la suite',
  help: 'Comment chercher',
  helpLines: [
    'Chaque résultat contient tous vos mots, sous toutes leurs formes ou au début de mots plus longs\u00a0: port trouve aussi ports. Les accents et les majuscules ne comptent pas.',
    'Les guillemets donnent les mots exacts\u00a0: «\u00a0chef du port\u00a0» trouve cette expression, «\u00a0ports\u00a0» cette seule forme.',
    'bac OR tram (ou bac | tram) trouve l’un ou l’autre\u00a0; -grève écarte les articles avec ce mot.',
    'Les traits d’union, apostrophes et points sont facultatifs\u00a0: COVID19 trouve COVID-19, ONU trouve O.N.U. Les autres signes sont ignorés.',
    'Le milieu ou la fin d’un mot ne le trouve pas, mais des mots plus longs sont proposés quand il y a peu de résultats. Pour d’autres graphies, utilisez OR.',
  ],
  export: 'Exporter',
  citations: 'Texte',
  allData: 'Télécharger les données de toutes les archives',
  exporting: 'Chargement des articles à exporter',
};

/** The facet value of undated articles. */
export const undatedName: string = 'Sans date';

/** Punctuation and terms of citations. */
export const citing: typeof en.citing = { open: '«\u00a0', close: '\u00a0»', undated: 's. d.' };

/** Messages about a search and its results. */
export const search: typeof en.search = {
  number: (value) => counting.number(value),
  articles,
  loading: 'Chargement de l’index de recherche…',
  notLoaded: 'L’index de recherche n’a pas pu être chargé.',
  found: (total, words, possible) =>
    (total === 0 ? 'Aucun article' : articles(total)) +
    (words ? ` avec ${search.quote(words)}` : '') +
    (possible > 0 ? `, dont ${counting.number(possible)} à la date incertaine` : ''),
  caption: 'Légende',
  possible: 'date incertaine',
  quote: (text) => `«\u00a0${text}\u00a0»`,
  kinds: {
    person: 'personne',
    place: 'lieu',
    organization: 'organisation',
    topic: 'sujet',
    publication: 'publication',
    section: 'rubrique',
    author: 'auteur',
    year: 'année',
    language: 'langue',
    picture: 'articles',
  },
  remove: (what) => `Retirer\u00a0: ${what}`,
  or: 'ou',
  and: 'et',
  range: (from, to) => [from && `de ${from}`, to && `à ${to}`].filter(Boolean).join(' '),
  dates: (range) => `période ${range}`,
  theDates: 'la période',
  notUnderstood: (part) => `Ignoré dans ce lien\u00a0: ${part}`,
  notHere: (value) => `Ignoré, car absent de ces archives\u00a0: ${value}`,
  noBound: 'ni année, ni mois, ni jour',
  noDate: 'date qui n’existe pas',
  endsBefore: 'finit avant de commencer',
  covers: ({ first, last, undated }) => {
    const dated = last > 0 ? [first === last ? `l’année ${first}` : `les années ${first} à ${last}`] : [];
    const others = undated > 0 ? [`${articles(undated)} sans date`] : [];
    return `Ces archives couvrent ${[...dated, ...others].join(', et comptent ')}.`;
  },
  noMeaning: (signs) => `Ignoré dans votre recherche\u00a0: ${signs}`,
  notAllLonger: (words) =>
    `Trop de mots commencent par ${words.map(search.quote).join(', ')}\u00a0: tous les plus longs n’ont pas été cherchés.`,
  shownWithout: (term) => `Ces résultats sont sans ${search.quote(term.replaceAll('"', ''))}.`,
  facet: (title, names) => `${title}\u00a0: ${names.join(', ')}`,
};

/** Messages of the name suggestions in the header. */
export const suggestions: typeof en.suggestions = {
  list: 'Noms',
  found: (total) => `${total} ${counting.form(total, { one: 'nom', other: 'noms' })}`,
  vocabularies: {
    people: 'personne',
    places: 'lieu',
    organizations: 'organisation',
    topics: 'sujet',
    publications: 'publication',
    authors: 'auteur',
  },
  remark: (kind, total) => `${kind} · ${articles(total)}`,
};

/** Messages of the bar in an article that was followed from a search. */
export const fromResult: typeof en.fromResult = {
  title: 'Résultat de recherche',
  match: (position, total) => `Occurrence ${counting.number(position)} sur ${counting.number(total)}`,
  previousMatch: 'Occurrence précédente',
  nextMatch: 'Occurrence suivante',
  result: (position, total) => `Résultat ${counting.number(position)} sur ${counting.number(total)}`,
  previousResult: 'Résultat précédent',
  nextResult: 'Résultat suivant',
  back: 'Aux résultats',
  close: 'Fermer',
  outlined: (total) =>
    `${counting.count(total, { one: 'mot entouré', other: 'mots entourés' })} sur l’image de la page`,
};

/** Messages of the field that narrows a list of names. */
export const narrowing: typeof en.narrowing = {
  left: (shown, total) => `${shown} sur ${total}`,
};

/** Endings of words that stand for one another, without accents. */
export const inflections: typeof en.inflections = [
  ['eaux', 'eau'],
  ['euses', 'euse', 'eux'],
  ['ales', 'ale', 'aux', 'al'],
  ['ives', 'ive', 'ifs', 'if'],
  ['ees', 'ee', 'es', 'er', 'e', 'ent', 'ait', 'aient', 'ant', 's', ''],
];
