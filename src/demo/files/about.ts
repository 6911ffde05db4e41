import { renderYaml } from '../../records/edit/render-yaml.ts';
import { renderRecord } from '../../ingest/write/render-entry.ts';
import type { ArchiveFile } from './records.ts';

/** The archive's own words; they say on every page that shows them that it is invented. */
export function renderAbout(url: string): ArchiveFile[] {
  const site = {
    title: 'The Ternhythe Papers',
    description:
      'An invented archive: the newspapers of a town that does not exist, 1893–2023, made to show what Dateline does.',
    language: 'en',
    url,
    errorReports: 'desk@ternhythe.example',
    license: {
      name: 'Invented for demonstration; free for any use (CC0 1.0)',
      url: 'https://creativecommons.org/publicdomain/zero/1.0/',
    },
  };
  return [
    { path: 'site.yaml', content: renderYaml(site) },
    { path: 'about.md', content: renderRecord({ title: 'Everything here is invented' }, about) },
  ];
}

const about = `
**There is no Ternhythe.** There is no island of Ternsey, no Long Bridge, and nobody of the names in these pages. The articles, the pictures and the printed pages were made by a program so that an archive of Dateline can be seen before there is one. Any likeness to real people, papers or places is chance.

The coordinates of its places lie in the open Atlantic, hundreds of kilometres from land, so that no real place is meant.

## The papers

The town had two: the *Mercury*, which came out on Fridays, and the *Gazette*, which came out on Saturdays and disagreed. Both began in May 1893. In October 1961 they became one, the *Gazette and Mercury*, on Thursdays.

## Where to begin

- [The opening of the bridge](/search/?q=elephant), and what became of the elephant
- [The Tide Mill](/places/tide-mill/) from its first day to its museum
- [Alice Pell](/people/alice-pell/), who was sent home from school in 1899 and was mayor in 1927
- [The ferry](/topics/ferries/), and what it cost
- [Texts in other languages](/topics/newcomers/): French, German, Russian, Arabic and Chinese

## What it shows

Some articles are dated to the month or the year only, about a year, or not at all. One has been [withdrawn](/articles/1987/03/05/statement-about-a-local-firm/), one has [a correction](/articles/1929/05/24/long-bridge-whole-again/), and from one [something was taken out](/articles/1976/08/19/boy-found-after-night-on-the-moor/). Brackets around a title say that the archive devised it.
`;
