import { reporterOf, spreadOver, type Column } from './column.ts';

const works = [
  'the “Creation”',
  '“Elijah”',
  'a Mass in C',
  'glees and part-songs',
  'a cantata on the sea',
  'carols old and new',
  'two psalms and a hornpipe',
  'scenes from an opera',
  'a Requiem',
  'songs of the islands',
];
const nights = [
  'The Ternhythe Choral Society gave {WORK} in the Corn Hall on {Thursday|Friday}, before as many as the hall will hold, and a few on the stairs.',
  'With {sixty-one|forty-eight|seventy-three} voices, an orchestra of {nineteen|twelve|twenty-two} and one radiator, the Ternhythe Choral Society on {Saturday|Wednesday} undertook WORK.',
  'It was WORK at the Corn Hall on {Friday|Saturday}, and the Ternhythe Choral Society had been at it since harvest.',
  'The Ternhythe Choral Society chose WORK for its {spring|winter} concert, against the advice of its tenors.',
];
const praise = [
  'The sopranos were as bright as {new pins|a frosty morning}, and the altos came in beneath them like a good carpet.',
  'The basses, who are mostly fishermen, sang as if there were weather to be heard over.',
  'Of the tenors it may be said that both were there.',
  'Miss ~f, who sang the solo at a day’s notice, was recalled {twice|three times}, and came back the last time in her coat.',
  'The quiet passages were very quiet. In one of them a bicycle could be heard to go all the way down Castle Hill.',
  'The organ, which is not yet paid for, sounded like it.',
  'A first oboe had been brought over from Hallick, with its player.',
  'There was one wrong entry, so confident that everybody else stopped.',
];
const after = [
  '{Lemonade|Cocoa|Coffee} was taken afterwards in the ante-room, where the real singing was done.',
  'The proceeds, £{14|21|9|37|160|240}, go to the Ternsey Lifeboat.',
  'It was past eleven when the last encore was refused.',
  'The next practice is on Tuesday, and all who can hold a tune, or carry chairs, are welcome.',
];
const concertTitles = [
  'The choir in full voice',
  'An evening at the Corn Hall',
  'Sixty voices and a radiator',
  'Choral Society’s concert',
  'Music in the Corn Hall',
  'Fishermen, bass',
  'A good night for the altos',
  'Singing in the frost',
  'The second encore',
  'Bravo, the basses',
  'The second oboe',
  'A bicycle in the Agnus Dei',
  'Standing room only',
  'Harvest of voices',
];

/** Concerts of the choir. */
export const concerts: Column = {
  section: 'Music',
  spans: spreadOver(14, [1898, 2022]),
  months: () => [2, 3, 4, 11, 12],
  write(moment, chooser) {
    const { draw, drawSome } = chooser;
    const [first, second, third, fourth, fifth] = drawSome(praise, 5);
    return {
      title: draw(concertTitles),
      text: [
        draw(nights).replace('{WORK}', 'WORK').replace('WORK', draw(works)),
        `${first} ${second}`,
        `${third} ${fourth} ${fifth}`,
        drawSome(after, 2).join(' '),
      ].join('\n\n'),
      topics: ['music'],
      ...reporterOf(moment.year, chooser),
    };
  },
};

const speeches = [
  '@head told parents that it had been a {good|middling|remarkable} year, in which {nobody had been expelled and several had deserved it|the attendance had been better than the spelling|there had been more broken windows than broken rules}.',
  'In a report of eleven minutes, which @head had promised to keep under ten, there was praise for the {fifth form|cooks|caretaker} and patience with the rest.',
  '@head, who does not care for speeches, read out instead the best sentence that each form had written. They were better than a speech.',
  'The year’s results were read by @head, without emphasis, and applauded with a good deal of it.',
];
const guests = [
  'The prizes were handed out by an admiral, who had himself never won one, and told the boys at the back to take heart.',
  'The guest was a lady explorer. She was asked what one needed to cross a desert. “A list,” she said.',
  'The chief guest, a former pupil, said that she had sat in the fourth row for six years and had only today found out what was on the ceiling.',
  'The mayor, @mayor, gave away the books, and was seen to read the beginning of one.',
  'A bishop gave the prizes, and an owl, which lives in the hall, gave its opinion.',
  'An engineer spoke for four minutes on failure. It was thought the best address in years.',
];
const subjects = [
  'Mathematics',
  'English composition',
  'Geography',
  'French',
  'Nature study',
  'Handwork',
  'Music',
  'Chemistry',
  'History',
];
const asides = [
  'The choir sang, and the smallest of the singers waved.',
  'One prize was won by two brothers, who will have it for six months each.',
  'A cup for punctuality could not be given, as its winner was late.',
  'Tea was in the gymnasium, where an uncle was persuaded to try the rope.',
  'The exhibition of handwork had a boat, eleven egg-cups, and something that is thought to be a twelfth.',
  'There were three cheers for the holidays, of which the last could be heard in Northbank.',
];
const prizeTitles = [
  'Prize day at Castle Hill',
  'Books for the best',
  'The school’s year',
  'Ternhythe School: prizes',
  'Fourth row, and above',
  'What the head said',
  'A cup for being late',
  'Egg-cups and algebra',
  'An owl at prize day',
  'Three cheers, one of them long',
  'Well done, all',
  'Ropes and prizes',
];

/** Prize days of the school. */
export const prizeDays: Column = {
  section: 'School',
  spans: spreadOver(12, [1901, 2022]),
  months: () => [7],
  write(moment, chooser) {
    const { draw, drawSome } = chooser;
    const winners = drawSome(subjects, 5).map(
      (subject) =>
        `* ${subject}: ${draw(['~m', '~f', '~f'].map((name) => (moment.year < 1919 ? '~m' : name)))}`,
    );
    return {
      title: draw(prizeTitles),
      text: [
        `{It was prize day|They kept prize day} at Ternhythe School on {Wednesday|Thursday|Friday}. ${draw(speeches)}`,
        draw(guests),
        winners.join('\n'),
        drawSome(asides, 3).join(' '),
      ].join('\n\n'),
      topics: ['education'],
      ...reporterOf(moment.year, chooser),
    };
  },
};

const ships = [
  'Tern',
  'Good Intent',
  'Four Sisters',
  'Margarethe II',
  'Provider',
  'Hopewell',
  'Étoile du Nord',
  'Silver Darling',
  'Constance',
  'Ostsee',
  'Kittiwake',
  'Fulmar',
];
const cargoes = [
  'coal',
  'deals',
  'slates',
  'barrels of herring, salted',
  'wool in bales',
  'oranges',
  'a church organ, in pieces',
  'ice',
  'oil cake',
  'empty bottles',
  'bricks',
  'a traction engine',
];
const remarks = [
  'The {steamer|schooner} lies off Gullholm for want of water over the bar.',
  'A bottle was picked up at Skerrow with a letter in it, eleven years old, asking for a reply.',
  'The harbour-master would be glad if captains did not throw ashes in front of his window.',
  'Catches were {good|fair|poor, and the herring small}. The boats of Skerrow had been as far as the Hallick banks.',
  'A whale was seen by three men in a boat, two of whom are teetotal.',
  'The pilot cutter has been tarred, and so has the pilot.',
  'Mariners are warned that the buoy off the mole has gone to Hallick, by itself.',
];

const notices = [
  'High water on Sunday at {ten minutes past seven|a quarter to nine|noon}, {fourteen|fifteen|sixteen} feet.',
  'Light dues for the half-year are to be paid at the office, in coin, and not in fish.',
  'A dinghy, blue, is adrift, and has been for so long that it is becoming known.',
  'The crane will be oiled on Monday. Those who sleep near it will be glad.',
  'The *Kittiwake* sails for Hallick on Wednesday with the tide, and takes passengers who can make themselves useful.',
  'Two seamen are wanted for the *Constance*, sober ones by preference.',
  'The bar was sounded on Friday, and found where it was.',
  'Masters are reminded that washing is not a signal.',
];

/** Arrivals in the harbour. */
export const shipping: Column = {
  section: 'Shipping',
  spans: spreadOver(14, [1893, 1939]),
  write(_, { between, draw, drawSome }) {
    const day = between(1, 4);
    const rows = Array.from(
      { length: between(3, 5) },
      (_unused, index) =>
        `| ${['Mon.', 'Tues.', 'Wed.', 'Thurs.', 'Fri.', 'Sat.'][Math.min(5, index + day - 1)]} | *${draw(ships)}* | ${draw(cargoes)} |`,
    );
    const cargo = rows[0]?.split('|')[3]?.trim() ?? '';
    return {
      title: `${draw(['Shipping', 'In port', 'Arrivals', 'Harbour list', 'The week in the harbour'])}: ${cargo.split(',')[0]}`,
      text: [
        'Arrived at the Fish Quay in the week:',
        ['| Day | Vessel | With |', '| --- | --- | --- |', ...rows].join('\n'),
        drawSome(remarks, 2).join(' '),
        drawSome(notices, 2).join(' '),
      ].join('\n\n'),
      topics: ['shipping', 'fishing'],
    };
  },
};
