import { idOf } from '../grammar/writer.ts';
import { people, type Townsperson } from '../town/people.ts';
import { reporterOf, type Column } from './column.ts';
import { ordinal } from './ordinal.ts';

/** Those of whom a storyline tells the death. */
const toldElsewhere = new Set(['Helen Thewlis', 'Salim Haddad', 'Lin Meihua', 'Reuben Trigg']);
const dead = people.filter(({ died, name }) => died > 0 && died < 2023 && !toldElsewhere.has(name));

const openings = [
  '@ID died on {Sunday|Monday|Tuesday} in the AGE year of a life that was spent, but for {a few weeks|the odd fortnight}, on Ternsey.',
  'The blinds were drawn in {the Salt Market|Castle Hill|the Ropewalk} on {Wednesday|Monday}, for @ID, who died in the night, aged YEARS.',
  '@ID has died, aged YEARS, and the town is quieter for it.',
  'We have to record the death, at YEARS, of @ID.',
  'At YEARS, and after an illness of which nobody was allowed to speak, @ID died on {Friday|Saturday}.',
  'The flag on the Town Hall is at half mast for @ID, who died on {Thursday|Sunday}, aged YEARS.',
];
const memories = [
  'There was nothing solemn about it. A neighbour of many years remembers a standing order for {two ounces of peppermints|a pound of sprats|the evening paper}, and never a bill unpaid.',
  'Those who came for advice were given {tea|soup|a chair} first, and often found that they no longer needed the advice.',
  '“You could hear the laugh from the quay,” said a friend, “and you knew what kind of day it was going to be.”',
  'Children were spoken to as if they were grown up, and the grown-up, now and then, as if they were children.',
  'Letters were answered on the day that they came, on the back of the letter, to save paper.',
  'It was said in the town that there were two opinions on any subject, and that one of them was to be had at that door.',
  'The garden was the wonder of the street, and the marrow of it the terror of the flower show.',
  'A stick, a hat and a dog were known to all; the dog, which is the {third|fourth|second} of its name, has gone to a niece.',
  'There was a habit of walking to the end of the mole before breakfast, in all weathers, and of telling nobody why.',
  'Of honours there were several, kept in a drawer with the string.',
  'To those who asked for the secret of a good life the answer was: “Other people’s.”',
];
const tributes = [
  '“I never knew anyone,” said the vicar, “who could be so cross about a thing and do so much about it on the same day.”',
  'The council stood for a minute at its meeting, and then, as one member proposed, got on with it, “as we should have been told to.”',
  '“There are people whom one misses at Christmas,” a neighbour said. “This is one to miss on a Tuesday.”',
  'A wreath came from Hallick, with a card that said only: “Paid.” Nobody has explained it, and one or two could.',
  'At the Brandt Arms a chair was tipped against the table, and was left so until closing time.',
  'The children of Ropewalk have put a jam jar of daisies on the step, and change the water.',
];
const funerals = [
  'It is asked that there be no black horses, and no long faces.',
  'There are to be no flowers, by request, and no speeches, by earnest request.',
  'The shops of the Salt Market will be shut for the hour.',
  'The bell will be tolled once for each year, which will take a good while.',
  'Those who wish to come are asked to wear what they would have worn to be scolded in.',
];

/** Lives of those who have died. */
export const obituaries: Column = {
  section: 'Obituaries',
  spans: dead.map(({ died }) => [died, died]),
  write({ year }, chooser, index) {
    const { draw, drawSome, pick } = chooser;
    const person = dead[index] as Townsperson;
    const age = person.died - person.born;
    const fill = (text: string) =>
      text
        .replaceAll('ID', idOf(person.name))
        .replaceAll('AGE', ordinal(age + 1))
        .replaceAll('YEARS', String(age));
    return {
      title: pick([
        `${person.name}, ${person.born}–${person.died}`,
        `Death of ${person.name}`,
        `${person.name}: a life`,
      ]),
      text: [
        fill(draw(openings)),
        career(person),
        ...drawSome(memories, 3),
        draw(tributes),
        `The funeral will be at St. Brannock’s on {Saturday|Friday} at {two|eleven|three}. ${drawSome(funerals, 2).join(' ')}`,
      ].join('\n\n'),
      topics: ['obituaries'],
      pictures: chooser.happens(0.25)
        ? [{ scene: 'portrait', alt: 'A head and shoulders in profile.', caption: `${person.name}.` }]
        : [],
      ...reporterOf(year, chooser),
    };
  },
};

/** What is known of a life, from the record: where it was spent, and in what office from when to when. */
function career(person: Townsperson): string {
  const short = `@${idOf(person.name)}`;
  const known = person.description.replace(/;.*/, '').replace(/^The /, 'the ');
  const called = known.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  const withArticle = /^(?:the|founder|son|daughter|granddaughter|daughter-in-law) /.test(called)
    ? called
    : `${/^[aeiou]/.test(called) ? 'an' : 'a'} ${called}`;
  const proper = withArticle.replace(/^(?=founder|son|(?:grand)?daughter)/, 'the ');
  const offices = person.roles.map(([title, from, to]) => `${officeOf(title)} from ${from} until ${to}`);
  const born = `Born in ${person.born}, ${short} was ${proper}`;
  return offices.length === 0 ? `${born}.` : `${born}, and was ${offices.join(', then ')}.`;
}

function officeOf(title: string): string {
  const lower = title.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  return /^(?:member|medical officer)/.test(lower)
    ? `${lower.startsWith('member') ? 'a ' : ''}${lower}`
    : lower;
}
