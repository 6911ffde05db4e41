import type { LeftOut } from '../../drafts/draft.ts';
import { formerAddress } from '../../drafts/former-address.ts';
import type { CustomFields } from './custom-fields.ts';

/** The most that are told of one post. */
const most = 50;

/**
 * The addresses that a post had before its slug or its date was changed (`_wp_old_slug`, `_wp_old_date`), as its present
 * one would be with these.
 *
 * @param url where it is now
 * @param slug its present slug, which the address has to end with
 * @param date its local date: `2021-07-18 09:15:00`
 */
export function listFormerAddresses(
  url: string,
  slug: string,
  date: string,
  { oldSlugs, oldDates }: Pick<CustomFields, 'oldSlugs' | 'oldDates'>,
): LeftOut[] {
  const what = formerAddress;
  if (oldSlugs.length === 0 && oldDates.length === 0) return [];
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  const end = /^(.*\/)([^/]+)(\/?)$/.exec(path);
  if (!end || slug === '' || decoded(end[2] ?? '') !== decoded(slug)) {
    const slugs = oldSlugs.map((text) => ({ what: 'a former slug', text }));
    return [...slugs, ...oldDates.map((text) => ({ what: 'a former date', text }))];
  }
  const [, folder = '', , slash = ''] = end;
  const folders = new Set([folder, ...oldDates.flatMap((old) => withDate(folder, date, old) ?? [])]);
  const addresses = new Set<string>();
  for (const each of folders) {
    for (const name of new Set([slug, ...oldSlugs])) {
      const address = new URL(`${each}${name}${slash}`, url).href;
      if (address !== new URL(url).href && addresses.size < most) addresses.add(address);
    }
  }
  return [...addresses].map((address) => ({ what, address }));
}

/** The address by its number that every item answers at (`/?p=123`), which WordPress keeps as its identifier (`guid`). */
export function numberedAddress(guid: string): string[] {
  return /^https?:\/\/\S+[?&](?:p|page_id|attachment_id)=\d+/i.test(guid) ? [guid] : [];
}

/** The folders of an address with another date in them. */
function withDate(folder: string, date: string, old: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? [];
  const [, oldYear = '', oldMonth = '', oldDay = ''] = /^(\d{4})-(\d{2})-(\d{2})/.exec(old) ?? [];
  if (year === '' || oldYear === '') return undefined;
  const forms = [
    [`/${year}/${month}/${day}/`, `/${oldYear}/${oldMonth}/${oldDay}/`],
    [`/${year}/${month}/`, `/${oldYear}/${oldMonth}/`],
    [`/${year}/`, `/${oldYear}/`],
  ] as const;
  const form = forms.find(([now]) => folder.includes(now));
  return form && folder.replace(form[0], form[1]);
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
