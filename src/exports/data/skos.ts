import type { Archive } from '../../archive/archive.ts';
import type { Authority } from '../../archive/vocabularies/authority.ts';
import { vocabularies, type VocabularyName } from '../../records/vocabularies.ts';

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
const kinds: Readonly<Record<VocabularyName, string | undefined>> = {
  people: 'schema:Person',
  places: 'schema:Place',
  organizations: 'schema:Organization',
  topics: undefined,
};

/** Where the IPTC publishes its Media Topics (https://iptc.org/standards/media-topics/). */
const mediaTopics = 'http://cv.iptc.org/newscodes/mediatopic/';

/**
 * The vocabularies in SKOS (W3C Recommendation of 18 August 2009), as Turtle (RDF 1.1): a concept scheme each, and a concept
 * for each record, whose address is that of its page. Lists are in their order in the records. What SKOS and schema.org
 * have no word for is in the archive's own terms, which `/data/` describes.
 *
 * @param readNotes the Markdown of a record; '' when it has none
 */
export function wordSkos(archive: Archive, readNotes: (record: Authority) => string): string {
  const { site, paths, records, replaced, messages } = archive;
  const iri = (path: string) => `<${paths.canonical(path)}>`;
  const text = (value: string) => `${literal(value)}@${site.language}`;
  const successors = new Map(replaced.map(({ record, by }) => [record.key, by]));
  const lines = [
    `@prefix : ${iri(`${paths.data}#`)} .`,
    ...Object.entries(prefixes).map(([prefix, address]) => `@prefix ${prefix}: <${address}> .`),
  ];
  for (const { name } of vocabularies) {
    const scheme = iri(paths.vocabulary(name));
    lines.push(
      '',
      wordSubject(scheme, [
        ['a', 'skos:ConceptScheme'],
        ['dct:title', `${literal(messages.vocabularies[name].title)}@${messages.language}`],
      ]),
    );
    const merged = replaced.flatMap(({ record }) => (record.vocabulary.name === name ? record : []));
    for (const record of [...records[name], ...merged]) lines.push('', wordConcept(record, scheme));
  }
  return `${lines.join('\n')}\n`;

  function wordConcept(record: Authority, scheme: string): string {
    const { data, name, description } = record;
    const above = data.within === undefined ? (data.broader ?? []) : [data.within];
    const kind = kinds[record.vocabulary.name];
    const successor = successors.get(record.key);
    const notes = readNotes(record);
    return wordSubject(iri(record.href), [
      ['a', `skos:Concept${kind ? `, ${kind}` : ''}`],
      ['skos:inScheme', scheme],
      ...(above.length === 0 && !successor ? [['skos:topConceptOf', scheme] as const] : []),
      ['skos:prefLabel', text(name)],
      ...(data.sortName === undefined ? [] : [[':sortName', literal(data.sortName)] as const]),
      ...record.variants.map((variant) => ['skos:altLabel', literal(variant)] as const),
      ['skos:definition', text(description)],
      ...above.map((id) => ['skos:broader', iri(paths.record(`${record.vocabulary.name}/${id}`))] as const),
      ...record.sameAs.map((address) => ['schema:sameAs', wordAddress(address)] as const),
      ...(data.mediaTopic
        ? [['skos:exactMatch', `<${mediaTopics}${data.mediaTopic.replace('medtop:', '')}>`] as const]
        : []),
      ...(data.roles ?? []).map(({ title, from, to }) => {
        const properties = [
          'a schema:Role',
          `schema:roleName ${text(title)}`,
          ...(from ? [`schema:startDate ${literal(from.edtf)}`] : []),
          ...(to ? [`schema:endDate ${literal(to.edtf)}`] : []),
        ];
        return ['schema:hasOccupation', `[ ${properties.join(' ; ')} ]`] as const;
      }),
      ...(data.coordinates
        ? [
            ['geo:lat', double(data.coordinates.latitude)] as const,
            ['geo:long', double(data.coordinates.longitude)] as const,
          ]
        : []),
      ...(successor
        ? [['dct:isReplacedBy', iri(successor.href)] as const, ['owl:deprecated', 'true'] as const]
        : []),
      ...(notes === '' ? [] : [[':notes', literal(notes)] as const]),
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
