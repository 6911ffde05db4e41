import { Parser, type Quad, type Term } from 'n3';

import { findVocabulary, isVocabularyName, type VocabularyName } from '../../../records/vocabularies.ts';
import { catchFailure } from '../shared/catch-failure.ts';
import { readSourceText } from '../../text/decode-source.ts';
import { SourceError } from '../source-error.ts';
import type { Item, PublishedRecord, ReceivedFile, SourceOptions } from '../source.ts';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const skos = 'http://www.w3.org/2004/02/skos/core#';
const dct = 'http://purl.org/dc/terms/';
const schema = 'https://schema.org/';
const foaf = 'http://xmlns.com/foaf/0.1/';
const geo = 'http://www.w3.org/2003/01/geo/wgs84_pos#';
const mediaTopics = 'http://cv.iptc.org/newscodes/mediatopic/';

/** What a document says about a subject: the values of each property, in document order. */
type Properties = ReadonlyMap<string, readonly Term[]>;

/** An authority record by its vocabulary and id. */
type Key = Pick<PublishedRecord, 'id'> & { collection: VocabularyName };

/**
 * Reads the vocabularies that an archive has published at `/data/`, in SKOS as Turtle: a record for each concept. Its
 * vocabulary and id are in its address.
 */
export async function* readSkos(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const { text } = await readSourceText(file, options.encoding);
  const subjects = groupBySubject(parse(text));
  let number = 0;
  for (const [subject, properties] of subjects) {
    if (!properties.get(`${rdf}type`)?.some(({ value }) => value === `${skos}Concept`)) continue;
    const line = text.slice(0, Math.max(0, text.indexOf(`\n<${subject}>`)) + 1).split('\n').length;
    const origin = { file: file.name, item: `concept ${++number}`, line };
    yield catchFailure(origin, () => ({ kind: 'record', origin, record: readConcept(subject, subjects) }));
  }
}

function parse(text: string): Quad[] {
  try {
    return new Parser({ format: 'text/turtle' }).parse(text);
  } catch (error) {
    const line = Number(/ on line (\d+)/.exec(String(error))?.[1] ?? 1);
    const found = `invalid Turtle (${String((error as Error).message).replace(/ on line.*/, '')})`;
    throw new SourceError(found, 'Turtle (RDF 1.1)', 'Request the file again: it may be truncated.', {
      line,
      column: 1,
    });
  }
}

function groupBySubject(quads: readonly Quad[]): ReadonlyMap<string, Properties> {
  const subjects = new Map<string, Map<string, Term[]>>();
  for (const { subject, predicate, object } of quads) {
    const properties = subjects.get(subject.value) ?? new Map<string, Term[]>();
    subjects.set(subject.value, properties);
    properties.set(predicate.value, [...(properties.get(predicate.value) ?? []), object]);
  }
  return subjects;
}

function readConcept(subject: string, subjects: ReadonlyMap<string, Properties>): PublishedRecord {
  const properties: Properties = subjects.get(subject) ?? new Map();
  const textsOf = (name: string) => (properties.get(name) ?? []).map(({ value }) => value);
  const ownTexts = (name: string) => {
    const key = [...properties.keys()].find((each) => each.endsWith(`/data/#${name}`));
    return key === undefined ? [] : textsOf(key);
  };
  const own = (name: string) => ownTexts(name)[0];
  const [scheme = ''] = textsOf(`${skos}inScheme`);
  const { collection, id } = readKey(subject, scheme);
  const idsOf = (addresses: readonly string[]) =>
    addresses.map((address) => {
      if (!subjects.has(address)) {
        const fix = 'Use the complete file: a record refers to another that is not in it.';
        throw new SourceError(
          `the concept <${address}>, which is not described`,
          'concepts of this file',
          fix,
        );
      }
      return readKey(address, subjects.get(address)?.get(`${skos}inScheme`)?.[0]?.value ?? '').id;
    });
  const broader = idsOf(textsOf(`${skos}broader`));
  const [latitude] = textsOf(`${geo}lat`);
  const [longitude] = textsOf(`${geo}long`);
  const roles = textsOf(`${schema}hasOccupation`).map((role) => readRole(subjects.get(role)));
  const mediaTopic = textsOf(`${skos}exactMatch`).find((address) => address.startsWith(mediaTopics));
  const data = {
    name: textsOf(`${skos}prefLabel`)[0],
    sortName: own('sortName'),
    variants: listed(textsOf(`${skos}altLabel`)),
    description: textsOf(`${skos}definition`)[0],
    roles: listed(roles),
    coordinates:
      latitude === undefined ? undefined : { latitude: Number(latitude), longitude: Number(longitude) },
    ...(findVocabulary(collection).broaderField === 'within'
      ? { within: broader[0] }
      : { broader: listed(broader) }),
    mediaTopic: mediaTopic?.replace(mediaTopics, 'medtop:'),
    sameAs: listed(textsOf(`${schema}sameAs`)),
    place: idsOf(textsOf(`${schema}locationCreated`))[0],
    from: textsOf(`${schema}startDate`)[0],
    to: textsOf(`${schema}endDate`)[0],
    issn: textsOf(`${schema}issn`)[0],
    homepage: textsOf(`${foaf}homepage`)[0],
    continues: listed(idsOf(ownTexts('continues'))),
    replacedBy: idsOf(textsOf(`${dct}isReplacedBy`))[0],
  };
  return { collection, id, data, body: own('notes') ?? '' };
}

function readRole(properties: Properties = new Map()): Record<string, string | undefined> {
  const valueOf = (name: string) => properties.get(schema + name)?.[0]?.value;
  return { title: valueOf('roleName'), from: valueOf('startDate'), to: valueOf('endDate') };
}

function listed<Value>(values: readonly Value[]): readonly Value[] | undefined {
  return values.length > 0 ? values : undefined;
}

/** A concept's address is that of its scheme, which is the vocabulary's page, followed by its id. */
function readKey(address: string, scheme: string): Key {
  const collection = /\/([a-z]+)\/$/.exec(scheme)?.[1] ?? '';
  const id = address.startsWith(scheme) ? address.slice(scheme.length).replace(/\/$/, '') : '';
  if (isVocabularyName(collection) && id !== '') return { collection, id };
  throw new SourceError(
    `the concept <${address}> in the scheme <${scheme}>`,
    'an address below that of its scheme, which ends in the name of a vocabulary, like /people/',
    'Only vocabularies that a Dateline archive has published can be ingested.',
  );
}
