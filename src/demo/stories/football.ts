import { tell } from './tell.ts';

/** The great days of the Rovers; ordinary ones are in `columns/matches.ts`. */
export const footballStories = [
  tell(
    '1895-10-25',
    'mercury',
    'A club for the town',
    ['football'],
    `
On the motion of @will-garth, cooper, and with two dissentients who preferred quoits, it was resolved on Wednesday at the Mechanics’ Institute to form a football club, to be called Ternhythe Rovers.

The colours are to be green and white, there being a quantity of green flannel left over at Harrow’s. The ground will be the Priory Meadow, when the cows are off it. Subscriptions are a shilling, and a penny for each member who brings his own boots.`,
  ),
  tell(
    '1923-04-28',
    'gazette',
    'The cup is ours',
    ['football'],
    `
Two thousand people crossed to Hallick on Saturday in everything that would float, and came back singing; for Ternhythe Rovers have the Islands Cup, by two goals to one.

Hallick Athletic had the wind before the interval, and a goal from it. For a quarter of an hour after it they had the game as well. Then @jack-dunmore, receiving the ball with his back to the posts, did what he has been told since boyhood not to do, and turned the wrong way round; and so did everybody else. He scored the second from where he was lying.

“I heard the noise,” he said, “and thought I had better get up.”

The cup was carried through the Salt Market at midnight, full. The mayor, @robert-harrow, has given the team and the mill the Monday.`,
    {
      subtitle: 'Rovers 2, Hallick 1',
      pictures: [
        {
          scene: 'football',
          alt: 'Footballers before a goal; a crowd behind them.',
          caption: 'Jack Dunmore, at the left, before his second goal.',
        },
      ],
      hasSourceText: true,
    },
  ),
  tell(
    '1958-04-25',
    'mercury',
    'Rovers go down',
    ['football'],
    `
It ended at twenty to five on Saturday, in rain, with the ball in the river. Ternhythe Rovers had needed a draw against Oxney United, and were drawing, until a back-pass stuck in the mud a yard from @frank-ebdon’s hands.

@jack-dunmore, who has managed them for twelve years and been at the Priory Meadow for thirty-nine, told the directors in the evening that he would not go on. Then he went out with a lantern to look for the ball.`,
  ),
  tell(
    '1964-05-07',
    'merged',
    'The postman delivers',
    ['football'],
    `
@frank-ebdon played his last match in goal on Saturday, his four hundred and eleventh, and let in five. “I wanted to give everybody a turn,” he said.

He will still be seen in the town at six each morning with the letters. It was often remarked that in fourteen years as captain he had never once been late, and never once, on either round, dropped anything that mattered.`,
  ),
  tell(
    '1981-05-14',
    'merged',
    'Up, on goal difference',
    ['football'],
    `
Thirteen minutes from the end of the season, with the Rovers in third place and a man short, @terry-colwell looked across at the manager for instructions. The manager had his hat over his eyes.

So Colwell told everyone to go forward, goalkeeper included. Ternhythe Rovers scored three times against Skerrow Town in nine minutes, and are promoted by the width of a single goal. The third went in off the referee, who has asked us not to print his name.`,
    { byline: ['Barry Tapper'] },
  ),
  tell(
    '1997-09-11',
    'merged',
    'Eleven women and a borrowed kit',
    ['football'],
    `
They wore the reserves’ shirts, with the sleeves rolled up, and 212 people paid to see them, which was 40 more than had come to see the reserves.

The new women’s team of Ternhythe Rovers beat Marlcombe Wanderers on Sunday by four goals to one. Three were scored by the captain, @kelly-dunmore, who is nineteen. A man of eighty by the rail said that he had seen her great-grandfather score from a lying position. “She stays on her feet,” he said. “It’s a different game.”`,
    {
      byline: ['Barry Tapper'],
      pictures: [
        {
          scene: 'football',
          alt: 'Footballers in front of a goal.',
          caption: 'Kelly Dunmore, left, at the Priory Meadow.',
          credit: 'Photo: Neil Fulcher',
        },
      ],
    },
  ),
  tell(
    '2011-07-07',
    'merged',
    'Dunmore named manager',
    ['football'],
    `
Ternhythe Rovers will be managed from August by @kelly-dunmore. She is the first woman to be in charge of the men’s side, and the second Dunmore.

“I applied to the same advertisement as the other nineteen,” she said. “I had to ask my own mother for a reference. She put in that I am untidy.”

Terry Colwell, who had the post until 2004, offered one piece of advice: never to put the hat over her eyes.`,
    { byline: ['Ross Ackroyd'] },
  ),
  tell(
    '2018-05-17',
    'merged',
    'Ninety-five years later',
    ['football'],
    `
The Islands Cup is back. Ternhythe Rovers beat Hallick Athletic on Saturday on Hallick, as in 1923, and by two goals to one, as in 1923; and as in 1923 the boats came home late.

@kelly-dunmore took it up the steps of the Town Hall, where the mayor, @daniel-pell, offered to hold it. She let him, for the length of a photograph.`,
    {
      byline: ['Ross Ackroyd'],
      pictures: [
        {
          scene: 'crowd',
          alt: 'A crowd in a market square with flags, and a cup held high.',
          caption: 'The cup in the Salt Market on Saturday night.',
          credit: 'Photo: Olive Jupp',
        },
      ],
    },
  ),
];
