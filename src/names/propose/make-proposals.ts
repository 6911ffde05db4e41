import { createIdChooser, slugOf } from '../../records/choose-id.ts';
import { foldName } from '../fold-name.ts';
import type { NameWords } from '../words/name-words.ts';
import { doubtNearSpellings } from './near-spellings.ts';
import { describeLongForms, judgeGroup } from './doubts.ts';
import { findLongForms } from './merge-groups.ts';
import { kindOf, mostFrequent, type NameGroup } from './name-groups.ts';
import { choosePlace, nameCountry, type PlaceChoice } from './place-choice.ts';
import type { Proposal, RankedProposal } from './proposal.ts';
import { removeSharedVariants } from './shared-variants.ts';
import { sortNameOf } from './sort-name.ts';

/** What of the archive the proposals have to fit to. */
export interface Surroundings {
  /** BCP 47 tag of the site. */
  language: string;
  words: NameWords;
  /** Whether a record has an id. */
  hasId: (kind: Proposal['kind'], id: string) => boolean;
  /** The id of the place record that has a name, compared as {@link foldName} does. */
  findPlaceId: (folded: string) => string | undefined;
  /** The headings of people's records whose family name is a name. */
  findPeople: (name: string) => string[];
  /** The ids of records of a kind that have a name of a sound: see `keysOf`. */
  findBySound: (kind: string, sound: string) => readonly string[];
}

interface Row extends RankedProposal {
  /** Of places. */
  choice?: PlaceChoice | undefined;
}

/**
 * Makes the rows of the table: best first, which is what is surest and most often named.
 *
 * @param topics rows that are ranked with the others
 */
export function makeProposals(
  groups: ReadonlyMap<string, NameGroup>,
  topics: readonly RankedProposal[],
  around: Surroundings,
): Proposal[] {
  const longFormsOf = findLongForms(groups);
  const rows = Array.from(groups.values(), (group): Row => {
    const heading = mostFrequent(group.headings);
    const { confidence, doubts } = judgeGroup(heading, group);
    const kind = kindOf(group);
    const choice = kind === 'place' ? choosePlace(heading, group, around.language) : undefined;
    const long =
      kind === 'person' && !heading.includes(' ')
        ? [...longFormsOf(heading), ...around.findPeople(heading)]
        : [];
    if (long.length > 0) doubts.unshift(describeLongForms(long));
    if (choice?.doubt !== undefined) doubts.push(choice.doubt);
    if (kind === 'place' && !choice) doubts.push('the gazetteer does not have it');
    // Many articles make a name more useful to have, and more likely to be one.
    const rank = confidence * (1 + Math.log2(group.articles) + 0.3 * Math.log2(Math.max(group.mentions, 1)));
    return { proposal: propose(heading, group, choice, doubts, around), choice, rank };
  });
  rows.push(...topics);
  rows.sort((a, b) => b.rank - a.rank || (a.proposal.heading < b.proposal.heading ? -1 : 1));
  assignIds(
    rows.map(({ proposal }) => proposal),
    around,
  );
  assignWithin(rows, around);
  const proposals = rows.map(({ proposal }) => proposal);
  removeSharedVariants(proposals, longFormsOf);
  doubtNearSpellings(proposals, around.findBySound);
  return proposals;
}

function propose(
  heading: string,
  group: NameGroup,
  choice: PlaceChoice | undefined,
  doubts: string[],
  { language, words }: Surroundings,
): Proposal {
  const kind = kindOf(group);
  const { first, last } = group.family;
  const family = first === last ? undefined : first > last ? 'first' : 'last';
  const spellings = [...group.headings, ...group.variants].filter(([spelling]) => spelling !== heading);
  const said = mostSaid(group);
  const known = choice ? describePlace(choice, language) : '';
  const description = said || known;
  return {
    kind,
    heading,
    id: '',
    variants: spellings
      .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([spelling]) => spelling),
    sortName: kind === 'person' ? (sortNameOf(heading, family, words) ?? '') : '',
    description: description && `proposed: ${description}`,
    country: choice && choice.place.level !== 'country' ? nameCountry(choice.place.country, language) : '',
    coordinates: choice?.coordinates ?? '',
    within: [],
    sameAs: choice?.address === undefined ? [] : [choice.address],
    articles: group.articles,
    mentions: group.mentions,
    evidence: group.evidence.map(({ sentence, article }) => `${sentence} [${article}]`),
    doubts,
  };
}

/** What the texts say most often; of what they say equally often, the longest. */
function mostSaid({ descriptions }: NameGroup): string {
  const [first] = [...descriptions].toSorted(
    (a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1),
  );
  return first?.[0] ?? '';
}

function describePlace({ place }: PlaceChoice, language: string): string {
  const country = nameCountry(place.country, language);
  if (place.level === 'country') return 'country';
  if (place.level === 'region') return country === '' ? 'region' : `region of ${country}`;
  return place.region === undefined || place.region === place.name
    ? `city in ${country}`
    : `city in ${place.region}, ${country}`;
}

function assignIds(proposals: readonly Proposal[], { hasId }: Surroundings): void {
  const choosers = new Map(
    (['person', 'place', 'organization', 'topic'] as const).map((kind) => [
      kind,
      createIdChooser((id) => hasId(kind, id)),
    ]),
  );
  for (const proposal of proposals)
    proposal.id = choosers.get(proposal.kind)?.(slugOf(proposal.heading, proposal.kind)) ?? '';
}

/** Names the narrowest place that has a record or a row of its own. */
function assignWithin(rows: readonly Row[], { findPlaceId }: Surroundings): void {
  const proposed = new Map<string, string>();
  for (const { proposal, choice } of rows) {
    if (!choice || choice.place.level === 'city') continue;
    proposed.set(foldName(proposal.heading), proposal.id);
    proposed.set(foldName(choice.place.name), proposal.id);
  }
  for (const { proposal, choice } of rows) {
    const ids = (choice?.within ?? []).flatMap(
      (name) => findPlaceId(foldName(name)) ?? proposed.get(foldName(name)) ?? [],
    );
    const [id] = ids.filter((each) => each !== proposal.id);
    if (id !== undefined) proposal.within = [id];
  }
}
