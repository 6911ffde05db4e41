import { z } from 'astro/zod';

import type { ProblemMessage } from '../problem.ts';
import { parseSpan } from '../span.ts';
import { siteAddress } from './fields.ts';

const spanPattern = '^(?:\\d{4}(?:-\\d{4})?|undated)$';

const years = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => parseSpan(text) !== undefined, {
    params: {
      found: 'a text that is no span of years',
      expected: 'years like 1950-1979 or 1984, or undated',
      fix: 'Write the first and the last year, with four digits each.',
    } satisfies ProblemMessage,
  })
  .meta({
    anyOf: [
      {
        type: 'string',
        pattern: spanPattern,
        patternErrorMessage: 'Expected 1950-1979, 1984 or undated.',
      },
      { type: 'integer', minimum: 1000, maximum: 9999 },
    ],
  });

/** Spans of years with the public URLs of the hosts that publish their articles. */
export const hostedSpans = z.array(
  z.strictObject({
    years: years.describe('The first and the last year, one year, or undated: 1950-1979.'),
    url: siteAddress.describe('The public address of that host, with the same path as the site’s own url.'),
  }),
);

/** A site as far as its hosts need it. */
interface HostedSite {
  url: string;
  spans?: z.infer<typeof hostedSpans> | undefined;
}

/**
 * Finds what is wrong with the hosts of a site: a host with another path than the site's own, so that its pages would have
 * other paths there, or a year that is in two spans.
 *
 * @returns each with the path of its key
 */
export function findHostProblems({
  url,
  spans = [],
}: HostedSite): { path: (string | number)[]; params: ProblemMessage }[] {
  const path = pathOf(url);
  const others = spans.flatMap((span, index) => {
    // Each address is checked by itself.
    if ([url, span.url].some((each) => !URL.canParse(each)) || pathOf(span.url) === path) return [];
    const expected = `an address with the path of the site’s own url, ${path}`;
    const params = {
      found: `an address with the path ${pathOf(span.url)}`,
      expected,
      fix: 'Publish the span in a folder of that path: a page has the same path on each host.',
    };
    return [{ path: ['spans', index, 'url'], params }];
  });
  const twice = spans.flatMap((span, index) => {
    const first = spans.slice(0, index).find((other) => overlap(span.years, other.years));
    if (!first) return [];
    const params = {
      found: `years that are also in ${first.years}`,
      expected: 'each year in one span',
      fix: 'Shorten one of the two spans.',
    };
    return [{ path: ['spans', index, 'years'], params }];
  });
  return [...others, ...twice];
}

function pathOf(url: string): string {
  return (URL.parse(url)?.pathname ?? '').replace(/\/?$/, '/');
}

/** Whether two spans have years in common: then the first year of one is in the other. */
function overlap(one: string, other: string): boolean {
  const isIn = (name: string, years: string) => parseSpan(name)?.includes(years.slice(0, 4)) ?? false;
  if (one === 'undated' || other === 'undated') return one === other;
  return isIn(one, other) || isIn(other, one);
}
