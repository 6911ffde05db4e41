import { tell } from './tell.ts';

const missing = 'The archive has only a cutting, without the name of the issue.';

/** Articles that show how an archive treats what it holds: withdrawn, redacted, moved, undated, known in part, annotated. */
export const handledStories = [
  tell('1987-03-05', 'merged', 'Statement about a local firm', ['economy'], '', {
    withdrawn: {
      date: '1994-05-30',
      reason: 'legal',
      note: 'The paper withdrew the article and apologized for it in its issue of 2 June 1994.',
    },
  }),
  tell(
    '1976-08-19',
    'merged',
    'Boy found after night on the moor',
    ['health'],
    `
A boy of seven who had been missing from Marlcombe since Sunday afternoon was found on Monday at six in the morning, asleep in a sheepfold, with a dog that did not belong to him.

Some ninety people had searched through the night. The boy said that he had not been lost. He had been with the dog, and it was the dog that was lost.

His name has been left out of this text at his own wish. His mother told the paper at the time that he would be allowed to keep the dog.`,
    {
      redactions: [
        { date: '2018-06-01', reason: 'privacy', note: 'The name of a child and a street were left out.' },
      ],
      byline: ['Tom Widger'],
    },
  ),
  tell(
    '1999-12-30',
    'merged',
    'Clocks, tills and one cow',
    ['economy', 'local-history'],
    `
With a day to go, the island’s preparations for the year 2000 have turned up one computer that believes it will be 1900. It belongs to the fatstock market, and it has offered a cow for nine pounds.

The mayor, @susan-maddern, will spend the night in the Town Hall with a torch and a wind-up radio. “My mother was mayor in the flood,” she said. “She told me that what fails is never the thing you were watching.”`,
    { byline: ['Imran Sheikh'], formerSlugs: ['millennium-bug-preparations'] },
  ),
  tell(
    '1896~',
    'gazette',
    'Notice of a lost anchor',
    ['shipping'],
    `
Lost between Gullholm and the quay, an anchor of about four hundredweight, stamped M. The finder will be rewarded, and assisted to carry it.`,
    { titleSupplied: true, rights: missing },
  ),
  tell(
    undefined,
    'gazette',
    'A receipt for a cold',
    ['health'],
    `
Take a lemon, a spoonful of honey, and hot water, and go to bed. Omit the lemon if there is none, and the honey if it is dear. Do not omit the bed.`,
    { titleSupplied: true, rights: missing },
  ),
  tell(
    undefined,
    'mercury',
    'The two clocks of Ternhythe',
    ['local-history'],
    `
A traveller complained to Captain Brandt that the clock of St. Brannock’s and the clock of the Town Hall were never of one mind. “If they agreed,” said the ferryman, “what should we want with two?”`,
    { titleSupplied: true, rights: missing },
  ),
  tell(
    '1904/1906',
    'mercury',
    'Advertisement: teeth',
    ['health'],
    `
Mr. ~m, painless extractions, Salt Market, every market day until dusk. Ladies attended separately. The screams which some have reported are those of the parrot.`,
    { titleSupplied: true, rights: missing },
  ),
  tell(
    '1938',
    'gazette',
    'Recipe for Ternsey cake',
    ['local-history'],
    `
As made for the flower show by Mrs. ~f, who has consented to its being printed on the understanding that nobody will make it as well.

* Half a pound of flour, a quarter of butter, and the same of brown sugar
* Two eggs, and a third if the hens are willing
* A handful of currants, not washed
* Buttermilk enough

Bake it until it is done[^done] and hide it until Sunday.

[^done]: The Oxney manuscript of the recipe has “an hour”. The printed text leaves the time to the baker.`,
    { titleSupplied: true },
  ),
  tell(
    '2020-04-02',
    'merged',
    'The Salt Market is empty',
    ['health', 'markets'],
    `
On Saturday at ten there were four people in the Salt Market, each in a corner, like the last pieces of a game of chess.

The stalls are shut for the first time since 1918. The market bell was rung all the same, by ~m, who has done it for thirty years and lives above it. “Someone might have been listening,” he said.

The mayor, @daniel-pell, has asked that those who cannot do without company should talk across the street. It was pointed out to him that this was the advice of Dr William Carew a century ago. “I know,” he said. “I looked it up.”`,
    {
      byline: ['Priya Venning'],
      pictures: [
        {
          scene: 'market',
          alt: 'An empty market square.',
          caption: 'The Salt Market on Saturday morning.',
          credit: 'Photo: Olive Jupp',
        },
      ],
    },
  ),
  tell(
    '2023-05-25',
    'merged',
    'A hundred and thirty years of Thursdays',
    ['newspapers', 'local-history'],
    `
The first number of the Ternhythe Mercury, of 26 May 1893, complained about the ferry. The first number of the Ternhythe Gazette, a day later, complained about the Mercury. This week they are a hundred and thirty.

@imran-sheikh, who edits what became of both, has read all of it. It took him six winters. “There are about eleven stories,” he says. “Something is too expensive. Something is falling down. Somebody’s daughter is doing it now. The rest is weather.”

What are the weeks that he would keep? He counts them on his fingers: the bridge in 1898; the soup, in 1911; the flood; the last tram, because of the piano; and Helen Thewlis, when everyone had gone home, stamping.

## And the next one?

He does not know whether there will be paper. He is fairly sure that there will be a ferry, and that somebody will have something to say about the fare.`,
    {
      byline: ['Priya Venning'],
      pictures: [
        {
          scene: 'map',
          alt: 'A map of Ternsey with its villages and the river.',
          caption: 'Ternsey, as readers of the first number knew it.',
          credit: 'Drawn for the Mercury in 1893',
        },
      ],
    },
  ),
  tell(
    '2016-07-21',
    'merged',
    'Council publishes flood maps',
    ['floods', 'council'],
    `
The new maps of where the water may go were put on the council’s website on Tuesday, where they were looked at so often that the website went under.

Ropewalk is blue. So is the Fish Quay, and so, for the first time, is the car park of the council itself. The mayor, @daniel-pell, said that members had been advised to cycle.`,
    { byline: ['Ternsey Press Agency'], noindex: true },
  ),
];
