import { tell } from './tell.ts';

/** The first Long Bridge: asked for, built, damaged and mended. */
export const bridgeStories = [
  tell(
    '1894-02-08',
    'mercury',
    'A bridge over the Wend?',
    ['bridges', 'council'],
    `
Some two hundred ratepayers stood in the Corn Hall on Tuesday evening, the chairs having given out before the speakers did, to ask for what their grandfathers asked for: a bridge to Northbank.

@josiah-pell, who presided, said that he had sent a waggon of flour across the River Wend that morning, and that it had waited two hours and forty minutes for Captain Brandt and the tide. “I do not blame the Captain,” he said. “I blame the river, and I blame a council that has looked at it since the year 1811.”

A letter was read from the mayor, @edmund-harrow, who regretted that business kept him away. He did not oppose a bridge; he would oppose a rate for it.

> We are a town of two halves, and we pay sixpence to visit ourselves.

So said @ambrose-tull, to the loudest applause of the night. A committee of nine was named, and a subscription opened, which stood at £41 when the lamps were put out.`,
    { subtitle: 'A full meeting in the Corn Hall', hasSourceText: true },
  ),
  tell(
    '1894-02-17',
    'gazette',
    'The bridge and the ratepayer',
    ['bridges'],
    `
Our contemporary has been across the river this week without getting its feet wet, by the simple means of building the bridge in its columns. We are told that it will cost eleven thousand pounds. We are not told whose.

This newspaper has never denied that a bridge would be a convenience. So would a second harbour, and a warmer winter. The question is whether nine thousand people, of whom a third have no business in Northbank from one Whitsun to the next, should be rated for the convenience of the grocery trade.

Let those who want the bridge build it, and let those who cross it pay. A toll of a penny is a fair tax, since it falls on no one who stays at home.`,
    { section: 'Leaders' },
  ),
  tell(
    '1895-06-13',
    'mercury',
    'Mr. Sarn’s seven arches',
    ['bridges'],
    `
The drawings of the bridge may be seen until Saturday in the window of the Mechanics’ Institute, and there has been a crowd before them at every hour that the lamp is lit.

@leonard-sarn, whose design was preferred to five others, proposes seven arches of dressed stone, the middle one of ninety feet, with a roadway of eighteen. Asked whether seven were not too many, he replied that the river had chosen the number: there is rock at six places between the Fish Quay and the Northbank stairs, and nowhere else.

His estimate is as follows.

| Work | £ |
| --- | ---: |
| Coffer-dams and piers | 4,100 |
| Arches and parapets | 3,650 |
| Roadway and approaches | 1,900 |
| Lamps, toll-house and gate | 480 |
| Contingencies | 870 |
| **Total** | **11,000** |

The work would take three summers, “and I should not promise you the winters,” he added.`,
    {
      pictures: [
        {
          scene: 'bridge',
          alt: 'A drawing of a stone bridge of seven arches, with a sailing barge beneath it.',
          caption: 'The Long Bridge as Leonard Sarn proposes to build it.',
          credit: 'From the engineer’s drawing',
        },
      ],
    },
  ),
  tell(
    '1896-04-18',
    'gazette',
    'First stone of the bridge is laid',
    ['bridges'],
    `
In a north-easterly wind that carried off two hats and the greater part of the speeches, @augusta-harrow on Thursday laid the first stone of the bridge on the town side of the River Wend.

She used a silver trowel given by the masons, and declared the stone well and truly laid, “as I hope the other six thousand will be.” Beneath it lies a jar with a copy of this newspaper, one of our contemporary, a half-crown and a list of subscribers.

The band of the Volunteers played. @jakob-brandt, who brought the Northbank company across for the occasion, was asked whether he felt that he was rowing to his own funeral. He said that he had rowed to a good many, and that the deceased never complained of the fare.`,
  ),
  tell(
    '1898-09-02',
    'mercury',
    'Open! The town crosses the Wend',
    ['bridges'],
    `
At noon on Wednesday a ribbon was cut, a gun was fired from the Castle Hill, and Ternhythe walked to Northbank.

By the toll-keeper’s count four thousand one hundred and six persons crossed before dusk, eleven carriages, a flock of sheep on its way to Saturday’s market, and one elephant, the property of a circus which had waited at Oxney a fortnight for the day. The elephant was charged as a waggon.

@leonard-sarn went over first, alone and without his hat, and was seen to stop on the third arch and stamp. The mayor, @edmund-harrow, followed with the council; then the school, two and two, behind @augusta-harrow; then everybody.

The Long Bridge has cost £11,740, or seven per cent. more than was promised. It has cost also one life: that of Reuben Trigg, mason, of Ropewalk, who fell from the fifth pier in March of last year. His widow was given the scissors.

## The toll

* Foot passengers: one penny, returning free on the same day
* Horse and rider: threepence
* Cart or carriage: sixpence
* Cattle: a penny a head; sheep, a penny for three

It is to be taken until the debt is paid, and not a day longer. So the Act says, and so this newspaper will remember.`,
    {
      subtitle: 'Four thousand on the first day',
      pictures: [
        {
          scene: 'bridge-opening',
          alt: 'People with flags walk over a stone bridge.',
          caption: 'The Long Bridge on Wednesday, at noon.',
        },
      ],
      hasSourceText: true,
    },
  ),
  tell(
    '1906-10-12',
    'mercury',
    'Not a day longer: the toll is ended',
    ['bridges', 'council'],
    `
The gate of the toll-house was lifted from its hinges on Monday morning by @josiah-pell, in his last year as mayor, and carried to the Salt Market on the shoulders of eight Northbank men, where it was sold by auction for the benefit of the hospital.

It fetched nine guineas. The purchaser, who did not give his name, was recognised as the toll-keeper.

The debt on the Long Bridge was paid four years sooner than was reckoned. @edmund-harrow, who proposed the toll in the first place, wrote to say that he was glad to have been right.`,
  ),
  tell(
    '1927-11-12',
    'gazette',
    'Two arches of the Long Bridge fall',
    ['bridges', 'floods'],
    `
The fourth and fifth arches of the Long Bridge fell into the River Wend at twenty minutes past four on Wednesday morning, after a night in which the water rose eleven feet.

Nobody was upon it. Constable Herbert Yeo had stopped the traffic at two, when he felt the parapet move “like a horse that is about to lie down.” A milk-cart on its way from Oxney was turned back with the driver protesting.

The gas and water mains to Northbank went with the roadway, and eight hundred houses are without either. @anna-brandt had the old ferry in the water before it was light. She has carried bread, coal, the midwife and the mails, and has refused all fares until the Sunday.

The mayor, @alice-pell, who lives within sight of the bridge and saw it go, said that it would be built again. @leonard-sarn, now in his seventy-third year, has written to the council from the mainland offering his drawings and his services, both without charge.`,
    {
      subtitle: 'Northbank cut off; ferry runs without fare',
      pictures: [
        {
          scene: 'bridge-broken',
          alt: 'A stone bridge with two arches missing above high water.',
          caption: 'What is left of the fourth and fifth arches.',
          credit: 'Photo: F. Yelland',
        },
      ],
      hasSourceText: true,
    },
  ),
  tell(
    '1929-05-24',
    'mercury',
    'Long Bridge whole again',
    ['bridges'],
    `
Eighteen months and nine days after the flood, a child could again run from the Salt Market to Northbank without stopping, and on Tuesday some three hundred of them did so, it being the condition on which @emily-tansley’s successor had granted the half-holiday.

The two new arches are of concrete, faced with the old stone where the divers could find it. @leonard-sarn was driven across in a closed car, and got out at the third arch, and stamped.

“It will do,” he said, “if you do not put omnibuses on it.” The council has ordered four omnibuses.`,
    {
      corrections: [
        { date: '1929-06-07', note: 'The number of omnibuses ordered was given as four. It is three.' },
      ],
    },
  ),
];
