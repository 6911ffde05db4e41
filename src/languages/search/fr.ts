import { createCounting } from '../counting.ts';
import type * as en from './en.ts';

const counting = /* @__PURE__ */ createCounting('fr');
const articles = (total: number) =>
  counting.count(total, { one: 'article', many: 'd’articles', other: 'articles' });

/** The static texts of the search page. */
export const searchPage: typeof en.searchPage = {
  title: 'Recherche',
  description: (site) => `Chercher dans ${site} par mots, noms, sujets et années.`,
  browse: 'On peut trouver les mêmes articles en parcourant\u00a0:',
  pictures: 'Images',
  withPictures: 'avec images',
  needsScript:
    'La recherche a besoin de JavaScript, qui est désactivé ici. On peut trouver les mêmes articles en parcourant\u00a0:',
  year: 'Année',
  language: 'Langue',
  progress: 'Chargement de l’index de recherche',
  retry: 'Réessayer',
  narrow: 'Affiner la recherche',
  dates: 'Période',
  from: 'Du',
  to: 'Au',
  set: 'Appliquer',
  order: 'Ordre',
  relevance: 'par pertinence',
  newest: 'du plus récent au plus ancien',
  oldest: 'du plus ancien au plus récent',
  names: 'Noms',
  articles: 'Articles',
  more: 'Afficher la suite',
  help: 'Comment chercher',
  helpLines: [
    'Tous les mots sont cherchés, chacun aussi sous ses autres formes et comme début de mots plus longs\u00a0: port trouve aussi ports. Les accents et les majuscules ne comptent pas.',
    'Guillemets\u00a0: «\u00a0chef du port\u00a0» trouve ces mots à la suite, «\u00a0ports\u00a0» ce mot seul.',
    'bac OR tram (ou bac | tram) trouve l’un ou l’autre\u00a0; -grève écarte les articles avec ce mot.',
    'On peut omettre traits d’union, apostrophes et points\u00a0: COVID19 trouve COVID-19, ONU trouve O.N.U. Les autres signes sont ignorés.',
    'Le milieu et la fin d’un mot ne le trouvent pas\u00a0; quand on trouve peu, des mots plus longs sont proposés. Les autres graphies ne sont pas trouvées d’elles-mêmes\u00a0: essayez-les avec OR.',
  ],
  export: 'Emporter',
  csv: 'Enregistrer en CSV',
  citations: 'Enregistrer les références',
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
    (possible > 0 ? `, dont ${counting.number(possible)} peut-être dans cette période` : ''),
  caption: 'Légende',
  possible: 'peut-être dans cette période',
  quote: (text) => `«\u00a0${text}\u00a0»`,
  kinds: {
    person: 'personne',
    place: 'lieu',
    organization: 'organisation',
    topic: 'sujet',
    year: 'année',
    language: 'langue',
    picture: 'articles',
  },
  remove: (what) => `Retirer\u00a0: ${what}`,
  with: (name) => `avec ${name}`,
  range: (from, to) => [from && `de ${from}`, to && `à ${to}`].filter(Boolean).join(' '),
  dates: (range) => `période ${range}`,
  theDates: 'la période',
  notUnderstood: (part) => `Incompris dans l’adresse, et ignoré\u00a0: ${part}`,
  notHere: (value) => `Absent de ces archives, et ignoré\u00a0: ${value}`,
  noBound: 'ni année, ni mois, ni jour',
  noDate: 'date qui n’existe pas',
  wrongDate: (fault) => `Date incomprise (${fault})\u00a0: écrivez 2021, 2021-07 ou 2021-07-18.`,
  backwards: 'La période finit avant de commencer.',
  endsBefore: 'finit avant de commencer',
  covers: ({ first, last, undated }) => {
    const dated = last > 0 ? [first === last ? `l’année ${first}` : `les années ${first} à ${last}`] : [];
    const others = undated > 0 ? [`${articles(undated)} sans date`] : [];
    return `Ces archives couvrent ${[...dated, ...others].join(' et ')}.`;
  },
  noMeaning: (signs) => `Ignoré ici\u00a0: ${signs}`,
  shownWithout: (term) => `Voici ceux sans ${search.quote(term.replaceAll('"', ''))}.`,
  inNone: (word) => `${search.quote(word.replaceAll('"', ''))} n’est dans aucun article.`,
  similar: (word) => `Proches de ${search.quote(word.replaceAll('"', ''))}\u00a0:`,
  shownContaining: 'Voici ceux qui ont ces mots.',
  containing: (word) => `Mots qui contiennent ${search.quote(word.replaceAll('"', ''))}\u00a0:`,
  leaveOut: 'Il y aurait des articles sans l’un de ces critères\u00a0:',
  facet: (title, names) => `${title}\u00a0: ${names.join(', ')}`,
  narrow: (title) => `Filtrer\u00a0: ${title.toLowerCase()}`,
  more: (total) => `${counting.number(total)} de plus`,
  byYear: 'Articles par année',
  inYear: (year, total) => `${year}\u00a0: ${counting.number(total)}`,
  exported: (shown, total) =>
    `${articles(shown)}\u00a0: ${shown === total ? 'tout ce qui a été trouvé' : `ce qui est affiché ici, sur ${articles(total)}`}.`,
};

/** Messages of the name suggestions in the header. */
export const suggestions: typeof en.suggestions = {
  list: 'Noms',
  found: (total) => `${total} ${counting.form(total, { one: 'nom', other: 'noms' })}`,
  vocabularies: {
    people: 'personnes',
    places: 'lieux',
    organizations: 'organisations',
    topics: 'sujets',
  },
  remark: (vocabulary, total) => `${vocabulary} · ${counting.number(total)}`,
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
