import { geoArea, geoCentroid } from 'd3-geo';
import { feature } from 'topojson-client';
import world from 'world-atlas/countries-110m.json' with { type: 'json' };

import { findPlaces } from './gazetteer.ts';

let centres: Map<string, { latitude: number; longitude: number }> | undefined;

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
    const [place] = findPlaces(properties.name);
    if (place?.level !== 'country' || place.country === undefined) continue;
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue;
    const pieces = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const shapes = pieces.map((coordinates) => ({ type: 'Polygon' as const, coordinates }));
    const largest = shapes.reduce((a, b) => (geoArea(b) > geoArea(a) ? b : a));
    const [longitude, latitude] = geoCentroid(largest);
    found.set(place.country, { latitude, longitude });
  }
  return found;
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
