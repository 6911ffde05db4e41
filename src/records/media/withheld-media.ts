import type { ArticleData } from '../schemas/schemas.ts';

/** The keys of frontmatter that decide what of an article's files is withheld. */
type Withholding = Partial<Pick<ArticleData, 'withdrawn' | 'redactions' | 'facsimiles' | 'attachments'>>;

/**
 * Lists the files that may hold what was taken out of a text: scans and attachments of articles with `redactions`, but for
 * those whose `withheld` is false, because somebody has looked at them.
 *
 * @returns their SHA-256: a copy under another name holds the same
 */
export function listRedactedMedia(articles: Iterable<Withholding>): ReadonlySet<string> {
  return listSums(articles, ({ redactions = [] }) => redactions.length > 0);
}

/**
 * Lists the files that are not published: those of {@link listRedactedMedia}, and scans and attachments of withdrawn
 * articles, even where another article names them. A scan shows all that stands on its page.
 *
 * @returns their SHA-256
 */
export function listWithheldMedia(articles: Iterable<Withholding>): ReadonlySet<string> {
  return listSums(articles, ({ redactions = [], withdrawn }) => redactions.length > 0 || !!withdrawn);
}

/**
 * Lists the scans whose words are not published as text: those of articles with `redactions` and of withdrawn ones, also
 * where somebody has looked at the picture.
 *
 * @returns their SHA-256
 */
export function listScansWithoutWords(articles: Iterable<Withholding>): ReadonlySet<string> {
  const isAffected = ({ redactions = [], withdrawn }: Withholding) => redactions.length > 0 || !!withdrawn;
  return listSums(articles, isAffected, true);
}

function listSums(
  articles: Iterable<Withholding>,
  isAffected: (article: Withholding) => boolean,
  includesChecked = false,
): ReadonlySet<string> {
  const sums = new Set<string>();
  for (const article of articles) {
    if (!isAffected(article)) continue;
    for (const { sha256, withheld } of [...(article.facsimiles ?? []), ...(article.attachments ?? [])])
      if (withheld !== false || includesChecked) sums.add(sha256);
  }
  return sums;
}
