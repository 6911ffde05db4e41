import type { Chooser } from '../grammar/deck.ts';
import { idOf } from '../grammar/writer.ts';
import { people, type Townsperson } from '../town/people.ts';
import { reporterOf, type Column } from './column.ts';

const office = 'Mayor of Ternhythe';
const mayors = people.flatMap((person) =>
  person.roles.filter(([title]) => title === office).map(([, from, to]) => ({ person, from, to })),
);
const contests = mayors.filter(({ from }) => from > 1893);

const nights = [
  'The count was over at {eleven|twenty past midnight|ten to one}, and the figures were read from the steps of the Town Hall in {a drizzle|a silence that surprised those who read them|the light of a borrowed lamp}.',
  'There were {two|three} recounts, and one interruption by a cat.',
  'The Salt Market was full before the poll closed, and nobody in it would say how he had voted.',
  'A cheer went up at {a quarter to twelve|half past eleven}, by mistake, and another at midnight that was meant.',
  'It was the {closest|dullest|loudest} poll that the returning officer can remember, and he has had nine.',
];
const campaigns = [
  'The campaign had been about {drains|the rate|the state of the roads|fares}, or so the candidates believed. At the doors people asked them about {dogs|the neighbours|the band}.',
  'Neither side had said anything unkind until the Thursday, when both said it at once.',
  'Posters had been {pasted over|improved with moustaches|eaten by a goat} at night, on both sides alike.',
  'The families of both candidates live in the same street, and were seen to exchange {marrows|words|casserole dishes} throughout.',
];
const words = [
  '“I shall begin by finding out where everything is kept,” said',
  '“You have been very rash,” said',
  '“I promised less than the others, and I mean to keep it,” said',
  '“There will be a great deal of work, and some of it will be done,” said',
  '“I have waited for this so long that I have forgotten what I was going to say,” said',
];
const thanks = [
  'The loser was the first to shake hands, and the last to go home.',
  'The losing side sang, and had the better voices.',
  'A bonfire was lit on Castle Hill, as for a wedding or a fire.',
  'By morning the bunting had been taken in, since there was washing.',
];

/** Elections of the mayors, with their votes. */
export const elections: Column = {
  section: 'Elections',
  spans: contests.map(({ from }) => [from, from]),
  months: () => [5, 6],
  write(moment, chooser, index) {
    const { person: winner, from } = contests[index] as (typeof contests)[number];
    const loser = findRival(winner, from);
    const { between, draw } = chooser;
    const total = Math.round(1400 + (from - 1893) * 45) + between(0, 300);
    const margin = between(9, 340);
    const won = Math.round((total + margin) / 2);
    const wards = ['Salt Market', 'Ropewalk', 'Castle Hill', 'Northbank'];
    return {
      title: `${winner.name} is mayor`,
      subtitle: `A majority of ${won - (total - won)}`,
      text: [
        `By ${won.toLocaleString('en')} votes to ${(total - won).toLocaleString('en')} the town has chosen @${idOf(winner.name)} to be its mayor over @${idOf(loser.name)}. ${draw(nights)}`,
        draw(campaigns),
        table(wards, [winner, loser], [won, total - won], chooser),
        `${draw(words)} @${idOf(winner.name)} from the steps. ${draw(thanks)}`,
      ].join('\n\n'),
      topics: ['elections', 'politics'],
      pictures: [
        {
          scene: 'portrait',
          alt: 'A head and shoulders in profile.',
          caption: `${winner.name}, the new mayor.`,
        },
      ],
      ...reporterOf(moment.year, chooser),
    };
  },
};

/** Another of the council families, who was of an age to stand. */
function findRival(winner: Townsperson, year: number): Townsperson {
  const surname = (person: Townsperson) => person.name.split(' ').at(-1);
  const rivals = mayors.filter(
    ({ person, from }) => surname(person) !== surname(winner) && from > year && person.born <= year - 26,
  );
  const found =
    rivals[0] ?? mayors.findLast(({ from, person }) => from < year && surname(person) !== surname(winner));
  return (found as (typeof mayors)[number]).person;
}

function table(
  wards: readonly string[],
  candidates: readonly Townsperson[],
  totals: readonly number[],
  { between }: Chooser,
): string {
  const shares = wards.map(() => between(15, 35));
  const sum = shares.reduce((a, b) => a + b, 0);
  const columns = totals.map((total) => {
    const votes = shares.slice(1).map((share) => Math.round((total * (share + between(-4, 4))) / sum));
    return [total - votes.reduce((a, b) => a + b, 0), ...votes];
  });
  const rows = wards.map(
    (ward, row) =>
      `| ${ward} | ${columns.map((column) => (column[row] ?? 0).toLocaleString('en')).join(' | ')} |`,
  );
  const sums = `| **All** | ${totals.map((total) => `**${total.toLocaleString('en')}**`).join(' | ')} |`;
  return [
    `| Ward | ${candidates.map(({ name }) => name).join(' | ')} |`,
    '| --- | ---: | ---: |',
    ...rows,
    sums,
  ].join('\n');
}
