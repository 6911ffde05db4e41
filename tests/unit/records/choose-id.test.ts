import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createIdChooser, slugOf } from '../../../src/records/choose-id.ts';
import { isArticleId } from '../../../src/records/check/check-ids.ts';

describe('slugOf', () => {
  test.for([
    [
      'China opposes regime change in Syria, Wang Yi tells Assad',
      'china-opposes-regime-change-in-syria-wang-yi-tells-assad',
    ],
    ['Élections à Zürich', 'elections-a-zurich'],
    ['The mayor’s “plan”', 'the-mayors-plan'],
    ['Порт закрыт', 'port-zakryt'],
    ['../../etc/passwd', 'etc-passwd'],
    ['CON', 'article-con'],
    ['lpt1', 'article-lpt1'],
    ['.', 'article'],
    ['🚢🚢', 'article'],
    ['\u202Etxt.exe', 'txt-exe'],
    ['2021', 'article-2021'],
    ['Page 2', 'article-page-2'],
    ['Page', 'article-page'],
    ['Ｆｕｌｌ', 'full'],
  ])('makes of %s %s', ([title = '', slug]) => {
    expect(slugOf(title, 'article')).toBe(slug);
  });

  test('cuts a long title between words', () => {
    const slug = slugOf('harbour '.repeat(700), 'article');
    expect(slug).toBe('harbour-'.repeat(10).slice(0, -1));
    expect(slugOf('x'.repeat(5000), 'article')).toHaveLength(80);
  });

  test('makes an id of any title', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (title) => {
        expect(isArticleId(`2021/07/18/${slugOf(title, 'article')}`)).toBe(true);
      }),
    );
  });
});

describe('createIdChooser', () => {
  test('numbers the later ones of a name, past what is taken', () => {
    const choose = createIdChooser((id) => id === 'a' || id === 'a-3');
    expect(['a', 'a', 'b', 'b-2', 'b'].map(choose)).toEqual(['a-2', 'a-4', 'b', 'b-2', 'b-3']);
  });

  test('gives articles of any one title and day ids that an article can have', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom('Page', 'PAGE!', 'Page 3'), fc.string()), (title) => {
        const choose = createIdChooser(() => false);
        for (let count = 0; count < 3; count++) {
          expect(isArticleId(choose(`2021/07/18/${slugOf(title, 'article')}`))).toBe(true);
        }
      }),
    );
  });

  test('never gives an id twice', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'a-2', 'a-2-2', 'a-3', 'b')), (wanted) => {
        const chosen = wanted.map(createIdChooser((id) => id === 'b'));
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(chosen).not.toContain('b');
      }),
    );
  });
});
