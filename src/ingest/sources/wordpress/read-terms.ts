import type { LeftOut, Term } from '../../drafts/draft.ts';
import { longestLine } from '../../../records/schemas/fields.ts';
import { readHtmlLine } from '../../text/html-line.ts';
import type { Library } from './library.ts';
import { termKey, type ItemTerm } from './wordpress-export.ts';

/** The most categories above one another. */
const deepest = 20;

/** What the terms of a post become. */
export interface PostTerms {
  terms: Term[];
  leftOut: LeftOut[];
  notices: string[];
}

/**
 * Reads categories and tags, without WordPress' default category, and with the categories that they are a part of. Terms of
 * other taxonomies are left out by name.
 */
export function readTerms(written: readonly ItemTerm[], library: Library): PostTerms {
  const terms = new Map<string, Term>();
  const leftOut: LeftOut[] = [];
  const notices: string[] = [];
  for (const { domain, nicename, name } of written) {
    const line = readHtmlLine(name);
    if (!/^(?:category|post_tag|tag)?$/.test(domain)) {
      if (!/^(?:post_format|author)$/.test(domain))
        leftOut.push({ what: `a term of the taxonomy "${domain}"`, text: line });
      continue;
    }
    if (line === '' || nicename === 'uncategorized' || line === 'Uncategorized') continue;
    const term = describeTerm(domain, nicename, line, library);
    const key = JSON.stringify([line, term.isNamesake && term.broader?.name]);
    // The same term may be written twice, once without its slug.
    if (!terms.has(key) || term.broader) terms.set(key, term);
    if (term.isNamesake) {
      const place = term.broader ? `the one under "${term.broader.name}"` : 'the one that is under no other';
      notices.push(`Several categories of the source are named "${line}": this is ${place}.`);
    }
  }
  return { terms: [...terms.values()], leftOut, notices: [...new Set(notices)] };
}

function describeTerm(domain: string, slug: string, name: string, library: Library, depth = 0): Term {
  const taxonomy = domain === 'category' ? 'category' : 'post_tag';
  const declared = slug === '' ? undefined : library.site.terms.get(termKey(taxonomy, slug));
  const description = readHtmlLine(declared?.description ?? '');
  const above =
    declared && declared.parent !== ''
      ? library.site.terms.get(termKey(taxonomy, declared.parent))
      : undefined;
  const aboveName = readHtmlLine(above?.name ?? '');
  const broader =
    above && depth < deepest && aboveName !== '' && aboveName !== name
      ? describeTerm(domain, above.slug, aboveName, library, depth + 1)
      : undefined;
  const isNamesake = taxonomy === 'category' && slug !== '' && library.namesakes(name) > 1;
  return {
    name,
    ...(description !== '' && description.length <= longestLine && { description }),
    ...(broader && { broader }),
    ...(isNamesake && { isNamesake }),
  };
}
