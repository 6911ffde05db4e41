import type { Matter } from './council.ts';

/** Matters before the council until the middle of the twentieth century. */
export const councilMattersOld: readonly Matter[] = [
  [
    'The lamps in Ropewalk',
    'Forty-one inhabitants of Ropewalk asked for gas lamps, of which they have two, one at either end.',
    '~m said that the street was four hundred yards long, and that in the middle of it a man might be anybody. Another member thought that those who were abroad at such hours knew well enough who they were.',
    'Three lamps were granted, to be lit until eleven and on nights without a moon.',
  ],
  [
    'Goats upon the Castle Hill',
    'It was moved that no goat be suffered to go at large upon Castle Hill between Lady Day and Michaelmas.',
    'A deputation of owners was heard. Their spokeswoman, Mrs. ~f, said that the goats had been there before the seats had. She was asked who would pay for the bonnet. She asked which bonnet.',
    'The motion was carried by ten votes to six. The goats have a month to make arrangements.',
  ],
  [
    'A mortuary or a bandstand',
    'There is money for one of the two, and the committee could not agree upon which.',
    '“The one is wanted once a week in summer,” said ~m, “and the other, I hope, not so often.” A doctor wrote that drowned men were at present laid in the net-loft, among the nets.',
    'It was decided to build the mortuary, with a flat roof, on which a band might stand.',
  ],
  [
    'Smell at the Fish Quay',
    'A letter with sixty signatures complained of the smell at the Fish Quay.',
    'The harbour-master replied that it was fish. He had been there for thirty years, and had noticed nothing else.',
    'It was resolved that the offal should be taken away daily instead of when there was a cart.',
  ],
  [
    'Should the library open on Sunday?',
    'The reading-room committee proposed to open from two until five on Sunday.',
    'A member feared for the Sunday schools. ~m answered that those who wished to be wicked on a Sunday had the whole of Northbank for it, and that a reading-room could only thin them out. The vicar, by letter, was in favour of any novel being read that was long enough.',
    'By a majority of three the room will be opened until Easter, as a trial, with the newspapers locked away.',
  ],
  [
    'Dog tax: who owns the dogs?',
    'The collector has found that there are four hundred dogs in the town, and that eighty-eight have an owner.',
    'He described his method, which is to call at a house and ask. In Mill Lane he was told at nine doors in succession that the animal on the mat was visiting.',
    'In future the dogs will be followed home at supper-time.',
  ],
  [
    'The price of a bath',
    'The public baths lost £61 in the year, and it was proposed to raise a hot bath from twopence to threepence.',
    '“We spend forty pounds to water the streets,” said ~m, “and cannot spare sixty to wash those who walk upon them.” It was replied that the streets did not ask for a towel.',
    'The bath remains at twopence. The towel will be a halfpenny.',
  ],
  [
    'The market bell',
    'The bell that opens the Salt Market is cracked, and sounds, by the clerk’s own description, like a dropped pan.',
    'A new one would cost £23. Two stallholders asked that it be left, since their customers knew it, and a sweet one would be taken for a funeral.',
    'The bell will stay, and be painted.',
  ],
  [
    'Coal for the poor',
    'The relief committee asked for eleven tons of coal beyond the forty already given out this winter.',
    'A member enquired whether it was certain that the recipients burned it. ~m said that he had carried a sack up four pair of stairs to a woman of eighty, and that if she did not burn it, he would be glad to be told what she did do.',
    'The coal was voted without a division, and with it a pair of boots for the carter.',
  ],
  [
    'Perambulators on the pavement',
    'Inspector and surveyor jointly recommend that perambulators be made to keep to the left.',
    'The gallery, which was full, laughed, and was threatened with removal. “You will find,” said one lady as she was being removed, “that they keep to the baby.”',
    'The matter was referred back.',
  ],
  [
    'Wanted: a town clock that agrees',
    'There was read a list of the town’s five public clocks, with the time that each of them had shown at noon.',
    'They differed by nineteen minutes. A shipmaster had asked the committee in writing to which of them he should sail.',
    'The clock of the Town Hall is to be right in future, and the others are to follow it.',
  ],
  [
    'Paint or tar?',
    'The railings of the quay are in such a state that a visitor sat through them.',
    'For paint it was urged that it was handsome, for tar that it was there. A sample of each was handed round, and the tar was still being handed round at the end of the sitting.',
    'Tar was chosen, by seven to five, two members being unable to raise their hands.',
  ],
  [
    'Evening classes for mill hands',
    'The school offered to open two rooms on three nights of the week, if the council would find the gas.',
    '“They stand at a loom for ten hours,” said one member, “and you would have them sit down to fractions?” ~m replied that he had met eleven of them who had asked for nothing else.',
    'The gas was found, at a cost not exceeding £15.',
  ],
  [
    'Bathing machines, and their distance',
    'The by-law puts sixty yards between the machines for ladies and those for gentlemen, and a ratepayer has measured forty-four.',
    'It appeared that the machines were moved by the tide. The tide, the clerk advised, was not within the powers of the council.',
    'The by-law will be enforced at high water.',
  ],
  [
    'The fire engine’s horses',
    'At the fire in Ropewalk the engine came after eleven minutes, and the horses after nineteen.',
    'They had been taking a wedding party to Oxney. The contractor explained that he was paid for two fires a year, and that a wedding was a certainty.',
    'The council will keep a pair of its own, and let them out for weddings.',
  ],
  [
    'No wireless in the reading-room',
    'A set has been offered as a gift, with a horn, by a gentleman who is getting a better one.',
    'Those in favour spoke of lectures, and those against of dance bands. ~m wanted to know whether it could be turned down. He was told that it could be turned off, and that the librarian had strong wrists.',
    'The gift was declined with thanks, and afterwards accepted for the infirmary.',
  ],
  [
    'Allotments at Northbank',
    'Ninety men have put their names down for a piece of ground, and there are thirty pieces.',
    'It was proposed to cut each in three. An old member said that a third of a row of beans was an insult. Another had seen it done on Hallick, where the beans did not appear to mind.',
    'The field beyond will be rented as well, and the plots drawn for in the Corn Hall.',
  ],
  [
    'Black-out: fines for careless lights',
    'The wardens reported sixty-three lights in one week, nine of them in the houses of members.',
    'The names were not read, although the gallery asked for them. “I shall draw my own,” said one member, and was understood to be speaking of curtains.',
    'The fine goes up to ten shillings. Cloth for curtains can be had at cost price from the mill.',
  ],
  [
    'Houses instead of huts',
    'The twenty-two huts at Northbank, which were put up for three years and have stood for nine, are to come down.',
    '~f, who has lived in No. 14 with four children, told members from the gallery that she had nothing against the hut except the weather, and that the weather was mostly inside.',
    'Forty houses will be built in the field by the school road, the first to be ready by autumn.',
  ],
  [
    'Swings on Sunday',
    'Shall the children’s swings be chained up on the Sabbath?',
    'It was the only item for which the benches were full. A minister spoke for chains. A mother wrote that on the only day when her husband was at home the one thing that he could do with the children was forbidden.',
    'The chains stay until after morning service.',
  ],
];
