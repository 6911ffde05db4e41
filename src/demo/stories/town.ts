import { tell } from './tell.ts';

/** The school, the hospital and the cinema. */
export const townStories = [
  tell(
    '1899-09-16',
    'gazette',
    'A school on Castle Hill',
    ['education'],
    `
Eighty-six boys presented themselves on Monday at the new school on Castle Hill, and one girl, who was sent home.

The Ternhythe School has been built by @augusta-harrow at her own expense, on the condition that its head should be a woman for so long as one could be found who was fit for it. @emily-tansley, who is one-and-thirty and has a degree in mathematics, was thought fit. She has been on the island a week, and knows already the name of every boy.

She was asked about the girl. “Her name is Alice Pell,” said @emily-tansley, “and I have told her to come back.”`,
    {
      pictures: [
        {
          scene: 'school',
          alt: 'A school with a bell tower on a hill.',
          caption: 'The new school on Castle Hill.',
        },
      ],
      hasSourceText: true,
    },
  ),
  tell(
    '1919-09-12',
    'mercury',
    'Girls at last',
    ['education'],
    `
After twenty years of being told that there was no room, forty-one girls walked up Castle Hill on Monday and were let in.

At their head, carrying nobody’s satchel but her own, walked @alice-pell, who is thirty-three and did not intend to stay. She had been sent home from the same door in 1899. @emily-tansley, who had sent her, held it open.

“You are late, Pell,” she said.`,
  ),
  tell(
    '1921-03-11',
    'mercury',
    'First woman on the council',
    ['elections', 'politics'],
    `
By a majority of nineteen, and to her father’s visible alarm, @alice-pell was on Tuesday elected a member of the Ternhythe Town Council for the Salt Market ward.

@josiah-pell sat for the same ward for sixteen years. He was heard to say that he had taught her everything she knew about drains. She was heard to say that she would begin with those.`,
  ),
  tell(
    '1970-09-10',
    'merged',
    'One school for everybody',
    ['education', 'council'],
    `
There was no examination this summer, and on Tuesday all 183 of the island’s eleven-year-olds went up the same hill.

@joan-merrow, who has been head of Ternhythe School for fifteen years, and who spent five of them arguing for this morning, stood at the gate and shook every hand. “I taught for thirty years in a building where half of the town had never been,” she said. “It’s only a hill.”`,
    { byline: ['Jean Abbot'] },
  ),
  tell(
    '2004-09-09',
    'merged',
    'A school that faces the sea',
    ['education'],
    `
The old school on Castle Hill looked at the town. The new one, which opened on Monday, looks over it, at the sea, through eleven hundred square metres of glass.

@amara-nwosu, head for a year, gave the first lesson in the new laboratory herself. It ended with a bang, as announced.

The bell of 1899 has been hung in the entrance hall. It is rung by the youngest pupil on the first day of the year, this time by ~f, who is four, and could not be made to stop.`,
    {
      byline: ['Hazel Corney'],
      pictures: [
        {
          scene: 'new-school',
          alt: 'A long glass building on a hill.',
          caption: 'The new Ternhythe School, from the south.',
        },
      ],
    },
  ),
  tell(
    '1912-11-16',
    'gazette',
    'Living pictures',
    ['cinema', 'culture'],
    `
The Electric Palace in the Salt Market opened its doors on Saturday, and had to shut them again with four hundred within and as many without.

@leopold-fink, the proprietor, has spent £2,600 on plaster cherubs, a pianoforte, and six hundred seats of which the front ones are benches. The programme had a coronation, a cowboy, the making of a cheese, and a train, which came directly at the audience. Some persons in the benches left by the side.

@ambrose-tull, who had promised to preach against it, attended in order to be fair. He was seen to laugh at the cowboy.`,
    {
      pictures: [
        {
          scene: 'cinema',
          alt: 'The front of a cinema with a large arch and lamps.',
          caption: 'The Electric Palace in the Salt Market, on the night of its opening.',
        },
      ],
    },
  ),
  tell(
    '1930-04-04',
    'mercury',
    'The Palace finds its voice',
    ['cinema', 'music'],
    `
They talk now at the Electric Palace. They do so rather through the nose, and on Monday they did so for a minute and a half after their lips had shut; but they talk, and there was not a seat to be had.

The orchestra of five, which has wept, galloped and been shipwrecked with us these eighteen years, played for the last time on Saturday. @leopold-fink thanked each of them by name. The pianist, ~f, has taken a post at the infants’ school, where, she says, nobody has yet been heard to talk.`,
  ),
  tell(
    '1966-01-20',
    'merged',
    'Eyes down at the Palace',
    ['cinema'],
    `
The last picture at the Electric Palace was a Western. It was seen on Saturday by thirty-eight people and, through the fire door, by a dog.

From February there will be bingo. @rosa-fink, who has run the house since 1949, has sold it to a firm on the mainland. “Television gave me a good offer,” she said. “It offered to carry on without me.”

She has kept the projector, which is in her kitchen.`,
  ),
  tell(
    '1991-02-14',
    'merged',
    'Friends in the dark',
    ['cinema', 'culture'],
    `
Fourteen people sat in the Electric Palace on Sunday without heat, light or a licence, and founded a society.

The bingo firm left in the autumn, and the rain came in. @marcus-bell, an electrician, had gone to turn off the supply and looked up. “There were cherubs,” he said. “Somebody had painted them brown, but you could see that they were cherubs.”

The Friends of the Electric Palace will try to raise £400,000. They began on Sunday with £61.20 and a projector, given by @rosa-fink, who is eighty-two and brought it in a wheelbarrow.`,
    { byline: ['Tracey Mudge'] },
  ),
  tell(
    '1995-11-16',
    'merged',
    'A train comes in, and nobody leaves',
    ['cinema', 'culture'],
    `
The first film at the Electric Palace for twenty-nine years was forty seconds long, and had a train in it. It came directly at the audience, and the audience stood up, and cheered it.

The house has 240 seats now, a bar, and a roof. The cherubs are pink again. @marcus-bell worked the lights. @rosa-fink was helped up the steps to the box, where she was asked to start the projector. She looked at the reel and told them that it was on backwards.

It was.`,
    {
      byline: ['Tracey Mudge'],
      pictures: [
        {
          scene: 'cinema',
          alt: 'The lit front of a cinema at night.',
          caption: 'The Electric Palace is open.',
          credit: 'Photo: Neil Fulcher',
        },
      ],
    },
  ),
  tell(
    '1907-02-22',
    'mercury',
    'Twenty beds for the sick',
    ['health'],
    `
The Ternsey Hospital was opened on Monday with twenty beds, an operating room with a north light, and no patients, which @william-carew described as the best thing that he was ever likely to say of it.

It has been built by penny collections, by the sale of a toll-gate, and by a gift of £500 from a person who desires to be unknown. The person desired it in the hearing of several others, and it is believed to be @josiah-pell.`,
  ),
  tell(
    '1948-07-09',
    'mercury',
    'Nothing to pay',
    ['health'],
    `
The almoner’s window at the Ternsey Hospital was shut on Monday and a vase of sweet peas put in it.

The first patient to be treated for nothing was ~m, a carter, with a fish-hook in his thumb. He had had it there since Saturday. “I thought I’d wait,” he said.`,
  ),
  tell(
    '1985-06-20',
    'merged',
    'Dr Carew takes down the plate',
    ['health'],
    `
There has been a Dr Carew in Castle Hill for ninety years. On Friday @sheila-carew unscrewed the brass plate, which was her grandfather’s, and found behind it the mark of an older one, also her grandfather’s, with the fees.

She has been medical officer since 1951. She has signed for 3,900 babies, and met most of them since. “They tell me their symptoms in the fish shop,” she said. “I shall miss being asked, and I shall go on being told.”`,
    { byline: ['Tom Widger'] },
  ),
  tell(
    '1918-10-25',
    'mercury',
    'The school is shut',
    ['health', 'education'],
    `
The schools, the Electric Palace and the chapels are closed by order of @william-carew until further notice. There are ninety cases of the influenza in the town that he knows of, and he supposes as many more that he does not.

He asks that windows be opened, that nobody kiss a child, and that those who cannot do without company should talk across the street. @emily-tansley has turned the school into a ward, and is teaching the convalescents long division.`,
  ),
];
