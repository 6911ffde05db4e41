import { expect, test } from 'vitest';

import { createLongerNameTest } from '../../../src/markdown/longer-names.ts';

/** Whether a name in a text is a part of a longer one. */
function isPart(name: string, text: string, language = 'en'): boolean {
  const start = text.indexOf(name);
  return createLongerNameTest(text, language)({ start, end: start + name.length });
}

test.for([
  ['Jordan', 'On Monday, the crowd saw Michael Jordan leave.'],
  ['Jordan', 'Michael Jordan left early, and they were sad.'],
  ['Crawford', 'It was J. Crawford who wrote the letter.'],
  ['New York', 'She wrote for the New York Times in those years.'],
  ['Norhaven', 'Then the Norhaven Harbour Board met.'],
] as const)('%s is a part of a longer name in: %s', ([name, text]) => {
  expect(isPart(name, text)).toBe(true);
});

test.for([
  ['Jordan', 'In Jordan, they were glad.'],
  ['Jordan', 'The envoy went to Jordan on Monday.'],
  ['Jordan', 'The envoy was in Jordan Monday and Tuesday.'],
  ['Lind', 'They asked Mayor Lind about it, and Mr. Lind answered.'],
  ['Norhaven', 'It was Norhaven President Ada Lind who said so.'],
  ['Ada Lind', 'The speech of Doctor Ada Lind was short.'],
  ['Norhaven', 'They left Osmark. Norhaven was far.'],
  ['Norhaven', 'It belongs to Osmark-Norhaven and others.'],
  ['Norhaven', 'FERRY STRIKE IN NORHAVEN ENDS'.replace('NORHAVEN', 'Norhaven')],
  ['Norhaven', 'Ferry Strike Ends In Norhaven After Long Talks'],
] as const)('%s is a name by itself in: %s', ([name, text]) => {
  expect(isPart(name, text)).toBe(false);
});

test('capitals say nothing in languages that write all nouns with one', () => {
  expect(isPart('Norhaven', 'Gestern sagte in Norhaven Bürgermeisterin Lind, es sei vorbei.', 'de')).toBe(
    false,
  );
  expect(isPart('Lind', 'Gestern hatte Bürgermeisterin Lind gesagt, es sei vorbei.', 'de-AT')).toBe(false);
});

test('other languages have their own titles, and beginnings where they are known', () => {
  expect(isPart('Lind', 'Hier, la maire Madame Lind est venue.', 'fr')).toBe(false);
  expect(isPart('Lind', 'Hier, la jeune Claire Lind est venue.', 'fr')).toBe(true);
  expect(isPart('Osmark', 'Dans Osmark, tout dort.', 'fr')).toBe(false);
  expect(isPart('Osmark', 'Ayer Osmark dormía.', 'es')).toBe(false);
  expect(isPart('Lind', 'Ayer llegó la joven Clara Lind.', 'es')).toBe(true);
});
