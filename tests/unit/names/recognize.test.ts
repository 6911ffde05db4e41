import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { namesIn, recognize } from './recognize-texts.ts';

describe('names in English', () => {
  test('are told apart by titles, prepositions and the words of organizations', () => {
    expect(namesIn('On Monday, Prime Minister Orla Venn met the Norland Water Board in Stockholm.')).toEqual([
      'Orla Venn: person',
      'Norland Water Board: organization',
      'Stockholm: place',
    ]);
  });

  test('do not begin with the words that begin sentences', () => {
    const text =
      'The Harrow Bridge Company waited. In Oslo, nothing moved. Yesterday Orla Venn left. Ferries stopped.';
    expect(namesIn(text)).toEqual([
      'Harrow Bridge Company: organization',
      'Oslo: place',
      'Orla Venn: person',
    ]);
  });

  test('that stand only at the beginning of sentences need more than their capital', () => {
    expect(namesIn('Tension rose. Shipments stopped. Nobody knew why.')).toEqual([]);
    expect(namesIn('Tesslund refused. Nobody knew why.')).toEqual(['Tesslund: person']);
  });

  test('are no names of peoples, days, months, events or prizes', () => {
    const text =
      'A Swedish team won the Harbour Cup on a Tuesday in March. Danes and Norwegians took the Lantern Prize.';
    expect(namesIn(text)).toEqual([]);
  });

  test('keep what belongs to them: initials, particles, "of", and full stops of abbreviations', () => {
    const text =
      'He wrote to J. K. Ostrand, to Pieter van der Molen, to the Bank of Norland and to people in St. Petersburg.';
    expect(namesIn(text)).toEqual([
      'J. K. Ostrand: person',
      'Pieter van der Molen: person',
      'Bank of Norland: organization',
      'St. Petersburg: place',
    ]);
  });

  test('may have a nickname inside', () => {
    expect(namesIn('They met Admiral Frank "Skipper" Ford at noon. Ford left.')).toEqual([
      'Frank "Skipper" Ford: person',
      'Ford: person',
    ]);
  });

  test('end at a possessive and at the title of the next one', () => {
    const text = "We asked Norway's Ministry of Works and Vandal CEO Tessa Lorimer about it.";
    expect(namesIn(text)).toEqual([
      'Norway: place',
      'Ministry of Works: organization',
      'Vandal: organization',
      'Tessa Lorimer: person',
    ]);
  });

  test('are not made of adjectives with a hyphen', () => {
    expect(namesIn('The Oslo-based firm hired ex-Norland captains in mid-September.')).toEqual([]);
  });

  test('have one kind in all their forms: the family name has that of the whole name', () => {
    const found = recognize(
      'Mayor Orla Venn spoke first. Later Venn said that it was over. VENN LEAVES OFFICE',
    );
    expect(found.map(({ name, kind, longForm }) => [name, kind, longForm])).toContainEqual([
      'Venn',
      'person',
      'Orla Venn',
    ]);
  });

  test('that are abbreviations stand for the long form of the same text', () => {
    const found = recognize('The Harrow Bridge Company (HBC) waited. Later HBC paid.');
    expect(found.map(({ name, kind, longForm }) => [name, kind, longForm])).toEqual([
      ['Harrow Bridge Company', 'organization', undefined],
      ['HBC', 'organization', 'Harrow Bridge Company'],
    ]);
  });

  test('in headings in capitals are those that the text has, and places', () => {
    const text =
      'FERRY - VENN NAMED AS CAPTAIN OF NORWAY TEAM.\n\nThe ferry line named Orla Venn as captain on Friday, officials said.';
    expect(namesIn(text)).toEqual(['Orla Venn: person', 'VENN: person', 'NORWAY: place']);
  });

  test('in datelines are places', () => {
    expect(namesIn('TESSLUND, Norway, June 3 (Harbour News) - The ferry left at noon.')).toEqual(
      expect.arrayContaining(['TESSLUND: place', 'Norway: place']),
    );
    expect(namesIn('TESSLUND 1996-06-03\n\nThe ferry left at noon.')).toEqual(['TESSLUND: place']);
  });

  test('in tables of results are teams, and people with their country', () => {
    const text =
      'Results of soccer league games played on Sunday:\n\nTesslund 3 Leeds 2\n\nHarrowby 2 Bergen 1\n\n1. Orla Venn (Norway) 4:16.141\n\n2. Tessa Lorimer (Sweden) 4:17.002';
    expect(namesIn(text)).toEqual([
      'Tesslund: organization',
      'Leeds: organization',
      'Harrowby: organization',
      'Bergen: organization',
      'Orla Venn: person',
      'Norway: place',
      'Tessa Lorimer: person',
      'Sweden: place',
    ]);
  });

  test('in quotation marks by themselves are titles of works', () => {
    expect(namesIn('He wrote " Lantern Tesslund " in a year.')).toEqual([]);
  });

  test('come with the reasons for their kind, the strongest first', () => {
    const [found] = recognize('We met Admiral Orla Venn, 54, at noon.');
    expect(found?.reasons.slice(0, 2)).toEqual(['the title "Admiral"', 'an age']);
  });
});

describe('names in other languages', () => {
  test('in German are told from nouns by offices, given names, the gazetteer and the words of organizations', () => {
    const text =
      'Die Bürgermeisterin Anna Lindhorst hat in Leipzig den Bau einer Brücke angekündigt. Der Sprecher der Nordwerke AG begrüßte die Entscheidung der Stadt. Die SPD schwieg.';
    expect(namesIn(text, 'de')).toEqual([
      'Anna Lindhorst: person',
      'Leipzig: place',
      'Nordwerke AG: organization',
      'SPD: organization',
    ]);
  });

  test('in French begin after elided articles', () => {
    const text =
      'Le ministre Paul Marchadier a déclaré à Lyon que l’ONU et la Banque de Lorvaine attendaient. M. Marchadier a souri.';
    expect(namesIn(text, 'fr')).toEqual([
      'Paul Marchadier: person',
      'Lyon: place',
      'ONU: organization',
      'Banque de Lorvaine: organization',
      'Marchadier: person',
    ]);
  });

  test('in Spanish have "de" inside', () => {
    const text =
      'El presidente Luis Carrasco dijo en Sevilla que el Partido del Río y el Banco de Levante esperan.';
    expect(namesIn(text, 'es')).toEqual([
      'Luis Carrasco: person',
      'Sevilla: place',
      'Partido del Río: organization',
      'Banco de Levante: organization',
    ]);
  });
});

describe('any text', () => {
  test('has names that stand in it, each once', () => {
    const word = fc.constantFrom(
      'Orla',
      'Venn',
      'of',
      'the',
      'Bank',
      'said',
      ',',
      '.',
      '"',
      '3',
      'NATO',
      "Venn's",
      'é',
      '-',
      '(',
      ')',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const text = words.join(' ');
        const names = recognize(text).map(({ name }) => name);
        expect(names.every((name) => text.includes(name))).toBe(true);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  test('is read, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.constantFrom('en', 'de', 'fr', 'ru'),
        (text, language) => {
          recognize(text, language, text);
        },
      ),
    );
  });

  // Comparing each name with each other would take longer than a test may.
  test('of one long line are found as in a short one', () => {
    const found = recognize('Orla Venn of the Bank of Norland '.repeat(40_000));
    expect(new Set(found.map(({ name }) => name))).toContain('Orla Venn');
  });
});
