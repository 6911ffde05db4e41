import type { DemoArticle } from '../article.ts';
import { spreadOver } from '../columns/column.ts';
import type { Chooser } from '../grammar/deck.ts';
import { findPaper } from '../town/papers.ts';
import type { WrittenArticle } from './create-articles.ts';
import { nextIssue } from './days.ts';
import { englishDay, isDay } from './schedule.ts';

const remarks = [
  'Nobody who is named in it can be asked any more, but two of the street names are the same.',
  'The reader who sent us the cutting found it under a carpet, where it had kept out the draught.',
  'We have looked for the sequel, and there is none. Either it was settled, or the reporter went on holiday.',
  'It is printed here as it stood, since it could not be put better now.',
  'What strikes one today is how short it is.',
  'The price of the paper on that day was a penny, and it was thought dear.',
  'Some readers will remember it, or remember being told not to.',
  'The page on which it stood has also a report on drains, which is longer.',
];
/** The sections from which “Fifty years ago” takes what it prints again. */
const retold = new Set(['News', 'Weather', 'Courts', 'Council', 'Leaders']);
const closings = [
  'More from our files in {a month|the next number but one}.',
  'Old papers are welcome at the office, and will be given back.',
  'The bound volumes may be read in the library, with clean hands.',
];

/** What the papers printed of what they had printed: “Fifty years ago”, and the stories of long things told again. */
export function lookBack(articles: readonly WrittenArticle[], chooser: Chooser): DemoArticle[] {
  const english = articles.filter(
    (each) => isDay(each.date) && !each.language && !each.withdrawn && each.text !== '',
  );
  return [...fiftyYearsAgo(english, chooser), ...histories(english, chooser)];
}

function fiftyYearsAgo(
  articles: readonly WrittenArticle[],
  { draw, drawSome, pick }: Chooser,
): DemoArticle[] {
  return spreadOver(20, [1944, 2022]).flatMap(([from, to]): DemoArticle[] => {
    const old = articles.filter(
      ({ date = '', section }) =>
        from <= Number(date.slice(0, 4)) + 50 && Number(date.slice(0, 4)) + 50 <= to && retold.has(section),
    );
    const found = pick(old);
    const date = found.date ?? '';
    const year = Number(date.slice(0, 4)) + 50;
    const paper = year > 1961 ? ('merged' as const) : pick(['gazette', 'mercury'] as const);
    return [
      {
        date: nextIssue(`${year}${date.slice(4).replace('-02-29', '-02-28')}`, paper),
        paper,
        section: 'From our files',
        title: `Fifty years ago: ${found.title}`,
        text: [
          `From the ${findPaper(found.paper).name} of [${englishDay(date)}](/articles/${found.id}/):`,
          quote(found.text, 4),
          drawSome(remarks, 2).join(' '),
          draw(closings),
        ].join('\n\n'),
        topics: ['local-history', ...found.topics.slice(0, 1)],
      },
    ];
  });
}

const longStories = [
  {
    topic: 'bridges',
    title: 'The Long Bridge, in six cuttings',
    date: '1998-08-27',
    count: 6,
    lead: 'Next week what is left of it will be opened for the second time. Here is how this paper, and the two that it was made of, told the story of the Long Bridge; each cutting can be read in full.',
  },
  {
    topic: 'wool',
    title: 'From sluice to museum: the mill in the papers',
    date: '1989-03-30',
    count: 6,
    lead: 'Before the Tide Mill opens as a museum, the office boy has been up the ladder to the bound volumes. He came down with these.',
  },
  {
    topic: 'ferries',
    title: 'A hundred and fifteen years of fares',
    date: '2009-03-05',
    count: 7,
    lead: 'The island of Hallick has its ferry, and we have had letters to say that it was ever thus. It was. A selection.',
  },
  {
    topic: 'floods',
    title: 'When the water came',
    date: '2014-01-09',
    count: 4,
    lead: 'A month after the sea stopped four centimetres short, we asked what it did when it did not stop.',
  },
  {
    topic: 'football',
    title: 'A century at the Meadow',
    date: '1995-10-19',
    count: 7,
    lead: 'On Wednesday Ternhythe Rovers will be a hundred. They have won a good deal less often than they have been written about.',
  },
  {
    topic: 'trams',
    title: 'The rails under the road',
    date: '1976-10-07',
    count: 4,
    lead: 'Twenty-five years ago the last tram went to the depot. The road-menders have found its rails in Ropewalk again, and we have found these.',
  },
  {
    topic: 'cinema',
    title: 'Cherubs, cowboys, bingo',
    date: '1995-11-09',
    count: 4,
    lead: 'The Electric Palace opens again on Saturday. Until then, the story so far.',
  },
] as const;

function histories(articles: readonly WrittenArticle[], { draw }: Chooser): DemoArticle[] {
  return longStories.map(({ topic, title, date, count, lead }): DemoArticle => {
    const told = articles.filter(
      (each) =>
        each.topics[0] === topic && (each.date ?? '') < date && ['News', 'Leaders'].includes(each.section),
    );
    const step = Math.max(1, (told.length - 1) / (count - 1));
    const chosen = [
      ...new Set(Array.from({ length: count }, (_, index) => told[Math.round(index * step)])),
    ].flatMap((each) => (each ? [each] : []));
    const parts = chosen.map((each) => {
      const day = englishDay(each.date ?? '');
      return `## ${each.title}\n\n[${day}](/articles/${each.id}/), ${findPaper(each.paper).name}\n\n${quote(each.text, 2)}`;
    });
    return {
      date: nextIssue(date, 'merged'),
      paper: 'merged',
      section: 'From our files',
      title,
      text: [lead, ...parts, draw(remarks)].join('\n\n'),
      topics: [topic, 'local-history'],
    };
  });
}

/** The first paragraphs of a text as a quotation; tables, lists and notes are none. */
function quote(text: string, paragraphs = 1): string {
  const prose = text.split('\n\n').filter((each) => /^[^|>#*[\d]/.test(each));
  return prose
    .slice(0, paragraphs)
    .map((each) => `> ${each.replace(/\[\^\w+\]/g, '')}`)
    .join('\n>\n');
}
