import type { Archive } from '../../archive/archive.ts';
import type { Issue } from '../../archive/issues/issues.ts';
import { areSeveralPages } from '../../archive/printed-place.ts';
import { listArticles, type ArticleList } from './article-items.ts';

/** What an issue has, edition by edition and page by page. */
export interface IssueContents {
  /** Its number and edition, where there is only one: `No. 4,312, late edition`. */
  only: string | undefined;
  editions: ContentsEdition[];
}

/** The articles of one number and edition. */
interface ContentsEdition {
  /** `No. 4,312, late edition`; missing where the heading of the page says it. */
  title: string | undefined;
  anchor: string;
  /** As printed, for the page's structured data. */
  number: string | undefined;
  groups: ContentsGroup[];
}

/** The articles of a page, or of a section where the page is not known. */
interface ContentsGroup {
  /** `Page A12, Business`; missing where nothing is known of any article. */
  title: string | undefined;
  anchor: string;
  list: ArticleList;
}

/** What an issue has, edition by edition and page by page. */
export function viewIssueContents(archive: Archive, { numbers, articles }: Issue): IssueContents {
  const t = archive.messages.issues;
  const hasPages = articles.some(({ source }) => source?.page !== undefined);
  const all = numbers.flatMap(({ number, editions }) => editions.map((each) => ({ number, ...each })));
  const areSeveral = all.length > 1;
  const nameOf = ({ number, edition }: (typeof all)[number]) =>
    [
      number === undefined ? numbers.length > 1 && t.numberNotKnown : t.number(number),
      edition ?? (hasSeveralEditions(numbers, number) && t.editionNotKnown),
    ]
      .filter(Boolean)
      .join(', ');
  return {
    only: areSeveral ? undefined : all.map(nameOf)[0] || undefined,
    editions: all.map((each, index) => {
      const anchor = `edition-${index + 1}`;
      const groups = each.pages.flatMap(({ page, sections }) =>
        page === undefined || sections.length === 1
          ? sections.map((section) => ({ page, ...section, areMixed: false }))
          : {
              page,
              section: undefined,
              articles: sections.flatMap(({ articles }) => articles),
              areMixed: true,
            },
      );
      return {
        title: areSeveral ? nameOf(each) : undefined,
        anchor,
        number: each.number,
        groups: groups.map(({ page, section, articles: own, areMixed }, position) => {
          const title = titleGroup(page, section);
          const level = 2 + Number(areSeveral) + Number(title !== undefined);
          return {
            title,
            anchor: `${anchor}-${position + 1}`,
            list: listArticles(archive, own, {
              level: level as ArticleList['level'],
              hasDates: false,
              origin: areMixed ? 'section' : 'none',
            }),
          };
        }),
      };
    }),
  };

  function titleGroup(page: string | undefined, section: string | undefined): string | undefined {
    const where = page === undefined ? hasPages && t.pageNotKnown : t.page(page, areSeveralPages(page));
    return [where, section].filter(Boolean).join(', ') || undefined;
  }
}

function hasSeveralEditions(numbers: Issue['numbers'], number: string | undefined): boolean {
  return numbers.some((each) => each.number === number && each.editions.length > 1);
}
