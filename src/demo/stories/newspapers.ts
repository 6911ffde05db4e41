import { tell } from './tell.ts';

/** The papers about themselves, and about each other. */
export const newspaperStories = [
  tell(
    '1961-09-29',
    'mercury',
    'To our readers',
    ['newspapers'],
    `
This is the last number of the Ternhythe Mercury. From Thursday it will be joined with the Ternhythe Gazette, which it has contradicted in every issue since May 1893.

There is no mystery in it. A town of fourteen thousand can be informed twice a week, but it cannot pay for it twice. The two papers have for some years lost the same advertisers to the same television.

The Mercury asked for the bridge, for the end of the toll, for guards at the mill, and for girls on Castle Hill. It got them all, late, and was as often wrong about the price. @stephen-rudge, who has edited it since 1950, thanks those who wrote to tell him so.`,
    { section: 'Leaders' },
  ),
  tell(
    '1961-09-30',
    'gazette',
    'A marriage is announced',
    ['newspapers'],
    `
The Gazette does not say farewell, since it is not going anywhere. It is merely going to be civil.

@muriel-crale, whose grandfather @septimus-crale founded this newspaper, and who will edit the joint one, has been asked what its opinions are to be. They will be found on page four, on the left and on the right, and our readers may strike out whichever does not apply.

The compositors of both houses met on Thursday at the Brandt Arms, for the first time without fighting.`,
    { section: 'Leaders' },
  ),
  tell(
    '1961-10-05',
    'merged',
    'Number one',
    ['newspapers'],
    `
Good morning. You are holding two newspapers at the price of one and a half.

The crossword is the Mercury’s, the fatstock prices are the Gazette’s. Both of the serial stories will be continued, and we apologise in advance to readers who had not expected the vicar to meet the pirate.

Births, deaths and football are where they always were. Letters should be addressed to @muriel-crale, and complaints to @stephen-rudge, who has more experience of them.`,
    { section: 'Leaders' },
  ),
  tell(
    '1899-03-25',
    'gazette',
    'Lines upon a contemporary',
    ['newspapers'],
    `
The Mercury informs its readers that this newspaper has fewer subscribers than it says. We have printed 1,104 copies of the present number, and will show them to anybody who calls before they are sold.

@isaac-lowther is a gentleman for whom we have a regard, in private. In public he has now been wrong about the gas, the drains, the date of Easter and the height of the tide. We have had the last of these measured.`,
    { section: 'Leaders', titleSupplied: true },
  ),
];
