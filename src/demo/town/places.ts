/** A place of the invented island. */
export interface DemoPlace {
  name: string;
  description: string;
  /** The name of the place that it lies in. */
  within?: string;
  latitude: number;
  longitude: number;
}

/** The middle of the island: in the open Atlantic, hundreds of kilometres from any land, so that no real place is meant. */
const island = { latitude: 46.5, longitude: -24 };

const place = (
  name: string,
  description: string,
  north: number,
  east: number,
  within?: string,
): DemoPlace => ({
  name,
  description: `${description}. Invented, as are its coordinates, in the open ocean`,
  ...(within && { within }),
  latitude: Number((island.latitude + north).toFixed(4)),
  longitude: Number((island.longitude + east).toFixed(4)),
});

/** Everywhere that has a record. */
export const places: readonly DemoPlace[] = [
  place('Ternsey', 'An island', 0, 0),
  place('Ternhythe', 'The town of Ternsey, at the mouth of the Wend', -0.06, 0.05, 'Ternsey'),
  place('River Wend', 'The river that parts Ternhythe from Northbank', -0.04, 0.03, 'Ternsey'),
  place(
    'Long Bridge',
    'The bridge over the Wend: the first of 1898, the second of 1974',
    -0.058,
    0.048,
    'Ternhythe',
  ),
  place('Tide Mill', 'A woollen mill of 1901, since 1989 a museum', -0.055, 0.044, 'Ternhythe'),
  place('Fish Quay', 'The harbour of Ternhythe', -0.064, 0.055, 'Ternhythe'),
  place('Salt Market', 'The market square of Ternhythe', -0.06, 0.052, 'Ternhythe'),
  place('Ropewalk', 'A long street behind the harbour', -0.062, 0.051, 'Ternhythe'),
  place('Castle Hill', 'The hill above the town, with the school', -0.061, 0.045, 'Ternhythe'),
  place('Northbank', 'The part of Ternhythe on the far side of the Wend', -0.054, 0.051, 'Ternhythe'),
  place('Priory Meadow', 'The football ground', -0.066, 0.047, 'Ternhythe'),
  place('Electric Palace', 'A cinema in the Salt Market, opened in 1912', -0.0601, 0.0523, 'Ternhythe'),
  place('Oxney', 'A village of graziers in the west of the island', 0.01, -0.09, 'Ternsey'),
  place('Skerrow', 'A fishing village in the north of the island', 0.1, 0.02, 'Ternsey'),
  place('Marlcombe', 'A village in the hills', 0.03, 0, 'Ternsey'),
  place('Gullholm', 'A rock with a lighthouse off the harbour mouth', -0.09, 0.1, 'Ternsey'),
  place('Hallick', 'The neighbouring island', -0.2, 0.35),
];
