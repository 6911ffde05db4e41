import { describe, expect, test } from 'vitest';

import {
  describeExcess,
  describeMissingRules,
  findExcess,
} from '../../../../src/exports/hosts/check-limits.ts';
import { hostLimits } from '../../../../src/exports/hosts/host-limits.ts';

const files = (count: number, size: number) =>
  Array.from({ length: count }, (_, index) => [`${index}.html`, size] as const);

describe('a site', () => {
  test('fits a host up to its limits', () => {
    expect(findExcess('cloudflare-pages', files(20_000, 25 * 1024 ** 2))).toEqual([]);
    expect(findExcess('github-pages', files(1000, 1_000_000))).toEqual([]);
    expect(findExcess('any', files(30_000, 10 ** 12))).toEqual([]);
  });

  test('that has too many files, too large ones or is too large in all is refused, with what to do', () => {
    expect(findExcess('cloudflare-pages', files(20_001, 1))).toEqual([
      expect.stringMatching(/^20,001 files, of at most 20,000\. Publish spans of years on other hosts/),
    ]);
    expect(findExcess('cloudflare-pages', [['media/film.mp4', 30_000_000]])).toEqual([
      expect.stringMatching(
        /^media\/film\.mp4 \(30.MB\), of at most 26\.2.MB each\. Publish pictures .*mediaUrl/,
      ),
    ]);
    expect(findExcess('github-pages', files(101, 10_000_000))).toEqual([
      expect.stringMatching(/^1.GB in all, of at most 1.GB\. Put pictures/),
    ]);
  });

  test('is told where the limits are from', () => {
    const said = describeExcess('cloudflare-pages', ['Too much.']);
    expect(said).toContain('https://developers.cloudflare.com/');
    expect(said).toContain('  Too much.');
  });
});

describe('redirects', () => {
  const rules = (fixed: number, patterns = 0) => ({
    fixed: Array.from({ length: fixed }, () => 'a'),
    patterns: Array.from({ length: patterns }, () => 'a'),
    withoutRule: [],
  });

  test('of which a host has a rule for each are not told', () => {
    expect(describeMissingRules('cloudflare-pages', rules(2000, 100))).toBeUndefined();
    expect(describeMissingRules('github-pages', rules(0))).toBeUndefined();
    expect(describeMissingRules('any', rules(10 ** 6))).toBeUndefined();
  });

  test('that it has none for are told with their number', () => {
    const query = [['p', '1']] as const;
    const withoutRule = [{ from: '/', to: '/a/', query, isCaseSensitive: false }];
    expect(describeMissingRules('cloudflare-pages', { ...rules(2001, 102), withoutRule })).toMatch(
      /1 rule more than the 2,000 that it takes; 2 patterns more than the 100 .*; 1 address with queries/,
    );
    expect(describeMissingRules('github-pages', rules(1))).toMatch(/reads no rules/);
  });
});

test('each host says where its limits are from, and when they were looked up', () => {
  for (const [name, { source, seen }] of Object.entries(hostLimits))
    if (name !== 'any')
      expect([source, seen]).toEqual([
        expect.stringMatching(/^https:/),
        expect.stringMatching(/^\d{4}-\d\d$/),
      ]);
});
