import type { Archive } from '../../archive/archive.ts';
import type { Authority } from '../../archive/vocabularies/authority.ts';
import { printedText } from '../../records/ledger/ledger.ts';
import { createStoredText, type ReadBody, type StoredText } from './stored-text.ts';

/** What the SKOS file shows. All URLs are absolute. */
export interface SkosView {
  /** The namespace of the archive's own terms. */
  ownTerms: string;
  schemes: readonly ConceptScheme[];
}

/** A vocabulary in SKOS. */
export interface ConceptScheme {
  url: string;
  title: string;
  /** Of the title (BCP 47). */
  language: string;
  concepts: readonly Concept[];
}

/** An authority record in SKOS. */
export interface Concept {
  url: string;
  /** Of its words (BCP 47). */
  language: string;
  /** A type of schema.org. */
  type: string | undefined;
  name: string;
  description: string;
  sortName: string | undefined;
  variants: readonly string[];
  sameAs: readonly string[];
  broader: readonly string[];
  /** `medtop:…` */
  mediaTopic: string | undefined;
  /** Dates in EDTF. */
  roles: readonly { title: string; from: string | undefined; to: string | undefined }[];
  coordinates: { latitude: number; longitude: number } | undefined;
  /** What is particular to a publication. Dates in EDTF, addresses as URLs. */
  issn: string | undefined;
  from: string | undefined;
  to: string | undefined;
  homepage: string | undefined;
  place: string | undefined;
  continues: readonly string[];
  replacedBy: string | undefined;
  /** Markdown. */
  notes: StoredText | undefined;
}

/** Creates what the SKOS file shows: a concept scheme for each vocabulary, and a concept for each record. */
export function createSkosView(archive: Archive, readBody: ReadBody): SkosView {
  const { paths, vocabularies, records, replaced, messages } = archive;
  return {
    ownTerms: paths.canonical(`${paths.data}#`),
    schemes: vocabularies.map(({ name }): ConceptScheme => {
      const merged = replaced.filter(({ record }) => record.vocabulary.name === name);
      return {
        url: paths.canonical(paths.vocabulary(name)),
        title: messages.vocabularies[name].title,
        language: messages.language,
        concepts: [
          ...records[name].map((record) => createConcept(archive, record, readBody)),
          ...merged.map(({ record, by }) => createConcept(archive, record, readBody, by)),
        ],
      };
    }),
  };
}

function createConcept(
  { paths: { canonical, record: pathOf }, site }: Archive,
  { data, description, digest, href, html, key, name, origin, sameAs, variants, vocabulary }: Authority,
  readBody: ReadBody,
  successor?: Authority,
): Concept {
  const broader = data.within === undefined ? (data.broader ?? []) : [data.within];
  return {
    url: canonical(href),
    language: origin?.language ?? site.language,
    // A term stands for nothing besides being a concept.
    type: vocabulary.schemaOrgType === 'DefinedTerm' ? undefined : vocabulary.schemaOrgType,
    name,
    description,
    sortName: data.sortName,
    variants,
    // Its pages at the archives of a federation are of the same, too.
    sameAs: [...sameAs, ...(origin?.pages ?? []).map((page) => page.href)],
    broader: broader.map((id) => canonical(pathOf(`${vocabulary.name}/${id}`))),
    mediaTopic: data.mediaTopic,
    roles: (data.roles ?? []).map(({ title, from, to }) => ({ title, from: from?.edtf, to: to?.edtf })),
    coordinates: data.coordinates,
    issn: data.issn,
    from: data.from?.edtf,
    to: data.to?.edtf,
    homepage: data.homepage,
    place: data.place === undefined ? undefined : canonical(pathOf(`places/${data.place}`)),
    continues: (data.continues ?? []).map((id) => canonical(pathOf(`${vocabulary.name}/${id}`))),
    replacedBy: successor && canonical(successor.href),
    notes: html === '' ? undefined : createStoredText(digest, () => printedText(readBody(key))),
  };
}
