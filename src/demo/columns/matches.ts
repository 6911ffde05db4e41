import type { Chooser } from '../grammar/deck.ts';
import { opponents } from '../town/organizations.ts';
import { reporterOf, spreadOver, type Column, type Moment } from './column.ts';
import { ordinal } from './ordinal.ts';

const openings = [
  'There was a wind across the Priory Meadow that took the corner flags with it, and the {first|opening} half-hour belonged to it.',
  'The ground was heavy, the ball heavier, and the tempers of both sides heaviest of all.',
  'Rain fell until ten minutes before the start, and then, as if it had paid to come in, stopped to watch.',
  'It was an afternoon for cricket, and for some time it was played as such.',
  'The visitors arrived twenty minutes late, the boat having been kept by fog, and played as if they were still in it.',
  'Frost had been swept off one half of the pitch only, and both captains wanted to win the toss.',
  'A lively crowd lined the ropes, among them a good many who had been told that it would be dull.',
  'The sun stood low over the Northbank end, and both goalkeepers were to complain of it.',
  'Half of the regular team was in bed with colds, and the other half, it seemed, had caught them on the way.',
  'Nobody had given the Rovers much of a chance, which suits them.',
  'From the first whistle it was plain that somebody was going to be cross by the end of the afternoon.',
  'The match was a week late on account of the snow, and there was still some of it behind the goal.',
  'A dog ran on after four minutes, and was for a time the best player on the field.',
  'The pitch had been rolled, cut and limed, and looked better than the football.',
];
const ours = [
  '~m {headed|put} the Rovers {in front|on the board} from a corner that everybody else had given up',
  '~m ran forty yards with the ball, lost it, found it again and shot under the bar',
  '~m, who had been tying his boot while a long throw was missed by friend and foe, walked the ball in',
  '~m took a free kick so low that the wall jumped over it',
  'the goalkeeper came out for a cross, thought better of it, and ~m had only to choose his side',
  '~m struck from where he stood, and did not wait to see it land',
  'a pass of the captain’s went through four pairs of legs to ~m, whose legs were the fifth',
  '~m turned on the penalty spot as if on a sixpence, and scored with what he later called his wrong foot',
  'a shot from ~m came back off the post, and in off the man who had cleared it',
  '~m got the last touch in a scramble that had something of the January sales about it',
  'a move of eleven passes, of which the older spectators disapproved, was finished by ~m with a tap',
  '~m chased a ball that was going out, kept it in, and was as surprised as anybody to see it cross the line',
];
const theirs = [
  'the visitors {replied|answered} through their centre-half, who had come up to see what the noise was',
  'a misunderstanding at the back left the visitors’ winger alone with his conscience, and he scored',
  'the visitors were given a penalty for something that happened on the blind side of everyone but the referee',
  'a high ball of the visitors’ was lost in the sun, and recovered from the net',
  'the visitors’ captain shot through a crowd of players, and it went in off two of them',
  'a back-pass stopped short, so did the defence, and the visitors did not',
  'the visitors broke from their own corner flag, three against one, and the one slipped',
  'a cross of the visitors’ was allowed to bounce, which is against all teaching, and went in',
  'the visitors’ youngest player, a lad of sixteen, hit it as hard as he could with his eyes shut',
];
const ends = {
  win: [
    '“We deserved it for about eight minutes,” said the captain, @captain, “and we had the sense to pick those.”',
    'The last ten minutes were spent in the far corner, to the relief of the near one.',
    '“It wasn’t pretty,” said @captain. “Neither are we.”',
    'The Rovers have now gone a month without being beaten, and the tea hut has noticed the difference.',
    'There was some talk of the cup on the way home, and it was promptly forbidden by @captain.',
  ],
  draw: [
    'Both sides thought they had lost a point, and both were right.',
    '@captain called it a fair result. Asked to whom, he said: to the spectators, who could go home.',
    'The referee blew early, and nobody asked him why.',
    'A draw was the least that anybody deserved, and the most.',
  ],
  loss: [
    '@captain had no complaint. “They kicked it in our goal more than we kicked it in theirs,” he said. “I’d call that the game.”',
    'The crowd was thin before the end, but those who stayed clapped, and were clapped back.',
    'It is the third defeat in five weeks, and somebody has written a word on the dressing-room door.',
    'There is no need for alarm, said @captain, who sounded alarmed.',
    '“You’d better say we were unlucky,” said @captain, “and I’ll buy the paper to read how.”',
  ],
};
const asides = [
  'The gate was {212|187|340|265|408|156|519}, not counting the children on the wall.',
  'The collection at half-time, for the lifeboat, came to more than was expected and included a trouser button.',
  'The ball went into the River Wend twice, and was fetched once.',
  'A word of praise is due to ~m, the groundsman, who has been at it since Tuesday.',
  'The linesman’s flag was borrowed at the interval by a lady whose scarf it matched, and returned after an appeal.',
  'The half-time pies ran out at twenty past three, which will need to be looked into.',
  'Last week’s lost boot has been handed in. It is not a pair.',
  'The reserves lost on Hallick by more than it would be kind to print.',
  'The visitors’ ferry was held for eleven minutes so that extra time could be argued about on board.',
];

const play = [
  'At half-time the tea was {hot|late|mostly milk}, and the talk was of what might have been.',
  'The home half-backs tackled as if they were paid by the piece.',
  'On the left wing ~m was given a good deal of room, and used up all of it.',
  'Much of the second half was spent in looking for the ball in the mud, and some of it in looking for ~m.',
  'The visitors’ goalkeeper, a clerk in ordinary life, made three saves that cannot have come from the office.',
  'There were appeals for hand-ball at both ends, and for silence in the middle.',
  'A tackle by ~m brought down an opponent, the flag and a photographer.',
  'For twenty minutes after the interval neither side could string three passes together, and one did not try.',
  'The best run of the day was made by the referee, who was being followed.',
  'Of the younger players ~m showed {promise|both feet|that he has been listening}.',
  'The wind changed at half-time, which one side thought hard and the other only just.',
  'Twice the whole of the Rovers’ defence went for the same ball, and twice, by good luck, it was the right one.',
];
const fixtures = [
  'The next match is {on Saturday week|this day fortnight|on Saturday}, when the boots will be dry.',
  'Those who wish to travel to the next away match should give their names at the Brandt Arms by Thursday.',
  'The club is looking for a second set of goal-nets, and for whoever has the first.',
  'On Saturday the reserves have the ground, and the first team a rest.',
  'A whist drive in aid of the roof of the stand will be held as soon as there are enough packs of cards.',
  'Season tickets may still be had, at a price that takes account of the season.',
];

/** League matches of the Rovers. */
export const matches: Column = {
  section: 'Sport',
  months: () => [1, 2, 3, 4, 9, 10, 11, 12],
  spans: spreadOver(44, [1896, 2022]),
  write(moment, chooser) {
    const { between, draw, drawSome, pick } = chooser;
    const rival = draw(opponents);
    const [scored, let_] = [pick([0, 1, 1, 2, 2, 3, 4]), pick([0, 0, 1, 1, 2, 3])];
    const [key, titles] = titlesOf(scored, let_);
    const goals = [
      ...Array.from({ length: Math.min(scored, 3) }, () => ours),
      ...Array.from({ length: Math.min(let_, 2) }, () => theirs),
    ].map((list) => draw(list));
    const minutes = goals.map(() => between(3, 89)).sort((a, b) => a - b);
    const told = chooser.happens(0.5) ? goals : goals.toReversed();
    const sentences = told.map((goal, index) => lead(minutes[index] ?? 1, index, chooser, goal));
    const untold = scored + let_ - goals.length;
    const more =
      untold === 0
        ? []
        : [
            untold === 1
              ? 'The remaining goal is better on paper than it was on the grass.'
              : 'The remaining goals are better on paper than they were on the grass.',
          ];
    return {
      title: draw(titles)
        .replace('RIVAL', rival)
        .replace('SCORE', `${Math.max(scored, let_)}–${Math.min(scored, let_)}`),
      subtitle: `Ternhythe Rovers ${scored}, ${rival} ${let_}`,
      text: [
        `${draw(openings)} ${result(key, rival, moment, chooser)}`,
        sentences.length > 0 ? [...sentences, ...more].join(' ') : draw(goalless),
        drawSome(play, 3).join(' '),
        drawSome(asides, 2).join(' '),
        ...(captainless(moment.year) ? [] : [draw(ends[key])]),
        draw(fixtures),
        ...(between(0, 4) === 0 ? [table(chooser, moment)] : []),
      ].join('\n\n'),
      topics: ['football'],
      ...reporterOf(moment.year, chooser),
    };
  },
};

const goalless = [
  'Of chances there were three. The first was {wide|high}, the second was saved, and the third is still being discussed in the Brandt Arms.',
  'Nothing passed either goalkeeper except the time.',
  'The woodwork was struck twice at one end and once, by a roller, at the other.',
];

function lead(minute: number, index: number, { draw }: Chooser, goal: string): string {
  const others = [`After ${minute} minutes ${goal}.`, `In the ${ordinal(minute)} minute ${goal}.`];
  return draw(index === 0 ? others : [...others, `Then, with ${minute} minutes gone, ${goal}.`]);
}

function result(key: keyof typeof ends, rival: string, { year }: Moment, { draw }: Chooser): string {
  const old = year < 1950;
  return draw(
    {
      win: [
        `When it was over, Ternhythe Rovers had beaten ${rival}, and ${old ? 'hats were thrown' : 'scarves were waved'}.`,
        `Ternhythe Rovers took ${old ? 'both points' : 'the points'} from ${rival} all the same.`,
        `${rival} went home with nothing.`,
      ],
      draw: [
        `Ternhythe Rovers and ${rival} shared the honours.`,
        `${rival} and the Rovers could not be parted.`,
      ],
      loss: [
        `At the end of it ${rival} had won, and by what looked from the rope like a good deal.`,
        `Ternhythe Rovers were beaten by ${rival}, who were the better side from the interval on.`,
        `${rival} had the better of it.`,
      ],
    }[key],
  );
}

function titlesOf(scored: number, against: number): [keyof typeof ends, readonly string[]] {
  if (scored > against) return ['win', wins];
  return scored === against ? ['draw', draws] : ['loss', losses];
}

const wins = [
  'Rovers too good for RIVAL',
  'RIVAL beaten at the Meadow',
  'SCORE, and it might have been more',
  'Rovers find their feet against RIVAL',
  'A SCORE win in the mud',
  'RIVAL sent home empty',
  'Rovers climb the table',
  'Late rally beats RIVAL',
  'The points from RIVAL',
  'RIVAL out of luck',
  'Rovers make hay',
  'A good day for the Rovers',
];
const draws = [
  'Honours even with RIVAL',
  'Nothing between Rovers and RIVAL',
  'Rovers held by RIVAL',
  'A point each at the Meadow',
  'RIVAL hold out for a draw',
  'Rovers and RIVAL level',
  'Neither up nor down',
];
const losses = [
  'Rovers fall to RIVAL',
  'RIVAL take the points',
  'A black afternoon at the Meadow',
  'Rovers beaten, SCORE',
  'RIVAL have the last word',
  'Lessons for the Rovers',
  'Rovers slip again',
  'RIVAL too strong',
  'Nothing for the Rovers',
];

function captainless(year: number): boolean {
  const terms = [
    [1895, 1908],
    [1919, 1933],
    [1950, 1964],
    [1972, 1985],
  ];
  return !terms.some(([from = 0, to = 0]) => from <= year && year <= to);
}

function table({ between }: Chooser, { year }: Moment): string {
  const clubs = ['Ternhythe Rovers', ...opponents].map((club) => ({
    club,
    won: between(2, 11),
    drawn: between(0, 5),
  }));
  const points = ({ won, drawn }: { won: number; drawn: number }) => won * (year < 1982 ? 2 : 3) + drawn;
  const rows = clubs
    .sort((a, b) => points(b) - points(a))
    .map((row) => `| ${row.club} | 16 | ${row.won} | ${row.drawn} | ${points(row)} |`);
  return ['| Club | Played | Won | Drawn | Points |', '| --- | ---: | ---: | ---: | ---: |', ...rows].join(
    '\n',
  );
}
