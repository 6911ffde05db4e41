import { countryCentre } from '../gazetteer/country-centre.ts';
import { findPlaces, type GazetteerPlace } from '../gazetteer/gazetteer.ts';
import type { NameGroup } from './name-groups.ts';

/** What the gazetteer proposes for a place, with the other places of its name. */
export interface PlaceChoice {
  place: GazetteerPlace;
  /** Decimal degrees, `lat, long`; '' where none are known. */
  coordinates: string;
  /** Names of the places in which it lies, the narrowest first. */
  within: string[];
  /** The GeoNames address, if there is one. */
  address: string | undefined;
  /** Why it is first and which others there are: nothing when it is the only one. */
  doubt: string | undefined;
}

/** The places of one name that are listed. */
const most = 4;

/**
 * Chooses among the places of a name: a country or region first, then a city whose country the same articles name, then the
 * one with most inhabitants.
 *
 * @param language BCP 47 tag in which countries are named
 * @returns undefined when the gazetteer has no such place
 */
export function choosePlace(name: string, group: NameGroup, language: string): PlaceChoice | undefined {
  const named = (place: GazetteerPlace) => group.countries.get(place.country ?? '') ?? 0;
  const rank = (place: GazetteerPlace) =>
    baseRank(place) +
    (place.level === 'country' || named(place) === 0 ? 0 : 2 + named(place) / group.articles);
  const places = findPlaces(name).toSorted((a, b) => rank(b) - rank(a));
  const [place, ...others] = places;
  if (!place) return undefined;
  const country = nameCountry(place.country, language);
  return {
    place,
    coordinates: formatCoordinates(
      place.coordinates ?? (place.level === 'country' ? countryCentre(place.country ?? '') : undefined),
    ),
    within:
      place.level === 'city'
        ? [place.region ?? '', country].filter(Boolean)
        : place.level === 'region'
          ? [country].filter(Boolean)
          : [],
    address: place.geonamesId === undefined ? undefined : `https://sws.geonames.org/${place.geonamesId}/`,
    doubt: isDoubtful(place, others) ? describeOthers(place, others, named(place), language) : undefined,
  };
}

/** Countries and parts of the world are meant, unless there are two; villages of their names are of no interest. */
function isDoubtful(place: GazetteerPlace, others: readonly GazetteerPlace[]): boolean {
  if (place.level === 'city' || place.country !== undefined) {
    return place.level === 'country' ? others.some(({ level }) => level === 'country') : others.length > 0;
  }
  return false;
}

/** The rank of a place by itself: a region is worth as much as a city of half a million. */
function baseRank({ level, country, population }: GazetteerPlace): number {
  if (level === 'country') return 30;
  if (level === 'region') return country === undefined ? 20 : 5.7;
  return Math.log10(population + 1);
}

function describeOthers(
  place: GazetteerPlace,
  others: readonly GazetteerPlace[],
  named: number,
  language: string,
): string {
  const listed = others.slice(0, most).map((other) => formatPlace(other, language));
  const more = others.length > most ? ` and ${others.length - most} more` : '';
  const articles = named === 1 ? '1 article' : `${named} articles`;
  const reason =
    named > 0
      ? `named in ${articles} with its country`
      : place.level === 'country'
        ? 'it is listed first'
        : place.level === 'region'
          ? 'it is the largest unit'
          : 'it has most inhabitants';
  return `${formatPlace(place, language)} is proposed since ${named > 0 ? `it is ${reason}` : reason}; others: ${listed.join('; ')}${more}`;
}

/** "Malm (Skåne, Sweden; 5,000 inhabitants; https://sws.geonames.org/1/)". */
function formatPlace(
  { name, region, country, population, level, geonamesId }: GazetteerPlace,
  language: string,
): string {
  const where =
    level === 'country'
      ? ''
      : [region === name ? '' : (region ?? ''), nameCountry(country, language)].filter(Boolean).join(', ');
  const size = level === 'city' ? `${population.toLocaleString('en')} inhabitants` : `a ${level}`;
  const address = geonamesId === undefined ? '' : `; https://sws.geonames.org/${geonamesId}/`;
  return `${name} (${where === '' ? '' : `${where}; `}${size}${address})`;
}

/** The name of a country, by its code. */
export function nameCountry(code: string | undefined, language: string): string {
  if (code === undefined) return '';
  return new Intl.DisplayNames([language, 'en'], { type: 'region' }).of(code) ?? code;
}

function formatCoordinates(at: GazetteerPlace['coordinates']): string {
  return at ? `${at.latitude.toFixed(4)}, ${at.longitude.toFixed(4)}` : '';
}
