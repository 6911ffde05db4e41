import type { DataMessages } from './en.ts';

/** The page of the data sets in French. */
export const dataPage: DataMessages = {
  title: 'Données',
  description: (site) =>
    `${site} à télécharger en entier\u00a0: articles, attestations et vocabulaires, chaque champ étant décrit.`,
  lastChange: 'Dernière modification d’un article\u00a0:',
  whole: 'Les archives entières, pour compter, filtrer et conserver.',
  describes:
    'décrit ces fichiers pour les programmes (Data Package 2.0), avec leur SHA-256. Les textes sources se trouvent sous l’adresse',
  sourceTexts: 'au chemin qu’indique `source.file`.',
  files: 'Fichiers',
  file: 'Fichier',
  count: 'Articles ou notices',
  size: 'Taille',
  kinds: {
    ndjson: 'Articles avec textes et attestations, une ligne de JSON chacun',
    csv: 'Articles avec textes, sous forme de tableau',
    authors: 'Auteurs nommés par les signatures, avec leur nombre d’articles, en tableau',
    bylines: 'Les auteurs de chaque article, en tableau',
    issues:
      'Numéros des publications\u00a0: éditions, pages, rubriques et articles dans l’ordre, une ligne de JSON chacun',
    withdrawn: 'Articles retirés\u00a0: adresses, dates et motifs',
    schema: 'Ce que doit être l’en-tête des fichiers, en JSON Schema (draft-07)',
    skos: 'Les vocabulaires\u00a0: personnes, lieux, organisations, sujets et publications, en SKOS',
  },
  feeds: 'Fils d’actualité',
  newest: 'Les articles les plus récents des archives, pour les lecteurs de flux\u00a0:',
  ofRecords: 'La page de chaque personne, lieu, organisation, sujet, publication et auteur a son propre fil.',
  licence: 'Licence d’utilisation',
  rights:
    'Les articles n’appartiennent pas aux archives\u00a0: `rights` dit à qui ils sont, quand on le sait.',
  ownWords:
    'Les mots propres aux archives (titres restitués, résumés, notes, vocabulaires) sont sous licence',
  fields: 'Champs d’un article',
  shape:
    'Dans les lignes de JSON, les noms à point sont emboîtés (`"source": {"name": …}`), et ce qui n’est pas connu est omis. Dans le tableau, plusieurs valeurs d’une même cellule sont séparées par «\u00a0;\u00a0», et une cellule qu’un tableur prendrait pour une formule commence par une apostrophe.',
  field: 'Champ',
  says: 'Ce qu’il dit',
  issues: 'Numéros',
  issueShape:
    'Chaque ligne de `issues.ndjson` est ce que les archives conservent d’un numéro\u00a0: sa publication (`publication`) et sa `date`, son numéro tel qu’imprimé (`issue`), son adresse (`url`), et ses éditions (`editions`), chacune avec ses `pages` dans l’ordre, celles-ci avec leurs rubriques (`sections`), et celles-ci avec les identifiants de leurs `articles`. `facsimiles` contient les images des pages, avec les articles de chacune, et `manifest` l’adresse de leur manifeste IIIF.',
  vocabularies: 'Vocabulaires',
  skos: 'Chaque notice est un `skos:Concept` dont l’adresse est celle de sa page\u00a0: `skos:prefLabel` est son nom, `skos:altLabel` un autre nom, `skos:definition` dit qui ou ce que c’est, `skos:broader` ce qui la contient, et `schema:sameAs` où elle est décrite ailleurs. Les fonctions sont des `schema:hasOccupation`, avec début et fin en EDTF\u00a0; une notice fusionnée porte `dct:isReplacedBy`. Trois termes sont propres aux archives\u00a0:',
  sortName: '`:sortName`, le nom tel que l’index le classe',
  continues: '`:continues`, la publication dont une autre est la suite',
  notes: '`:notes`, les notes des archives à son sujet, en Markdown',
  takeIn: 'Les reprendre dans d’autres archives',
  ingest:
    'La commande `npm run ingest` de Dateline relit ces fichiers, avec le dossier `sources/` à côté de `data/`, et en refait les mêmes articles et les mêmes notices.',
};
