import { normalizeFieldName, type Field } from '../shared/field-names.ts';

/**
 * What tables in other languages call the fields of an article, normalized by `normalizeFieldName`. They are only suggested:
 * `data` is a date in Italian, and something else in English.
 */
const foreignNames: Readonly<Record<string, Partial<Record<Field, string>>>> = {
  German: {
    title: 'titel überschrift ueberschrift schlagzeile headline',
    subtitle: 'untertitel unterzeile',
    date: 'datum erscheinungsdatum veröffentlicht veröffentlichungsdatum veröffentlichtam erschienen erschienenam',
    byline: 'autor autorin autoren verfasser verfasserin autorname',
    text: 'inhalt volltext artikeltext haupttext fließtext beitrag',
    summary: 'zusammenfassung kurzfassung vorspann teaser',
    publisher: 'zeitung quelle herausgeber verlag medium',
    language: 'sprache',
    url: 'adresse internetadresse webadresse',
    tags: 'schlagwörter schlagworte schlagwort stichwörter stichworte',
    categories: 'kategorie kategorien rubrik ressort',
    people: 'person personen',
    places: 'ort orte',
    topics: 'thema themen',
    organizations: 'organisation organisationen',
    rights: 'rechte urheberrecht',
  },
  French: {
    title: 'titre',
    subtitle: 'soustitre',
    date: 'datedepublication publiéle parution datedeparution',
    byline: 'auteur auteurs auteure auteurice signature',
    text: 'texte contenu corps texteintégral',
    summary: 'résumé chapeau chapô',
    publisher: 'journal éditeur',
    language: 'langue',
    url: 'adresse lien',
    tags: 'motsclés motsclefs étiquettes motclé',
    categories: 'catégorie catégories rubrique',
    people: 'personne personnes',
    places: 'lieu lieux',
    topics: 'sujet sujets thème thèmes',
    organizations: 'organisme organismes',
    rights: 'droits',
  },
  Spanish: {
    title: 'título titulo titular',
    subtitle: 'subtítulo subtitulo',
    date: 'fecha fechadepublicación fechadepublicacion fechapublicación publicado',
    byline: 'autor autora autores firma',
    text: 'texto contenido cuerpo textocompleto',
    summary: 'resumen entradilla',
    publisher: 'periódico periodico diario fuente medio',
    language: 'idioma lengua',
    url: 'enlace dirección',
    tags: 'etiquetas palabrasclave',
    categories: 'categoría categoria categorías categorias sección seccion',
    people: 'persona personas',
    places: 'lugar lugares',
    topics: 'tema temas',
    organizations: 'organización organizaciones',
    rights: 'derechos',
  },
  Italian: {
    title: 'titolo',
    subtitle: 'sottotitolo',
    date: 'data datadipubblicazione datapubblicazione pubblicato',
    byline: 'autore autrice autori firma',
    text: 'testo contenuto corpo articolo',
    summary: 'riassunto sommario',
    publisher: 'giornale testata fonte editore',
    language: 'lingua',
    url: 'indirizzo',
    tags: 'etichette parolechiave',
    categories: 'categoria categorie sezione rubrica',
    people: 'persone',
    places: 'luogo luoghi',
    topics: 'argomento argomenti',
    organizations: 'organizzazione organizzazioni',
    rights: 'diritti',
  },
  Portuguese: {
    title: 'título titulo manchete',
    subtitle: 'subtítulo subtitulo',
    date: 'data datadepublicação datadepublicacao publicadoem',
    byline: 'autor autora autores',
    text: 'texto conteúdo conteudo corpo',
    summary: 'resumo',
    publisher: 'jornal fonte editora',
    language: 'idioma língua',
    url: 'endereço ligação',
    tags: 'etiquetas palavraschave',
    categories: 'categoria categorias seção secção',
    people: 'pessoa pessoas',
    places: 'lugar lugares local locais',
    topics: 'tema temas assunto assuntos',
    organizations: 'organização organizações',
    rights: 'direitos',
  },
  Dutch: {
    title: 'titel kop',
    subtitle: 'ondertitel onderkop',
    date: 'datum publicatiedatum verschijningsdatum gepubliceerd',
    byline: 'auteur auteurs schrijver',
    text: 'tekst inhoud artikeltekst',
    summary: 'samenvatting inleiding',
    publisher: 'krant bron uitgever',
    language: 'taal',
    url: 'adres webadres',
    tags: 'trefwoorden trefwoord',
    categories: 'categorie categorieën rubriek',
    people: 'persoon personen',
    places: 'plaats plaatsen',
    topics: 'onderwerp onderwerpen',
    organizations: 'organisatie organisaties',
    rights: 'rechten',
  },
  Nordic: {
    title: 'rubrik titel överskrift overskrift tittel',
    subtitle: 'underrubrik undertitel undertittel',
    date: 'datum dato publiceringsdatum publiceret publisert',
    byline: 'författare forfatter skribent journalist',
    text: 'brödtext tekst innehåll indhold innhold brødtekst',
    summary: 'sammanfattning sammendrag ingress',
    publisher: 'tidning avis källa kilde',
    language: 'språk sprog',
    tags: 'nyckelord nøgleord nøkkelord',
  },
};

/**
 * Which fields the columns of a table would be in the language that most of them are in.
 *
 * @param header the names of the columns
 * @param wanted the fields that no column has been found for
 *
 * @example
 * suggestColumns(['Titel', 'Datum'], ['title', 'date']) // Map { 'title' => 'Titel', 'date' => 'Datum' }
 */
export function suggestColumns(header: readonly string[], wanted: readonly Field[]): Map<Field, string> {
  let best = new Map<Field, string>();
  for (const names of Object.values(foreignNames)) {
    const found = new Map<Field, string>();
    for (const field of wanted) {
      const known = names[field]?.split(' ') ?? [];
      const column = header.find((each) => known.includes(normalizeFieldName(each)));
      if (column !== undefined) found.set(field, column);
    }
    if (found.size > best.size) best = found;
  }
  return best;
}
