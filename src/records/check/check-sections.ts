import type { Problem } from '../problem.ts';
import { normalizeName } from '../normalize-name.ts';
import { normalizeUnicode } from '../normalize-unicode.ts';
import type { ArticleData } from '../schemas/schemas.ts';
import type { Located } from './check-references.ts';

/** The spellings of a section of a publication, each with the number of its articles and the first of them. */
type Spellings = Map<string, { count: number; first: Located<ArticleData> }>;

/**
 * Finds sections that one publication has in several spellings, such as `Business` and `BUSINESS`, and suggests the most
 * frequent one. Sections stay as printed: nothing is wrong with them.
 *
 * @returns one for each other spelling, at its first article
 */
export function checkSections(articles: readonly Located<ArticleData>[]): Problem[] {
  const sections = new Map<string, Spellings>();
  for (const article of articles) {
    const { publication = '', section } = article.data.source ?? {};
    if (section === undefined) continue;
    const key = JSON.stringify([publication, fold(section)]);
    const spellings: Spellings = sections.get(key) ?? new Map();
    sections.set(key, spellings);
    const known = spellings.get(section);
    if (known) known.count++;
    else spellings.set(section, { count: 1, first: article });
  }
  return [...sections.values()].flatMap((spellings) => {
    const [most, ...others] = [...spellings].sort(
      ([a, one], [b, other]) => other.count - one.count || (a < b ? 1 : -1),
    );
    if (!most) return [];
    return others.map(([section, { count, first }]) => ({
      file: first.file,
      ...first.positionOf(['source', 'section']),
      found: `the section "${section}" (${describeCount(count)}), much like "${most[0]}" (${describeCount(most[1].count)})`,
      expected: 'one spelling for each section of a publication',
      fix: `Write "${most[0]}" if it is the same section; otherwise leave it.`,
    }));
  });
}

const describeCount = (count: number) => `${count.toLocaleString('en')} article${count === 1 ? '' : 's'}`;

/** The spelling by which sections are the same: without case, accents, and signs between words. */
function fold(section: string): string {
  return normalizeUnicode(normalizeName(section), 'NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
