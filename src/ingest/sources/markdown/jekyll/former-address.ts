import { formatProblem, type Problem } from '../../../../records/problem.ts';
import type { Draft } from '../../../drafts/draft.ts';
import { listTexts } from '../../shared/list-texts.ts';
import type { FrontmatterKey } from '../frontmatter-key.ts';
import { workOutAddress } from './post-address.ts';
import { toText, type JekyllSite } from './site.ts';
import { UnknownAddress } from './unknown-address.ts';

/** What a text of a site says of the address that it had there, and the keys of its frontmatter that say other things. */
interface FormerAddress extends Required<Pick<Draft, 'formerUrls' | 'leftOut' | 'notices'>> {
  keys: FrontmatterKey[];
}

/**
 * Finds the address that a text of a Jekyll site had there, or says why it is not known. Addresses in other keys are paths
 * within the site, and become paths from the root of its host.
 *
 * @param site or what is wrong with its configuration
 * @param file absolute path of the text
 * @param keys its frontmatter
 */
export function findFormerAddress(
  site: JekyllSite | UnknownAddress,
  file: string,
  keys: FrontmatterKey[],
): FormerAddress {
  if (site instanceof UnknownAddress)
    return { keys, formerUrls: [], leftOut: [], notices: [describe(site.problem)] };
  const { formerUrls, notices } = tryAddress(site, file, keys);
  const permalink = keys.find(({ name }) => name === 'permalink');
  const text = toText(permalink?.value);
  const isPath = text !== undefined && !/^https?:/i.test(text);
  const isUnused = isPath && formerUrls.length === 0;
  return {
    keys: keys.flatMap((key) => {
      if (key === permalink) return isPath ? [] : [key];
      return key.name === 'redirect_from' ? [{ ...key, value: belowBase(key.value, site) }] : [key];
    }),
    formerUrls,
    leftOut: isUnused ? [{ what: 'the frontmatter key "permalink"', text }] : [],
    notices,
  };
}

function tryAddress(
  site: JekyllSite,
  file: string,
  keys: readonly FrontmatterKey[],
): Pick<FormerAddress, 'formerUrls' | 'notices'> {
  try {
    const address = workOutAddress(site, file, keys);
    return { formerUrls: address === undefined ? [] : [address], notices: [] };
  } catch (error) {
    if (!(error instanceof UnknownAddress)) throw error;
    return { formerUrls: [], notices: [describe(error.problem)] };
  }
}

/** Addresses as on the host of a site. */
function belowBase(value: unknown, { baseurl }: JekyllSite): string[] {
  return listTexts(value).texts.map((address) =>
    /^https?:/i.test(address) ? address : `${baseurl}/${address.replace(/^\/+/, '')}`,
  );
}

function describe(problem: Problem): string {
  return `The address that it had is not known. ${formatProblem(problem)}`;
}
