import { describe, expect, test } from 'vitest';

import { wordSitemaps } from '../../../../src/exports/sharing/sitemap.ts';
import { makeArchive } from '../../archive/entries.ts';

const site = { url: "https://example.org/it's/" };
const articles = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`undated/a${index}`, {}]));
const archive = makeArchive({ site, articles });
const addressesIn = (xml: string) => Array.from(xml.matchAll(/<loc>(.*?)<\/loc>/g), ([, address]) => address);

describe('wordSitemaps', () => {
  test.each([
    ['addresses', { addresses: 50, bytes: 1e6 }],
    ['bytes', { addresses: 1e6, bytes: 4096 }],
  ])('begins another sitemap where one would have too many %s, and lists all', (_, limits) => {
    const [[, list] = ['', ''], ...parts] = wordSitemaps(archive, limits);
    expect(parts.length).toBeGreaterThan(2);
    expect(addressesIn(list)).toEqual(
      parts.map((_part, index) => `https://example.org/it&apos;s/sitemap-${index + 1}.xml`),
    );
    expect(parts.map(([path]) => path)).toEqual(
      parts.map((_part, index) => `/it's/sitemap-${index + 1}.xml`),
    );
    for (const [, xml] of parts) {
      expect(Buffer.byteLength(xml)).toBeLessThanOrEqual(limits.bytes);
      expect(addressesIn(xml).length).toBeLessThanOrEqual(limits.addresses);
    }
    const [, [, whole] = ['', '']] = wordSitemaps(archive);
    expect(parts.flatMap(([, xml]) => addressesIn(xml))).toEqual(addressesIn(whole));
  });
});
