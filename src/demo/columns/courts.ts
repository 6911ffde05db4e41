import type { Column } from './column.ts';

const cases = [
  [
    'A borrowed boat',
    '~m, labourer, was charged with taking a boat from the Fish Quay without leave. He said that he had supposed it to be his brother’s. He has no brother. He had rowed to Gullholm to see the light from near by, and @elias-gunn, who gave him tea, spoke for him in a letter. Fined five shillings, and commended to marry.',
    [1893, 1923],
  ],
  [
    'Singing in the Ropewalk',
    'Constable Yeo found ~m, fireman, in Ropewalk at a quarter to two in the morning, singing. Asked to stop, the defendant had offered to sing something else. Mr. ~m, who lives opposite, was called by the defence, and said that the second song had been the better. Fined half a crown.',
    [1893, 1950],
  ],
  [
    'The goose and the alderman',
    'Mrs. ~f, of Northbank, was summoned for allowing a goose to be at large, so as to obstruct an alderman. The goose was produced. It bit the clerk. The bench, having retired, found that a goose could not be said to be allowed anything. Case dismissed.',
    [1893, 1939],
  ],
  [
    'Watered milk',
    'A sample from the churn of ~m, dairyman, of Oxney, was found to contain eleven parts of water in the hundred. The defendant blamed the rain, which had fallen, he said, with great violence. Asked why it had not fallen on his neighbour’s, he said that his neighbour was a chapel man. Fined forty shillings and costs.',
    [1893, 1930],
  ],
  [
    'A quarrel over a mangle',
    '~f and ~f, neighbours in Mill Lane, summoned each other for assault. They had shared a mangle for nine years. Each had a black eye, and both eyes were shown. @amos-birch told the bench that he had found them at the pump, washing each other’s face. Bound over, with the mangle.',
    [1896, 1924],
  ],
  [
    'Furious driving',
    '~m, baker’s man, drove a pony cart down Castle Hill at a pace that a constable put at fourteen miles in the hour. The defendant said that it was the pony’s own idea. Asked what he had done to prevent it, he answered that he had shouted. Fined ten shillings.',
    [1893, 1925],
  ],
  [
    'The apples of the priory',
    'Five boys, whose names were read but need not be printed, were charged with the theft of thirty-one apples. Twenty-nine were recovered, two of them in part. The owner, ~m, said that he did not mind the apples so much as the remarks. They will weed his garden for four Saturdays.',
    [1893, 1960],
  ],
  [
    'No light',
    '~m, draper’s assistant, was fined a shilling for riding a bicycle without a lamp. He had been lighting a lady home, he explained, with the lamp. The lady was in court. The chairman said that he would not make it two shillings, as it would be wanted.',
    [1896, 1940],
  ],
  [
    'Fish by weight',
    '~m, hawker, was summoned for selling by a false balance. Under one pan was found a lump of butter. He could not account for it, unless it was there to keep the pan quiet. The butter was sound, and has been sent to the infirmary. Fined three pounds.',
    [1893, 1935],
  ],
  [
    'The curate’s umbrella',
    'An umbrella belonging to the curate was found in the possession of ~m, who had found it in the possession of ~m, who had found it in the church. Each had meant to take it back when it stopped raining. The bench observed that there was no evidence of its having done so. Dismissed.',
    [1900, 1950],
  ],
  [
    'Speaking to the driver',
    'A passenger, ~m, was charged with talking to the driver of a tram while it was moving. @victor-lamb said that he prosecuted with regret. The talk had been of football, and had lasted from the Salt Market to the depot, past four stops at which people were waiting. Fined five shillings.',
    [1905, 1934],
  ],
  [
    'A light in the night',
    'Miss ~f, of Castle Hill, showed a light for eleven minutes during an alert. She had been looking for the cat. The warden said that the cat had been sitting upon the sandbags the whole time, in full view, beside him. Fined one pound; the cat was cautioned by the clerk.',
    [1940, 1944],
  ],
  [
    'Petrol for a wedding',
    '~m, farmer, used petrol that was allowed for a tractor to take a bride from Marlcombe to church. “She went on the tractor,” he told the bench. It was put to him that the best man had gone by car. “Nobody would have him on the tractor,” said the defendant. Fined £2.',
    [1941, 1949],
  ],
  [
    'Ration book in the pie',
    'It was found by the food inspector that ~f, of Northbank, had drawn sugar for a lodger who had left in spring. She said that she had hoped he would come back. He had liked her puddings. The chairman hoped so too, and fined her thirty shillings.',
    [1942, 1953],
  ],
  [
    'Teddy boy in the pond',
    '~m, 19, apprentice, was charged with using insulting words to a constable from the middle of the mill pond. He had been put there, he claimed, on account of his trousers. Three others had run away. He would not say who they were, but could say what they had on. Fined £3.',
    [1955, 1963],
  ],
  [
    'Moped on the bridge',
    'The magistrates heard on Wednesday how ~m, 17, had crossed the Long Bridge on a moped with a double bass on his back. “It’s a wide load,” said the prosecutor. The defendant was in a hurry for a rehearsal. He was given a conditional discharge and asked how the concert went. It went well.',
    [1962, 1999],
  ],
  [
    'Thirty-four garden gnomes',
    'Police were called to Castle Hill on a morning in June when thirty-four gnomes were found on the steps of the Town Hall, in the order of the council’s seats. ~f, 22, a student, pleaded guilty to theft. All were returned, washed. She must pay £60 and apologise to each of the owners; one asked her to tea.',
    [1975, 2005],
  ],
  [
    'Phone mast row ends in court',
    '~m, a retired chemist, sat on top of a phone mast at Marlcombe for nine hours, the court was told, with a flask. He came down when it began to rain. He admitted obstruction. “You had made your point,” said the chair of the bench. “I’d run out of tea,” he replied. He was fined £80.',
    [1999, 2020],
  ],
  [
    'Parking ticket for a hearse',
    'A ticket given to a hearse in the Salt Market was cancelled by magistrates on Tuesday. The warden had waited the full ten minutes, he said, as the rules required. ~f, the undertaker, said that her passenger had waited rather longer. Costs were awarded against the council.',
    [1972, 2012],
  ],
  [
    'Drone over the flower show',
    '~m, 31, must pay £150 for flying a drone over the flower show, where it sank into a sponge cake. He had wanted, he told the bench, to get a picture of the whole tent. The cake had been placed second. Its maker, ~f, said that from above it would have been first.',
    [2014, 2023],
  ],
  [
    'Fined for a fire on the beach',
    'Two brothers who lit a fire of driftwood on the beach at Skerrow, and with it a lifebelt, were fined £90 each. “We thought it was a doughnut,” said the elder, ~m. The chairwoman said that it was the poorest excuse she had heard since Christmas, and that she would remember it.',
    [1980, 2020],
  ],
  [
    'Cider, strictly for the pigs',
    'Customs officers found four hundred gallons of cider in a barn at Oxney. The farmer, ~m, told the court that he kept it for the pigs. He was asked whether it agreed with them. “They don’t complain,” he said. He was fined £200, and the pigs were found to be in excellent spirits.',
    [1950, 1998],
  ],
] as const;
const openings = [
  'The following case came before the magistrates on {Monday|Tuesday|Wednesday}.',
  'The bench had {two|three|four} cases before it this week, of which one may be reported.',
  'There was a full court on {Tuesday|Thursday}, chiefly for the warmth.',
  'The magistrates sat for {twenty minutes|an hour|the whole of a morning} on {Monday|Wednesday}.',
];
const sequels = [
  'The fees of {four|two|six} witnesses were allowed.',
  'Before he rose, the chairman drew attention to the draught from the public door.',
  'There were no other cases, and the constables were given a pair of white gloves to hand to the chairman, as the custom is.',
  'A licence was then transferred, from a father to his daughter.',
  'The next sitting is in a fortnight.',
  'Two further summonses were withdrawn, the parties having made it up in the passage.',
];

const minor = [
  '~m, for a chimney on fire: {half a crown|five shillings and a brush|a caution}.',
  '~f, for hanging carpets over the public way: dismissed, the carpets having been admired.',
  '~m, for sleeping in a waggon that was not his: one day, already served in the waggon.',
  '~m and ~m, for disputing the ownership of a ladder: the ladder to be sawn in half, or not, as they prefer.',
  '~f, for keeping a pig nearer to a dwelling than the by-law allows: adjourned until the pig is measured.',
  '~m, for language: ten shillings. For further language: ten shillings more.',
  '~m, for riding on the footpath: he had not known that it was one; a caution.',
  'An unknown person, for leaving a cart across the Ropewalk: the cart to be sold.',
  '~f, for beating a mat after eight in the morning: a caution.',
  '~m, for fishing from the window of the Town Hall during office hours: referred to his employers.',
  '~m, for failing to muzzle a dog: the dog being toothless, dismissed.',
  '~f and ~f, sisters, for ringing a doorbell and running away; both are over sixty: cautioned, with difficulty.',
];

/** Cases before the magistrates. */
export const courts: Column = {
  section: 'Courts',
  spans: cases.map(([, , span]) => span),
  write(_, { draw, drawSome }, index) {
    const [title, text] = cases[index] as (typeof cases)[number];
    return {
      title,
      text: [
        draw(openings),
        text,
        `## Also before the bench\n\n${drawSome(minor, 3)
          .map((each) => `* ${each}`)
          .join('\n')}`,
        drawSome(sequels, 2).join(' '),
      ].join('\n\n'),
      topics: ['courts'],
    };
  },
};
