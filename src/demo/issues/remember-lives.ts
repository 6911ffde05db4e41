import { people } from '../town/people.ts';
import type { WrittenArticle } from './create-articles.ts';
import { englishDay, isDay } from './schedule.ts';

/** The most earlier articles that an obituary leads to. */
const most = 4;

/** Ends each obituary with what the papers had of the person: stories of earlier days that name him or her. */
export function rememberLives(articles: readonly WrittenArticle[]): WrittenArticle[] {
  return articles.map((article) => {
    const person =
      article.section === 'Obituaries' && people.find(({ name }) => article.title.includes(name));
    if (!person || !article.date) return article;
    const { date } = article;
    const told = articles.filter(
      (each) =>
        isDay(each.date) &&
        each.date < date &&
        !each.language &&
        each.section === 'News' &&
        each.text.includes(person.name),
    );
    if (told.length === 0) return article;
    const lines = told
      .slice(0, most)
      .map(({ date: day = '', id, title }) => `* ${englishDay(day)}: [${title}](/articles/${id}/)`);
    return { ...article, text: `${article.text}\n\n## In these pages\n\n${lines.join('\n')}` };
  });
}
