import { describe, expect, test } from 'vitest';

import {
  redirectPolicy,
  renderPagePolicy,
  renderSitePolicy,
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
    ['a page', renderPagePolicy(false)],
    ['the search page', renderPagePolicy(true)],
    ['hosts', renderSitePolicy()],
    ['a page that leads on', redirectPolicy],
  ] as const)(
    'of %s allows nothing from elsewhere, nothing inline by its kind, and no base',
    ([, policy]) => {
      const directives = read(policy);
      expect(directives['default-src']).toEqual(["'none'"]);
      expect(directives['base-uri']).toEqual(["'none'"]);
      expect(directives['form-action']?.join()).toMatch(/^'(?:self|none)'$/);
      expect(policy).not.toMatch(/unsafe|https?:|\*|data:|blob:/);
    },
  );

  test('lets no script run that is within a page', () => {
    for (const policy of [renderPagePolicy(false), renderPagePolicy(true), renderSitePolicy()])
      expect(read(policy)['script-src']).toEqual(["'self'"]);
  });

  test('lets no other site frame a page, where hosts say it', () => {
    expect(read(renderSitePolicy())['frame-ancestors']).toEqual(["'none'"]);
  });

  test('asks for Trusted Types, of which the search page alone has one', () => {
    expect(read(renderPagePolicy(false))['trusted-types']).toEqual(["'none'"]);
    expect(read(renderPagePolicy(true))['trusted-types']).toEqual(['dateline-search']);
    for (const policy of [renderPagePolicy(true), renderPagePolicy(false), renderSitePolicy()])
      expect(read(policy)['require-trusted-types-for']).toEqual(["'script'"]);
  });
});
