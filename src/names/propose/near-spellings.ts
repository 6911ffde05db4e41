import { foldName } from '../fold-name.ts';
import type { Proposal } from './proposal.ts';

/**
 * The sound of a name, roughly: names in other scripts are spelled in Latin letters in several ways. Equal keys are a hint
 * that two spellings may be of one name, no more.
 *
 * @example
 * soundOf('Muammar Gaddafi') === soundOf('Moammar Kadhafi') // both are 'mamar kadafi'
 * soundOf('Yanukovych') === soundOf('Yanukovich')
 */
export function soundOf(name: string): string {
  return foldName(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(soundOfWord)
    .join(' ');
}

/** In order: what several letters stand for is read before single ones. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/ß/g, 'ss'],
  [/ø/g, 'o'],
  [/đ|ð/g, 'd'],
  [/ł/g, 'l'],
  [/æ/g, 'ae'],
  // One sound in Slavic names: "shch", "schtsch", "chtch"; then "ch", "sh", "cz", "sz", "tsch".
  [/[sct]?[sct]ch|sh|ch|cz|sz|c(?=[eiy])/g, 'c'],
  [/ph/g, 'f'],
  [/(?:kh|gh|ck|q|g)/g, 'k'],
  [/([bdtjrz])h/g, '$1'],
  [/(?:ou|oo|w)/g, 'u'],
  [/(?:ei|ey|ai|ay|ii|iy|yi|ij|ie|y|j|ee)/g, 'i'],
  [/^(?:dz|dj)/, 'i'],
  [/[fv]$/, 'f'],
  [/v/g, 'u'],
  [/(?:ua|uo|oa|aa)/g, 'a'],
  [/e/g, 'i'],
];

function soundOfWord(word: string): string {
  const sound = sounds.reduce((read, [spelling, letter]) => read.replace(spelling, letter), word);
  // Double letters are one.
  return [...sound].filter((letter, index, letters) => letter !== letters[index - 1]).join('');
}

/** Names shorter than this, in letters, are too often alike by chance. */
const shortest = 6;
/** How many names of one sound are compared: more are no spellings of one. */
const most = 6;

/**
 * Tells of proposals of one kind that are probably two spellings of one name: that sound alike, or have the same words in
 * another order. A person decides. The time grows with the number of names.
 *
 * @param proposals with their ids; changed in place
 * @param findRecords the ids of records of a kind that have a name of this sound
 */
export function doubtNearSpellings(
  proposals: readonly Proposal[],
  findRecords: (kind: string, sound: string) => readonly string[],
): void {
  const bySound = new Map<string, Proposal[]>();
  const byFamilyName = new Map<string, Proposal[]>();
  for (const proposal of proposals) {
    const { kind, heading, variants } = proposal;
    if (kind === 'topic') continue;
    for (const sound of new Set([heading, ...variants].flatMap(keysOf)))
      addTo(bySound, `${kind} ${sound}`, proposal);
    if (kind === 'person' && heading.includes(' '))
      for (const sound of keysOf(heading.split(' ').at(-1) ?? '')) addTo(byFamilyName, sound, proposal);
    const records = keysOf(heading).flatMap((sound) => findRecords(kind, sound));
    for (const id of new Set(records))
      proposal.doubts.push(
        `perhaps the same as the record ${id}, whose name sounds alike: if it is, decide "same as ${id}"`,
      );
  }
  for (const same of bySound.values()) {
    const [first, ...others] = same.length > most ? [] : same;
    for (const other of others) if (first) tell(other, first);
  }
  for (const proposal of proposals) {
    if (proposal.kind !== 'person' || proposal.heading.includes(' ')) continue;
    const long = keysOf(proposal.heading).flatMap((sound) => byFamilyName.get(sound) ?? []);
    for (const each of long.slice(0, 3))
      if (!foldName(each.heading).endsWith(` ${foldName(proposal.heading)}`)) tell(proposal, each);
  }
}

function addTo(lists: Map<string, Proposal[]>, key: string, proposal: Proposal): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [proposal]);
  else if (list.at(-1) !== proposal) list.push(proposal);
}

function tell(other: Proposal, first: Proposal): void {
  const doubt = `perhaps the same as "${first.heading}", another spelling: if it is, decide "same as ${first.id}"`;
  if (!other.doubts.includes(doubt)) other.doubts.push(doubt);
}

/**
 * The sounds by which a name is compared: of its words in alphabetical order, without initials between them.
 *
 * @returns nothing for a name that is too short
 */
export function keysOf(name: string): string[] {
  const all = soundOf(name).split(' ');
  const words = all.length > 2 ? all.filter((word) => word.length > 1) : all;
  const sound = words.toSorted().join(' ');
  return sound.length >= shortest ? [sound] : [];
}
