import { describe, expect, test } from 'vitest';

import { viewProvenance } from '../../../src/views/parts/provenance.ts';
import { makeArchive } from '../archive/entries.ts';

describe('the provenance of recognized text', () => {
  const sayOf = (ocr: { engine?: string; meanConfidence?: number } | undefined, language = 'en') => {
    const archive = makeArchive({ site: { language }, articles: { fog: ocr ? { ocr } : {} } });
    const [article] = archive.articles;
    return article && viewProvenance(archive, article)?.recognized;
  };

  test('says that a machine recognized it, how surely, and which', () => {
    expect(sayOf({ engine: 'Reader 8.1', meanConfidence: 0.91 })).toEqual({
      words: 'Text recognized by machine, 91% sure; may hold errors',
      engine: 'Reader 8.1',
    });
    expect(sayOf({ meanConfidence: 0.29 }, 'fr')?.words).toBe(
      'Texte reconnu par une machine, sûre à 29\u00a0%\u00a0; peut contenir des erreurs',
    );
  });

  test('says no more where the confidence is unknown, and never that it is surer than it is', () => {
    expect(sayOf({})?.words).toBe('Text recognized by machine; may hold errors');
    expect(sayOf({ meanConfidence: 0.999 })?.words).toContain('99% sure');
    expect(sayOf({ meanConfidence: 1 })?.words).toContain('100% sure');
    expect(sayOf(undefined)).toBeUndefined();
  });
});
