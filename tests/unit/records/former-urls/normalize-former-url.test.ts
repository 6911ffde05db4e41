import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  formatFormerUrl,
  identifyFormerUrl,
  normalizeFormerUrl,
} from '../../../../src/records/former-urls/normalize-former-url.ts';

const normalized = (written: string) => {
  const url = normalizeFormerUrl(written);
  return url && formatFormerUrl(url);
};

describe('a former URL', () => {
  test.for([
    ['/2015/11/lock-reopened/', '/2015/11/lock-reopened/'],
    ['/Story.PHP?id=7&lang=en', '/Story.PHP?id=7&lang=en'],
    ['/story.php?lang=en&id=7', '/story.php?id=7&lang=en'],
    ['/?p=123', '/?p=123'],
    ['/?123', '/?123'],
    ['/a?', '/a'],
    ['/a?&&b=1&', '/a?b=1'],
    ['/a/./b/../c/%2e%2e/d', '/a/d'],
    ['/%7Eada/caf%c3%a9', '/~ada/caf%C3%A9'],
    ['/новости', '/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8'],
    ['/caf%e9', '/caf%E9'],
    ['/a%2fb', '/a%2Fb'],
    ['/100%', '/100%25'],
    ['/a"<b>`{c}|d^', '/a%22%3Cb%3E%60%7Bc%7D%7Cd%5E'],
    ['/x?q=a+b', '/x?q=a%20b'],
    ['/x?q=a%2Fb%3ac', '/x?q=a/b:c'],
    ['/x?b[]=2&b[]=1', '/x?b%5B%5D=1&b%5B%5D=2'],
    ['https://News.example.org:8080/a?b=1', '/a?b=1'],
  ])('%s is %s', ([written, expected]) => {
    expect(normalized(written ?? '')).toBe(expected);
  });

  test('keeps its host, in lower case', () => {
    expect(normalizeFormerUrl('https://News.example.org/a')?.host).toBe('news.example.org');
    expect(normalizeFormerUrl('/a')?.host).toBeUndefined();
  });

  test.for([
    '',
    'a',
    'a/b',
    '//example.org/a',
    '/a#b',
    '/a b',
    '/a%00b',
    'ftp://example.org/',
    'https://u:p@e.org/',
  ])('is none: %s', (written) => {
    expect(normalizeFormerUrl(written)).toBeUndefined();
  });

  test('is the same with a final slash and without, but not without its path', () => {
    const identify = (written: string) =>
      identifyFormerUrl(normalizeFormerUrl(written) ?? { path: '', query: [] });
    expect(identify('/a/')).toBe(identify('/a'));
    expect(identify('/a/?b=1')).toBe(identify('/a?b=1'));
    expect(identify('/?b=1')).toBe('/?b=1');
    expect(identify('/')).toBe('/');
    expect(identify('/A')).not.toBe(identify('/a'));
  });

  test('is the same when it is normalized again', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
        const once = normalized(`/${path.replace(/^\/+/, '')}?${query}`);
        if (once !== undefined) expect(normalized(once)).toBe(once);
      }),
    );
  });
});
