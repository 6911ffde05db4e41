import { geoArea, geoCentroid } from 'd3-geo';
import { feature } from 'topojson-client';
import world from 'world-atlas/countries-50m.json' with { type: 'json' };

import { findPlaces } from './gazetteer.ts';

let centres: Map<string, { latitude: number; longitude: number }> | undefined;

/** Names that are abbreviated on the map, or that two countries have, by ISO 3166-1 code. */
const abbreviated: Readonly<Record<string, string>> = {
  'Antigua and Barb.': 'AG',
  'Bosnia and Herz.': 'BA',
  'British Virgin Is.': 'VG',
  'Cayman Is.': 'KY',
  'Central African Rep.': 'CF',
  Congo: 'CG',
  'Cook Is.': 'CK',
  'Dem. Rep. Congo': 'CD',
  'Dominican Rep.': 'DO',
  'Eq. Guinea': 'GQ',
  'Faeroe Is.': 'FO',
  'Falkland Is.': 'FK',
  'Fr. Polynesia': 'PF',
  'Marshall Is.': 'MH',
  'N. Mariana Is.': 'MP',
  'S. Sudan': 'SS',
  'Solomon Is.': 'SB',
  'St. Kitts and Nevis': 'KN',
  'St. Vin. and Gren.': 'VC',
  'Turks and Caicos Is.': 'TC',
  'U.S. Virgin Is.': 'VI',
  'W. Sahara': 'EH',
};

/**
 * The middle of a country's largest piece of land, from the outlines that the maps are drawn of (Natural Earth).
 *
 * @param code ISO 3166-1, two letters
 */
export function countryCentre(code: string): { latitude: number; longitude: number } | undefined {
  centres ??= readCentres();
  return centres.get(code);
}

function readCentres(): Map<string, { latitude: number; longitude: number }> {
  const found = new Map<string, { latitude: number; longitude: number }>();
  for (const { geometry, properties } of countriesOf()) {
    const code = abbreviated[properties.name] ?? findCountry(properties.name);
    if (code === undefined) continue;
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue;
    const pieces = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const shapes = pieces.map((coordinates) => ({ type: 'Polygon' as const, coordinates }));
    const largest = shapes.reduce((a, b) => (geoArea(b) > geoArea(a) ? b : a));
    const [longitude, latitude] = geoCentroid(largest);
    found.set(code, { latitude, longitude });
  }
  return found;
}

function findCountry(name: string): string | undefined {
  return findPlaces(name).find(({ level }) => level === 'country')?.country;
}

function countriesOf() {
  const topology = world as unknown as Parameters<typeof feature>[0];
  const { countries } = topology.objects;
  const collection = countries && feature(topology, countries);
  if (collection?.type !== 'FeatureCollection') return [];
  return collection.features.map(({ geometry, properties }) => ({
    geometry,
    properties: { name: String(properties?.name) },
  }));
}
