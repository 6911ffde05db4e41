import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { change, type Changes } from './content-folder.ts';

/** The addresses of a federation and of its archives. */
export interface FederationAddresses {
  federation: string;
  gazette: string;
  herald: string;
  courrier: string;
}

/** Addresses with and without paths, of which one is below that of the federation. */
export const invented: FederationAddresses = {
  federation: 'https://example.org/',
  gazette: 'https://gazette.example.org/archive/',
  herald: 'https://herald.example.org/',
  courrier: 'https://example.org/courrier/',
};

/** The folders of a federation, below the one that it is filled into. */
export const foldersOf = (root: string) => ({
  federation: join(root, 'all/content'),
  gazette: join(root, 'gazette/content'),
  herald: join(root, 'herald/content'),
  courrier: join(root, 'courrier/content'),
});

/** Fills a folder with a federation and its three archives. */
export async function fillFederation(root: string, addresses = invented): Promise<void> {
  const folders = foldersOf(root);
  await change(folders.federation, {
    'site.yaml': lines(
      ...site('The Sound together', 'Three papers of the Sound.', addresses.federation, 'en'),
      'archives:',
      ...['gazette', 'herald', 'courrier'].flatMap((name) => [
        `  - name: ${name}`,
        `    content: ../../${name}/content`,
      ]),
    ),
    'about.md': entry(['title: About'], 'Three papers of one town.'),
  });
  await change(folders.gazette, gazette(addresses.gazette));
  await change(folders.herald, herald(addresses.herald));
  await change(folders.courrier, courrier(addresses.courrier));
}

const received = 'The new quay at Ternholm opened.\n';

function gazette(url: string): Changes {
  return {
    'site.yaml': lines(...site('Ternholm Gazette', 'The Gazette, 1949 to 1951.', url, 'en')),
    'people/ada-lind.md': entry(
      [
        'name: Ada Lind',
        'description: Harbour master of Ternholm',
        'sortName: Lind, Ada',
        'sameAs: [https://www.wikidata.org/wiki/Q9000001]',
      ],
      'She kept [the lighthouse](/archive/places/ternholm/) in order.',
    ),
    'people/tomas-berg.md': entry(['name: Tomas Berg', 'description: Mayor of Ternholm']),
    'people/t-berg.md': entry(['name: T. Berg', 'description: The mayor', 'replacedBy: tomas-berg']),
    'places/ternholm.md': entry([
      'name: Ternholm',
      'description: A town on the Sound',
      'sameAs: [https://sws.geonames.org/9000002/]',
    ]),
    'topics/harbours.md': entry(['name: Harbours', 'description: Harbours and quays']),
    'publications/gazette.md': entry(['name: Evening Gazette', 'description: A daily paper']),
    'articles/1950/03/12/quay-opens.md': entry(
      [
        'title: The new quay opens',
        'date: 1950-03-12',
        ...tags(['ada-lind', 't-berg'], ['ternholm'], ['harbours']),
        'byline: Jane Holm',
        'formerUrls: [/old/quay]',
        'source:',
        '  publication: gazette',
        '  section: Harbour',
        '  file: quay.txt',
        `  sha256: ${createHash('sha256').update(received).digest('hex')}`,
      ],
      'Ada Lind opened the new quay at Ternholm. Tomas Berg spoke of trawlers.',
    ),
    'articles/1949/06/01/regatta.md': entry(
      ['title: The regatta', 'date: 1949-06-01', ...tags([], ['ternholm'], [])],
      'Forty boats left Ternholm at noon.',
    ),
    'articles/1951/01/05/taken-back.md': entry(
      [
        'title: Taken back',
        'date: 1951-01-05',
        ...tags([], [], []),
        'withdrawn: { date: 2020-02-02, reason: error }',
      ],
      'This was wrong.',
    ),
    'sources/quay.txt': received,
  };
}

function herald(url: string): Changes {
  return {
    'site.yaml': lines(...site('Herald Archive', 'The Herald of Ternholm and Osmark.', url, 'en')),
    'people/a-lind.md': entry([
      'name: Ada M. Lind',
      'description: An official of the port',
      'variants: [Mrs. Lind]',
      'sameAs: [http://www.wikidata.org/entity/Q9000001, https://viaf.org/viaf/9000003]',
      'roles: [{ title: harbour master, from: 1948, to: 1955 }]',
    ]),
    'people/tomas-berg.md': entry(['name: Tomas Berg', 'description: A boat builder']),
    'places/osmark.md': entry(['name: Osmark', 'description: An island']),
    'places/ternholm-port.md': entry([
      'name: Port of Ternholm',
      'description: A harbour',
      'within: osmark',
      'sameAs: [http://sws.geonames.org/9000002]',
    ]),
    'topics/harbours.md': entry(['name: Harbours', 'description: Works in ports']),
    'publications/herald.md': entry([
      'name: The Herald',
      'description: A weekly paper',
      'place: ternholm-port',
    ]),
    'articles/1950/03/12/quay-opens.md': entry(
      [
        'title: Quay opened',
        'date: 1950-03-12',
        ...tags(['a-lind', 'tomas-berg'], ['ternholm-port'], ['harbours']),
        'source: { publication: herald }',
      ],
      'Mrs. Lind cut the ribbon. Tomas Berg had built the first boat to land.',
    ),
    'articles/1962/07/20/ferry.md': entry(
      ['title: A ferry for Osmark', 'date: 1962-07-20', ...tags([], ['osmark'], [])],
      'The ferry to Osmark carries trawlers no more.',
    ),
  };
}

function courrier(url: string): Changes {
  return {
    'site.yaml': lines(...site('Courrier du Détroit', 'Le Courrier, depuis 1950.', url, 'fr')),
    'people/lind.md': entry(
      [
        'name: Ada Lind',
        'description: Capitaine du port',
        'variants: [la capitaine Lind]',
        'sameAs: [https://viaf.org/viaf/9000003/]',
      ],
      'Une note en français.',
    ),
    'articles/1950/03/14/le-quai.md': entry(
      ['title: Le quai est ouvert', 'date: 1950-03-14', ...tags(['lind'], [], []), 'byline: Jane Holm'],
      'La capitaine Lind a ouvert le quai.',
    ),
    'articles/undated/chanson.md': entry(
      ['title: Une chanson', 'undated: true', ...tags([], [], [])],
      'Les bateaux rentrent au port.',
    ),
  };
}

function site(title: string, description: string, url: string, language: string): string[] {
  return [`title: ${title}`, `description: ${description}`, `language: ${language}`, `url: ${url}`];
}

function tags(people: string[], places: string[], topics: string[]): string[] {
  return Object.entries({ people, places, topics }).map(([name, ids]) => `${name}: [${ids.join(', ')}]`);
}

/** A Markdown file with these lines of frontmatter. */
export function entry(frontmatter: readonly string[], text = ''): string {
  return lines('---', ...frontmatter, '---', '', text);
}

function lines(...all: string[]): string {
  return `${all.join('\n')}\n`;
}
