import { earliest, latest, type ArchiveDate } from '../../records/date/archive-date.ts';
import type { AuthorityData } from '../../records/schemas/schemas.ts';

/**
 * The roles that a person held, or may have held, on a date: those whose dates overlap it, as far as both are known.
 *
 * @returns titles in the order of the record; roles without dates are left out
 */
export function rolesOn(roles: AuthorityData['roles'], date: ArchiveDate | undefined): string[] {
  if (!roles || !date) return [];
  return roles
    .filter(({ from, to }) => from || to)
    .filter(
      ({ from, to }) => (!from || earliest(from) <= latest(date)) && (!to || latest(to) >= earliest(date)),
    )
    .map(({ title }) => title);
}
