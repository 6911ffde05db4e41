import type { Archive } from '../archive/archive.ts';
import { attributesOf, languageOf, type ForeignLanguage } from '../archive/article.ts';
import { findOnThisDay } from '../archive/dates/on-this-day.ts';
import { figureOf } from '../archive/media/figures.ts';
import { countHoldings, type Holdings } from '../archive/holdings.ts';
import type { Figure } from '../markdown/figures.ts';
import type { SitePage } from './page.ts';
import { hasFormerQueries } from './parts/former-queries.ts';
import { listArticles, type ArticleList } from './parts/article-items.ts';
import type { Link } from './parts/links.ts';
import { viewMostNamed, type MostNamed } from './parts/most-named.ts';
import { createPageView, type PageView } from './parts/page-view.ts';
import { chartTime, type TimeChart } from './parts/time-chart.ts';

const newestShown = 10;
const namesShown = 8;
const languagesShown = 5;

/** What the home page shows. */
export interface HomeView extends PageView {
  /** What the archive holds, in numbers; none when it has no articles. */
  holdings: { title: string; value: string }[];
  newest: ArticleList;
  /** The first picture of the newest article; missing when it has none. */
  picture?: { figure: Figure; href: string; title: string; foreign: ForeignLanguage } | undefined;
  /** The archives of a federation, each with the number of its articles. */
  archives?: { title: string; items: HomeArchive[] } | undefined;
  /** The way to all articles. */
  all: Link;
  /** Articles of the same day in other years. */
  onThisDay: { title: string; list: ArticleList } | undefined;
  chart: TimeChart | undefined;
  /** The records of each vocabulary that are in most articles. */
  mostNamed: MostNamed[];
  /** What is not known of the articles, some with a list of them; missing when there are none. */
  gaps: { title: string; href?: string }[] | undefined;
  /** There are old addresses with queries, most of which have the path of this page. */
  hasFormerQueries: boolean;
}

/** An archive of a federation on its home page. */
interface HomeArchive extends Link {
  description: string;
  foreign: ForeignLanguage;
  count: string;
}

/** The home page. */
export function listHomePages(archive: Archive): SitePage<'home'>[] {
  const { home } = archive.paths;
  return [{ kind: 'home', path: home, isIndexable: true, view: () => viewHome(archive) }];
}

/** What the home page shows. */
function viewHome(archive: Archive): HomeView {
  const { site, articles, paths, messages } = archive;
  const t = messages.home;
  const holdings = countHoldings(articles);
  const onThisDay = findOnThisDay(archive);
  return {
    ...createPageView(archive, { description: site.description, path: paths.home }),
    holdings: viewHoldings(archive, holdings),
    hasFormerQueries: hasFormerQueries(archive),
    newest: listArticles(archive, articles.slice(0, newestShown)),
    picture: viewPicture(archive),
    archives: viewArchives(archive),
    all: {
      title: articles.length > newestShown ? t.allArticles(articles.length) : messages.periods.title,
      href: paths.articles,
    },
    onThisDay: onThisDay && {
      title: t.onThisDay(onThisDay.day),
      list: listArticles(archive, onThisDay.articles),
    },
    chart: chartTime(articles, messages, (key) => paths.date(key)),
    mostNamed: archive.vocabularies.map(({ name }) => viewMostNamed(archive, name, namesShown)),
    gaps: articles.length > 0 ? viewGaps(archive, holdings) : undefined,
  };
}

function viewArchives({ articles, federated, language: page, messages }: Archive): HomeView['archives'] {
  if (federated.length === 0) return undefined;
  const byArchive = Map.groupBy(articles, ({ archive }) => archive);
  return {
    title: messages.federation.archives,
    items: federated.map((archive) => ({
      title: archive.title,
      href: archive.url,
      description: archive.description,
      foreign: attributesOf(archive.language, page),
      count: messages.articles(byArchive.get(archive)?.length ?? 0),
    })),
  };
}

function viewPicture(archive: Archive): HomeView['picture'] {
  const [article] = archive.articles;
  const [picture] = article ? archive.mediaOf(article).pictures : [];
  if (!article || !picture) return undefined;
  const foreign = languageOf(article, archive.language);
  return { figure: figureOf(picture), href: article.href, title: article.title, foreign };
}

function viewHoldings({ messages, span }: Archive, { articles, languages }: Holdings): HomeView['holdings'] {
  if (articles === 0) return [];
  const t = messages.home;
  const names = languages.slice(0, languagesShown).map(({ language }) => messages.nameLanguage(language));
  return [
    { title: t.articles, value: messages.number(articles) },
    ...(span ? [{ title: t.years, value: messages.years(span.first, span.last) }] : []),
    { title: t.languages(languages.length), value: t.listLanguages(names, languages.length - names.length) },
  ];
}

function viewGaps(
  { messages, paths }: Archive,
  { articles, undated, partlyDated, untagged }: Holdings,
): HomeView['gaps'] {
  const t = messages.home;
  const gaps = [
    ...(undated > 0 ? [{ title: t.noDate(undated, articles), href: paths.date('undated') }] : []),
    ...(partlyDated > 0 ? [{ title: t.noDay(partlyDated, articles) }] : []),
    ...(untagged > 0 ? [{ title: t.noTags(untagged, articles), href: paths.untagged() }] : []),
  ];
  return gaps.length > 0 ? gaps : [{ title: t.noGaps }];
}
