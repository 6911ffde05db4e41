import { createRequire } from 'node:module';

import { geoArea, geoCentroid } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

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
  const require = createRequire(import.meta.url);
  const world = require('world-atlas/countries-110m.json') as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  const found = new Map<string, { latitude: number; longitude: number }>();
  for (const { geometry, properties } of feature(world, world.objects.countries).features) {
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
