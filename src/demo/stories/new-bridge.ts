import { tell } from './tell.ts';

/** The second Long Bridge, and what became of the first. */
export const newBridgeStories = [
  tell(
    '1955-03-11',
    'mercury',
    'Bridge limited to five tons',
    ['bridges', 'transport'],
    `
No vehicle of more than five tons may cross the Long Bridge from Monday week. Buses will set passengers down at the toll-house to walk over, and take them up again on the other side.

The order follows a survey that found “movement, of a kind that one would prefer not to find,” in the second pier. The borough surveyor, asked to put it more plainly, said that the bridge was fifty-seven years old and tired.

The Fish Quay merchants, whose lorries weigh eight tons laden, are to see the mayor, @margaret-maddern. One of them told this newspaper that he would be obliged to send herring to Northbank in perambulators.`,
  ),
  tell(
    '1968-02-15',
    'merged',
    'New bridge: council says yes by one vote',
    ['bridges', 'council'],
    `
Ternhythe is to have a new bridge. The council agreed to it at ten minutes to midnight on Tuesday, by twelve votes to eleven, after a debate of five hours.

The design is by the county engineer, @helen-thewlis: a single deck of steel and concrete on two slender piers, forty yards upstream of the old one. It will carry two lanes, a cycle track and a pavement on either side, and is to cost £640,000.

“I have been asked if it will be beautiful,” @helen-thewlis told the council. “It will be thin. From Castle Hill you will see the estuary over it. That is as much as an engineer ought to promise.”

The deciding vote was that of the mayor, @dorothy-voss. She had said nothing all evening.`,
  ),
  tell(
    '1974-06-27',
    'merged',
    'Thewlis’s line across the water',
    ['bridges'],
    `
There was no elephant this time. There was a lifeboat, a pipe band, a brass band, a vintage omnibus of 1929, and a queue of motor cars that reached to Oxney turn.

The second Long Bridge was opened on Saturday by @ingrid-brandt, whose family kept the ferry for four generations and lost its trade to the first. She was asked to cut the ribbon because, said the mayor, @dorothy-voss, “somebody named Brandt ought to have the last word about crossing this river.”

“My great-grandfather would have charged you all sixpence,” she said, and cut.

@helen-thewlis walked across last, when the bands had gone. A reporter who followed at a distance saw her stop in the middle, look about, and stamp.`,
    {
      byline: ['Jean Abbot'],
      pictures: [
        {
          scene: 'new-bridge',
          alt: 'A thin concrete bridge on two piers across a wide river.',
          caption: 'The second Long Bridge from the Fish Quay.',
          credit: 'Photo: Keith Nance',
        },
      ],
    },
  ),
  tell(
    '1998-09-03',
    'merged',
    'Old arches get a second life, on foot',
    ['bridges', 'local-history'],
    `
A hundred years to the day after Leonard Sarn crossed it without his hat, what remains of the old bridge was opened again: three arches on the town side, as a pier with benches, lamps and a view.

The five-ton limit no longer applies. “Prams, wheelchairs, dogs, anglers,” said the mayor, @susan-maddern. “And one elephant, if it can be arranged.” It could: a wooden one, made by the infants of Ternhythe School, stood at the toll-house all afternoon and was charged as a waggon.

The repair cost £310,000, of which the lottery paid two thirds. The plaque names Leonard Sarn, Reuben Trigg and the sheep.`,
    {
      byline: ['Imran Sheikh'],
      pictures: [
        {
          scene: 'pier',
          alt: 'Three stone arches end in the river; people sit on benches.',
          caption: 'The old Long Bridge is a pier now.',
        },
      ],
    },
  ),
  tell(
    '2019-03-14',
    'merged',
    'Flags at half mast on a thin bridge',
    ['bridges', 'obituaries'],
    `
The flags on the Long Bridge flew at half mast on Monday for @helen-thewlis, who designed it, and who walked over it every Sunday until her eighty-fifth year.

The council has been asked to name the bridge after her. Those who knew her doubted that she would have wished it. “She used to say that a bridge with a name on it had something to hide,” said @ruth-oake, a neighbour on Castle Hill for thirty years.

Instead there is to be a small brass plate in the middle of the eastern pavement, where people stop. It will read: *Stamp here.*`,
    { byline: ['Priya Venning'] },
  ),
];
