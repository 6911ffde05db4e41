import type { Chooser } from '../grammar/deck.ts';
import { spreadOver, type Column, type Moment } from './column.ts';

/** Goods of the market: what it is, its unit, its price in pence before 1971 and after, in the first and the last year. */
interface Good {
  name: string;
  unit: string;
  /** The months in which it is sold, 1 to 12; all when left out. */
  months?: readonly number[];
  old: readonly [number, number];
  new: readonly [number, number];
  /** What may be said of it. */
  remarks: readonly string[];
}

const goods: readonly Good[] = [
  {
    name: 'Butter',
    unit: 'lb',
    old: [12, 34],
    new: [30, 310],
    remarks: [
      'Butter was {short|dear|scarce}, the cows being {dry|on poor grass|at Oxney and the butter elsewhere}.',
      'There was more butter than buyers after eleven o’clock.',
    ],
  },
  {
    name: 'Eggs',
    unit: 'dozen',
    old: [10, 48],
    new: [25, 290],
    remarks: [
      'Eggs were {plentiful|to be had for the asking|small but many}.',
      'A basket of {eleven|fourteen} dozen eggs was sat upon by a visitor, who paid.',
      'The hens of Marlcombe are laying again, and about time.',
    ],
  },
  {
    name: 'Herring',
    unit: 'score',
    old: [8, 40],
    new: [60, 520],
    remarks: [
      'Skerrow sent {nine|fourteen|six} boxes of herring, {all gone by ten|which hung fire}.',
      'Of herring there were none, on account of the wind.',
      'The herring were so fine that the cats had to be driven off in relays.',
    ],
  },
  {
    name: 'Potatoes',
    unit: 'stone',
    old: [7, 32],
    new: [28, 340],
    remarks: [
      'Potatoes {kept their price|fell by a penny|went up, and may go up again}.',
      'Of potatoes the earlies were sound, the late ones less so.',
    ],
  },
  {
    name: 'Wool',
    unit: 'lb',
    old: [9, 42],
    new: [38, 70],
    remarks: ['Wool was {quiet|firm|in request}.', 'Little wool changed hands, and that little slowly.'],
  },
  {
    name: 'Fat lambs',
    unit: 'head',
    old: [300, 1500],
    new: [900, 9200],
    remarks: [
      'Lambs met a {brisk|dragging|steady} trade, the best pens from Oxney.',
      'A lamb got loose, and was sold where it was caught, in the bank.',
    ],
  },
  {
    name: 'Turnips',
    unit: 'sack',
    old: [14, 50],
    new: [55, 600],
    remarks: [
      'Nobody wanted turnips.',
      'Turnips were sold chiefly to those who had sheep, and to the school.',
    ],
  },
  {
    name: 'Honey',
    unit: 'lb',
    months: [7, 8, 9, 10, 11],
    old: [9, 40],
    new: [45, 650],
    remarks: [
      'The first heather honey was in, dark as beer.',
      'There was honey from Marlcombe in {old jam jars|combs}, and wasps with it.',
    ],
  },
  {
    name: 'Apples',
    unit: 'stone',
    months: [8, 9, 10, 11, 12, 1, 2],
    old: [18, 70],
    new: [80, 900],
    remarks: [
      'Apples were {mostly windfalls|red and sour|better to look at than to eat}.',
      'The apples of the old priory orchard had a corner to themselves, and a queue.',
    ],
  },
];
const attendance = [
  'A {full|fair|thin} market on {Saturday|Saturday last}, with WEATHER and {forty-one|fifty-six|thirty-eight|sixty-two} stalls in the Salt Market.',
  'Buyers came early to the Salt Market, and some of them stayed to buy.',
  'What with the {fair at Oxney|late boat from Hallick|fog|choir outing}, the Salt Market was {quieter than usual|slow to fill}.',
  'The Salt Market was crowded from the bell on, and a cart stood in the way until it was bought.',
  'Trade in the Salt Market was {brisk|cheerful|grudging} in the morning, and over by one o’clock.',
  'There were strangers in the Salt Market, and prices noticed.',
  'With WEATHER overhead, the Salt Market was fuller under the awnings than between them.',
];
const incidents = [
  '~m sold the same goose twice, in error, and gave it in the end to the lady who had seen it first.',
  'A set of scales was taken away by the inspector. They had been wrong, it is fair to say, in the customer’s favour.',
  'The cheese stall has moved to the sunny side, and the cheese has been moving since.',
  '~f, who has had the corner pitch for forty years, wore a new shawl, and was not recognised.',
  'A parrot was offered at the fish stall. It knew the prices, but of last year.',
  'Two farmers who had not spoken since a wedding were seen to shake hands over a calf.',
  'The man with the unbreakable plates broke three.',
  'A boy sold kittens from his cap, and threw in the cap.',
  'The bell was rung late, the ringer having been paid in cider.',
  'There was a new stall with umbrellas, and at noon it had to be helped by its neighbours, so great was the demand.',
  'A ewe walked into the Corn Hall, looked at the portraits, and walked out.',
  'The knife-grinder has come back, older, and with a wife.',
];
const outlooks = [
  'Next week is the last before {the holidays|the sales|the fair}, and sellers are advised to be early.',
  'The corn prices came too late for this number.',
  'Growers expect {rain, and talk of little else|better prices, as they did last week}.',
  'Dealers from Hallick are looked for on Saturday.',
  'The pig market is put off until the road is mended.',
];
const titles = [
  'Prices in the Salt Market',
  'Market report',
  'Saturday’s market',
  'The week’s prices',
  'At the Salt Market',
  'What it cost on Saturday',
  'Corn, stock and produce',
  'Market notes',
];

/** Market reports, with a table of prices. */
export const market: Column = {
  section: 'Markets',
  spans: spreadOver(36, [1893, 2012]),
  write(moment, chooser) {
    const { draw, drawSome, happens } = chooser;
    const isCold = moment.month < 4 || moment.month > 10;
    const inSeason = goods.filter(({ months }) => !months || months.includes(moment.month));
    const listed = inSeason.filter(() => happens(0.75));
    const shown = listed.length > 3 ? listed : inSeason.slice(0, 5);
    const told = shown.filter(() => happens(0.55)).slice(0, 4);
    const [dear, cheap] = drawSome(shown, 2) as [Good, Good];
    const lead = `${dear.name.toLowerCase()} ${verbOf(dear)} up, ${cheap.name.toLowerCase()} ${verbOf(cheap)} down`;
    return {
      title: `${draw(titles)}: ${lead.replace(/^./, (letter) => letter.toUpperCase())}`,
      text: [
        draw(attendance).replace(
          'WEATHER',
          isCold
            ? '{a hard frost|a cold rain|more wind than was wanted}'
            : '{a soft rain|a drying wind|sun until noon}',
        ),
        [
          '| | per | price |',
          '| --- | --- | ---: |',
          ...shown.map((good) => row(good, moment, chooser)),
        ].join('\n'),
        told.map(({ remarks }) => draw(remarks)).join(' ') || draw(outlooks),
        drawSome(incidents, 3).join(' '),
        ...(told.length > 0 ? [draw(outlooks)] : []),
      ].join('\n\n'),
      topics: ['markets'],
    };
  },
};

/** The verb of its price. */
const verbOf = ({ name }: Good) =>
  /^(?:Eggs|Potatoes|Fat lambs|Turnips|Apples|Herring)$/.test(name) ? 'go' : 'goes';

function row(good: Good, { year, month }: Moment, { between }: Chooser): string {
  const isOld = year < 1971;
  const [first, last] = isOld ? good.old : good.new;
  const share = isOld ? (year - 1893) / 78 : (year - 1971) / 52;
  const season = good.name === 'Eggs' ? 1 + Math.cos((month * Math.PI) / 6) / 6 : 1;
  const pence = Math.max(
    1,
    Math.round((first + (last - first) * share ** 1.5) * season * (0.9 + between(0, 20) / 100)),
  );
  return `| ${good.name} | ${good.unit} | ${isOld ? oldMoney(pence) : newMoney(pence)} |`;
}

/** Pence in pounds, shillings and pence: `1s. 4d.` */
function oldMoney(pence: number): string {
  const [shillings, rest] = [Math.floor(pence / 12), pence % 12];
  if (shillings >= 20) return `£${Math.floor(shillings / 20)} ${shillings % 20}s.`;
  return [shillings > 0 && `${shillings}s.`, (rest > 0 || shillings === 0) && `${rest}d.`]
    .filter(Boolean)
    .join(' ');
}

function newMoney(pence: number): string {
  return pence < 100 ? `${pence}p` : `£${(pence / 100).toFixed(2)}`;
}
