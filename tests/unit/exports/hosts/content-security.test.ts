import { describe, expect, test } from 'vitest';

import {
  redirectPolicy,
  wordPagePolicy,
  wordSitePolicy,
} from '../../../../src/exports/hosts/content-security.ts';

const read = (policy: string) =>
  Object.fromEntries(
    policy.split('; ').map((directive): [string, string[]] => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values];
    }),
  );

describe('a policy', () => {
  test.for([
    ['a page', wordPagePolicy(['run()'], false)],
    ['the search page', wordPagePolicy([], true)],
    ['hosts', wordSitePolicy(['run()'])],
    ['a page that leads on', redirectPolicy],
  ] as const)(
    'of %s allows nothing from elsewhere, nothing inline by its kind, and no base',
    ([, policy]) => {
      const directives = read(policy);
      expect(directives['default-src']).toEqual(["'none'"]);
      expect(directives['base-uri']).toEqual(["'none'"]);
      expect(directives['form-action']?.join()).toMatch(/^'(?:self|none)'$/);
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:|\*|data:|blob:/);
    },
  );

  test('names the one script that is within pages by its hash', () => {
    // printf 'run()' | openssl dgst -sha256 -binary | base64
    const hash = "'sha256-AvyuiL0SD1mVY3NNxR+V2uo+lhk6RMFrytWmRt6CrJQ='";
    expect(read(wordPagePolicy(['run()'], false))['script-src']).toEqual(["'self'", hash]);
  });

  test('lets WebAssembly be compiled by nothing but the worker, whose policy is that of hosts', () => {
    expect(wordPagePolicy([], true) + wordPagePolicy([], false)).not.toContain('wasm');
    expect(read(wordSitePolicy([]))['script-src']).toContain("'wasm-unsafe-eval'");
  });

  test('lets no other site frame a page, where hosts say it', () => {
    expect(read(wordSitePolicy([]))['frame-ancestors']).toEqual(["'none'"]);
  });

  test('asks for Trusted Types, of which the search page alone has one', () => {
    expect(read(wordPagePolicy([], false))['trusted-types']).toEqual(["'none'"]);
    expect(read(wordPagePolicy([], true))['trusted-types']).toEqual(['dateline-search']);
    for (const policy of [wordPagePolicy([], true), wordPagePolicy([], false), wordSitePolicy([])])
      expect(read(policy)['require-trusted-types-for']).toEqual(["'script'"]);
  });
});
