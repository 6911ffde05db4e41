import { subjectVocabularies } from '../records/vocabularies.ts';
import type { Article } from './article.ts';

/** Counts of what an archive contains, and of what is missing from it. */
export interface Holdings {
  articles: number;
  /** BCP 47 tags, the most frequent first. */
  languages: { language: string; count: number }[];
  undated: number;
  /** Dated articles whose day is not known. */
  partlyDated: number;
  /** Articles without tags. */
  untagged: number;
}

/** Counts what an archive contains. */
export function countHoldings(articles: readonly Article[]): Holdings {
  const languages = new Map<string, number>();
  for (const { language } of articles) languages.set(language, (languages.get(language) ?? 0) + 1);
  return {
    articles: articles.length,
    languages: [...languages]
      .map(([language, count]) => ({ language, count }))
      .sort((a, b) => b.count - a.count || (a.language < b.language ? -1 : 1)),
    undated: articles.filter(({ date }) => !date).length,
    partlyDated: articles.filter(({ date, period }) => date && period.length < 10).length,
    untagged: articles.filter(({ tags }) => subjectVocabularies.every(({ name }) => tags[name].length === 0))
      .length,
  };
}
