import { renderRecord } from '../../ingest/write/render-entry.ts';
import type { KnownRecord } from '../../ingest/names/term-index.ts';
import { slugOf } from '../../records/choose-id.ts';
import type { VocabularyName } from '../../records/vocabularies.ts';
import { idOf } from '../grammar/writer.ts';
import { organizations } from '../town/organizations.ts';
import { findPaper, papers, type Paper } from '../town/papers.ts';
import { people } from '../town/people.ts';
import { places } from '../town/places.ts';
import { topics } from '../town/topics.ts';

/** A file of an archive. */
export interface ArchiveFile {
  /** Its path below the content folder. */
  path: string;
  content: string | Uint8Array;
}

/** The year of the last articles. */
const lastYear = 2023;

interface DemoRecord extends KnownRecord {
  data: Readonly<Record<string, unknown>>;
}

/** The authority records. */
export const records: readonly DemoRecord[] = [
  ...people.map(({ name, description, roles, variants, born, died }) =>
    record('people', idOf(name), {
      name,
      description: `${description} (${died ? `${born}–${died}` : `born ${born}`}). Invented`,
      sortName: sortName(name),
      variants,
      roles:
        roles.length > 0
          ? roles.map(([title, from, to]) => ({
              title,
              from: String(from),
              ...(to > 0 && { to: String(to) }),
            }))
          : undefined,
    }),
  ),
  ...places.map(({ name, description, latitude, longitude, within }) =>
    record('places', slugOf(name, 'place'), {
      name,
      description,
      coordinates: { latitude, longitude },
      within: within && slugOf(within, 'place'),
    }),
  ),
  ...organizations.map(([name, description, ...variants]) =>
    record('organizations', slugOf(name, 'organization'), {
      name,
      description: `${description}. Invented`,
      variants: variants.length > 0 ? variants : undefined,
    }),
  ),
  ...topics.map(([id, name, description, broader]) =>
    record('topics', id, { name, description, broader: broader && [broader] }),
  ),
  ...papers.map((paper) =>
    record('publications', publicationIdOf(paper), {
      name: paper.name,
      description: `${paper.description}. Invented`,
      place: slugOf('Ternhythe', 'place'),
      from: String(paper.from),
      ...(paper.to < lastYear && { to: String(paper.to) }),
      continues: paper.continues?.map((id) => publicationIdOf(findPaper(id))),
    }),
  ),
];

/** The id of the record of a paper. */
export function publicationIdOf({ name }: Pick<Paper, 'name'>): string {
  return slugOf(name, 'publication');
}

/** Renders the authority records. */
export function renderRecords(): ArchiveFile[] {
  return records.map(({ vocabulary, id, data }) => ({
    path: `${vocabulary}/${id}.md`,
    content: renderRecord(data, ''),
  }));
}

function record(
  vocabulary: VocabularyName,
  id: string,
  data: DemoRecord['data'] & { name: string; variants?: readonly string[] | undefined },
): DemoRecord {
  return { vocabulary, id, names: [data.name, ...(data.variants ?? [])], data };
}

function sortName(name: string): string {
  // A Chinese family name stands first already.
  if (name.startsWith('Lin ')) return name;
  const words = name.split(' ');
  return `${words.at(-1)}, ${words.slice(0, -1).join(' ')}`;
}
