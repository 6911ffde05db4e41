import type { LeftOut } from '../../drafts/draft.ts';
import { formerAddress } from '../../drafts/former-address.ts';
import { toLine } from '../../text/lines.ts';

/** Keys for addresses that a text had before, normalized. */
const formerAddresses = /^(?:alias|aliases|redirectfrom|redirectfroms|redirects|permalink|slug)$/;

/**
 * Lists what a key of frontmatter holds and the entry does not.
 *
 * @param key its name as written
 * @param normalized its name in lower case, without punctuation
 * @param used the texts of it that are in the entry
 */
export function listRest(
  key: string,
  normalized: string,
  value: unknown,
  used: readonly string[],
): LeftOut[] {
  if (formerAddresses.test(normalized))
    return flatten(value).map((address) => ({ what: `${formerAddress} of the text ("${key}")`, address }));
  const text = describe(value);
  if (text === '' || (used.length === 1 && used[0] === text)) return [];
  return [{ what: `the frontmatter key "${key}"`, text }];
}

function flatten(value: unknown): string[] {
  return [value]
    .flat(20)
    .flatMap((each) => (typeof each === 'string' && each.trim() !== '' ? [each.trim()] : []));
}

/** A value on one line, as YAML would write it in a flow. */
function describe(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(describe).join(', ');
  if (typeof value !== 'object') return toLine(String(value));
  return Object.entries(value)
    .map(([name, each]) => `${name}: ${describe(each)}`)
    .join('; ');
}
