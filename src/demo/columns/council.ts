import { councilMattersNew } from './council-matters-new.ts';
import { councilMattersOld } from './council-matters-old.ts';
import { reporterOf, spreadOver, type Column } from './column.ts';

/** A matter before the council: headline, what was proposed, what was said, how it ended. */
export type Matter = readonly [title: string, proposal: string, debate: string, outcome: string];

const openings = [
  'The Ternhythe Town Council sat on {Monday|Tuesday|Wednesday} with the mayor, @mayor, in the chair and {seventeen|nineteen|twenty|twenty-one} members present.',
  'Members of the Ternhythe Town Council had {a long|a warm|a draughty} evening of it on {Monday|Tuesday}, under the chairmanship of the mayor, @mayor.',
  'It took the Ternhythe Town Council {two hours|an hour and a half|the better part of an evening} on {Tuesday|Wednesday} to reach the fifth item of its agenda. The mayor, @mayor, had hoped to be home by nine.',
  'The public gallery was {full|half full|empty but for a sleeping man} when the mayor, @mayor, opened the meeting of the Ternhythe Town Council on {Monday|Tuesday}.',
];
const routineOld = [
  'The rate for the half-year was fixed at {two shillings and a penny|one and elevenpence|two and threepence} in the pound.',
  'The medical officer reported {three|five|eleven|no} cases of scarlet fever{| and a cow in a kitchen}.',
  'A tender of £{84|112|67|139} for painting the railings of the Salt Market was accepted. It was the {lowest|only one}.',
  'A letter from the Gas Company was read, and left on the table.',
  'The borough surveyor was given a fortnight’s leave, and a new hat, his own having been lost in the council’s service.',
  'The inspector of nuisances had visited {fourteen|twenty-two|nine} yards, and been bitten in {one|two} of them.',
  'Thanks were voted to the Volunteers for the loan of a tent, and an apology for its condition.',
  'The tolls of the market had brought in £{31|44|52|38} since Lady Day.',
];
const routineNew = [
  'The rate for the coming year will go up by {two|three|four} per cent., “or about the price of a loaf a week,” as the treasurer put it.',
  'Members noted a report on potholes, of which there are {312|208|451}.',
  'A contract for new litter bins was let for £{8,400|11,250|6,900}. Gulls, the officer warned, had not been consulted.',
  'The minutes of the last meeting were agreed, after a correction to the spelling of Marlcombe.',
  'Planning permission was given for {a porch|a garage|two dormer windows} in Castle Hill.',
  'The lavatories at the Fish Quay will be open until ten in the summer months.',
  'A petition with {94|163|220} names about the {48|31} bus was received, and will be answered.',
];
const closings = [
  'The council rose at {ten|a quarter past ten|twenty to eleven}.',
  'The remaining business was put off for a month.',
  'There being no more coal, the meeting was closed.',
  'Members then went into private session, and could be heard laughing.',
];

/** What the council talked about when it did not talk about bridges. */
export const council: Column = {
  section: 'Council',
  spans: [
    ...spreadOver(councilMattersOld.length, [1894, 1950]),
    ...spreadOver(councilMattersNew.length, [1962, 2022]),
  ],
  write(moment, chooser, index) {
    const { draw, drawSome } = chooser;
    const isOld = moment.year < 1955;
    const [title, proposal, debate, outcome] = [...councilMattersOld, ...councilMattersNew][index] as Matter;
    const routine = isOld ? routineOld : routineNew;
    const other = drawSome(routine, 4);
    return {
      title,
      text: [
        `${draw(openings)} ${proposal}`,
        debate,
        outcome,
        `## Other business\n\n${other.map((line) => `* ${line}`).join('\n')}`,
        draw(isOld ? closings : closings.slice(0, 2)),
      ].join('\n\n'),
      topics: ['council'],
      ...reporterOf(moment.year, chooser),
    };
  },
};
