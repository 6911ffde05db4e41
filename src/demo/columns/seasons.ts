import { reporterOf, spreadOver, type Column } from './column.ts';

const storms = [
  [
    'Snow to the window sills',
    'It began to snow on {Tuesday} at dusk, and on Wednesday Marlcombe was gone. A path was dug to it by noon, from the wrong end, by ~m, who had run out of tobacco.',
    [1, 2],
  ],
  [
    'Gale takes the bandstand',
    'The roof of the bandstand left it on {Sunday|Monday} night, in a gale from the south-west, crossed the Salt Market at the height of the first floors, and was found at the Fish Quay, where it has been asked to stay.',
    [10, 11],
  ],
  [
    'No rain for forty days',
    'The last rain at Oxney fell on the 4th of June, and was remarked upon as slight. Since then the pump has been locked, and the key is with the vicar, who is thought to be the least thirsty.',
    [7, 8],
  ],
  [
    'Fog holds the town',
    'For {three|four} days nobody has seen the other side of the street. The fog signal on Gullholm has been sounding since Saturday, and children have begun to leave gaps for it when they speak.',
    [11, 12],
  ],
  [
    'Skating on the mill pond',
    'The mill pond bears. ~m proved it on Thursday, by order of his wife, with a ladder and a rope, and by Saturday there were two hundred upon it, and a man with hot chestnuts.',
    [1, 2],
  ],
  [
    'Lightning strikes twice',
    'St. Brannock’s was struck by lightning at ten past four on {Friday|Tuesday}, and again at a quarter past. The weathercock has been turned into something like a spoon.',
    [6, 7, 8],
  ],
  [
    'The hottest day',
    'By the thermometer outside the chemist’s it was ninety-one in the shade on {Wednesday|Friday}, and there was very little shade. The horse trough had to be cleared of children so that a horse could drink.',
    [7, 8],
  ],
  [
    'Hail like pigeons’ eggs',
    'Hail fell on Northbank for six minutes on Monday. Three hundred and eleven panes were broken, among them every one in the vicarage but that with the coat of arms.',
    [5, 6],
  ],
  [
    'A red sun over the harbour',
    'The sun rose red on {Sunday|Tuesday} and stayed so. It was dust, says the harbour office, blown from a desert; it lay on the washing of Ropewalk as fine as cocoa, and somebody’s grandmother said that it was a sign of clean sheets.',
    [3, 4],
  ],
  [
    'High tide, low spirits',
    'The spring tide came over the Fish Quay on {Monday|Thursday}, had a look at the ground floors, and withdrew. ~f, who has been flooded four times, had already put the piano on the table.',
    [3, 9, 10],
  ],
  [
    'Roofs off at Skerrow',
    'Eleven roofs are off at Skerrow after the storm of {Saturday|Sunday}, and one is on that was not there before. Its owner may have it back if he will come and lift it.',
    [1, 11, 12],
  ],
  [
    'First frost, last dahlias',
    'There was ice on the trough on {Tuesday|Wednesday} morning, and the dahlias in front of the Town Hall, which had been asked to last until the mayor’s dinner, have not.',
    [10, 11],
  ],
] as const;
const results = [
  'The boats stayed in{, and the price of fish went up on the strength of it|, and their crews played football on the slip}.',
  'The ferry made {one crossing|two crossings} and thought better of a {second|third}.',
  'At Ternsey Hospital they have set {four wrists|two ankles and a collar-bone|three legs}.',
  'The letters came a day late, and in one case wet.',
  'At Oxney, where they keep a rain gauge, there was a dispute over who had emptied it.',
  'The school was closed, which the pupils bore.',
  'The harbour office had given warning, but had pinned it to a board that blew away.',
  'The lifeboat was called out {once, and found the vessel better off than itself|twice, and the second time by the first}.',
];
const endings = [
  'Nobody was hurt who had not gone out to look.',
  'The glass is rising.',
  'Old people compare it to {the year of the flood|a winter that nobody else remembers}, and are not contradicted.',
  'More is expected by the end of the week.',
  'The council will meet when it can get to the Town Hall.',
];

/** Weather worth a headline. */
export const weather: Column = {
  section: 'Weather',
  spans: spreadOver(storms.length, [1894, 2022]),
  months: (index) => storms[index]?.[2] ?? [],
  write(moment, chooser, index) {
    const { draw, drawSome } = chooser;
    const [first, second, third, fourth, fifth] = drawSome(results, 5);
    const [title, text] = storms[index] as (typeof storms)[number];
    return {
      title,
      text: [text, `${first} ${second}`, `${third} ${fourth} ${fifth}`, draw(endings)].join('\n\n'),
      topics: ['weather'],
      ...reporterOf(moment.year, chooser),
    };
  },
};

const tents = [
  'The tent was up by nine, down by ten, and up again, with more pegs, by eleven.',
  'A record {611|743|580|802} persons paid to see the show of the Ternsey Horticultural Society, and {three|five} climbed in at the back.',
  'The Ternsey Horticultural Society held its show on Saturday between two showers, each of which was later claimed by the judges to have been refreshing.',
  'Everything that could be grown on the island was on Saturday laid on trestles by the Ternsey Horticultural Society, in order of size.',
  'The judges of the Ternsey Horticultural Society came from the mainland, as they have done since the trouble over the leeks.',
];
const classes = [
  'Three onions',
  'A marrow',
  'Six runner beans',
  'Sweet peas, a vase',
  'One rose',
  'A plate of plums',
  'Leeks',
  'A sponge cake',
  'Honey, dark',
  'Dahlias, three',
  'A vegetable animal (children)',
  'Potatoes, five, white',
];
const disputes = [
  'In the leek class there was an objection. It was measured, upheld, withdrawn, and measured again.',
  '~m’s marrow was found to have been sewn up. He said that it had come like that.',
  'The sponge cakes were judged blind, that is to say with the eyes shut; the judge has asked for the recipe of the one that came last.',
  'The children’s vegetable animals included a hedgehog, a bishop and “my uncle”, which took the prize.',
  'A wasp got into the honey, and was disqualified.',
  'The cup for the best onions has stayed in the same family for so long that nobody could find the key of the cupboard. It was got out with a chisel.',
  'One rose had no name. The grower, ~f, said that it had grown from a stick which she had put in to hold up another.',
  'Of the plums there was little to be said by four o’clock but that they had been good.',
];

/** The flower show, with its winners. */
export const shows: Column = {
  section: 'Flower show',
  spans: spreadOver(14, [1896, 2022]),
  months: () => [7, 8],
  write(moment, chooser) {
    const { between, draw, drawSome } = chooser;
    const first = between(0, classes.length - 5);
    const rows = classes
      .slice(first, first + 5)
      .map((name) => `| ${name} | ${draw(['~m', '~f'])} | ${draw(['~f', '~m'])} |`);
    return {
      title: draw(showTitles),
      text: [
        draw(tents),
        ['| Class | First | Second |', '| --- | --- | --- |', ...rows].join('\n'),
        drawSome(disputes, 2).join(' '),
        draw(afternoons),
        'The prizes were given away by the mayor, @mayor, who {owned to a weakness for plums|was asked to guess the weight of a ham and came within an ounce|said that it was the only contest in the town at which nobody had mentioned the rates}.',
      ].join('\n\n'),
      topics: ['gardening'],
      ...reporterOf(moment.year, chooser),
    };
  },
};

const afternoons = [
  'In the afternoon there was a race for ducks, a race for children, and a race for those who had lost their children.',
  'The band played until the rain came in at the bells of the trombones.',
  'Teas were served by the wives of the committee, and washed up, for the first time, by the committee.',
  'The guessing of the cake’s weight was won by a man who had sat on it.',
  'By six the tables were bare, and the losers were eating the evidence.',
  'A good many people were seen to write down the names of other people’s dahlias on their cuffs.',
];
const showTitles = [
  'A duck race, and no ducks',
  'Onions again',
  'The cup and the chisel',
  'Trestles and tempers',
  'Onions, roses and an objection',
  'The flower show',
  'Giants under canvas',
  'Leeks by the yard',
  'A good year for beans',
  'All that the gardens had',
  'Prizes for plums',
  'The tent at the Priory Meadow',
  'A marrow under suspicion',
  'Sweet peas and hard words',
];
