import { DataFactory, Writer, type BlankNode, type Literal, type NamedNode } from 'n3';

import type { Concept, ConceptScheme, SkosView } from './skos-view.ts';

const { literal, namedNode } = DataFactory;

/** The prefixes of the namespaces that are used, besides the archive's own (`:`). */
const prefixes = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  schema: 'https://schema.org/',
  geo: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** Turtle writes it as `a`. */
const type = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');

/** Where the IPTC publishes its Media Topics (https://iptc.org/standards/media-topics/). */
const mediaTopics = 'http://cv.iptc.org/newscodes/mediatopic/';

/** A property of a subject, and its value. */
type Property = readonly [predicate: NamedNode, object: NamedNode | Literal | BlankNode];

/**
 * Renders the vocabularies in SKOS (W3C Recommendation of 18 August 2009), as Turtle (RDF 1.1). The address of a concept is
 * that of its record's page. Lists are in their order in the records. For what neither SKOS nor schema.org has a term, the
 * archive has terms of its own, which `/data/` describes.
 */
export function renderSkos({ ownTerms, schemes }: SkosView): string {
  const writer = new Writer({ prefixes: { ...prefixes, '': ownTerms } });
  const add = (url: string, properties: readonly Property[]) => {
    for (const [predicate, object] of properties) writer.addQuad(namedNode(url), predicate, object);
  };
  const blank = (properties: readonly Property[]) =>
    writer.blank(properties.map(([predicate, object]) => ({ predicate, object })));
  for (const scheme of schemes) {
    add(scheme.url, describeScheme(scheme));
    for (const concept of scheme.concepts)
      add(concept.url, describeConcept(concept, scheme.url, ownTerms, blank));
  }
  let turtle = '';
  // Without a stream to write to, it calls back at once.
  writer.end((_error, result: string) => (turtle = result));
  return turtle;
}

function describeScheme({ language, title }: ConceptScheme): Property[] {
  return [
    [type, term('skos:ConceptScheme')],
    [term('dct:title'), literal(title, language)],
  ];
}

function describeConcept(
  concept: Concept,
  scheme: string,
  ownTerms: string,
  blank: (properties: readonly Property[]) => BlankNode,
): Property[] {
  const { broader, coordinates, language, mediaTopic, notes, replacedBy, roles, sortName } = concept;
  const { continues, from, homepage, issn, place, to } = concept;
  const own = (name: string) => namedNode(ownTerms + name);
  return [
    [type, term('skos:Concept')],
    ...optional(concept.type, (name) => [type, term(`schema:${name}`)]),
    [term('skos:inScheme'), namedNode(scheme)],
    ...optional(broader.length === 0 && !replacedBy ? scheme : undefined, (url) => [
      term('skos:topConceptOf'),
      namedNode(url),
    ]),
    [term('skos:prefLabel'), literal(concept.name, language)],
    ...optional(sortName, (name) => [own('sortName'), literal(name)]),
    ...concept.variants.map((variant): Property => [term('skos:altLabel'), literal(variant)]),
    [term('skos:definition'), literal(concept.description, language)],
    ...broader.map((url): Property => [term('skos:broader'), namedNode(url)]),
    ...concept.sameAs.map((url): Property => [term('schema:sameAs'), iriOrText(url)]),
    ...optional(mediaTopic, (code) => [
      term('skos:exactMatch'),
      namedNode(mediaTopics + code.replace('medtop:', '')),
    ]),
    ...roles.map(({ title, from, to }): Property => {
      const role: Property[] = [
        [type, term('schema:Role')],
        [term('schema:roleName'), literal(title, language)],
        ...optional(from, (date) => [term('schema:startDate'), literal(date)]),
        ...optional(to, (date) => [term('schema:endDate'), literal(date)]),
      ];
      return [term('schema:hasOccupation'), blank(role)];
    }),
    ...optional(coordinates?.latitude, (degrees) => [term('geo:lat'), double(degrees)]),
    ...optional(coordinates?.longitude, (degrees) => [term('geo:long'), double(degrees)]),
    ...optional(issn, (number) => [term('schema:issn'), literal(number)]),
    ...optional(from, (date) => [term('schema:startDate'), literal(date)]),
    ...optional(to, (date) => [term('schema:endDate'), literal(date)]),
    ...optional(homepage, (url) => [term('foaf:homepage'), iriOrText(url)]),
    ...optional(place, (url) => [term('schema:locationCreated'), namedNode(url)]),
    ...continues.map((url): Property => [own('continues'), namedNode(url)]),
    ...optional(replacedBy, (url) => [term('dct:isReplacedBy'), namedNode(url)]),
    ...optional(replacedBy, () => [term('owl:deprecated'), literal('true', term('xsd:boolean'))]),
    ...optional(notes?.read(), (text) => [own('notes'), literal(text)]),
  ];
}

function optional<Value>(value: Value | undefined, describe: (value: Value) => Property): Property[] {
  return value === undefined ? [] : [describe(value)];
}

/** @param name with its prefix: `skos:Concept` */
function term(name: string): NamedNode {
  const [prefix = '', local = ''] = name.split(':');
  return namedNode(prefixes[prefix as keyof typeof prefixes] + local);
}

/** A URL as an IRI or, where it has a character that an IRI cannot have (Turtle, section 6.5), as a text. */
function iriOrText(url: string): NamedNode | Literal {
  return /^[^\u0000-\u0020<>"{}|^`\\]*$/.test(url) ? namedNode(url) : literal(url, term('xsd:anyURI'));
}

function double(number: number): Literal {
  return literal(String(number), term('xsd:double'));
}
