import type { Column } from './column.ts';

const subjects = [
  [
    'The seats upon the Castle Hill',
    'I am a man of seventy-four, and I walk every morning to the top of Castle Hill, where there are three seats. Two face the gasworks and one the wall. I do not ask to be told why. I ask only that one of them be turned round before I am seventy-five.',
    [1893, 1945],
  ],
  [
    'On whistling',
    'There is a butcher’s boy in this town who whistles from six in the morning. I have nothing to say against it, if he would learn a second tune. I enclose the price of a song-book, which I beg that you will forward.',
    [1893, 1950],
  ],
  [
    'The first cuckoo',
    'I heard the cuckoo at Marlcombe on the 2nd of April, which is nine days before your other correspondent claims to have heard it at Oxney. I make no remark. I merely note that there is a boy at Oxney who can do it very well.',
    [1893, 1960],
  ],
  [
    'A plea for the donkey',
    'Sir, the donkey which draws the water-cart has been in the service of the town for longer than the surveyor. He has had no rise in that time. I suggest a carrot, on Saturdays, to be charged to the rate.',
    [1893, 1930],
  ],
  [
    'Ladies and the tramcar',
    'If it is thought improper that a lady should ride upon the upper deck, then let a notice be put up to say so. If it is not thought improper, let the young man on the 8.40 stop holding his hat before his eyes. I am fifty-eight and have good ankles.',
    [1905, 1930],
  ],
  [
    'What is a pint?',
    'I took home on Friday what was sold to me as a pint of shrimps, and measured it. It was a pint of shrimps if one pushed. Is it the law that one pushes? I should be glad to have the opinion of a reader who is not in the trade.',
    [1893, 1955],
  ],
  [
    'The wireless next door',
    'My neighbour has bought a wireless set and I have not; yet I have heard everything that has been on it since Easter. I do not complain of the noise. I complain that he turns it off before the end of the serial.',
    [1926, 1958],
  ],
  [
    'Reply to “Disgusted”',
    'Your correspondent “Disgusted” writes that young people no longer raise their hats. I am a young person and have no hat. I should be obliged to “Disgusted” if he would raise his to me, so that I may see how it is done.',
    [1919, 1950],
  ],
  [
    'Saving string',
    'May I tell your readers that I have kept every piece of string that has come into the house since 1914? It is now of the size of a sheep. I should be glad to lend it to anyone with a large parcel.',
    [1920, 1955],
  ],
  [
    'A thank-you to a stranger',
    'To the gentleman who ran after the bus in the rain with my handbag, from the Salt Market to the bridge: it had nothing in it but a fish. I am all the more obliged to him, and would like to know his name. The fish was very good.',
    [1930, 1985],
  ],
  [
    'The new street names',
    'The council has called the street behind ours Sunny Rise. It faces north and goes downhill. Was it necessary to tell two lies in two words?',
    [1945, 1990],
  ],
  [
    'Television and the tide',
    'Since they put up the mast my picture goes at high water. I have written to the company, who tell me that it is impossible. I have sent them the tide tables, with the programmes that I missed marked in red.',
    [1957, 1985],
  ],
  [
    'Decimal matters',
    'I have kept a shop for forty years and never once been unable to divide by twelve. On Monday I gave a child change for a stick of liquorice, and we both cried.',
    [1971, 1972],
  ],
  [
    'The old trams',
    'Every time I have been jolted over the hump in Ropewalk these last weeks I have thought: there is a rail under there. You can pull up a tram, but the road remembers. So do my kidneys.',
    [1952, 1990],
  ],
  [
    'Litter, and a suggestion',
    'On Sunday my grandchildren and I picked up 214 things between the Fish Quay and the bandstand. The oddest was a set of teeth. They are on our wall, and can be had for the asking, by anyone they fit.',
    [1975, 2015],
  ],
  [
    'In defence of gulls',
    'The gull did not come to the chip shop. The chip shop came to the gull. I am eleven and I have thought about this a lot.',
    [1988, 2022],
  ],
  [
    'Please keep the blue boat',
    'I read that the little blue boat on the slip at Skerrow is to be broken up. She was my father’s, and before that his aunt’s. She has never caught much, but nobody who went out in her ever failed to come back, and there are bigger boats of which one cannot say as much.',
    [1960, 2010],
  ],
  [
    'Wrong number',
    'For some weeks I have been getting telephone calls for the surgery. I tell them all to keep warm and come back on Thursday, and so far nobody has rung to complain. Should I send in a bill?',
    [1965, 2005],
  ],
  [
    'Spell-checked',
    'Last week’s paper said that the choir had sung “with gusto and great bass.” I was there. It was the base that was great: two of the risers gave way. Otherwise a fine report.',
    [1990, 2023],
  ],
  [
    'Two cheers for the museum',
    'I took my mother to see the looms. She is ninety-one and was a weaver. She stood for a while by number fourteen, then reached over, and put right a thread. Nobody stopped her. I would like to thank whoever it was that didn’t.',
    [1990, 2012],
  ],
  [
    'Wi-fi on the ferry',
    'The new wi-fi on the Hallick boat works as far as the lighthouse. After that one has to look at the sea. I had forgotten that it does that.',
    [2012, 2023],
  ],
  [
    'To whoever knits',
    'Somebody has knitted a scarf for the statue of Augusta Harrow again. This year it matches her eyes, which are bronze. Please do not tell us who you are.',
    [1998, 2023],
  ],
  [
    'The bench in Mill Lane',
    'There is a new bench in Mill Lane with a plate: “For Joe, who never sat down.” I knew Joe. I sat on it for him for an hour on Sunday, and he would have asked me if I had nothing better to do.',
    [1979, 2015],
  ],
  [
    'Music in the shops',
    'It was November the second, and in the chemist’s they were already dreaming of a white Christmas. I was there for cough drops. I came out with a headache and tinsel.',
    [1985, 2023],
  ],
] as const;
const signatures = [
  'Yours, &c., **Ratepayer**',
  'Yours faithfully, **~m**',
  'I am, Sir, your obedient servant, **~m**',
  'Yours truly, **~f**',
  'Yours, **A Mother of Five**',
  'Yours, **Old Salt**, Skerrow',
  'Yours, **~f**, Northbank',
];
const typed = [
  '**~m**, Northbank',
  '**~f**, Castle Hill',
  'Name and address supplied',
  '**~m**, Skerrow',
  '**~f**, Marlcombe',
  '**~m**, Oxney',
];
const mailed = [...typed, '**~f**, by e-mail', '**~m**, by e-mail'];
const signaturesOf = (year: number) => (year < 1965 ? signatures : year < 1998 ? typed : mailed);
const notes = [
  '*This correspondence is now closed.—Ed.*',
  '*We have passed the letter on.—Ed.*',
  '*Other readers may know more.—Ed.*',
  '*It shall be looked into.—Ed.*',
  '*The editor has no opinion, and is holding to it.—Ed.*',
];

const further = [
  'I have asked my neighbours, and find that they are of the same mind, except for two, who are of no mind at all.',
  'It may be said that there are greater evils in the world. There are; but they are not at the end of my street, and this is.',
  'I wrote in the same sense {three|five|eleven} years ago, when you printed my letter beside an advertisement for liver pills. I hope for a better place this time.',
  'I sign my own name, having nothing to hide and nobody to be ashamed before.',
  'My late husband used to say that a town may be judged by its small things. He was a watchmaker, and had a point.',
  'Perhaps some member of the council reads your paper to the end, and will come upon this.',
  'I do not expect a reply, and I shall be looking out for it every {Friday|week}.',
  'If nothing is done by the spring, I shall write again, and at greater length.',
  'I am told that I should complain to the proper quarter. I have been to the proper quarter; it was shut.',
  'I would be glad to hear that I am mistaken. It would be the first time this year.',
];

/** Letters to the editor. */
export const letters: Column = {
  section: 'Letters',
  spans: subjects.map(([, , span]) => span),
  write({ year }, { draw, drawSome, happens }, index) {
    const [title, text] = subjects[index] as (typeof subjects)[number];
    const isOld = year < 1965;
    const opening = isOld ? '*To the Editor.*' : '*Letters to the editor*';
    return {
      title,
      text: [
        opening,
        text,
        ...drawSome(further, 2),
        draw(signaturesOf(year)),
        ...(happens(0.3) ? [draw(notes)] : []),
      ].join('\n\n'),
      topics: ['letters'],
    };
  },
};
