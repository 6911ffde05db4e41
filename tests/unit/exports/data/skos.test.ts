import fc from 'fast-check';
import { Parser, type Term } from 'n3';
import { describe, expect, test } from 'vitest';

import { renderSkos } from '../../../../src/exports/data/skos.ts';
import { createSkosView } from '../../../../src/exports/data/skos-view.ts';
import { makeArchive, type Contents } from '../../archive/entries.ts';

const format = (term: Term): string => {
  if (term.termType === 'BlankNode') return '[]';
  if (term.termType !== 'Literal') return `<${term.value}>`;
  return `"${term.value}"${term.language ? `@${term.language}` : ` ${term.datatype.value.replace(/.*#/, '')}`}`;
};

/** The statements of a vocabulary, each as `subject property object`, in the order of the file. */
function readGraph(records: Contents['records'], bodies: Readonly<Record<string, string>> = {}): string[] {
  const view = createSkosView(makeArchive({ records: records ?? {} }), (key) => bodies[key] ?? '');
  const quads = new Parser({ format: 'text/turtle' }).parse(renderSkos(view));
  return quads.map(({ subject, predicate, object }) =>
    [format(subject), predicate.value.replace(/.*[/#]/, ''), format(object)]
      .join(' ')
      .replaceAll('https://example.org/', '')
      .replaceAll(/http:\/\/www\.w3\.org\/[^>]*#/g, ''),
  );
}

describe('renderSkos', () => {
  test('describes each vocabulary and each record, lists in their order', () => {
    const graph = readGraph({
      people: {
        'ada-lind': {
          name: 'Ada Lind',
          sortName: 'Lind, Ada',
          description: 'Mayor',
          variants: ['Z. Lind', 'A. Lind'],
          sameAs: ['https://example.net/ada', 'https://example.net/a?b=<c>'],
          roles: [{ title: 'Mayor', from: '1999~', to: '2004-05' }],
        },
        'ada-b': { replacedBy: 'ada-lind' },
      },
      places: { norhaven: { coordinates: { latitude: 1.5, longitude: -2 }, within: 'osmark' }, osmark: {} },
    });
    expect(graph.filter((line) => /^<people\/>|^<people\/ada-|^\[\]/.test(line))).toEqual([
      '<people/> type <ConceptScheme>',
      '<people/> title "People"@en',
      '<people/ada-lind/> type <Concept>',
      '<people/ada-lind/> type <https://schema.org/Person>',
      '<people/ada-lind/> inScheme <people/>',
      '<people/ada-lind/> topConceptOf <people/>',
      '<people/ada-lind/> prefLabel "Ada Lind"@en',
      '<people/ada-lind/> sortName "Lind, Ada" string',
      '<people/ada-lind/> altLabel "Z. Lind" string',
      '<people/ada-lind/> altLabel "A. Lind" string',
      '<people/ada-lind/> definition "Mayor"@en',
      '<people/ada-lind/> sameAs <https://example.net/ada>',
      '<people/ada-lind/> sameAs "https://example.net/a?b=<c>" anyURI',
      '[] type <https://schema.org/Role>',
      '[] roleName "Mayor"@en',
      '[] startDate "1999~" string',
      '[] endDate "2004-05" string',
      '<people/ada-lind/> hasOccupation []',
      '<people/ada-b/> type <Concept>',
      '<people/ada-b/> type <https://schema.org/Person>',
      '<people/ada-b/> inScheme <people/>',
      '<people/ada-b/> prefLabel "ada-b"@en',
      '<people/ada-b/> definition "Invented"@en',
      '<people/ada-b/> isReplacedBy <people/ada-lind/>',
      '<people/ada-b/> deprecated "true" boolean',
    ]);
    expect(graph.filter((line) => /^<places\/norhaven/.test(line))).toEqual([
      '<places/norhaven/> type <Concept>',
      '<places/norhaven/> type <https://schema.org/Place>',
      '<places/norhaven/> inScheme <places/>',
      '<places/norhaven/> prefLabel "norhaven"@en',
      '<places/norhaven/> definition "Invented"@en',
      '<places/norhaven/> broader <places/osmark/>',
      '<places/norhaven/> lat "1.5" double',
      '<places/norhaven/> long "-2" double',
    ]);
  });

  test('keeps whatever stands in a text', () => {
    const concept = createSkosView(makeArchive({ records: { topics: { war: {} } } }), () => '')
      .schemes.flatMap(({ concepts }) => concepts)
      .at(0)!;
    const readNames = (name: string) => {
      const scheme = { url: 'https://example.org/topics/', title: name, language: 'en' };
      const schemes = [
        { ...scheme, concepts: [{ ...concept, language: 'zh-Hant', name, variants: [name] }] },
      ];
      const turtle = renderSkos({ ownTerms: 'https://example.org/data/#', schemes });
      const quads = new Parser({ format: 'text/turtle' }).parse(turtle);
      return quads.filter(({ predicate }) => /(?:title|Label)$/.test(predicate.value));
    };
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(readNames(name).map(({ object }) => object.value)).toEqual([name, name, name]);
      }),
      { seed: 1, examples: [['"""'], ['\\'], ['@en .'], ['\u0000\u001a\u007f\u2028'], ['a\r\nb\t\b\f']] },
    );
  });
});
