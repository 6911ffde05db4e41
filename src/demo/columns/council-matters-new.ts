import type { Matter } from './council.ts';

/** Matters before the council since the middle of the twentieth century. */
export const councilMattersNew: readonly Matter[] = [
  [
    'Yellow lines for the Salt Market',
    'It was proposed to paint yellow lines on three sides of the Salt Market.',
    'Traders said that customers would go elsewhere. A member wondered where on an island that might be.',
    'There will be lines on two sides. The third has the taxi rank, whose members had brought sandwiches and were prepared to wait.',
  ],
  [
    'Gulls: council to take advice',
    'Eleven people have lost their chips to gulls at the Fish Quay since Easter, and one her glasses.',
    '“They are protected,” said the officer. “So are my constituents,” said ~f, to applause.',
    'Notices will be put up, asking visitors to eat under cover. An artificial owl was ruled out after a trial, in which it was eaten.',
  ],
  [
    'Library may lose its Saturdays',
    'To save £14,000 the library would be shut on Saturdays and Wednesday afternoons.',
    'More than a hundred people came to say no, some of them carrying as many books as they were allowed to borrow. ~f, aged nine, told members that she was on page 200 and would like to know what they intended to do about it.',
    'The Saturdays were saved, by a single vote. The Wednesdays were not.',
  ],
  [
    'Speed limit on the Oxney road',
    'Villagers asked for a limit of thirty miles an hour through Oxney.',
    'A survey had found that one driver in five went at more than fifty. It had been carried out by the women’s institute, with a stopwatch, from behind a hedge.',
    'The limit was approved, and the institute thanked.',
  ],
  [
    'A skate park, but where?',
    'Everybody agrees that the young people should have a skate park, and that it should be near somebody else.',
    'Six sites were considered. The residents of each spoke warmly in favour of the other five. “I’m fifteen,” said ~m. “At this rate I’ll be bringing my kids.”',
    'Members chose the old tram depot, which has no neighbours except the council.',
  ],
  [
    'Christmas lights: a bulb too few',
    'The lights over the Salt Market are nineteen years old, and last December spelled out MERRY CHRIS.',
    'New ones would cost £9,500. ~m, whose middle name it is, asked that they should be kept.',
    'The council will give half if traders give the rest.',
  ],
  [
    'Allotment holder’s shed is too tall',
    'A shed on the Northbank allotments has been found to be eleven inches over the limit.',
    'The holder, ~m, aged 79, brought a photograph and a tape measure. He argued that it was the ground that had sunk.',
    'Members went out to look, and voted to raise the limit by a foot.',
  ],
  [
    'Beach huts by ballot',
    'There are 340 names on the list for 24 beach huts, and at the present rate the last would be served in 71 years.',
    'It was suggested that huts should not be inherited. “My family has had ours since the war,” said one lady. She was asked which war.',
    'Half of them will be let by ballot each spring from now on.',
  ],
  [
    'Recycling: three bins or four?',
    'Households will be asked to sort their rubbish into four bins, one of which has a lid that locks.',
    'A member with a front garden of six feet had brought a drawing. There was room in it for the bins or for the door.',
    'Three bins were agreed. The fourth will be a bag.',
  ],
  [
    'Wind turbine for Marlcombe?',
    'A turbine of 80 metres above Marlcombe would supply a quarter of the island’s homes.',
    'Opinion in the village was divided, said ~f, “between those who will see it and those who will be paid for it, and in three houses it’s the same people.”',
    'The application was approved, with the condition that the blades be stopped for the flower show.',
  ],
  [
    'Who may feed the ducks?',
    'A by-law against feeding bread to the ducks on the mill pond had been drafted by the parks department.',
    'A nutritionist was heard, and then ~m, 84, who has fed them daily since he retired. “They look all right,” he said. “I’m the one on tablets.”',
    'There will be a machine with oats, and no by-law.',
  ],
  [
    'Town hall clock to strike less',
    'A hotel asked that the clock of the Town Hall should not strike at night.',
    'Ninety-three letters came in support of the clock and four in support of the hotel, of which three were from guests.',
    'It will go on striking. The hotel will have earplugs, in a dish.',
  ],
  [
    'Bus shelter wins a prize, leaks',
    'The glass bus shelter in Mill Lane has been given a regional award for design.',
    'Passengers who came to the meeting had another opinion, and some had umbrellas. The architect’s letter explained that the gap in the roof was “a dialogue with the sky.”',
    'The dialogue will be closed with a sheet of polycarbonate, for £230.',
  ],
  [
    'Twin town? Perhaps next year',
    'For the fourth time it was proposed that Ternhythe should have a twin.',
    'A suitable town had written in the spring. Its mayor had enclosed a photograph of the motorway. “They seem nice,” said ~f, “but would they come?”',
    'A committee will visit, at its own expense, and the matter was thereby postponed.',
  ],
  [
    'Statue of the sheep turned down',
    'An artist offered a bronze flock, in memory of the sheep that crossed on the bridge’s first day.',
    'Opponents feared for the grass, supporters pointed out that they were bronze.',
    'The offer was refused by ten to nine. One sheep may be reconsidered.',
  ],
  [
    'Free buses for the under-18s',
    'For two years young people will ride free on every bus of the island.',
    'It would cost £62,000, said the treasurer, or rather less than a roundabout. ~f, a sixth-former, had done the sum herself and got £61,400.',
    'Agreed without a vote. The difference will be spent on bus stops.',
  ],
  [
    'Dogs on the beach: a truce',
    'Since May, dog owners and the parents of small children had been writing to the council about each other.',
    'Both sides had been invited, and had been put, by an oversight, at the same table. By the time the item was called they had agreed on a line, at the second groyne.',
    'The line was adopted. It will be drawn with a rope.',
  ],
  [
    'Public toilets: use or lose',
    'Two of the town’s five toilets would close under a plan to save £20,000.',
    '“I can plan my shopping round four,” said ~m, who is seventy-six. “I can’t plan it round three.”',
    'One will close. The market traders have offered to look after the other.',
  ],
];
