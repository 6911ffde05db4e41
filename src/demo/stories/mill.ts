import { tell } from './tell.ts';

/** The Tide Mill: opened, struck, closed, and made a museum. */
export const millStories = [
  tell(
    '1901-05-11',
    'gazette',
    'The Tide Mill starts',
    ['wool', 'economy'],
    `
At the turn of the tide on Monday, a little before seven in the evening, @edmund-harrow opened a sluice with his own hand, and one hundred and sixty looms began to move.

The Tide Mill stands on four floors where the River Wend is narrowest, and takes its power from both the ebb and the flood. When neither serves, a steam engine from the mainland, already called Old Augusta by the hands and not to her face, takes its turn.

Harrow and Sons will employ three hundred and forty persons, of whom two hundred and ten are women. The wages are said to be a shilling a week above those of Hallick. The hours are said to be those of Hallick also.

Tea was served to all hands in the wool-loft. @robert-harrow, the son, proposed his father’s health; the father proposed that they go back to work, the tide being good until nine.`,
    {
      pictures: [
        {
          scene: 'mill',
          alt: 'A mill of four floors with a tall chimney stands beside a river.',
          caption: 'The Tide Mill from Northbank.',
        },
      ],
      hasSourceText: true,
    },
  ),
  tell(
    '1904-08-19',
    'mercury',
    'A finger a month',
    ['wool', 'health'],
    `
The medical officer, @william-carew, has made his report for the half-year, and there is a line in it that the town should read twice. He has dressed, from the carding floor of the Tide Mill alone, injuries to seven hands; and from four of those hands a finger is gone.

“The machine is not at fault,” writes the doctor. “It does what it is made to do, to wool or otherwise. It wants a guard of sheet iron which would cost nine shillings.”

Harrow and Sons were asked whether they would fit the guards. The firm answered that the matter was receiving attention. It has been receiving attention since the spring of last year.`,
  ),
  tell(
    '1911-07-21',
    'mercury',
    'The looms stand still',
    ['strikes', 'wool'],
    `
Not a loom moved at the Tide Mill yesterday. At six in the morning, when the bell rang, three hundred women were on Mill Lane in their shawls, and there they stayed.

They ask three things:

1. a guard on every carding engine;
2. a week of fifty-four hours, as on the mainland;
3. that no one be dismissed for having asked.

@martha-oake, who has worked at the mill since she was eleven, spoke from a cart. “We have been told to wait until trade is better,” she said. “Trade was better last year, and we were told not to spoil it.”

@robert-harrow came to the gate at eight. He said that he would speak with any of his hands singly, and with the Weavers’ Union not at all. He was heard in silence, which those present thought more serious than shouting.

@amos-birch had eleven constables in the lane. Several of them, it was noticed, had sisters there.`,
    {
      subtitle: 'Three hundred women in Mill Lane',
      pictures: [
        {
          scene: 'strike',
          alt: 'A crowd of women in shawls before a mill gate, with a banner.',
          caption: 'Mill Lane on Thursday morning.',
        },
      ],
      hasSourceText: true,
    },
  ),
  tell(
    '1911-07-29',
    'gazette',
    'An unhappy fortnight',
    ['strikes', 'wool'],
    `
We have no quarrel with the weavers, who are for the most part decent women badly advised. Their quarrel, if they would see it, is with the price of wool, which has no ears.

It is said that the guards should be fitted. Very well: let them be fitted, and let it be the end of the matter. But a firm that has paid wages in this town for forty years, through three bad winters, may be allowed some voice in who shall speak for those it pays. The Weavers’ Union has an office on the mainland. Harrow and Sons have theirs in Mill Lane, and the door is open.

The grocers of the Salt Market are giving credit. It does them honour. We would ask only who will be giving credit to the grocers by September.`,
    { section: 'Leaders' },
  ),
  tell(
    '1911-09-15',
    'mercury',
    'Nine weeks, and a settlement',
    ['strikes', 'wool'],
    `
The looms started on Monday. The guards are to be fitted by Christmas, the week is to be of fifty-five hours, and no one is dismissed.

The terms were reached on neutral ground, namely the parlour of the ferry-house, where @anna-brandt gave both parties soup and took away the key until they had signed. @martha-oake and @robert-harrow came out at four in the morning. Neither would say who had moved first.

“It was the soup,” said @anna-brandt.

It has been a hard summer. The strike fund paid out £612, of which £70 came from the fishermen of Skerrow, who have never seen the inside of a mill.`,
  ),
  tell(
    '1926-05-15',
    'gazette',
    'Mill idle for nine days',
    ['strikes', 'wool'],
    `
Work was taken up again at the Tide Mill yesterday. For nine days the hands had been out, not upon any dispute of their own but in sympathy with others, and it must be recorded that they were orderly days. The constables played the strikers at cricket on Wednesday, and lost.

@robert-harrow has let it be known that no one will be asked where he stood. @martha-oake, for the union, has let it be known that no one will say.`,
  ),
  tell(
    '1940-11-09',
    'gazette',
    'Khaki by the mile',
    ['wool', 'economy'],
    `
It is permitted to say that the looms in Mill Lane have turned to khaki, that they turn day and night, and that they have turned out since the spring a length which, if it were laid down, would reach from the Salt Market to a place that it is not permitted to name.

There are four hundred at work, the most ever. A good many were at school this time last year, and some had not expected to see the inside of a mill again at seventy. The youngest brings the oldest her tea.

@joseph-oake, for the union, and @philip-harrow, for the firm, have agreed that all disputes shall wait for the peace, and have shaken hands upon it before witnesses. @martha-oake was one of them. She is reported to have said that she would remind them.`,
  ),
  tell(
    '1958-10-10',
    'mercury',
    'Short time at Harrow’s',
    ['wool', 'economy'],
    `
The hands at the Tide Mill go on to four days from Monday. @philip-harrow told them so himself, floor by floor, on Wednesday afternoon.

He blamed nylon, and he may be right. Harrow and Sons sold nine thousand blankets the year before last, and last year five. “A blanket lasts thirty years if it’s one of ours,” he said. “It was not the cleverest thing we ever did.”

@joseph-oake, secretary of the Weavers’ Union, said that his members would sooner all work four days than see one in five work none. There are 188 of them. In 1940 there were twice that number.`,
  ),
  tell(
    '1971-03-25',
    'merged',
    'The last piece is cut',
    ['wool', 'economy'],
    `
The last piece of cloth made at the Tide Mill, a grey blanket with a red stripe, was cut from the loom at eleven minutes past three on Friday afternoon. Then @philip-harrow, who is sixty-two and has no heir in the trade, switched off the light on each floor, from the top down, and the last forty-four hands walked out ahead of him.

@ruth-oake, who is twenty-three, was the shop steward. Her grandmother had led the women out of the same gate in 1911. “She always said they would come back,” she said. “I don’t think I can say that.”

The blanket was to have been raffled. By agreement it was given to the hospital instead, where there is a man on the second floor who wove for fifty-one years and has been cold.`,
    {
      byline: ['Stephen Rudge'],
      pictures: [
        {
          scene: 'mill',
          alt: 'The mill with dark windows.',
          caption: 'No light in the Tide Mill, on Friday evening.',
          credit: 'Photo: Keith Nance',
        },
      ],
    },
  ),
  tell(
    '1983-08-18',
    'merged',
    'Pigeons or flats?',
    ['wool', 'local-history'],
    `
Twelve years after the last shift, three ideas for the Tide Mill are on the council’s table, and so, said one member, are the droppings of those who live there now.

The first is to sell it for flats. The second is to pull it down for a car park of 140 spaces. The third came in a school exercise book, and is by @ruth-oake: to keep it, with one loom working on each floor, and to let the public in.

“Nobody will pay to look at a loom,” said one councillor. “They will if somebody is working it,” said @ruth-oake from the gallery, and was asked to leave.

The mayor, @george-quillan, who drove the works bus for nine years, adjourned the matter so that members could go and see the place by daylight.`,
  ),
  tell(
    '1989-04-06',
    'merged',
    'Looms turn again as mill becomes museum',
    ['museums', 'wool'],
    `
The bell in Mill Lane rang at six on Saturday morning, for the first time in eighteen years, and some people in Northbank got up and dressed before they remembered.

By ten there was a line down the lane for the opening of the Tide Mill museum. Its keeper is @ruth-oake. Its staff are nine, all volunteers, all weavers, and with an average age of sixty-eight.

On the carding floor there hangs a guard of sheet iron. The label says: *Nine shillings.* There is nothing else on that wall.

Admission is £1.50, and free to anyone who can show a Harrow’s pay book. Thirty-one people did.`,
    {
      byline: ['Hazel Corney'],
      pictures: [
        {
          scene: 'loom',
          alt: 'A woman works at a large wooden loom.',
          caption: 'Ruth Oake at loom 14 of the Tide Mill.',
          credit: 'Photo: Neil Fulcher',
        },
      ],
    },
  ),
  tell(
    '2001-05-10',
    'merged',
    'A century by the tide',
    ['museums', 'wool', 'local-history'],
    `
The sluice of the Tide Mill was opened at the turn of the tide on Friday, by hand, a hundred years to the hour after it was opened first. The wheel took a while to make up its mind.

It has been rebuilt over eleven winters from the original drawings, which were found behind a wardrobe in Oxney. It lights the museum, and on spring tides the lane.

@ruth-oake read out the names of the first hands from the wages book. It took fourteen minutes, and in that time eleven people put up their hands to say: that was my grandmother.[^hands]

[^hands]: The wages book is in the museum. Three of its pages are missing.`,
    { byline: ['Hazel Corney'] },
  ),
  tell(
    '2012-10-25',
    'merged',
    'Keeper hands over the keys',
    ['museums'],
    `
@ruth-oake kept the keys of the Tide Mill on a piece of red yarn. On Sunday she took off the yarn, kept it, and gave the keys to her successor.

In twenty-three years as keeper she has shown 410,000 people round, taught sixty to weave, and been asked some nine thousand times where the toilets were. She came to the mill at fifteen. “I have been leaving this building since 1971,” she said, “and I am getting better at it.”`,
    {
      byline: ['Priya Venning'],
      pictures: [
        {
          scene: 'portrait',
          alt: 'A woman in profile.',
          caption: 'Ruth Oake, keeper of the museum until Sunday.',
        },
      ],
    },
  ),
];
