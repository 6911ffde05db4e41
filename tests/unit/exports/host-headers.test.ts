import { describe, expect, test } from 'vitest';

import { wordCaddy } from '../../../src/exports/caddy.ts';
import { wordHeaders } from '../../../src/exports/headers-file.ts';
import { wordNginx } from '../../../src/exports/nginx.ts';
import { makeArchive } from '../archive/entries.ts';

const words = { wordHeaders, wordNginx, wordCaddy };

describe.each(Object.entries(words))('%s', (_, word) => {
  test('asks browsers to keep to TLS where the archive is published with it, and nowhere else', () => {
    const at = (url: string) => word(makeArchive({ site: { url } }));
    expect(at('https://example.org/')).toContain('Strict-Transport-Security');
    expect(at('http://example.org/')).not.toContain('Strict-Transport-Security');
  });

  test('is the same for archives that differ in what they say of themselves', () => {
    const title = '"; return 200; } #\r\nX-Header: a';
    const site = { title, description: title, publisher: { name: title } };
    expect(word(makeArchive({ site }))).toBe(word(makeArchive({})));
  });
});

test('nginx is told of maps that are large enough for long addresses, and of none where nothing has moved', () => {
  const name = 'a'.repeat(200);
  const moved = { [`undated/${name}`]: { formerIds: [`undated/${name}b`] } };
  expect(wordNginx(makeArchive({ articles: moved }))).toContain('map_hash_bucket_size 256;');
  expect(wordNginx(makeArchive({}))).not.toMatch(/map_|moved/);
});
