import { formatFormerUrl } from '../../../records/former-urls/normalize-former-url.ts';
import { renderCsv } from '../../data/csv.ts';
import type { Redirect } from './redirects.ts';

/** Renders all redirects as a table (RFC 4180), for hosts that this program writes no configuration for. */
export function renderRedirectsTable(redirects: readonly Redirect[]): string {
  return renderCsv([
    ['from', 'to', 'status'],
    ...redirects.map(({ from, query, to }) => [formatFormerUrl({ path: from, query }), to, '301']),
  ]);
}
