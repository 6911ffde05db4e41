import { expect, test } from 'vitest';

import { createEditionOrder } from '../../../../src/archive/issues/edition-order.ts';

const { compare } = new Intl.Collator('en', { numeric: true });
const sorted = (...editions: (string | undefined)[]) =>
  editions
    .toReversed()
    .map((edition) => ({ edition }))
    .sort((a, b) => createEditionOrder(compare)(a.edition, b.edition))
    .map(({ edition }) => edition);

test.for([
  [
    'early edition',
    'Morning',
    'noon edition',
    'afternoon',
    'EVENING EDITION',
    'late edition',
    'night',
    'final',
    'extra',
  ],
  [
    'Frühausgabe',
    'Morgenausgabe',
    'Mittagsblatt',
    'Abendausgabe',
    'Spätausgabe',
    'Nachtausgabe',
    'Sonderausgabe',
  ],
  ['édition du matin', 'midi', 'édition du soir', 'nuit', 'dernière édition', 'édition spéciale'],
  ['edición de la mañana', 'mediodía', 'edición de la tarde', 'noche', 'última edición', 'extra'],
  ['edizione del mattino', 'mezzogiorno', 'edizione della sera', 'notte', 'ultima edizione', 'straordinaria'],
  ['утренний выпуск', 'дневной выпуск', 'вечерний выпуск', 'ночной выпуск', 'экстренный выпуск'],
  ['first edition', '2nd edition', 'Third', '4', '10th edition', 'final edition'],
  ['erste Ausgabe', 'zweite Ausgabe', '3. Ausgabe', 'letzte Ausgabe'],
  ['première édition', 'deuxième', 'troisième', '5e édition'],
  ['primera edición', 'segunda edición', 'tercera edición'],
  ['prima edizione', 'seconda edizione', 'terza edizione'],
  ['первый выпуск', 'второй выпуск', 'третий выпуск'],
  ['first evening edition', 'second evening edition'],
])('editions stand in the order in which they came out: %j', (editions) => {
  expect(sorted(...editions)).toEqual(editions);
});

test('editions whose names do not tell when they came out follow by name, and none is before all', () => {
  expect(sorted(undefined, 'late edition', 'City', 'Country', '晚报版')).toEqual([
    undefined,
    'late edition',
    'City',
    'Country',
    '晚报版',
  ]);
});

test('a year is no number of an edition', () => {
  expect(sorted('City 1998', 'Country 1997')).toEqual(['City 1998', 'Country 1997']);
});
