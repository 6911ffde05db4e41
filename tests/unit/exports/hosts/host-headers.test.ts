import { describe, expect, test } from 'vitest';

import { wordCaddy } from '../../../../src/exports/hosts/caddy.ts';
import { wordHeaders } from '../../../../src/exports/hosts/headers-file.ts';
import { wordNginx } from '../../../../src/exports/hosts/nginx.ts';
import { makeArchive } from '../../archive/entries.ts';

const policy = "default-src 'none'";

const words = { wordHeaders, wordNginx, wordCaddy };

describe.each(Object.entries(words))('%s', (_, word) => {
  test('asks browsers to keep to TLS where the archive is published with it, and nowhere else', () => {
    const at = (url: string) => word(makeArchive({ site: { url } }), policy);
    expect(at('https://example.org/')).toContain('Strict-Transport-Security');
    expect(at('http://example.org/')).not.toContain('Strict-Transport-Security');
  });

  test('is the same for archives that differ in what they say of themselves', () => {
    const title = '"; return 200; } #\r\nX-Header: a';
    const site = { title, description: title, publisher: { name: title } };
    expect(word(makeArchive({ site }), policy)).toBe(word(makeArchive({}), policy));
  });
});

test('nginx is told of maps that are large enough for long addresses and for many', () => {
  const formerIds = Array.from({ length: 3000 }, (_, index) => `undated/${'a'.repeat(500)}${index}`);
  const archive = makeArchive({ articles: { 'undated/b': { formerIds } } });
  expect(wordNginx(archive, policy)).toMatch(/map_hash_bucket_size 1024;\n.*map_hash_max_size 4096;/);
  expect(wordNginx(makeArchive({}), policy)).toMatch(/map_hash_bucket_size 512;\n.*map_hash_max_size 2048;/);
});
