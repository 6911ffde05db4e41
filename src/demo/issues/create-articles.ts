import { createIdChooser, slugOf } from '../../records/choose-id.ts';
import { createRandom } from '../../system/random.ts';
import type { DemoArticle } from '../article.ts';
import { createChooser, type Chooser } from '../grammar/deck.ts';
import { writeText } from '../grammar/writer.ts';
import { issueNumber } from './days.ts';
import { lookBack } from './look-back.ts';
import { rememberLives } from './remember-lives.ts';
import { isDay, scheduleArticles } from './schedule.ts';

/** Where in its paper an article was printed. */
interface Printed {
  /** The number of the issue; undefined where its day is not known. */
  issue?: number;
  edition?: string;
  section: string;
  page?: number;
  /** The column of that page, from the left. */
  column?: number;
}

/** An article whose words are final. */
export interface WrittenArticle extends DemoArticle {
  id: string;
  printed: Printed;
}

/** The pages of the sections; what is not here is on the front page. */
const pages: Readonly<Record<string, number>> = {
  Council: 2,
  Courts: 3,
  Elections: 1,
  Letters: 4,
  Leaders: 4,
  Markets: 6,
  Sport: 8,
  Obituaries: 5,
  Music: 7,
  School: 5,
  Shipping: 6,
  'Flower show': 7,
  Weather: 1,
  'Page française': 6,
  'Für deutsche Leser': 6,
  'For our Russian readers': 6,
  'Notices to seamen': 6,
  'From the Ropewalk': 7,
  'From our files': 4,
};

/** All articles, by date. The same seed gives the same, character for character. */
export function createArticles(seed: number): WrittenArticle[] {
  const chooser = createChooser(createRandom(seed));
  const chooseId = createIdChooser(() => false);
  const finish = (article: DemoArticle) => finishArticle(article, chooseId, chooser);
  const written = scheduleArticles(chooser).sort(byDate).map(finish);
  const remembered = rememberLives(written);
  return [...remembered, ...lookBack(remembered, chooser).map(finish)].sort(byDate);
}

function byDate(a: DemoArticle, b: DemoArticle): number {
  const key = ({ date = '9999', paper, title }: DemoArticle) => `${date} ${paper} ${title}`;
  return key(a) < key(b) ? -1 : 1;
}

function finishArticle(
  article: DemoArticle,
  chooseId: (id: string) => string,
  chooser: Chooser,
): WrittenArticle {
  const { date, paper, section, subtitle, title } = article;
  const [year, month] = [Number(date?.slice(0, 4) ?? 1900), Number(isDay(date) ? date.slice(5, 7) : 12)];
  const captions = (article.pictures ?? []).map(({ caption }) => caption);
  const { titles, text } = writeText(
    { titles: [title, subtitle ?? '', ...captions], text: article.text },
    { year, month, language: article.language ?? 'en' },
    chooser,
  );
  const [finalTitle = '', finalSubtitle, ...finalCaptions] = titles;
  const folder =
    /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/
      .exec(date ?? '')
      ?.slice(1)
      .filter(Boolean)
      .join('/') ??
    date?.slice(0, 4) ??
    'undated';
  return {
    ...article,
    id: chooseId(`${folder}/${slugOf(finalTitle, 'article')}`),
    title: finalTitle,
    ...(finalSubtitle && { subtitle: finalSubtitle }),
    pictures: (article.pictures ?? []).map((picture, index) => ({
      ...picture,
      caption: finalCaptions[index] ?? '',
    })),
    text,
    printed: {
      section,
      ...(isDay(date) && {
        issue: issueNumber(date, paper),
        page: pages[section] ?? 1,
        column: chooser.between(1, 5),
        ...(paper === 'merged' &&
          year >= 1975 &&
          year < 2005 && { edition: chooser.pick(['Town', 'Islands']) }),
      }),
    },
  };
}
