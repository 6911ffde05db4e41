import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { change, makeIssue, takeIn } from './issue-folder.ts';

describe('the areas of a METS', () => {
  const paragraph = 'BETYPE="IDREF" BEGIN="P1_TB3"';
  /** The issue, in which the lines of the second paragraph have ids and places, and what leads to that is something else. */
  async function takeInBy(area: string) {
    const folder = await makeIssue();
    let number = 0;
    const alto = join(folder, 'alto/0001.xml');
    const page = await readFile(alto, 'utf8');
    const from = page.indexOf('<TextBlock ID="P1_TB3"');
    const placed = page
      .slice(from)
      .replace(
        /<TextLine>/g,
        () =>
          `<TextLine ID="P1_TL${++number}" HPOS="520" VPOS="${200 + 40 * number}" WIDTH="430" HEIGHT="30">`,
      );
    await writeFile(alto, page.slice(0, from) + placed);
    await change(join(folder, 'issue.xml'), paragraph, area);
    const { items, entryOf, audit } = await takeIn(folder);
    expect(audit).toContain(': 0 with something missing.');
    const [, second] = String(entryOf('articles/1903/02/28/harbour-reopened.md')['body']).split('\n\n');
    const leftOut = items.flatMap((item) => (item['leftOut'] ?? []) as { what: string; text: string }[]);
    const unnamed = leftOut.filter(({ what }) => what === 'a text of a page that no article has');
    const notices = items.flatMap((item) => (item['notices'] ?? []) as string[]);
    return { second, notices, unnamed: unnamed.map(({ text }) => text) };
  }
  const [first, second] = ['Captain Lind said that thirty', 'boats had left at once.'];

  test('may be lines, which are one paragraph where they follow one another', async () => {
    const whole = await takeInBy('BETYPE="IDREF" BEGIN="P1_TL1" END="P1_TL2"');
    expect(whole.second).toBe(`${first} ${second}`);
    const part = await takeInBy('BETYPE="IDREF" BEGIN="P1_TL2"');
    expect(part.second).toBe(second);
    expect(part.unnamed).toContain(first);
  });

  test('may be coordinates: the lines whose middle is within', async () => {
    const inRectangle = await takeInBy('SHAPE="RECT" COORDS="510,230,960,275"');
    expect(inRectangle.second).toBe(first);
    expect(inRectangle.unnamed).toContain(second);
    const inPolygon = await takeInBy('SHAPE="POLY" COORDS="510,230,960,230,960,400,510,400"');
    expect(inPolygon.second).toBe(`${first} ${second}`);
  });

  test('of other shapes, or where nothing is, are told and lead to nothing', async () => {
    for (const area of ['SHAPE="CIRCLE" COORDS="700,300,90"', 'SHAPE="RECT" COORDS="1,2,three,4"']) {
      const { notices, unnamed } = await takeInBy(area);
      expect(notices.join()).toMatch(/names 1 parts that are not there: "(?:CIRCLE|RECT) .+" in/);
      expect(unnamed).toEqual(expect.arrayContaining([first, second]));
    }
  });
});
