import { idOf } from '../grammar/writer.ts';
import { people, type Townsperson } from '../town/people.ts';
import { reporterOf, type Column } from './column.ts';

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
  'Asked once for the secret of a long life, the answer was: “Other people’s.”',
];
const funerals = [
  'The funeral will be at St. Brannock’s on {Saturday|Friday} at {two|eleven|three}, and it is asked that there be no black horses.',
  'There will be no flowers, by request, and no speeches, by earnest request.',
  'The funeral was on {Wednesday|Thursday}, and the shops of the Salt Market were shut for the hour.',
  'It was remarked at the grave that no one had come for form’s sake, and that there were four hundred.',
  'The bell was tolled once for each year, which took a good while, and nobody moved.',
];

/** Lives of those who have died. */
export const obituaries: Column = {
  section: 'Obituaries',
  spans: dead.map(({ died }) => [died, died]),
  write({ year }, chooser, index) {
    const { draw, pick } = chooser;
    const person = dead[index] as Townsperson;
    const age = person.died - person.born;
    const fill = (text: string) =>
      text.replaceAll('ID', idOf(person.name)).replaceAll('AGE', ordinal(age + 1)).replaceAll('YEARS', String(age));
    const [first, second] = [draw(memories), draw(memories)];
    return {
      title: pick([`${person.name}, ${person.born}–${person.died}`, `Death of ${person.name}`, `${person.name}: a life`]),
      text: [fill(draw(openings)), career(person), first, ...(second === first ? [] : [second]), draw(funerals)].join('\n\n'),
      topics: ['obituaries'],
      pictures: chooser.happens(0.4) ? [{ scene: 'portrait', alt: 'A head and shoulders in profile.', caption: `${person.name}.` }] : [],
      ...reporterOf(year, chooser),
    };
  },
};

/** What is known of a life, from the record: where it was spent, and in what office from when to when. */
function career(person: Townsperson): string {
  const short = `@${idOf(person.name)}`;
  const known = person.description.replace(/;.*/, '').replace(/^The /, 'the ');
  const called = known.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  const withArticle = /^(?:the|daughter|granddaughter|daughter-in-law) /.test(called) ? called : `${/^[aeiou]/.test(called) ? 'an' : 'a'} ${called}`;
  const proper = withArticle.replace(/^(?=(?:grand)?daughter)/, 'the ');
  const offices = person.roles.map(([title, from, to]) => `${officeOf(title)} from ${from} until ${to}`);
  const born = `Born in ${person.born}, ${short} was ${proper}`;
  return offices.length === 0 ? `${born}.` : `${born}, and ${offices.join(', and ')}.`;
}

function officeOf(title: string): string {
  const lower = title.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  return /^(?:member|medical officer)/.test(lower) ? `${lower.startsWith('member') ? 'a ' : ''}${lower}` : lower;
}

function ordinal(number: number): string {
  const tens = number % 100;
  const suffix = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${suffix}`;
}
