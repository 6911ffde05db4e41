import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';

import type { Proposal } from '../../../src/names/propose/proposal.ts';
import { writeProposals } from '../../../src/names/table/write-proposals.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

const venn: Proposal = {
  kind: 'place',
  heading: 'Venn, "the Harbour"',
  id: 'venn',
  variants: ['Venn', 'VENN|'],
  sortName: '',
  description: 'proposed: city in Norland',
  country: 'Norland',
  coordinates: '-10.5000, 3.2500',
  within: ['norland'],
  sameAs: ['https://sws.geonames.org/1/'],
  articles: 2,
  mentions: 3,
  evidence: ['=Venn [undated/a]', 'Venn. [undated/b]'],
  doubts: ['one', 'two'],
};

describe('the table of proposals', () => {
  test('has the columns in their order, and opens rightly in spreadsheets', async () => {
    const folder = await makeFolder();
    const file = join(folder, 'names.csv');
    await writeProposals(file, [venn]);
    expect(await readFile(file, 'utf8')).toBe(
      '\ufeffdecision,kind,heading,id,variants,sortName,description,country,coordinates,within,sameAs,articles,mentions,evidence1,evidence2,evidence3,doubts\r\n' +
        `,place,"Venn, ""the Harbour""",venn,Venn | VENN\\|,,proposed: city in Norland,Norland,"'-10.5000, 3.2500",norland,https://sws.geonames.org/1/,2,3,'=Venn [undated/a],Venn. [undated/b],,one | two\r\n`,
    );
  });

  test('replaces one in which nothing was decided, and no other file', async () => {
    const folder = await makeFolder({ 'other.csv': 'a,b\n1,2\n', 'broken.csv': 'a,"b\n' });
    const file = join(folder, 'names.csv');
    await writeProposals(file, [venn]);
    await writeProposals(file, []);
    expect(parse(await readFile(file), { bom: true })).toHaveLength(1);
    for (const name of ['other.csv', 'broken.csv']) {
      const before = await readFile(join(folder, name), 'utf8');
      await expect(writeProposals(join(folder, name), [venn])).rejects.toThrow(
        /found a file that is not a table of proposals .*; expected none, or such a table\. Give another file with --out/,
      );
      expect(await readFile(join(folder, name), 'utf8')).toBe(before);
    }
    await expect(writeProposals(folder, [venn])).rejects.toThrow('found a folder; expected a file');
  });

  test('with decisions is kept', async () => {
    const folder = await makeFolder();
    const file = join(folder, 'names.csv');
    await writeProposals(file, [venn]);
    const decided = (await readFile(file, 'utf8')).replace('\r\n,place', '\r\nyes,place');
    const table = join(await makeFolder({ 'decided.csv': decided }), 'decided.csv');
    await expect(writeProposals(table, [])).rejects.toThrow(
      /found the decision "yes" in row 2; .*Apply it first/,
    );
    expect(await readFile(table, 'utf8')).toBe(decided);
  });
});
