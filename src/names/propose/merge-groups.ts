import { findPlaces, placeWeight } from '../gazetteer/gazetteer.ts';
import { foldName } from '../fold-name.ts';
import { kindOf, mergeGroup, mostFrequent, type NameGroup } from './name-groups.ts';

/**
 * Joins groups that are surely the same: abbreviations whose long form other articles give, and other names of countries.
 * Short forms of people are not joined, since another article may mean another person: see {@link findLongForms}.
 */
export function mergeGroups(groups: Map<string, NameGroup>): void {
  mergeAbbreviations(groups);
  mergeCountries(groups);
}

/** "WHC" alone is that of "World Health Club (WHC)", if only one group has it as a variant. */
function mergeAbbreviations(groups: Map<string, NameGroup>): void {
  const owners = new Map<string, string[]>();
  for (const [key, group] of groups) {
    if (kindOf(group) !== 'organization') continue;
    for (const variant of group.variants.keys()) {
      if (!isAbbreviation(variant)) continue;
      const folded = foldName(variant);
      owners.set(folded, [...(owners.get(folded) ?? []), key]);
    }
  }
  for (const [abbreviation, [owner, ...others]] of owners) {
    const short = groups.get(abbreviation);
    const long = groups.get(owner ?? '');
    if (!short || !long || others.length > 0 || short === long) continue;
    mergeGroup(long, short);
    groups.delete(abbreviation);
  }
}

function isAbbreviation(name: string): boolean {
  return /^[\p{Lu}.]{2,8}$/u.test(name);
}

/** "U.S." and "America" are names of the United States. */
function mergeCountries(groups: Map<string, NameGroup>): void {
  const byCountry = new Map<string, string[]>();
  for (const [key, group] of groups) {
    if (kindOf(group) !== 'place' || placeWeight(key) < 1) continue;
    const [place, ...others] = findPlaces(key).filter(({ level }) => level === 'country');
    // "Congo" is the name of two.
    if (place?.country === undefined || others.length > 0) continue;
    byCountry.set(place.country, [...(byCountry.get(place.country) ?? []), key]);
  }
  for (const keys of byCountry.values()) {
    if (keys.length < 2) continue;
    const official = foldName(findPlaces(keys[0] ?? '')[0]?.name ?? '');
    const rank = (key: string) => (key === official ? Infinity : (groups.get(key)?.articles ?? 0));
    const [first, ...others] = keys.toSorted((a, b) => rank(b) - rank(a) || (a < b ? -1 : 1));
    for (const key of others) {
      mergeGroup(groups.get(first ?? '') as NameGroup, groups.get(key) as NameGroup);
      groups.delete(key);
    }
  }
}

/**
 * Creates a function that lists the headings of people whose family name is a name: "Holm" alone may be "Ana Holm" or "Per
 * Holm".
 */
export function findLongForms(groups: ReadonlyMap<string, NameGroup>): (name: string) => string[] {
  const byPart = new Map<string, string[]>();
  for (const [key, group] of groups) {
    if (kindOf(group) !== 'person' || !key.includes(' ')) continue;
    const parts = key.split(' ');
    const shown = new Set([parts.at(-1) ?? '', ...[...group.variants.keys()].map(foldName)]);
    for (const part of shown) byPart.set(part, [...(byPart.get(part) ?? []), mostFrequent(group.headings)]);
  }
  return (name) => byPart.get(foldName(name)) ?? [];
}
