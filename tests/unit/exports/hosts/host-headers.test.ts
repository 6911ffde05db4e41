import { describe, expect, test } from 'vitest';

import { createHosts } from '../../../../src/archive/hosts.ts';
import { createPaths } from '../../../../src/archive/paths.ts';
import { listHostFiles } from '../../../../src/exports/hosts/host-files.ts';
import type { RedirectingPage } from '../../../../src/exports/hosts/redirects/redirects.ts';
import type { Site } from '../../../../src/records/schemas/site-schema.ts';

const render = async (file: string, site: Partial<Site> = {}, pages: RedirectingPage[] = []) => {
  const whole: Site = { title: 'A', description: 'B', language: 'en', url: 'https://example.org/', ...site };
  const hosts = createHosts(whole);
  const files = listHostFiles(
    {
      site: whole,
      paths: createPaths(whole.url, undefined, hosts),
      hosts,
      moved: [],
      formerAddresses: [],
    },
    pages,
    "default-src 'none'",
  );
  return String(
    await files
      .find(({ path }) => path === file)
      ?.prepare()
      .content(),
  );
};

describe.each(['_headers', 'nginx.conf', 'Caddyfile'])('%s', (file) => {
  test('tells browsers to keep to TLS where the archive is published with it, and nowhere else', async () => {
    expect(await render(file, { url: 'https://example.org/' })).toContain('Strict-Transport-Security');
    expect(await render(file, { url: 'http://example.org/' })).not.toContain('Strict-Transport-Security');
  });

  test('is the same for archives that differ in what they say of themselves', async () => {
    const title = '"; return 200; } #\r\nX-Header: a';
    expect(await render(file, { title, description: title, publisher: { name: title } })).toBe(
      await render(file),
    );
  });
});

test('the hint for nginx asks for hash tables that are large enough for long addresses and for many', async () => {
  const redirects = Array.from({ length: 3000 }, (_, index) => ({
    path: `/undated/${'a'.repeat(500)}${index}/`,
    leadsTo: '/undated/b/',
  }));
  expect(await render('nginx.conf', {}, redirects)).toMatch(
    /map_hash_bucket_size 1024;\n.*map_hash_max_size 8192;/,
  );
  expect(await render('nginx.conf')).toMatch(/map_hash_bucket_size 512;\n.*map_hash_max_size 2048;/);
});
