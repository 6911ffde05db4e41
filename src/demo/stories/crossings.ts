import { tell } from './tell.ts';

/** Ferries and trams: fares, timetables, last runs. */
export const crossingStories = [
  tell(
    '1893-05-26',
    'mercury',
    'Captain Brandt and the sixpence',
    ['ferries'],
    `
The price of crossing to Northbank went up on Monday from fourpence to sixpence, and there has been language on the stairs.

@jakob-brandt, who has had the ferry these twenty years from the Wend Ferry Company, did not make the tariff. He has merely to collect it, in all weathers, from persons who suppose that he did. On Monday he was called a pirate by a lady with a goose. He charged the goose as a child.

The Company has a monopoly under a charter which nobody living has read. We have asked to see it.`,
    { hasSourceText: true },
  ),
  tell(
    '1912-12-07',
    'gazette',
    'The oars pass to Miss Brandt',
    ['ferries'],
    `
The Wend Ferry Company has appointed @anna-brandt to be master of the ferry in the place of her late father, and has thereby done what no public body on this island did before.

There were three other candidates, all of them men. The directors resolved to settle it on the water. On a falling tide, with the wind at south-west and a cargo of eight directors, @anna-brandt crossed in seven minutes and a half. The next best took eleven, and wetted the chairman.`,
    {
      pictures: [
        {
          scene: 'ferry',
          alt: 'A rowing ferry with passengers on choppy water.',
          caption: 'Anna Brandt at the oars, on Tuesday.',
        },
      ],
    },
  ),
  tell(
    '1932-06-10',
    'mercury',
    'Fares to Hallick: a house divided',
    ['ferries', 'transport'],
    `
The Wend Ferry Company proposes to charge two shillings for the passage to Hallick, where it has charged one and three. The islanders propose not to pay it.

On Saturday the steamer *Tern* left with eleven passengers aboard and two hundred on the quay, singing. On Monday she left with four, of whom two were the directors. The Hallick people have hired a fishing boat, which takes thirty at ninepence and smells of what it has carried.

@anna-brandt, who has command of the company’s boats, was asked her opinion of the fare. She replied that she was paid to have opinions about the weather.`,
  ),
  tell(
    '1932-08-13',
    'gazette',
    'Hallick fare settled at one and six',
    ['ferries'],
    `
The boycott of the *Tern* is over. The passage to Hallick will cost one shilling and sixpence, with children at half price and dogs at the discretion of the mate.

The mayor, @alice-pell, who sat as arbitrator, heard both sides for two days and gave judgment in one sentence: that a boat which is full at eighteenpence is worth more than one which is empty at two shillings. The directors asked for an adjournment to do the sum.`,
  ),
  tell(
    '1946-09-20',
    'mercury',
    'Half a century at the helm',
    ['ferries'],
    `
@anna-brandt stepped ashore at the Fish Quay on Saturday for the last time as a master. By her own log she has crossed the River Wend 118,000 times, in two wars and one flood, and has lost one passenger’s umbrella.

Her nephew, @peter-brandt, has the boats from Monday. She gave him the log, the key of the ferry-house, and a piece of advice, which the company on the quay tried to overhear. “I told him never to race,” she said. “And if he must, never to lose.”`,
    {
      pictures: [
        {
          scene: 'portrait',
          alt: 'A woman with a cap in profile.',
          caption: 'Anna Brandt, who has left the water.',
        },
      ],
    },
  ),
  tell(
    '1964-05-21',
    'merged',
    'Drive on, drive off',
    ['ferries', 'transport'],
    `
The first motor car to reach Hallick under its own power was a green van belonging to a baker. It drove off the new ferry *Anna Brandt* at 9.14 on Monday morning, and stopped at once, because the road on Hallick is twelve feet wide and there was a cow in it.

The ship carries sixteen cars and two hundred people. @peter-brandt, who brought her from the yard himself, says that she handles “like a wardrobe, but a willing one.”

A return for car and driver is thirty-two shillings. The cow was moved.`,
  ),
  tell(
    '1972-04-13',
    'merged',
    'A woman in the wheelhouse, again',
    ['ferries'],
    `
@ingrid-brandt is twenty-one years old and holds a master’s ticket, and on Monday she took the *Anna Brandt* to Hallick with her father standing at the rail, looking the other way.

“He said he wouldn’t interfere,” she said. “He said it eleven times.”

@peter-brandt, master of the ferry for twenty-six years, has retired to a house from which every berth of the Fish Quay can be seen.`,
    { byline: ['Jean Abbot'] },
  ),
  tell(
    '2008-11-20',
    'merged',
    'Winter ferry to be withdrawn',
    ['ferries', 'transport'],
    `
From January there will be no ferry to Hallick between the first of November and the end of March. The Wend Ferry Company told its staff on Monday, and its passengers by a notice taped to the ticket window.

Hallick has 214 inhabitants, a school of nine pupils, and no doctor. “We are being asked to hibernate,” said ~f, who keeps the shop there.

The company says that the winter sailings lost £190,000 last year. The mayor, @nadia-haddad, called the decision “a closure of an island by sticky tape” and has asked to see the accounts.`,
    { byline: ['Imran Sheikh'], attachment: 'timetable' },
  ),
  tell(
    '2009-02-26',
    'merged',
    'Islanders buy their own ferry',
    ['ferries'],
    `
Hallick owns a ferry. At a meeting in the school on Saturday, which the ship’s whole crew attended because otherwise nobody could have, the islanders agreed to buy the *Anna Brandt* from the Wend Ferry Company for one pound, and to run her themselves.

The pound was given by the youngest pupil. The council has guaranteed the fuel for three winters.

@ingrid-brandt remains master. She was asked how it felt to work for her passengers. “I always have,” she said. “Now they’ll have to come to meetings about it.”`,
    {
      byline: ['Imran Sheikh'],
      pictures: [
        {
          scene: 'car-ferry',
          alt: 'A small car ferry leaves the harbour.',
          caption: 'The “Anna Brandt” leaves the Fish Quay for Hallick.',
          credit: 'Photo: Olive Jupp',
        },
      ],
    },
  ),
  tell(
    '2011-09-29',
    'merged',
    'The last Brandt comes ashore',
    ['ferries', 'local-history'],
    `
There has been a Brandt on the water of Ternhythe since before there was a newspaper to say so. On Friday evening, with the lights of Northbank coming on, @ingrid-brandt rang the engine off and came down the ladder, and there was not.

Her daughter is a dentist. “She has steady hands,” said the captain. “We are still a family that tells people it won’t take long.”

The ship’s horn was sounded once for each year of her service. Residents of the Fish Quay counted thirty-nine and asked that it should not be done again.`,
    { byline: ['Priya Venning'], attachment: 'foghorn' },
  ),
  tell(
    '1905-07-07',
    'mercury',
    'The electric car',
    ['trams', 'transport'],
    `
The first car of the Ternhythe Tramways left the Salt Market on Saturday at ten minutes past two, ten minutes late on account of the mayor, and reached the Priory Meadow at twenty-two past, having been overtaken by nothing but a dog.

@victor-lamb, the manager, drove it himself in white gloves. There are five cars, painted green, and three miles of line; the fare is a penny to any part. The current comes from the Tide Mill, so that the town will ride, as it dresses, by favour of Harrow and Sons.

@josiah-pell, who rode on the upper deck, said that he had not been so high above his constituents since the election.`,
    {
      pictures: [
        {
          scene: 'tram',
          alt: 'An open-topped tram with passengers.',
          caption: 'Car No. 1 in the Salt Market.',
        },
      ],
    },
  ),
  tell(
    '1909-01-16',
    'gazette',
    'Car runs away on Castle Hill',
    ['trams'],
    `
A car of the Ternhythe Tramways ran backwards down Castle Hill on Tuesday, in frost, with nineteen persons in it, and came to rest in the window of a draper’s shop among the winter coats.

Nobody was much hurt. The driver, ~m, had applied both brakes and then sand, and afterwards, by his own account, prayer. Miss ~f, who was inside, said that she had been meaning to go to the draper’s.

@victor-lamb has ordered that no car shall climb the hill when the thermometer at the Town Hall is below thirty.`,
  ),
  tell(
    '1934-03-31',
    'gazette',
    'Trams or omnibuses?',
    ['trams', 'council'],
    `
The rails of the Northbank line are worn to the thickness of a penny, and the council must decide by midsummer whether to lay new ones or to have done with them.

@victor-lamb, who retires this year, has put the case for rails in eleven pages. The case against them was put by the borough treasurer in one figure, which is £23,000.

It was resolved to keep the cars in the town, and to give Northbank omnibuses. Nobody was pleased, from which the mayor, @henry-voss, concludes that it is fair.`,
  ),
  tell(
    '1951-10-05',
    'mercury',
    'Last tram',
    ['trams', 'local-history'],
    `
Car No. 1, which was the first, was the last. It left the Priory Meadow at eleven at night on Sunday with a hundred and four people in a space for fifty-two, and a piano.

All along the line people had put pennies on the rail, to have them flattened. A boy in Ropewalk had a row of forty. The mayor, @margaret-maddern, stood on the platform and was not able to finish her speech, the piano having started.

At the depot the current was turned off by ~m, who has driven for thirty-eight years. He begins on the buses on Thursday. “They go where they like,” he said. “I never held with that.”`,
    {
      pictures: [
        {
          scene: 'tram',
          alt: 'A tram in the dark with its lights on.',
          caption: 'Car No. 1 before its last journey.',
        },
      ],
    },
  ),
  tell(
    '2012-06-14',
    'merged',
    'Trams back on the agenda',
    ['trams', 'transport'],
    `
Sixty-one years after the last one, somebody has asked the council for a tram. It is a group of sixth-formers from Ternhythe School, who presented a plan of forty pages on Tuesday, with costs.

They propose a line from the Fish Quay to the hospital, on grass, with three cars. “The old rails are still under the tarmac in Ropewalk,” said ~f, 17. “We checked with a metal detector, at night. I don’t know if I should have said that.”

The mayor, @nadia-haddad, said it was the best-argued paper that members had received since she was elected, “including our own.” It was referred to a committee.`,
    { byline: ['Ross Ackroyd'] },
  ),
];
