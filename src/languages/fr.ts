import { fr as locale } from 'date-fns/locale/fr';

import { createCounting } from './counting.ts';
import { dataPage } from './data/fr.ts';
import { federation } from './federation/fr.ts';
import { issues } from './issues/fr.ts';
import { createNaming } from './naming.ts';
import { citing, searchPage } from './search/fr.ts';
import type { Messages } from './messages.ts';

const { number, form, count } = createCounting('fr');
const { list, percent, language } = createNaming('fr');
const article = { one: 'article', many: 'd’articles', other: 'articles' };
/** @param many the form after a million: `un million de personnes` */
const vocabulary = (title: string, one: string, other: string, many: string) => ({
  title,
  singular: one,
  plural: other,
  count: (total: number) => count(total, { one, many, other }),
});
const notYet = 'Ces archives n’ont pas encore d’articles.';
const share = (part: number, whole: number) =>
  `${number(part)} sur ${number(whole)} (${percent(part, whole)})`;

/** The interface in French. */
export const fr: Messages = {
  language: 'fr',
  number,
  list,
  nameLanguage: language,
  articles: (total) => count(total, article),
  articleNoun: (total) => form(total, article),
  undated: 'Sans date',
  years: (first, last) => (first === last ? first : `${first}–${last}`),

  dates: {
    locale,
    // With a month beside it, the pattern "do" has an ordinal for the first of the month only.
    long: 'EEEE do MMMM y',
    short: 'do MMMM y',
    month: 'MMMM y',
    monthOfYear: 'MMMM',
    dayOfYear: 'do MMMM',
    dayOfMonth: (day) => (day === 1 ? 'EEEE do' : 'EEEE d'),
    about: (date, isDay) => `vers ${isDay ? 'le ' : ''}${date}`,
    interval: (start, end, areDays) => (areDays ? `du ${start} au ${end}` : `${start} à ${end}`),
  },

  vocabularies: {
    people: vocabulary('Personnes', 'personne', 'personnes', 'de personnes'),
    places: vocabulary('Lieux', 'lieu', 'lieux', 'de lieux'),
    organizations: vocabulary('Organisations', 'organisation', 'organisations', 'd’organisations'),
    topics: vocabulary('Sujets', 'sujet', 'sujets', 'de sujets'),
    publications: vocabulary('Publications', 'publication', 'publications', 'de publications'),
    authors: vocabulary('Auteurs', 'auteur', 'auteurs', 'd’auteurs'),
    sections: vocabulary('Rubriques', 'rubrique', 'rubriques', 'de rubriques'),
  },

  frame: {
    skip: 'Aller au contenu',
    searchLabel: 'Chercher dans les archives',
    search: 'Chercher',
    sections: 'Rubriques',
    articles: 'Articles',
    about: 'À propos',
    publishedBy: 'Publié par',
    ownWords: 'Les mots propres aux archives\u00a0:',
    readingList: 'Liste de lecture',
    data: 'Données',
    feeds: 'Fils d’actualité',
    articlesByDate: 'articles par date',
  },

  ways: {
    breadcrumb: 'Fil d’Ariane',
    pages: 'Pages de la liste',
    page: (current, total) => `Page ${number(current)} sur ${number(total)}`,
    titleOfPage: (title, page) => `${title}, page ${number(page)}`,
    previous: 'Précédent',
    next: 'Suivant',
    previousAndNext: 'Précédent et suivant',
    previousAndNextArticles: 'Articles précédent et suivant',
  },

  chart: {
    byYear: 'Articles par année',
    byMonth: 'Articles par mois',
    allYears: 'Toutes les années',
    allMonths: 'Tous les mois',
    bar: (period, articles) => `${period}\u00a0: ${articles}`,
    most: (period, total) => `le plus en ${period}\u00a0: ${number(total)}`,
    decade: (first) => `${first}–${String((first + 9) % 100).padStart(2, '0')}`,
  },

  home: {
    articles: 'Articles',
    years: 'Années',
    languages: (total) => form(total, { one: 'Langue', other: 'Langues' }),
    listLanguages: (names, others) =>
      list(others > 0 ? [...names, count(others, { one: 'autre', other: 'autres' })] : names),
    newest: 'Derniers articles',
    allArticles: (total) => (total > 1 ? `Les ${count(total, article)}` : count(total, article)),
    all: (what) => `Tout voir\u00a0: ${what}`,
    notYet,
    onThisDay: (day) => `Le ${day} d’autres années`,
    waysIn: 'Parcourir',
    gaps: 'Lacunes',
    noDate: (part, whole) => `Date inconnue\u00a0: ${share(part, whole)}`,
    noDay: (part, whole) => `Jour inconnu\u00a0: ${share(part, whole)}`,
    noTags: (part, whole) => `Pas encore indexés\u00a0: ${share(part, whole)}`,
    noGaps: 'Chaque article est daté au jour près et indexé.',
  },

  about: {
    title: 'À propos de ces archives',
    description: (site) => `Ce que contient ${site} et comment c’est conservé.`,
    licenses: 'Licences des logiciels de ce site',
    holds: 'Ce qu’elles contiennent',
    holdings: (articles, years, records) => {
      const span =
        years && (years.first === years.last ? `, de ${years.first}` : `, de ${years.first} à ${years.last}`);
      return `${count(articles, article)}${span ?? ''}\u00a0; index\u00a0: ${list(records)}.`;
    },
  },

  compare: {
    title: 'Comparer dans le temps',
    description: (site) => `La fréquence de mots et de noms dans ${site} au fil du temps.`,
    what: 'Jusqu’à cinq mots, expressions ou noms, en courbes dans le temps.',
    needsScript:
      'La comparaison a besoin de JavaScript, qui est désactivé ici. Le nombre d’articles par année a sa propre page.',
    line: 'Mot, expression ou nom',
    add: 'Ajouter',
    measure: 'Mesure',
    numbers: 'Nombre d’articles',
    shares: 'Part de tous les articles',
    save: 'Enregistrer en CSV',
    table: 'Les nombres en tableau',
    uncertain:
      'Un article dont la date est incertaine est compté dans chaque année ou mois dont il peut être.',
  },

  readingList: {
    title: 'Liste de lecture',
    description: (site) => `Une liste d’articles de ${site} composée par un lecteur.`,
    add: 'Ajouter à la liste de lecture',
    needsScript:
      'La liste de lecture a besoin de JavaScript, qui est désactivé ici. Chaque article peut être cité sans lui\u00a0: ouvrez «\u00a0Citer cet article\u00a0» sur sa page et enregistrez la référence au format BibTeX, RIS ou CSL-JSON.',
    progress: 'Chargement des articles',
    articles: 'Articles',
    copyLink: 'Copier un lien vers cette liste',
    link: 'Lien vers cette liste',
    keep: 'Conserver dans ce navigateur',
    empty: 'Vider la liste',
    export: 'Exporter',
    text: 'Texte',
  },

  notFound: {
    title: 'Page introuvable',
    heading: 'Il n’y a pas de page à cette adresse',
    description: 'Il n’y a pas de page à cette adresse.',
    advice:
      'Les archives conservent les adresses de leurs articles\u00a0: celle-ci a sans doute été tronquée ou mal tapée. L’adresse d’un jour peut être raccourcie à la main à celle de son mois ou de son année.',
    browse: 'Utilisez le champ de recherche ci-dessus, ou parcourez\u00a0:',
    searchLabel: 'Ou cherchez ces mots dans les archives',
    sameTime: 'Ce qui est là de cette époque :',
    nearest: 'Articles contenant ces mots',
  },

  gone: {
    moved: 'Cette page a changé d’adresse',
    movedTo: ['Elle se trouve maintenant ici\u00a0:', '.'],
    withdrawnTitle: 'Article retiré',
    aWithdrawnArticle: 'un article retiré',
    description: 'Un article qui n’est plus montré.',
    article: 'Article',
    author: 'Auteur',
    noAuthor: 'Aucun article de cet auteur',
    noAuthorReason:
      'Des articles signés de ce nom figuraient ici. Aucun article de ces archives n’est plus signé ainsi. Cette adresse demeure, pour qu’on puisse comprendre ce qui la cite.',
    heading: 'Cet article a été retiré',
    withdrawn: {
      legal: 'Il a été retiré pour des raisons juridiques. Date du retrait\u00a0:',
      privacy: 'Il a été retiré pour protéger la vie privée de quelqu’un. Date du retrait\u00a0:',
      error: 'Il a été retiré parce qu’il n’aurait pas dû être publié. Date du retrait\u00a0:',
      rights:
        'Il a été retiré parce que les archives n’ont pas le droit de le montrer. Date du retrait\u00a0:',
    },
    addressStays: '. Son adresse demeure, pour qu’on puisse comprendre ce qui le cite.',
  },

  periods: {
    title: 'Articles par date',
    description: (total) => `${count(total, article)} par année, mois et jour.`,
    articles: 'Articles',
    notYet,
    descriptionOf: (title, total) => `${title}\u00a0: ${count(total, article)} dans ces archives.`,
    monthNotKnown: 'Mois inconnu',
    dayNotKnown: 'Jour inconnu',
    partOf: (list, period) => `${list}, ${period}`,
    untagged: 'Pas encore indexés',
    untaggedDescription: (total) => `${count(total, article)} sans personne, lieu, organisation ni sujet.`,
    months: 'Mois',
    calendar: (month) => `Articles par jour\u00a0: ${month}`,
  },

  article: {
    printed: 'La page imprimée',
    manifest: 'La page pour d’autres visionneuses (manifeste IIIF)',
    attachments: 'Pièces jointes',
    supplied: 'Titre restitué par les archives\u00a0; le texte n’en avait pas.',
    corrections: (total) => form(total, { one: 'Rectificatif', other: 'Rectificatifs' }),
    correctionOf: (day, note) => `Rectificatif, ${day}\u00a0: ${note}`,
    redactions: (total) => form(total, { one: 'Retrait partiel', other: 'Retraits partiels' }),
    redactionOf: (day, what) => `Retrait partiel, ${day}\u00a0: ${what}`,
    redacted: {
      legal: 'Un élément a été retiré de cet article pour des raisons juridiques.',
      privacy: 'Un élément a été retiré de cet article pour protéger la vie privée de quelqu’un.',
      error: 'Un élément a été retiré de cet article parce qu’il n’aurait pas dû être publié.',
      rights:
        'Un élément a été retiré de cet article parce que les archives n’ont pas le droit de le montrer.',
    },
    colon: '\u00a0: ',
    about: 'À propos de cet article',
    tags: 'Dans cet article',
    related: 'Articles apparentés',
    shares: (names) => `traite aussi de\u00a0: ${list(names)}`,
    report: 'Signaler une erreur',
    provenance: 'Origine',
    source: 'Source d’origine',
    printedAt: {
      issue: (number) => `numéro ${number}`,
      page: (page, areSeveral) => `${areSeveral ? 'pages' : 'page'} ${page}`,
      column: (column) => `colonne ${column}`,
    },
    archivedCopy: 'Copie archivée',
    ofThePage: 'de la page à la source',
    pageAtSource: 'Page à la source',
    received: 'Reçu',
    text: 'Texte',
    asReceived: 'Tel qu’il a été reçu, mot pour mot\u00a0:',
    sourceText: 'texte source',
    recognizedText: 'texte reconnu',
    recognized: (sure) =>
      `Texte reconnu par une machine${sure === undefined ? '' : `, sûre à ${percent(sure, 1)}`}\u00a0; peut contenir des erreurs`,
    withheld: {
      withdrawn:
        'Conservé tel qu’il a été reçu, et non montré\u00a0: un autre article qu’il contient a été retiré',
      redacted: 'Non montré\u00a0: un élément a été retiré de cet article',
      otherRedacted: 'Non montré\u00a0: un élément a été retiré d’un autre article qu’il contient',
      document:
        'Conservé tel qu’il a été reçu, et non montré\u00a0: un tel fichier peut contenir des commentaires, du texte supprimé et des noms',
    },
    zoom: 'Agrandir la page',
    zoomButtons: { in: 'Plus grand', out: 'Plus petit', whole: 'Page entière', close: 'Fermer' },
    zoomFailed: 'La page n’a pas pu être chargée. Fermez cette fenêtre et réessayez.',
    files: 'Fichiers',
    withheldFiles: (count) =>
      count === 1
        ? 'Un fac-similé ou fichier joint n’est pas montré, car il peut contenir ce qui a été supprimé ou retiré.'
        : `${count} fac-similés ou fichiers joints ne sont pas montrés, car ils peuvent contenir ce qui a été supprimé ou retiré.`,
    links: 'Liens',
    formerLinks: (count) =>
      count === 1
        ? 'Un lien du texte mène à une page de ces archives\u00a0; il menait à un site antérieur.'
        : `${count} liens du texte mènent à des pages de ces archives\u00a0; ils menaient à un site antérieur.`,
    title: 'Titre',
    suppliedBy: 'Restitué par les archives',
    rights: 'Droits',
  },

  cite: {
    title: 'Citer cet article',
    copy: 'Copier la référence',
    paragraph: 'Paragraphe',
    notCopied: 'Le numéro du paragraphe n’est pas copié\u00a0; copiez l’adresse de cette page.',
    save: 'Enregistrer en BibTeX, RIS ou CSL-JSON',
    saveAs: (format) => `Enregistrer en ${format}`,
    saved: 'Références pour logiciels bibliographiques',
    savedDescription: (total) => `Les références de ${count(total, article)} en BibTeX, RIS et CSL-JSON.`,
  },

  text: {
    enlargePicture: 'Agrandir l’image',
    notes: 'Notes de la rédaction',
    backToText: (note, place) => `Retour au texte, note ${note}${place > 1 ? `, passage ${place}` : ''}`,
    table: 'Tableau',
    paragraph: (paragraph) => `Paragraphe ${paragraph}`,
  },

  record: {
    description: (name, what, total) => `${name}\u00a0: ${what}. ${count(total, article)} dans ces archives.`,
    searchWithin: 'Chercher parmi eux',
    feed: 'Fil (RSS)',
    firstArticle: 'Premier article',
    oldestFirst: 'Du plus ancien au plus récent',
    tagged: (own, name, isPlace) =>
      `${count(own, article)} sous ${name} même, les autres sous ${isPlace ? 'des lieux qui s’y trouvent' : 'des sujets plus précis'}.`,
    noArticle: 'Aucun article de ces archives n’est indexé ici.',
    by: (name) => `Articles signés ${name}`,
    describeAuthor: (name, total) =>
      `Articles signés ${name}\u00a0: ${count(total, article)} dans ces archives.`,
    spellings: 'Aussi imprimé',
    allBy: (total) => `Tous les articles ainsi signés (${number(total)})`,
    aboutAuthor: 'À propos de l’auteur',
    about: (name) => `À propos\u00a0: ${name}`,
    variants: 'Autres noms',
    roles: 'Fonctions',
    roleSpan: (from, to) => (from ? `${from} – ${to ?? ''}` : `fin\u00a0: ${to ?? ''}`),
    broaderPlaces: 'Situé dans',
    narrowerPlaces: 'Contient',
    broader: 'Sujet plus large',
    narrower: 'Sujets plus précis',
    coordinates: 'Coordonnées',
    compass: { north: 'N', south: 'S', east: 'E', west: 'O' },
    onMap: (name) => `${name} sur une carte du monde`,
    elsewhere: 'Liens externes',
    alsoWith: 'Apparaît avec',
    inTheseArticles: 'Dans ces articles',
    publishedIn: 'Publié à',
    continues: 'Suite de',
    continuedBy: 'Continué par',
    appeared: 'Parution',
    homepage: 'Site propre',
    articlesWith: (total, name) => `${count(total, article)} avec ${name}`,
    then: (roles) => `À l’époque\u00a0: ${roles.join('\u00a0; ')}`,
    through: (name, whole, isPlace) =>
      isPlace
        ? `Indexé sous ${name}, situé dans\u00a0: ${whole}`
        : `Indexé sous ${name}, partie de\u00a0: ${whole}`,
    inCaption: 'Dans une légende\u00a0:',
    unnamed: 'Indexé par les archives\u00a0; nom introuvable dans le texte.',
    mostlyUnnamed: (unnamed, total) =>
      `Indexé par les archives\u00a0; nom introuvable dans ${unnamed === total ? 'ces textes' : `${number(unnamed)} de ces ${number(total)} textes`}.`,
  },

  index: {
    byLetter: (title, letter) => `${title}\u00a0: ${letter}`,
    byArticles: (title) => `${title} par nombre d’articles`,
    description: (title, total) =>
      `${title}\u00a0: ${total} dans ces archives, avec les articles de chaque notice.`,
    order: 'Trier',
    byName: 'Par nom',
    byNumber: 'Par nombre d’articles',
    letters: 'Lettres',
    names: 'Noms',
    excerpt: (shown) =>
      `Les ${number(shown)} qui ont le plus d’articles\u00a0; tous les autres sont sous leur lettre.`,
    narrow: 'Filtrer cette liste',
    map: 'Carte',
    mapTitle: (name, total) => `${name}, ${count(total, article)}`,
    mapJoined: (names, others) =>
      list(others > 0 ? [...names, count(others, { one: 'autre', other: 'autres' })] : names),
    mapExcerpt: (shown, total) =>
      `${number(shown)} sur ${count(total, { one: 'lieu', many: 'de lieux', other: 'lieux' })}\u00a0: ceux qui ont le plus d’articles, pour autant que leurs coordonnées sont connues.`,
    mapScale: 'Plus un point est grand, plus il y a d’articles\u00a0; un nombre est celui de lieux proches.',
  },

  search: searchPage,
  citing,
  data: dataPage,
  issues,
  federation,
};
