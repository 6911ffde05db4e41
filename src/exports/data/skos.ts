import type { Archive } from '../../archive/archive.ts';
import type { Authority } from '../../archive/vocabularies/authority.ts';
import type { Paths } from '../../archive/paths.ts';
import { printedText } from '../../records/ledger/ledger.ts';
import { vocabularies, type VocabularyName } from '../../records/vocabularies.ts';
import { createStoredText, type ReadBody, type StoredText } from './stored-text.ts';

/** Prefixes of the vocabularies that are used, besides the archive's own (`:`). */
const prefixes = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  schema: 'https://schema.org/',
  geo: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** Besides being a concept, a record stands for one of these. */
const types: Readonly<Record<VocabularyName, string | undefined>> = {
  people: 'schema:Person',
  places: 'schema:Place',
  organizations: 'schema:Organization',
  topics: undefined,
};

/** Where the IPTC publishes its Media Topics (https://iptc.org/standards/media-topics/). */
const mediaTopics = 'http://cv.iptc.org/newscodes/mediatopic/';

/** What the SKOS file shows. All URLs are absolute. */
export interface SkosView {
  /** Of the records (BCP 47). */
  language: string;
  /** The namespace of the archive's own terms. */
  ownTerms: string;
  schemes: readonly ConceptScheme[];
}

interface ConceptScheme {
  url: string;
  title: string;
  /** Of the title (BCP 47). */
  language: string;
  concepts: readonly Concept[];
}

interface Concept {
  url: string;
  type: string | undefined;
  name: string;
  description: string;
  sortName: string | undefined;
  variants: readonly string[];
  sameAs: readonly string[];
  broader: readonly string[];
  mediaTopic: string | undefined;
  /** Dates in EDTF. */
  roles: readonly { title: string; from: string | undefined; to: string | undefined }[];
  coordinates: { latitude: number; longitude: number } | undefined;
  replacedBy: string | undefined;
  /** Markdown. */
  notes: StoredText | undefined;
}

/** Creates what the SKOS file shows: a concept scheme for each vocabulary, and a concept for each record. */
export function createSkosView(archive: Archive, readBody: ReadBody): SkosView {
  const { site, paths, records, replaced, messages } = archive;
  return {
    language: site.language,
    ownTerms: paths.canonical(`${paths.data}#`),
    schemes: vocabularies.map(({ name }): ConceptScheme => {
      const merged = replaced.filter(({ record }) => record.vocabulary.name === name);
      return {
        url: paths.canonical(paths.vocabulary(name)),
        title: messages.vocabularies[name].title,
        language: messages.language,
        concepts: [
          ...records[name].map((record) => createConcept(paths, record, readBody)),
          ...merged.map(({ record, by }) => createConcept(paths, record, readBody, by)),
        ],
      };
    }),
  };
}

function createConcept(
  { canonical, record: pathOf }: Paths,
  { data, description, digest, href, html, key, name, sameAs, variants, vocabulary }: Authority,
  readBody: ReadBody,
  successor?: Authority,
): Concept {
  const broader = data.within === undefined ? (data.broader ?? []) : [data.within];
  return {
    url: canonical(href),
    type: types[vocabulary.name],
    name,
    description,
    sortName: data.sortName,
    variants,
    sameAs,
    broader: broader.map((id) => canonical(pathOf(`${vocabulary.name}/${id}`))),
    mediaTopic: data.mediaTopic,
    roles: (data.roles ?? []).map(({ title, from, to }) => ({ title, from: from?.edtf, to: to?.edtf })),
    coordinates: data.coordinates,
    replacedBy: successor && canonical(successor.href),
    notes: html === '' ? undefined : createStoredText(digest, () => printedText(readBody(key))),
  };
}

/**
 * Renders the vocabularies in SKOS (W3C Recommendation of 18 August 2009), as Turtle (RDF 1.1). The address of a concept is
 * that of its record's page. Lists are in their order in the records. For what neither SKOS nor schema.org has a term, the
 * archive has terms of its own, which `/data/` describes.
 */
export function renderSkos({ language, ownTerms, schemes }: SkosView): string {
  const text = (value: string) => `${literal(value)}@${language}`;
  const lines = [
    `@prefix : <${ownTerms}> .`,
    ...Object.entries(prefixes).map(([prefix, address]) => `@prefix ${prefix}: <${address}> .`),
  ];
  for (const { url, title, language: titleLanguage, concepts } of schemes) {
    const scheme = `<${url}>`;
    lines.push(
      '',
      wordSubject(scheme, [
        ['a', 'skos:ConceptScheme'],
        ['dct:title', `${literal(title)}@${titleLanguage}`],
      ]),
    );
    for (const concept of concepts) lines.push('', wordConcept(concept, scheme));
  }
  return `${lines.join('\n')}\n`;

  function wordConcept(concept: Concept, scheme: string): string {
    const { broader, coordinates, description, mediaTopic, name, notes, replacedBy, roles } = concept;
    return wordSubject(`<${concept.url}>`, [
      ['a', `skos:Concept${concept.type ? `, ${concept.type}` : ''}`],
      ['skos:inScheme', scheme],
      ...(broader.length === 0 && !replacedBy ? [['skos:topConceptOf', scheme] as const] : []),
      ['skos:prefLabel', text(name)],
      ...(concept.sortName === undefined ? [] : [[':sortName', literal(concept.sortName)] as const]),
      ...concept.variants.map((variant) => ['skos:altLabel', literal(variant)] as const),
      ['skos:definition', text(description)],
      ...broader.map((url) => ['skos:broader', `<${url}>`] as const),
      ...concept.sameAs.map((address) => ['schema:sameAs', wordAddress(address)] as const),
      ...(mediaTopic
        ? [['skos:exactMatch', `<${mediaTopics}${mediaTopic.replace('medtop:', '')}>`] as const]
        : []),
      ...roles.map(({ title, from, to }) => {
        const properties = [
          'a schema:Role',
          `schema:roleName ${text(title)}`,
          ...(from ? [`schema:startDate ${literal(from)}`] : []),
          ...(to ? [`schema:endDate ${literal(to)}`] : []),
        ];
        return ['schema:hasOccupation', `[ ${properties.join(' ; ')} ]`] as const;
      }),
      ...(coordinates
        ? [
            ['geo:lat', double(coordinates.latitude)] as const,
            ['geo:long', double(coordinates.longitude)] as const,
          ]
        : []),
      ...(replacedBy
        ? [['dct:isReplacedBy', `<${replacedBy}>`] as const, ['owl:deprecated', 'true'] as const]
        : []),
      ...(notes ? [[':notes', literal(notes.read())] as const] : []),
    ]);
  }
}

function wordSubject(subject: string, properties: readonly (readonly [string, string])[]): string {
  return `${subject}\n${properties.map(([predicate, object]) => `  ${predicate} ${object}`).join(' ;\n')} .`;
}

/** A string (Turtle, section 6.4), with all that could end it escaped. */
function literal(value: string): string {
  const escaped = value.replace(
    /["\\\u0000-\u001f\u007f]/g,
    (sign) =>
      ({ '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' })[sign] ??
      `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}

/** An address as an IRI or, where it has a sign that an IRI cannot have (Turtle, section 6.5), as a text. */
function wordAddress(address: string): string {
  return /^[^\u0000-\u0020<>"{}|^`\\]*$/.test(address) ? `<${address}>` : `${literal(address)}^^xsd:anyURI`;
}

function double(number: number): string {
  return `"${number}"^^xsd:double`;
}
